import {
  decimal,
  fraction,
  hundredthsOf,
  isLess,
  larger,
  minus,
  nothing,
  over,
  plus,
  times,
  total,
  wholePart,
} from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { windowHolding } from './oracle-days.ts'
import type { Stretch } from './oracle-days.ts'
import type { SchemeFile } from '../../src/domain/scheme/scheme.ts'
import type { Town, TownEntry } from './town.ts'

export type FileCategory = SchemeFile['categories'][number]
export type FileSheet = NonNullable<FileCategory['sheets']>[number]
export type FileItem = NonNullable<FileSheet['items']>[number]
export type FileRule = NonNullable<FileItem['rules']>[number]
export type WindowKind = 'month' | 'quarter' | 'year'

export const isWithin = (day: string, stretch: Stretch): boolean => stretch.first <= day && day <= stretch.last

const rulesById = new WeakMap<SchemeFile, ReadonlyMap<string, FileRule>>()

function earlierRules(scheme: SchemeFile): ReadonlyMap<string, FileRule> {
  const known = rulesById.get(scheme)
  if (known !== undefined) return known
  const items = scheme.categories.flatMap(({ sheets }) => (sheets ?? []).flatMap((sheet) => sheet.items ?? []))
  const rules = [...items.flatMap((item) => item.rules ?? []), ...(scheme.rewards ?? []), ...(scheme.vetoes ?? [])]
  const made = new Map(rules.map((rule) => [rule.id, rule]))
  rulesById.set(scheme, made)
  return made
}

/** The rule as it was on the day. */
export function onDay({ earlier }: Town, rule: FileRule, day: string): FileRule {
  if (earlier === undefined || day >= earlier.until) return rule
  return earlierRules(earlier.scheme).get(rule.id) ?? rule
}

/** What charges under one rule, in order, may move: each up to the cap of its own day, less what went before it. */
export function withinCap(charges: readonly Charge[]): Fraction[] {
  let moved = nothing
  return charges.map(({ rule, amount }) => {
    const wanted = amount ?? nothing
    const room = rule.cap === undefined ? wanted : larger(nothing, minus(decimal(rule.cap), moved))
    const size = isLess(wanted, room) ? wanted : room
    moved = plus(moved, size)
    return size
  })
}

/** SPEC §3: only confirmed entries up to the as-of day count. */
export function countedEntries(town: Town): TownEntry[] {
  return town.entries
    .filter((entry) => entry.state === 'confirmed' && entry.occurredOn <= town.asOf)
    .toSorted((left, right) =>
      left.occurredOn < right.occurredOn
        ? -1
        : left.occurredOn > right.occurredOn
          ? 1
          : left.position - right.position,
    )
}

/** SPEC §4.1 Units: what the running sum has charged once every unit up to and including this entry is in. */
function stepsUpTo(rule: FileRule, units: Fraction): Fraction {
  const grace = rule.grace === undefined ? nothing : decimal(rule.grace.count)
  const per = rule.per === undefined ? fraction(1n) : decimal(rule.per)
  return fraction(wholePart(over(larger(nothing, minus(units, grace)), per)))
}

/** SPEC §4.3: the default ladder of a reward that names no amount, by the level of its entry. */
function defaultRung(rule: FileRule, entry: TownEntry): number | null {
  const isReward = rule.id.startsWith('w')
  return isReward ? (ladderOfLevels[rule.level ?? entry.level ?? ''] ?? null) : null
}
const ladderOfLevels: Readonly<Record<string, number>> = { 区: 1, 县: 1, 市: 2, 省: 3, 国家: 5 }

export type Charge = { readonly entry: TownEntry; readonly rule: FileRule; readonly amount: Fraction | null }

/**
 * The amount one entry moves, before rungs and caps: steps × points (or yuan), the decided points of a discretionary
 * rule. `mine` are this person's counted entries in order. null: the rule's amount is lost and a step is charged.
 */
function chargeOf(
  town: Town,
  standing: FileRule,
  entry: TownEntry,
  mine: readonly TownEntry[],
  kind: WindowKind,
): Charge {
  const rule = onDay(town, standing, entry.occurredOn)
  if (rule.effect === 'discretionary') return { entry, rule, amount: decimal(entry.discretion ?? 0) }
  const window = windowHolding(town.year, rule.grace?.window ?? kind, entry.occurredOn)
  const same = mine.filter((other) => other.ruleId === rule.id && isWithin(other.occurredOn, window))
  const before = total(same.slice(0, same.indexOf(entry)).map((other) => decimal(other.quantity)))
  const steps = minus(stepsUpTo(rule, plus(before, decimal(entry.quantity))), stepsUpTo(rule, before))
  const perStep = rule.effect === 'money' ? rule.yuan : (rule.points ?? defaultRung(rule, entry))
  if (perStep === null || perStep === undefined) return { entry, rule, amount: steps.top === 0n ? nothing : null }
  return { entry, rule, amount: times(steps, decimal(perStep)) }
}

export function chargesOf(
  town: Town,
  rules: readonly FileRule[],
  mine: readonly TownEntry[],
  kind: WindowKind,
): Charge[] {
  return mine.flatMap((entry) => {
    const rule = rules.find((candidate) => candidate.id === entry.ruleId)
    return rule === undefined ? [] : [chargeOf(town, rule, entry, mine, kind)]
  })
}

const families = new WeakMap<FileRule, string>()

/** Everything about a rule except how high its rung stands: rules with the same text here differ only in the rung. */
function rungFamily(rule: FileRule): string {
  const known = families.get(rule)
  if (known !== undefined) return known
  const { id, points, yuan, level, rank, severity, source, sentence, origin, min, max, cap, ...rest } = rule
  void [id, points, yuan, level, rank, severity, source, sentence, origin, min, max, cap]
  const fields = Object.entries(rest).filter(([, value]) => value !== undefined)
  const family = JSON.stringify(fields.toSorted(([left], [right]) => (left < right ? -1 : 1)))
  families.set(rule, family)
  return family
}

/** Of the charges that share a key, only the largest stays (the earliest of equal ones); a null key shares with nobody. */
export function largestOfEach(charges: readonly Charge[], keyOf: (charge: Charge) => string | null): Charge[] {
  return charges.filter((charge) => {
    const key = keyOf(charge)
    if (key === null) return true
    const rivals = charges.filter((other) => keyOf(other) === key)
    const best = rivals.reduce((kept, other) =>
      isLess(kept.amount ?? nothing, other.amount ?? nothing) ? other : kept,
    )
    return best === charge
  })
}

/** SPEC §4.1 Levels: the key one matter is charged once under, or null when the rule stands on no ladder. */
export function ladderKey(rules: readonly FileRule[]): (charge: Charge) => string | null {
  const sizes = new Map<string, number>()
  for (const rule of rules) sizes.set(rungFamily(rule), (sizes.get(rungFamily(rule)) ?? 0) + 1)
  return ({ rule, entry }) =>
    entry.matter === null || (sizes.get(rungFamily(rule)) ?? 0) < 2 || !stepped.has(rule.effect)
      ? null
      : `${rungFamily(rule)} ${entry.matter}`
}

const stepped = new Set<string>(['deduct', 'add', 'money'])

/** Yuan taken by money rules, in fen. */
export function fenTaken(charges: readonly Charge[]): bigint {
  return hundredthsOf(
    total(charges.filter(({ rule }) => rule.effect === 'money').map(({ amount }) => amount ?? nothing)),
  )
}
