import { describe, expect, it } from 'vitest'
import { crypto } from '../../../test/builders/logged-town.ts'
import { dropLeaf, openFile, sealAgain } from '../../../test/builders/forger.ts'
import { provenYear } from '../../../test/builders/proven-year.ts'
import { canonicalJson } from '../primitives/canonical-json.ts'
import { encodeUtf8 } from '../primitives/utf8.ts'
import { findingSentence } from './finding-sentence.ts'
import { verifyProof } from './verify-proof.ts'

const year = await provenYear()
const edits = 1000

/** A generator of its own, so that every run changes the same bytes. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const partTitles: Readonly<Record<string, string>> = {
  bulletins: '通报',
  checkpoints: '签过名的校验码',
  hashes: '逐条的摘要',
  keys: '公钥',
  leaves: '逐条的内容',
  manifest: '清单',
  rows: '台账记录',
  schemes: '方案',
  signature: '文件的签名',
}

/** Where each part of the file begins, as the report calls it. */
function partStarts(bytes: Uint8Array): readonly { readonly start: number; readonly title: string }[] {
  let start = 1
  return Object.entries(openFile(bytes)).map(([name, value]) => {
    const part = { start, title: partTitles[name] ?? '' }
    start += encodeUtf8(`${canonicalJson(name)}:${canonicalJson(value)},`).length
    return part
  })
}

describe('改一个字节', () => {
  it(`随机改${String(edits)}次，每次都查得出，并说出改在哪一部分`, () => {
    const original = year.earlier
    const starts = partStarts(original)
    const next = chance(20_261_122)
    const missed: string[] = []
    for (let count = 0; count < edits; count += 1) {
      const at = Math.floor(next() * original.length)
      const bytes = original.slice()
      bytes[at] = (original[at] ?? 0) ^ (1 + Math.floor(next() * 255))
      const report = verifyProof(bytes, {}, crypto)
      const said = report.checks.flatMap(({ findings }) => findings.map(findingSentence)).join('\n')
      const part = starts.findLast(({ start }) => start <= at)?.title ?? ''
      const isNamed =
        said.includes(part) ||
        said.includes(`第${String(at + 1)}字节`) ||
        // A name of the outermost fields, or the signature's own part.
        (part === '清单' && said.includes('签名'))
      if (report.verdict !== 'broken' || !isNamed) missed.push(`${String(at)} ${part}：${said.slice(0, 200)}`)
    }
    expect(missed).toEqual([])
  }, 180_000)
})

describe('截短、颠倒与两本历史', () => {
  it('截掉尾巴：从哪里断的说得出', () => {
    for (const length of [0, 1, 100, Math.floor(year.full.length / 2), year.full.length - 1]) {
      const report = verifyProof(year.full.slice(0, length), {}, crypto)
      const [finding] = report.checks[0]?.findings ?? []
      expect([report.verdict, finding?.fault]).toEqual(['broken', 'cut-off'])
    }
  })

  it('后来的文件没有写下去：从前的文件和印出的校验码都看得出', () => {
    const later = { earlier: [{ label: '后来的', bytes: year.full }], heads: [year.heads.last] }
    const report = verifyProof(year.earlier, later, crypto)
    const broken = report.checks.filter(({ status }) => status === 'broken').map(({ check }) => check)
    expect(broken).toEqual(['heads', 'earlier'])
  })

  it('两本历史，各自天衣无缝，同一把钥匙签：并在一起就看得出', () => {
    const file = openFile(year.own)
    const shown = new Set(file.leaves.map(({ index }: { index: number }) => index))
    dropLeaf(
      file,
      file.hashes.findIndex((_: string, index: number) => !shown.has(index)),
    )
    const other = sealAgain(file, 'chain', '清源镇的钥匙')
    expect(verifyProof(other, {}, crypto).verdict).toBe('holds')
    const together = verifyProof(year.own, { earlier: [{ label: '另一本', bytes: other }] }, crypto)
    expect(together.checks.find(({ check }) => check === 'earlier')?.status).toBe('broken')
  })

  it.each([[''], ['{}'], ['[]'], ['null'], ['{"format":"gongdao-proof/1"}'], ['不是 JSON']])(
    '%s 不是核验文件：说一句话，不出错',
    (text) => {
      const report = verifyProof(new TextEncoder().encode(text), {}, crypto)
      expect([report.verdict, report.scope]).toEqual(['broken', null])
      expect(report.checks[0]?.findings.length).toBeGreaterThan(0)
    },
  )
})
