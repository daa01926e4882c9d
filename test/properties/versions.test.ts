import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centipoints } from '../../src/domain/primitives/centipoints.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { quantity } from '../../src/domain/primitives/quantity.ts'
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts'
import {
  placedRules,
  type Item,
  type OfficeSheet,
  type Rule,
  type Scheme,
} from '../../src/domain/scheme/scheme.ts'
import { assess, type Assessment } from '../../src/domain/scoring/assess.ts'
import { schemeOfYear } from '../../src/domain/scoring/scheme-of-year.ts'
import type { ScoreSheet } from '../../src/domain/scoring/score-sheet.ts'
import { randomTown } from './random-town.ts'
import { townToAssessment } from './town-to-domain.ts'

const runs = { numRuns: 400 }
const randomAssessment = randomTown.map(townToAssessment)
const turnOfYear = fc.constantFrom('02-11', '05-16', '07-01', '10-01')
const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 40 })

/** The figures of everyone, whatever the ids of items are. */
function figures(sheets: readonly ScoreSheet[]) {
  return sheets.map((sheet) => ({
    staffNumber: sheet.staffNumber,
    score: sheet.score,
    soFar: sheet.soFar,
    work: sheet.work,
    reward: sheet.reward,
    money: sheet.moneyFen,
    items: sheet.categories.flatMap(({ sheets: held }) =>
      held.flatMap(({ items }) =>
        items.map(({ title, score, lines }) => [title, score, lines.map(({ kind, change }) => [kind, change])]),
      ),
    ),
  }))
}

/** The scheme with every rule changed. */
function withRules(scheme: Scheme, change: (rule: Rule) => Rule): Scheme {
  return {
    ...scheme,
    categories: scheme.categories.map((category) => ({
      ...category,
      sheets: category.sheets.map((sheet) => ({
        ...sheet,
        items: sheet.items.map((item) => ({ ...item, rules: item.rules.map(change) })),
      })),
    })),
    rewards: scheme.rewards.map(change),
    vetoes: scheme.vetoes.map(change),
  }
}

/** Every id goes to another rule of the scheme. */
function permutationOf(scheme: Scheme, by: readonly number[]): ReadonlyMap<string, string> {
  const ids = [...placedRules(scheme)].map(({ rule }) => rule.id)
  const shuffled = ids
    .map((id, index) => ({ id, key: by[index % by.length] ?? 0, index }))
    .toSorted((left, right) => left.key - right.key || left.index - right.index)
  return new Map(ids.map((id, index) => [id, shuffled[index]?.id ?? id]))
}

/** Other amounts, graces and targets under the same words. */
function changed(scheme: Scheme, by: readonly number[]): Scheme {
  const places = new Map([...placedRules(scheme)].map(({ rule }, index) => [rule.id, index]))
  return withRules(scheme, (rule) => {
    const number = by[(places.get(rule.id) ?? 0) % by.length] ?? 0
    if (number % 3 === 0) return rule
    const { grace, shortfall } = rule
    return {
      ...rule,
      points: rule.points === null ? null : centipoints(rule.points + 50),
      ...(grace === undefined ? {} : { grace: { ...grace, count: quantity(grace.count + 100) } }),
      ...(shortfall === undefined
        ? {}
        : { shortfall: { ...shortfall, target: quantity(shortfall.target + 2 * shortfall.step) } }),
    }
  })
}

type Turn = {
  readonly first: Scheme
  readonly second: Scheme
  /** Day of the year on which the second takes effect. */
  readonly day: string
  /** What the second version calls the rules of the town's scheme. */
  readonly secondId: (ruleId: string) => string
}

/** The town's entries assessed under two versions, each entry with the id that the version of its day gives its rule. */
function assessTurned(assessment: Assessment, { first, second, day, secondId }: Turn): ScoreSheet[] {
  const { year, asOf } = assessment
  const turn = localDate(`${String(year)}-${day}`)
  const versions = [
    { version: 1, effectiveFrom: localDate(`${String(year - 1)}-01-01`), scheme: first },
    { version: 2, effectiveFrom: turn, scheme: second },
  ]
  const ofYear = schemeOfYear(versions, year, asOf)
  if (ofYear === null) throw new Error('the first version is in force')
  const renamed = (entry: LedgerEntry) =>
    entry.occurredOn < turn ? entry : { ...entry, ruleId: secondId(entry.ruleId) }
  return assess({
    ...assessment,
    scheme: ofYear.scheme,
    history: ofYear.history,
    entries: assessment.entries.map(renamed),
    registerDecisions: (assessment.registerDecisions ?? []).map((decision) =>
      ofYear.version.version === 1 ? decision : { ...decision, ruleId: secondId(decision.ruleId) },
    ),
  })
}

const asBefore = (ruleId: string) => ruleId

/** Every item with a title of its own, so that nothing is ambiguous. */
function titled(scheme: Scheme): Scheme {
  return withItems(scheme, (items, sheet) =>
    items.map((item, place) => ({ ...item, title: `${sheet.id}之${String(place)}` })),
  )
}

