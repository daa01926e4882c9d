import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, type TextDifferences } from './text-differences.ts'

const before = [
  '某镇考核办法',
  '一、工作纪律',
  '迟到一次扣1分。',
  '脱岗一次扣2分。',
  '二、附则',
  '自发文起施行。',
].join('\n')

/** What a side's text is, put together again from the stretches that differ and what lies between them. */
function rebuilt(text: string, { hunks }: TextDifferences, side: 'before' | 'after'): string {
  let at = 0
  let whole = ''
  const unwanted = side === 'before' ? 'added' : 'removed'
  for (const hunk of hunks) {
    whole += text.slice(at, hunk[side].start)
    whole += hunk.pieces
      .filter(({ kind }) => kind !== unwanted)
      .map((piece) => piece.text)
      .join('')
    at = hunk[side].end
  }
  return whole + text.slice(at)
}

describe('两份原文的差别', () => {
  test('一样的没有差别；换行符和行末空格不算', () => {
    expect(compareTexts(before, before).hunks).toEqual([])
    expect(compareTexts(before, before.replaceAll('\n', ' \r\n')).hunks).toEqual([])
  })

  test('改一个数，只标出这个数，两边位置都准', () => {
    const after = before.replace('扣2分', '扣3分')
    const { detail, hunks } = compareTexts(before, after)
    expect(detail).toBe('words')
    expect(hunks).toHaveLength(1)
    expect(hunks[0]).toMatchObject({
      lineBefore: 4,
      lineAfter: 4,
      above: '一、工作纪律\n迟到一次扣1分。\n',
      below: '二、附则\n自发文起施行。',
      pieces: [
        { kind: 'same', text: '脱岗一次扣' },
        { kind: 'removed', text: '2' },
        { kind: 'added', text: '3' },
        { kind: 'same', text: '分。\n' },
      ],
    })
    const span = hunks[0]?.before ?? { start: 0, end: 0 }
    expect(before.slice(span.start, span.end)).toBe('脱岗一次扣2分。\n')
  })

  test('增加的一行、删去的一行', () => {
    const after = before
      .replace('迟到一次扣1分。\n', '')
      .replace('自发文起施行。', '由考核办解释。\n自发文起施行。')
    const { hunks } = compareTexts(before, after)
    expect(hunks.map(({ pieces }) => pieces)).toEqual([
      [{ kind: 'removed', text: '迟到一次扣1分。\n' }],
      [{ kind: 'added', text: '由考核办解释。\n' }],
    ])
    expect(hunks[1]?.before).toEqual({ start: before.indexOf('自发文'), end: before.indexOf('自发文') })
  })

  test('任意两段文字：从差别能把两边原样拼回来', () => {
    const line = fc.constantFrom('甲', '乙扣1分', '乙扣2分', '丙', '丙', '', '𠀀字', 'a b')
    const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const differences = compareTexts(one, other)
        expect(rebuilt(one, differences, 'before')).toBe(one)
        expect(rebuilt(other, differences, 'after')).toBe(other)
      }),
      { numRuns: 500 },
    )
  })

  test('真实的办法，改几处，拼得回来', () => {
    const folder = new URL('../../../shared/regulations/', import.meta.url)
    const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    expect(texts.length).toBeGreaterThan(5)
    for (const name of texts) {
      const text = readFileSync(new URL(name, folder), 'utf8')
      const changed = text.replaceAll('扣2分', '扣4分').replace('考核', '考核评价')
      const differences = compareTexts(text, changed)
      expect(rebuilt(text, differences, 'before'), name).toBe(text)
      expect(rebuilt(changed, differences, 'after'), name).toBe(changed)
    }
  })

  test('一兆字完全不同也比得完：整段列出，不逐词', () => {
    const many = (word: string) =>
      Array.from({ length: 20_000 }, (_, i) => `${word}${String(i % 7)}${'字'.repeat(40)}`).join('\n')
    const { detail, hunks } = compareTexts(many('甲'), many('乙'))
    expect(detail).toBe('lines')
    expect(hunks).toHaveLength(1)
  })
})
