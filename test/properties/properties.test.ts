import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yearSpan, type LocalDate } from '../../src/domain/primitives/local-date.ts'
import { fen } from '../../src/domain/primitives/fen.ts'
import { sharePool, type PayList } from '../../src/domain/pay/share-pool.ts'
import { standings } from '../../src/domain/standing/standings.ts'
import { assess, type Assessment } from '../../src/domain/scoring/assess.ts'
import { setsBase } from '../../src/domain/scoring/effects/sets-base.ts'
import type { ItemScore, ScoreSheet } from '../../src/domain/scoring/score-sheet.ts'
import { randomTown } from './random-town.ts'
import { townToAssessment } from './town-to-domain.ts'

const runs = { numRuns: 600 }
const randomAssessment = randomTown.map(townToAssessment)
const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 40 })

/** The same things in an order decided by the numbers. */
function reordered<Thing>(things: readonly Thing[], by: readonly number[]): Thing[] {
  return things
    .map((thing, index) => ({ thing, key: by[index % by.length] ?? 0, index }))
    .toSorted((left, right) => left.key - right.key || left.index - right.index)
    .map(({ thing }) => thing)
}

/** What a person may rely on: figures only, without the lines that explain them. */
function figures(sheets: readonly ScoreSheet[]) {
  return Object.fromEntries(
    sheets.map((sheet) => [
      sheet.staffNumber,
      {
        score: sheet.score,
        soFar: sheet.soFar,
        work: sheet.work,
        reward: sheet.reward,
        money: sheet.moneyFen,
        items: itemsOf(sheet).map(({ itemId, score }) => [itemId, score]),
      },
    ]),
  )
}

function itemsOf(sheet: ScoreSheet): ItemScore[] {
  return sheet.categories.flatMap(({ sheets }) => sheets.flatMap(({ items }) => items))
}

