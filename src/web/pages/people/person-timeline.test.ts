import { describe, expect, it } from 'vitest'
import { centipoints } from '../../../domain/primitives/centipoints.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import type { Person } from '../../../http/contract/people.ts'
import { peopleChangeText } from '../../text/people-change.ts'
import { timelineOf } from './person-timeline.ts'
import { scoreWords, stretchWords } from './preview-words.ts'

const day = localDate
const stay = { office: '党办', post: '工作人员' as const, inChargeOf: [], employment: null }
const lin: Person = {
  staffNumber: '001',
  name: '林晓岚',
  pinyin: 'linxiaolan',
  initials: 'lxl',
  stays: [
    { ...stay, from: null, to: day('2026-06-30') },
    { ...stay, office: '综治办', from: day('2026-07-01'), to: null },
  ],
  absences: [{ kind: 'secondment', from: day('2026-03-01'), to: null, note: '区委组织部' }],
}

describe('履历', () => {
  it('任职和借调按开始的日子排开，各带可以更正的变动', () => {
    expect(timelineOf(lin).map(({ kind, from, events }) => [kind, from, events.map(({ what }) => what)])).toEqual([
      ['stay', null, []],
      ['absence', '2026-03-01', ['absence-start']],
      ['stay', '2026-07-01', ['move']],
    ])
  })
})

describe('办理后的变化，用话说', () => {
  const text = peopleChangeText.zh
  const change = (
    before: number | null,
    after: number | null,
    soFar: readonly [number | null, number | null],
  ) => ({
    staffNumber: '001',
    name: '林晓岚',
    post: '工作人员' as const,
    scoreBefore: before === null ? null : centipoints(before),
    scoreAfter: after === null ? null : centipoints(after),
    soFarBefore: soFar[0] === null ? null : centipoints(soFar[0]),
    soFarAfter: soFar[1] === null ? null : centipoints(soFar[1]),
  })

  it.each([
    ['总分变了', change(9500, 9650, [9500, 9650]), '总分 95 → 96.5'],
    ['总分没变', change(9500, 9500, [9500, 9500]), '总分 95 不变'],
    ['还没评完', change(null, null, [7000, 7200]), '总分待评，已计 70 → 72'],
    ['没评完也没变', change(null, null, [7000, 7000]), '总分待评，已计 70 不变'],
    ['当年不再在册', change(9500, null, [9500, null]), '总分 95 → 当年不在册，没有成绩'],
    ['新来的', change(null, 10_000, [null, 10_000]), '总分 100'],
    ['没有方案', change(null, null, [null, null]), ''],
  ])('%s', (_what, given, words) => {
    expect(scoreWords(given, text)).toBe(words)
  })

  it('各段天数按日期连着说', () => {
    const span = (first: string, last: string) => ({ first: day(first), last: day(last) })
    const after = {
      days: 151,
      stays: [
        { office: '党办', post: '工作人员' as const, span: span('2026-01-01', '2026-02-28'), days: 59 },
        { office: '', post: '主要领导' as const, span: span('2026-10-01', '2026-12-31'), days: 92 },
      ],
      away: [{ kind: 'long-leave' as const, office: '党办', span: span('2026-03-01', '2026-09-30'), days: 214 }],
    }
    const preview = { ...change(null, null, [null, null]), before: after, after, strayEntries: 0 }
    expect(stretchWords(preview, text)).toBe(
      '党办 01-01—02-28 59天 · 长假 03-01—09-30 214天 · 主要领导 10-01—12-31 92天',
    )
  })
})
