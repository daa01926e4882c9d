import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate, type LocalDate } from '../../primitives/local-date.ts'
import { dayClasses, type DayClass } from './day-class.ts'
import { partRunningDays, runningDays } from './part-running-days.ts'
import { countOf, shareTurns, type Candidate, type Draft, type DutyDay } from './share-turns.ts'

const first = localDate('2026-03-02')

function classAt(index: number): DayClass {
  const weekday = index % 7
  return weekday < 5 ? 'workday' : index < 7 ? 'holiday' : 'weekend'
}

function someDays(count: number, places: number): DutyDay[] {
  return Array.from({ length: count }, (_, index) => ({
    day: addDays(first, index),
    dayClass: classAt(index),
    places,
  }))
}

function someone(staffNumber: string, closed: readonly number[] = [], start = [0, 0, 0]): Candidate {
  const [workday = 0, weekend = 0, holiday = 0] = start
  return {
    staffNumber,
    start: { workday, weekend, holiday },
    closed: new Set(closed.map((index) => addDays(first, index))),
    standing: new Set(),
  }
}

function spread(draft: Draft, dayClass: DayClass): number {
  const counts = draft.people.map(({ staffNumber }) => countOf(draft, staffNumber, dayClass))
  return Math.max(...counts) - Math.min(...counts)
}

/**
 * The judge, by another way: whether the places of a class can be given so that all end between `low` and `low + 1`, as
 * a flow with lower bounds, by augmenting paths on a plain capacity matrix.
 */
function canBeEven(days: readonly DutyDay[], people: readonly Candidate[], dayClass: DayClass): boolean {
  const own = days.filter((day) => day.dayClass === dayClass)
  const needs = own.map(({ day, places }) =>
    Math.min(places, people.filter(({ closed }) => !closed.has(day)).length),
  )
  const starts = people.map(({ start }) => start[dayClass])
  const all = needs.reduce((sum, need) => sum + need, 0)
  for (let low = Math.max(...starts) - 1; low <= Math.max(...starts) + all; low += 1) {
    const least = starts.map((start) => Math.max(0, low - start))
    const most = starts.map((start) => low + 1 - start)
    if (least.some((count, index) => count > (most[index] ?? 0))) continue
    if (least.reduce((sum, one) => sum + one, 0) > all) continue
    if (most.reduce((sum, one) => sum + one, 0) < all) continue
    if (flows(own, people, { needs, least, most, all })) return true
  }
  return false
}

type Bounds = {
  readonly needs: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
  readonly all: number
}

function flows(
  days: readonly DutyDay[],
  people: readonly Candidate[],
  { needs, least, most, all }: Bounds,
): boolean {
  // Source 0, days, people, what is above the least, sink.
  const person = (index: number) => 1 + days.length + index
  const extra = 1 + days.length + people.length
  const sink = extra + 1
  const room = Array.from({ length: sink + 1 }, () => Array.from({ length: sink + 1 }, () => 0))
  const set = (from: number, to: number, capacity: number) => {
    const row = room[from]
    if (row !== undefined) row[to] = (row[to] ?? 0) + capacity
  }
  days.forEach(({ day }, index) => {
    set(0, 1 + index, needs[index] ?? 0)
    people.forEach(({ closed }, at) => set(1 + index, person(at), closed.has(day) ? 0 : 1))
  })
  people.forEach((_, at) => {
    set(person(at), sink, least[at] ?? 0)
    set(person(at), extra, (most[at] ?? 0) - (least[at] ?? 0))
  })
  set(extra, sink, all - least.reduce((sum, one) => sum + one, 0))
  const push = (from: number, seen: Set<number>): boolean => {
    if (from === sink) return true
    seen.add(from)
    for (let to = 0; to <= sink; to += 1) {
      if (seen.has(to) || (room[from]?.[to] ?? 0) <= 0 || !push(to, seen)) continue
      set(from, to, -1)
      set(to, from, 1)
      return true
    }
    return false
  }
  let sent = 0
  while (push(0, new Set())) sent += 1
  return sent === all
}

/** All ways to fill the places, by hand; whether one is as even as `counts` and has nobody on two days running. */
function canPart(draft: Draft): boolean {
  const wanted = dayClasses.map((dayClass) => spread(draft, dayClass))
  const on: Record<string, number[]> = {}
  for (const { staffNumber } of draft.people) on[staffNumber] = []
  const isEven = () =>
    dayClasses.every((dayClass, at) => {
      const counts = draft.people.map(
        ({ staffNumber, start }) =>
          start[dayClass] +
          (on[staffNumber] ?? []).filter((index) => draft.days[index]?.dayClass === dayClass).length,
      )
      return Math.max(...counts) - Math.min(...counts) <= Math.max(1, wanted[at] ?? 0)
    })
  const fill = (index: number, from: number, left: number): boolean => {
    const day = draft.days[index]
    if (day === undefined) return isEven()
    if (left === 0) return fill(index + 1, 0, draft.days[index + 1]?.places ?? 0)
    return draft.people.slice(from).some(({ staffNumber, closed }, at) => {
      const own = on[staffNumber] ?? []
      if (closed.has(day.day) || own.includes(index - 1)) return false
      own.push(index)
      if (fill(index, from + at + 1, left - 1)) return true
      own.pop()
      return false
    })
  }
  return fill(0, 0, draft.days[0]?.places ?? 0)
}

