import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { readCanonicalJson } from './read-canonical-json.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readCanonicalJson(bytesOf(text))

describe('只读规范 JSON', () => {
  it('性质：写出来的都读得回来', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value)
        expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
      { numRuns: 500 },
    )
  })

  it('性质：改一个字节，要么读不了，要么读出另一个值', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, change) => {
        const bytes = bytesOf(canonicalJson(value))
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ change
        const answer = readCanonicalJson(bytes)
        expect(answer.ok && canonicalJson(answer.value)).not.toBe(canonicalJson(value))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['{"a": 1}', 'space', 5, ['a']],
    ['[1,2]\n', 'after-end', 5, []],
    ['{"b":1,"a":2}', 'field-order', 7, []],
    ['{"a":1,"a":2}', 'field-order', 7, []],
    ['{"a":[1,2.0]}', 'number-form', 8, ['a', 1]],
    ['[-0]', 'number-form', 1, [0]],
    ['[1e999]', 'number-form', 1, [0]],
    ['["\\u0041"]', 'text-form', 1, [0]],
    ['["\\/"]', 'text-form', 1, [0]],
    ['["\t"]', 'text-form', 2, [0]],
    ['{"a":[{"b":tru}]}', 'unexpected', 11, ['a', 0, 'b']],
    ['{"a":[', 'cut-off', 6, ['a', 0]],
    ['', 'cut-off', 0, []],
    ['{a:1}', 'unexpected', 1, []],
    ['[1,]', 'unexpected', 3, [1]],
    ['['.repeat(300), 'too-deep', 101, undefined],
  ])('%s：%s，第 %s 字节', (text, code, at, path) => {
    expect(read(text)).toMatchObject({ ok: false, refusal: { code, at, ...(path === undefined ? {} : { path }) } })
  })

  it('不是 UTF-8 的字节说得出位置：半个代理、过长的写法、断开的字', () => {
    for (const wrong of [[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xe5, 0x85], [0xff]]) {
      const bytes = Uint8Array.from([0x5b, 0x22, ...wrong, 0x22, 0x5d])
      expect(readCanonicalJson(bytes)).toMatchObject({ ok: false, refusal: { code: 'not-utf8', at: 2 } })
    }
  })

  it('名为 __proto__ 的字段也只是字段', () => {
    const answer = read('{"__proto__":{"x":1}}')
    expect(answer.ok && Object.keys(Object(answer.value))).toEqual(['__proto__'])
  })
})
