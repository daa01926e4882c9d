import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessTown, entry, oneItem, person, rule } from '../../../test/builders/town.ts'
import { addDays, daysBetween, localDate, yearSpan, type LocalDate } from '../primitives/local-date.ts'
import { absenceOn, cutByAbsences, type Absence } from './absence.ts'
import type { Assignment } from './assignment.ts'
import { staffOfYear, stayOn } from './staff.ts'

const day = localDate
const away = (from: string, to: string | null, kind: Absence['kind'] = 'secondment'): Absence => ({
  kind,
  from: day(from),
  to: to === null ? null : day(to),
  note: '',
})

describe('借调和长假的日子不在册', () => {
  test('借调从一段任职中间切出去：前后两段照算，总天数减去借调的天数', () => {
    const [one] = staffOfYear([person('001', { absences: [away('2026-03-01', '2026-05-31')] })], 2026)
    expect(one?.stays.map(({ span, days }) => [span.first, span.last, days])).toEqual([
      ['2026-01-01', '2026-02-28', 59],
      ['2026-06-01', '2026-12-31', 214],
    ])
    expect(one?.away).toEqual([
      {
        kind: 'secondment',
        office: '党办',
        span: { first: '2026-03-01', last: '2026-05-31' },
        days: 92,
      },
    ])
    expect(one?.days).toBe(365 - 92)
  })

  test('没有回来的长假一直切到年底；去年开始的从元旦切起；全年不在册的不参加考核', () => {
    const roster = [
      person('001', { absences: [away('2026-10-01', null, 'long-leave')] }),
      person('002', { absences: [away('2025-11-01', '2026-01-31')] }),
      person('003', { absences: [away('2025-11-01', null)] }),
    ]
    expect(staffOfYear(roster, 2026).map(({ staffNumber, days }) => [staffNumber, days])).toEqual([
      ['001', 273],
      ['002', 334],
    ])
  })

  test('调动跨在长假中间：假期两头各属各的办公室', () => {
    const absences = [away('2026-06-15', '2026-07-15', 'long-leave')]
    const roster = [
      person('001', { to: day('2026-06-30'), absences }),
      person('001', { office: '综治办', from: day('2026-07-01'), absences }),
    ]
    const [one] = staffOfYear(roster, 2026)
    expect(one?.stays.map(({ office, days }) => [office, days])).toEqual([
      ['党办', 165],
      ['综治办', 169],
    ])
    expect(one?.away.map(({ office, days }) => [office, days])).toEqual([
      ['党办', 16],
      ['综治办', 15],
    ])
    expect(one === undefined ? null : stayOn(one, day('2026-07-01'))).toBeNull()
  })

  test('借调期间的记录不计分，成绩单上写明那天不在册', () => {
    const [sheet] = assessTown(oneItem([rule('late', { points: 2 })]), {
      roster: [person('001', { absences: [away('2026-03-01', '2026-05-31')] })],
      entries: [entry('late', 1, '2026-02-10'), entry('late', 1, '2026-04-10')],
    })
    expect(sheet?.score).toBe(800)
    expect(sheet?.days).toEqual({ onRoster: 273, ofYear: 365 })
    expect(sheet?.otherLines).toMatchObject([{ occurredOn: '2026-04-10', reason: { code: 'off-roster' } }])
  })

  test('旧成绩单写当时的办公室：截至三月的在党办，截至年底的在综治办', () => {
    const roster = [
      person('001', { to: day('2026-06-30') }),
      person('001', { office: '综治办', from: day('2026-07-01') }),
    ]
    const officeAsOf = (asOf: string) =>
      assessTown(oneItem([rule('late')]), { roster, asOf: day(asOf) })[0]?.office
    expect(officeAsOf('2026-03-31')).toBe('党办')
    expect(officeAsOf('2026-06-30')).toBe('党办')
    expect(officeAsOf('2026-07-01')).toBe('综治办')
    expect(officeAsOf('2026-12-31')).toBe('综治办')
  })
})

const firstDay = day('2025-10-01')
const dayAt = (offset: number): LocalDate => addDays(firstDay, offset)

/** Stretches that share no day, in order, from gaps and lengths. */
function stretches(steps: readonly (readonly [gap: number, length: number])[]) {
  let next = 0
  return steps.map(([gap, length]) => {
    const from = next + gap
    next = from + length
    return { from: dayAt(from), to: dayAt(next - 1) }
  })
}
const steps = fc.array(fc.tuple(fc.nat({ max: 120 }), fc.integer({ min: 1, max: 150 })), { maxLength: 5 })

describe('任意任职和任意缺勤', () => {
  test('在册天数 = 各段任职的日子减去借调和长假的日子；两者逐日合起来正是任职的日子', () => {
    fc.assert(
      fc.property(steps, steps, (stayed, left) => {
        const absences = stretches(left).map(({ from, to }) => ({
          kind: 'long-leave' as const,
          from,
          to,
          note: '',
        }))
        const rows: Assignment[] = stretches(stayed).map(({ from, to }, index) =>
          person('001', { office: `办公室${String(index)}`, from, to, absences }),
        )
        const [one] = staffOfYear(rows, 2026)
        const { first, last } = yearSpan(2026)
        let days = 0
        for (let at = first; at <= last; at = addDays(at, 1)) {
          const row = rows.find(({ from, to }) => (from ?? at) <= at && at <= (to ?? at))
          const present = row !== undefined && absenceOn(absences, at) === null
          if (present) days += 1
          const stay = one === undefined ? null : stayOn(one, at)
          expect(stay?.office).toBe(present ? row.office : undefined)
        }
        expect(one?.days ?? 0).toBe(days)
      }),
      { numRuns: 200 },
    )
  })

  test('切开的各段首尾相接，一天不多一天不少', () => {
    fc.assert(
      fc.property(steps, (left) => {
        const span = { first: dayAt(60), last: dayAt(400) }
        const absences = stretches(left).map(({ from, to }) => ({
          kind: 'secondment' as const,
          from,
          to,
          note: '',
        }))
        const pieces = cutByAbsences(span, absences.toReversed())
        expect(pieces[0]?.span.first).toBe(span.first)
        expect(pieces.at(-1)?.span.last).toBe(span.last)
        for (const [index, piece] of pieces.entries()) {
          expect(daysBetween(piece.span.first, piece.span.last)).toBeGreaterThan(0)
          expect(absenceOn(absences, piece.span.first)).toEqual(piece.absence)
          const next = pieces[index + 1]
          if (next !== undefined) expect(next.span.first).toBe(addDays(piece.span.last, 1))
        }
      }),
    )
  })
})
