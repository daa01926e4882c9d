import { expect, test } from 'vitest'
import { z } from 'zod'
import { crypto } from '../../../test/builders/logged-town.ts'
import { provenYear } from '../../../test/builders/proven-year.ts'
import { digestOf } from '../primitives/canonical-json.ts'
import { decodeUtf8 } from '../primitives/utf8.ts'
import { isWordedAlike } from './wording-since.ts'

test.each([
  ['0.1.0', true],
  ['0.1.1', true],
  ['1.0.0', true],
  ['0.0.9', false],
  ['', false],
  ['不是版本', false],
])('程序版本“%s”的通报按现在的写法逐字核对：%s', (version, isAlike) => {
  expect(isWordedAlike(version)).toBe(isAlike)
})

test('通报的写法没有变：变了就提高程序版本，写进 wordingSince，再换这里的校验值', async () => {
  const { full } = await provenYear()
  const file = z
    .object({
      bulletins: z.array(z.object({ content: z.object({ kind: z.string(), blocks: z.unknown() }) })),
    })
    .parse(JSON.parse(decodeUtf8(full)))
  const worded = file.bulletins.map(({ content: { kind, blocks } }) => ({ kind, blocks }))
  expect(new Set(worded.map(({ kind }) => kind)).size).toBeGreaterThan(3)
  expect(digestOf(worded, crypto.sha256)).toBe('2fbc3ba46f3ec301a88621ced89623ec1bc9e3e1c92f54c567c2157f58ed0e08')
})
