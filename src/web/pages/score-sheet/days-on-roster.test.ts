import { describe, expect, it } from 'vitest'
import { assessTown, entry, person, rule, schemeOf } from '../../../../test/builders/town.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import { assert } from '../../../domain/primitives/result.ts'
import { daysRows, hasDaysToTell, weightedCategories } from './days-on-roster.ts'

const scheme = schemeOf({
  categories: [
    {
      id: 'b',
      title: '业务工作',
      points: 60,
      sheets: ['司法所', '党办'].map((office) => ({
        id: office,
        title: office,
        office,
        items: [{ id: `i-${office}`, title: '公文', points: 60, rules: [rule(`late-${office}`, { points: 10 })] }],
      })),
    },
  ],
})
const absences = [
  { kind: 'secondment' as const, from: localDate('2026-03-01'), to: localDate('2026-03-31'), note: '' },
]
const moved = [
  person('001', { office: '司法所', to: localDate('2026-06-30'), absences }),
  person('001', { office: '党办', from: localDate('2026-07-01'), absences }),
]

function sheetOf(roster: Parameters<typeof assessTown>[1]) {
  const [sheet] = assessTown(scheme, roster)
  assert(sheet !== undefined, 'the town has a person')
  return sheet
}

describe('成绩单上的天数', () => {
  it('调动加借调：各段按日期排开，借调的日子另列', () => {
    const sheet = sheetOf({ roster: moved })
    expect(hasDaysToTell(sheet)).toBe(true)
    expect(
      daysRows(sheet).map(({ first, last, where, days, isAway }) => [first, last, where, days, isAway]),
    ).toEqual([
      ['2026-01-01', '2026-02-28', '司法所 · 工作人员', 59, false],
      ['2026-03-01', '2026-03-31', '借调', 31, true],
      ['2026-04-01', '2026-06-30', '司法所 · 工作人员', 91, false],
      ['2026-07-01', '2026-12-31', '党办 · 工作人员', 184, false],
    ])
  })

  it('业务工作由哪几张考核表、各多少天加权而成', () => {
    const sheet = sheetOf({ roster: moved, entries: [entry('late-司法所', 1, '2026-04-10')] })
    expect(weightedCategories(sheet.categories)).toEqual([
      {
        categoryId: 'b',
        title: '业务工作',
        parts: [
          { title: '司法所', score: 5000, days: 150 },
          { title: '党办', score: 6000, days: 184 },
        ],
        days: 334,
        score: 5551,
      },
    ])
  })

  it('全年在一个办公室的，没有什么要说明', () => {
    const sheet = sheetOf({ roster: [person('001')] })
    expect(hasDaysToTell(sheet)).toBe(false)
    expect(weightedCategories(sheet.categories)).toEqual([])
  })
})