function withItems(scheme: Scheme, change: (items: readonly Item[], sheet: OfficeSheet) => Item[]): Scheme {
  return {
    ...scheme,
    categories: scheme.categories.map((category) => ({
      ...category,
      sheets: category.sheets.map((sheet) => ({ ...sheet, items: change(sheet.items, sheet) })),
    })),
  }
}

/** Some items gone, the others in the opposite order, some of their rules gone too. */
function reduced(scheme: Scheme, by: readonly number[]): Scheme {
  const isKept = (place: number) => (by[place % by.length] ?? 0) % 3 !== 0
  return withItems(scheme, (items) =>
    items
      .filter((_, place) => isKept(place))
      .toReversed()
      .map((item) => ({ ...item, rules: item.rules.filter((_, place) => isKept(place + 7)) })),
  )
}

function entryIdsOf(sheet: ScoreSheet): readonly string[] {
  const items = sheet.categories.flatMap(({ sheets }) => sheets.flatMap((one) => one.items))
  const lines = [...items, ...(sheet.rewards === null ? [] : [sheet.rewards])].flatMap((item) => item.lines)
  const others = [...sheet.otherLines, ...(sheet.zeroedBy === null ? [] : [sheet.zeroedBy])]
  return [...lines, ...others].flatMap(({ entryId }) => (entryId === null ? [] : [entryId]))
}

describe('一年两版', () => {
  it('年中通过一字不差的第二版，谁的分也不变', () => {
    fc.assert(
      fc.property(randomAssessment, turnOfYear, (assessment, day) => {
        const { scheme } = assessment
        const copy = withRules(scheme, (rule) => ({ ...rule }))
        const turned = assessTurned(assessment, { first: scheme, second: copy, day, secondId: asBefore })
        expect(figures(turned)).toEqual(figures(assess(assessment)))
      }),
      runs,
    )
  })

  it('第二版的编号怎么换都一样', () => {
    let moved = 0
    fc.assert(
      fc.property(randomAssessment, turnOfYear, numbers, (assessment, day, by) => {
        const first = assessment.scheme
        const second = changed(first, by)
        const ids = permutationOf(second, by)
        const secondId = (ruleId: string) => ids.get(ruleId) ?? ruleId
        const renamed = withRules(second, (rule) => ({ ...rule, id: secondId(rule.id) }))
        const plain = assessTurned(assessment, { first, second, day, secondId: asBefore })
        expect(figures(assessTurned(assessment, { first, second: renamed, day, secondId }))).toEqual(
          figures(plain),
        )
        if (JSON.stringify(figures(plain)) !== JSON.stringify(figures(assess(assessment)))) moved += 1
      }),
      runs,
    )
    // A second version that changed nobody's score would prove nothing.
    expect(moved).toBeGreaterThan(100)
  })

  it('成绩单逐行相加仍是得分', () => {
    let summed = 0
    fc.assert(
      fc.property(randomAssessment, turnOfYear, numbers, (assessment, day, by) => {
        const first = assessment.scheme
        const turn: Turn = { first, second: changed(first, by), day, secondId: asBefore }
        for (const sheet of assessTurned(assessment, turn))
          for (const item of sheet.categories.flatMap(({ sheets }) => sheets.flatMap(({ items }) => items))) {
            if (item.windows.length === 0 || item.windows.some(({ score }) => score === null)) continue
            summed += 1
            const scores = item.windows.reduce((sum, { score }) => sum + (score ?? 0), 0)
            expect(item.lines.reduce((sum, { change }) => sum + change, 0)).toBe(scores)
          }
      }),
      runs,
    )
    expect(summed).toBeGreaterThan(1_000)
  })

  it('项目、条款有去有留：每条记录在成绩单上恰好出现一次，去了的项目的记录都说明', () => {
    let removed = 0
    fc.assert(
      fc.property(randomAssessment, turnOfYear, numbers, (assessment, day, by) => {
        const first = titled(assessment.scheme)
        const second = reduced(first, by)
        const kept = new Set([...placedRules(second)].map(({ rule }) => rule.id))
        // On the new version's days only what it has can be recorded.
        const turn = `${String(assessment.year)}-${day}`
        const entries = assessment.entries.filter(
          ({ ruleId, occurredOn }) => occurredOn < turn || kept.has(ruleId),
        )
        const sheets = assessTurned({ ...assessment, entries }, { first, second, day, secondId: asBefore })
        expect(sheets.flatMap(entryIdsOf).toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
        const items = new Set(
          second.categories.flatMap((one) => one.sheets.flatMap(({ items: held }) => held.map(({ id }) => id))),
        )
        const places = new Map([...placedRules(first)].map(({ rule, item }) => [rule.id, item?.id ?? null]))
        const isBalanced = assessment.asOf >= turn
        for (const sheet of sheets)
          for (const { entryId, reason } of sheet.otherLines) {
            const entry = entries.find(({ id }) => id === entryId)
            const itemId = places.get(entry?.ruleId ?? '') ?? null
            const hasGone = isBalanced && itemId !== null && !items.has(itemId)
            if (reason?.code === 'removed') removed += 1
            expect(reason?.code === 'removed' && reason.what === 'item' && !hasGone).toBe(false)
          }
      }),
      runs,
    )
    expect(removed).toBeGreaterThan(100)
  })
})