describe('计分的性质', () => {
  it('记录给出的先后不影响任何数字和说明', () => {
    fc.assert(
      fc.property(randomAssessment, numbers, (assessment, order) => {
        const shuffled = {
          ...assessment,
          entries: reordered(assessment.entries, order),
          marks: reordered(assessment.marks, order),
        }
        expect(assess(shuffled)).toEqual(assess(assessment))
      }),
      runs,
    )
  })

  it('没有取最近一次的项目时，登记的先后不影响任何数字', () => {
    fc.assert(
      fc.property(randomAssessment.map(gathered), numbers, (assessment, order) => {
        const latestMatters = assessment.scheme.categories.some(({ sheets }) =>
          sheets.some(({ items }) => items.some(({ rules }) => rules.some(setsBase))),
        )
        fc.pre(!latestMatters)
        const positions = reordered(
          assessment.entries.map(({ position }) => position),
          order,
        )
        const renumbered = assessment.entries.map((entry, index) => ({
          ...entry,
          position: positions[index] ?? entry.position,
        }))
        expect(figures(assess({ ...assessment, entries: renumbered }))).toEqual(figures(assess(assessment)))
      }),
      runs,
    )
  })

  it('冲销一条记录，一切回到没有这条记录的时候', () => {
    fc.assert(
      fc.property(randomAssessment, fc.nat(), (assessment, at) => {
        fc.pre(assessment.entries.length > 0)
        const chosen = assessment.entries[at % assessment.entries.length]
        const reversed = assessment.entries.map((entry) =>
          entry === chosen ? { ...entry, state: 'reversed' as const } : entry,
        )
        const without = assessment.entries.filter((entry) => entry !== chosen)
        expect(figures(assess({ ...assessment, entries: reversed }))).toEqual(
          figures(assess({ ...assessment, entries: without })),
        )
      }),
      runs,
    )
  })

  it('未确认的记录再多一倍，数字不变', () => {
    fc.assert(
      fc.property(randomAssessment, (assessment) => {
        const waiting = assessment.entries.map((entry) => ({
          ...entry,
          id: `${entry.id}-waiting`,
          position: entry.position + assessment.entries.length,
          state: 'recorded' as const,
        }))
        expect(figures(assess({ ...assessment, entries: [...assessment.entries, ...waiting] }))).toEqual(
          figures(assess(assessment)),
        )
      }),
      runs,
    )
  })

  it('成绩单逐行相加就是得分', () => {
    let summed = 0
    fc.assert(
      fc.property(randomAssessment, (assessment) => {
        for (const sheet of assess(assessment)) {
          const items = itemsOf(sheet)
          expect(items.flatMap(brokenLines)).toEqual([])
          summed += items.filter(isAssessed).length
          expect(sumOf(sheet.rewards?.lines.map(({ change }) => change) ?? [])).toBe(sheet.reward)
          const expected = sheet.work === null ? null : Math.max(0, sheet.work + sheet.reward)
          expect(sheet.score).toBe(sheet.zeroedBy === null ? expected : 0)
        }
      }),
      runs,
    )
    expect(summed).toBeGreaterThan(2_000)
  })

  it('换一种名册顺序，每个人的得分和名次不变，应发只在同分而余数相同的人之间差一分钱', () => {
    fc.assert(
      fc.property(randomAssessment, numbers, (assessment, order) => {
        const shuffled = { ...assessment, roster: rosterReordered(assessment, order) }
        const [here, there] = [assess(assessment), assess(shuffled)]
        expect(figures(there)).toEqual(figures(here))
        expect(byPerson(there, standings(there))).toEqual(byPerson(here, standings(here)))
        const [pay, otherPay] = [payOf(here), payOf(there)]
        expect(otherPay === null).toBe(pay === null)
        if (pay === null || otherPay === null) return
        expect(payByScore(otherPay)).toEqual(payByScore(pay))
        expect(largestDifference(pay, otherPay)).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })
})

describe('绩效工资的性质', () => {
  it('应发合计恰好等于总额，扣发另列', () => {
    let paid = 0
    fc.assert(
      fc.property(randomAssessment, fc.integer({ min: 1, max: 500_000 }), (assessment, perPerson) => {
        const pay = payOf(assess(assessment), perPerson)
        if (pay === null) return
        paid += 1
        expect(sumOf(pay.lines.map(({ payFen }) => payFen))).toBe(pay.poolFen)
        expect(sumOf(pay.lines.map(({ contributedFen }) => contributedFen))).toBe(pay.poolFen)
        expect(sumOf(pay.lines.map(({ netFen }) => netFen)) + pay.withheldTotalFen).toBe(pay.poolFen)
        for (const line of pay.lines) {
          expect(line.netFen).toBe(Math.max(0, line.payFen - line.moneyFen))
          expect(line.unpaidRestFen).toBe(line.moneyFen - (line.payFen - line.netFen))
        }
      }),
      runs,
    )
    expect(paid).toBeGreaterThan(150)
  })

  it('天数相同的人，分高的应发不会少', () => {
    let compared = 0
    fc.assert(
      fc.property(randomAssessment, fc.integer({ min: 1, max: 500_000 }), (assessment, perPerson) => {
        const lines = payOf(assess(assessment), perPerson)?.lines ?? []
        for (const one of lines)
          for (const other of lines) {
            if (one.days !== other.days || one.score <= other.score) continue
            compared += 1
            expect(one.payFen).toBeGreaterThanOrEqual(other.payFen)
          }
      }),
      runs,
    )
    expect(compared).toBeGreaterThan(100)
  })
})

function isAssessed({ windows }: ItemScore): boolean {
  return windows.length > 0 && windows.every(({ score }) => score !== null)
}

/** Where a line does not go on from the one before it, or the lines do not add up to the windows' scores. */
function brokenLines(item: ItemScore): string[] {
  const jumps = item.lines.filter(
    ({ before, change, after }) => before !== null && after !== null && before + change !== after,
  )
  const scores = sumOf(item.windows.map(({ score }) => score ?? 0))
  const changes = sumOf(item.lines.map(({ change }) => change))
  const isWrong = isAssessed(item) && changes !== scores
  return [
    ...jumps.map((line) => `${item.itemId}: ${line.before} + ${line.change} is not ${line.after}`),
    ...(isWrong ? [`${item.itemId}: lines make ${changes}, windows ${scores}`] : []),
  ]
}

/** Many entries on one day: each moves to the first day of its row on the roster, so that only the recording orders them. */
function gathered(assessment: Assessment): Assessment {
  const entries = assessment.entries.map((entry) => {
    const day = entry.occurredOn
    const row = assessment.roster.find(
      ({ staffNumber, from, to }) =>
        staffNumber === entry.staffNumber && (from === null || from <= day) && (to === null || day <= to),
    )
    const first = yearSpan(assessment.year).first
    return { ...entry, occurredOn: latest(first, row?.from ?? first) }
  })
  return { ...assessment, entries }
}

function latest(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function payOf(sheets: readonly ScoreSheet[], perPerson = 200_001): PayList | null {
  const pay = sharePool(sheets, fen(perPerson))
  return pay.ok ? pay.value : null
}

/** Rows of one person stay together, so that a mover's stays keep their order. */
function rosterReordered({ roster }: Assessment, order: readonly number[]) {
  const people = reordered([...new Set(roster.map(({ staffNumber }) => staffNumber))], order)
  return people.flatMap((staffNumber) => roster.filter((row) => row.staffNumber === staffNumber))
}

function byPerson<Value>(sheets: readonly ScoreSheet[], values: readonly Value[]) {
  return Object.fromEntries(sheets.map(({ staffNumber }, index) => [staffNumber, values[index]]))
}

/** What the people of each score get together: among equal fractions and scores the roster decides about one fen. */
function payByScore(pay: PayList): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { score, payFen } of pay.lines) sums[score] = (sums[score] ?? 0) + payFen
  return sums
}

function largestDifference(pay: PayList, other: PayList): number {
  return Math.max(
    ...pay.lines.map((line) => {
      const same = other.lines.find(({ staffNumber }) => staffNumber === line.staffNumber)
      return Math.abs(line.payFen - (same?.payFen ?? Number.NaN))
    }),
  )
}
