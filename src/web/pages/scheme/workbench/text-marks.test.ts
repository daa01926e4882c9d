import { describe, expect, it } from 'vitest'
import { chunksOf, innermostMark, marksByChunk, segmentsOf, type TextMark } from './text-marks.ts'

const mark = (start: number, end: number, tone: TextMark['tone'] = 'rule'): TextMark => ({
  start,
  end,
  tone,
  focus: { kind: tone === 'rule' ? 'rule' : 'diagnostic', id: `${String(start)}-${String(end)}` },
})

describe('原文的分段', () => {
  it('在标记的起止处切开，合起来正好是原来的文字', () => {
    const segments = segmentsOf({ start: 0, end: 20 }, [mark(2, 12), mark(5, 8, 'error'), mark(18, 30)])
    expect(segments.map(({ start, end, marks }) => [start, end, marks.length])).toEqual([
      [0, 2, 0],
      [2, 5, 1],
      [5, 8, 2],
      [8, 12, 1],
      [12, 18, 0],
      [18, 20, 1],
    ])
  })

  it('各块首尾相接，盖住全文，没有换行的长文也切开', () => {
    const text = `${'甲'.repeat(15_000)}\n${'乙\n'.repeat(3_000)}`
    const chunks = chunksOf(text)
    expect(chunks[0]?.start).toBe(0)
    expect(chunks.at(-1)?.end).toBe(text.length)
    for (const [at, chunk] of chunks.entries()) {
      expect(chunk.start).toBe(at === 0 ? 0 : chunks[at - 1]?.end)
      expect(chunk.end - chunk.start).toBeLessThanOrEqual(8_000)
    }
  })

  it('跨块的标记在每一块里都有', () => {
    const chunks = chunksOf(`${'甲'.repeat(5_999)}\n${'乙'.repeat(5_999)}\n${'丙'.repeat(100)}`)
    const byChunk = marksByChunk(chunks, [mark(10, 20), mark(5_990, 6_010), mark(12_050, 12_060)])
    expect(byChunk.map((marks) => marks.map(({ start }) => start))).toEqual([[10, 5_990], [5_990], [12_050]])
  })

  it('点在重叠处，先是待确认的问题，再是条款', () => {
    expect(innermostMark([mark(0, 9), mark(2, 4, 'warning')])?.tone).toBe('warning')
    expect(innermostMark([mark(2, 4, 'info'), mark(0, 9)])?.tone).toBe('rule')
    expect(innermostMark([])).toBeNull()
  })
})