const closedDays = (days: number) => fc.uniqueArray(fc.integer({ min: 0, max: days - 1 }), { maxLength: days - 1 })
const starts = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 })

function population(most: number, days: number) {
  return fc
    .array(fc.record({ closed: closedDays(days), start: starts }), { minLength: 2, maxLength: most })
    .map((list) => list.map(({ closed, start }, index) => someone(String(index), closed, start)))
}

describe('各类值班次数相差不超过1次', () => {
  test('没有人请假：一个月，每天2人，7个人', () => {
    const draft = shareTurns(
      someDays(31, 2),
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => someone(name)),
    )
    for (const dayClass of dayClasses) expect(spread(draft, dayClass)).toBeLessThanOrEqual(1)
    expect(partRunningDays(draft)).toEqual([])
    for (const dayClass of dayClasses) expect(spread(draft, dayClass)).toBeLessThanOrEqual(1)
  })

  test('只有隔着别人才能让班：经过中间的人一环一环地调', () => {
    // The third can only take the second's day, the second only the first's.
    const days = someDays(4, 1)
    const people = [someone('a', [2, 3]), someone('b', [3], [2, 0, 0]), someone('c', [0, 1], [0, 0, 0])]
    const draft = shareTurns(days, people)
    expect(canBeEven(days, people, 'workday')).toBe(true)
    expect(spread(draft, 'workday')).toBeLessThanOrEqual(1)
  })

  test('判官自己不是只会说能：一人全请假就做不到', () => {
    const people = [someone('a'), someone('b', [0, 1, 2, 3])]
    expect(canBeEven(someDays(4, 1), people, 'workday')).toBe(false)
    expect(spread(shareTurns(someDays(4, 1), people), 'workday')).toBe(4)
  })

  test('随便谁哪天请假、以前值了几次：凡是做得到的（另一个算法说了算），就做到', () => {
    const seen = { can: 0, cannot: 0 }
    fc.assert(
      fc.property(population(7, 21), fc.integer({ min: 1, max: 3 }), (people, places) => {
        const days = someDays(21, places)
        const draft = shareTurns(days, people)
        for (const { day, places: wanted } of days) {
          const free = people.filter(({ closed }) => !closed.has(day)).length
          expect(draft.onDay.get(day)?.size).toBe(Math.min(wanted, free))
        }
        for (const { staffNumber, closed } of people)
          for (const day of closed) expect(draft.onDay.get(day)?.has(staffNumber)).toBe(false)
        partRunningDays(draft)
        for (const dayClass of dayClasses) {
          const can = canBeEven(days, people, dayClass)
          seen[can ? 'can' : 'cannot'] += 1
          if (can) expect(spread(draft, dayClass)).toBeLessThanOrEqual(1)
          else expect(spread(draft, dayClass)).toBeGreaterThan(1)
        }
      }),
      { numRuns: 80 },
    )
    // Both have been judged.
    expect(Math.min(seen.can, seen.cannot)).toBeGreaterThan(10)
  })

  test('同样的请假，排出来的一样', () => {
    fc.assert(
      fc.property(population(6, 14), (people) => {
        const made = () => {
          const draft = shareTurns(someDays(14, 2), people)
          partRunningDays(draft)
          return [...draft.onDay].map(([day, names]) => [day, [...names]])
        }
        expect(made()).toEqual(made())
      }),
      { numRuns: 10 },
    )
  })
})

describe('不连着两天值班', () => {
  test('小范围穷举说能错开的，就错开；说不能的，报出是谁', () => {
    const seen = { can: 0, cannot: 0 }
    const small = fc
      .array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }), { minLength: 2, maxLength: 4 })
      .map((list) => list.map((closed, index) => someone(String(index), closed)))
    fc.assert(
      fc.property(small, (people) => {
        const days = someDays(6, 1)
        fc.pre(days.every(({ day }) => people.some(({ closed }) => !closed.has(day))))
        const draft = shareTurns(days, people)
        const running = partRunningDays(draft)
        const isEven = dayClasses.every((dayClass) => spread(draft, dayClass) <= 1)
        if (!isEven) return
        const can = canPart(draft)
        seen[can ? 'can' : 'cannot'] += 1
        expect(running.length === 0).toBe(can)
      }),
      { numRuns: 200 },
    )
    expect(Math.min(seen.can, seen.cannot)).toBeGreaterThan(5)
  })

  test('排班前后各一天已有的班也算', () => {
    const before: LocalDate = addDays(first, -1)
    const people = [{ ...someone('a'), standing: new Set([before]) }, someone('b')]
    const draft = shareTurns(someDays(2, 1), people)
    partRunningDays(draft)
    expect([...(draft.onDay.get(first) ?? [])]).toEqual(['b'])
    expect(runningDays(draft)).toEqual([])
  })
})
