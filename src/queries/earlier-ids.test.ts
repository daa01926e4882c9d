import { describe, expect, it } from 'vitest'
import { oneItem, rule } from '../../test/builders/town.ts'
import type { StoredVersion } from '../commands/draft-store.ts'
import type { StoredRegisterDecision } from '../commands/rating-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { schemeSchema, type Scheme } from '../domain/scheme/scheme.ts'
import { schemeOfYear } from '../domain/scoring/scheme-of-year.ts'
import { categoryIdOfMark, decisionsToday } from './earlier-ids.ts'

function version(number: number, from: string, adoptedAt: string, scheme: Scheme): StoredVersion {
  return {
    version: number,
    scheme,
    regulation: null,
    effectiveFrom: localDate(from),
    adoptedAt: new Date(adoptedAt),
    adoptedBy: '管理员',
    basis: '会议',
  }
}

const notes = (id: string, target: number) =>
  rule(id, { condition: '读书笔记', points: 1, shortfall: { target, unit: '篇', step: 1 } })
const late = (id: string) => rule(id, { condition: '迟到' })
const year = { first: localDate('2025-01-01'), last: localDate('2025-12-31') }

function decision(ruleId: string, at: string, kind: 'checked' | 'waived' = 'checked'): StoredRegisterDecision {
  return { id: at, ruleId, span: year, kind, reason: '核对过', at: new Date(at), by: '管理员' }
}

function today(versions: readonly StoredVersion[], decisions: readonly StoredRegisterDecision[]) {
  const ofYear = schemeOfYear(versions, 2025, year.last)
  if (ofYear === null) throw new Error('a version is in force')
  const known = { period: { year: 2025 }, versions, version: ofYear.version }
  return decisionsToday(known, ofYear, decisions).map(({ ruleId, kind }) => [ruleId, kind])
}

describe('登记册的决定：按作出时的编号读', () => {
  const first = version(1, '2025-01-01', '2025-01-01T00:00:00Z', oneItem([notes('r1', 4), late('r2')]))
  const moved = version(2, '2025-06-01', '2026-01-10T00:00:00Z', oneItem([late('r1'), notes('r2', 6)]))

  it('换版之前决定的，跟着条款走到新编号', () => {
    expect(today([first, moved], [decision('r1', '2026-01-05T00:00:00Z')])).toEqual([['r2', 'checked']])
  })

  it('换版之后决定的，就是新编号', () => {
    expect(today([first, moved], [decision('r2', '2026-01-12T00:00:00Z')])).toEqual([['r2', 'checked']])
  })

  it('同一登记册在两版编号下各决定过一次，以后一次为准', () => {
    const both = [decision('r1', '2026-01-05T00:00:00Z'), decision('r2', '2026-01-12T00:00:00Z', 'waived')]
    expect(today([first, moved], both)).toEqual([['r2', 'waived']])
    expect(today([first, moved], both.toReversed())).toEqual([['r2', 'waived']])
  })

  it('条款没有了：全年的决定不再管什么，当时已结束的季度照管', () => {
    const without = version(2, '2025-06-01', '2026-01-10T00:00:00Z', oneItem([late('r1')]))
    const ofYear = decision('r1', '2026-01-05T00:00:00Z')
    const firstQuarter = { first: localDate('2025-01-01'), last: localDate('2025-03-31') }
    expect(today([first, without], [ofYear])).toEqual([])
    expect(today([first, without], [{ ...ofYear, span: firstQuarter }])).toEqual([['v1.r1', 'checked']])
  })
})

describe('评分的类别：按评分时的编号读', () => {
  const rated = (id: string, title: string): Scheme =>
    schemeSchema.parse({ format: 'gongdao-scheme/1', categories: [{ id, title, points: 20, kind: 'rated' }] })
  const first = version(1, '2025-01-01', '2025-01-01T00:00:00Z', rated('c1', '综合评议'))
  const second = version(2, '2025-06-01', '2025-06-01T00:00:00Z', rated('c2', '综合评议'))
  const known = { period: { year: 2025 }, versions: [first, second], version: second }

  it('换版之前的评分跟着类别走；之后的就是新编号', () => {
    expect(categoryIdOfMark(known, { categoryId: 'c1', at: new Date('2025-05-01T00:00:00Z') })).toBe('c2')
    expect(categoryIdOfMark(known, { categoryId: 'c2', at: new Date('2025-12-20T00:00:00Z') })).toBe('c2')
  })

  it('新版没有评议类别，评分没有着落', () => {
    const without = version(3, '2025-09-01', '2025-09-01T00:00:00Z', oneItem([late('r')]))
    const now = { ...known, versions: [first, second, without], version: without }
    expect(categoryIdOfMark(now, { categoryId: 'c1', at: new Date('2025-05-01T00:00:00Z') })).toBeNull()
  })
})
