import { windowAround, yearOf, type DaySpan, type LocalDate } from '../primitives/local-date.ts'
import { groupBy } from '../primitives/group-by.ts'
import type { LedgerEntry, RegisterDecision } from '../ledger/entry.ts'
import { sheetDirectory, type SheetDirectory } from '../roster/sheet-directory.ts'
import type { Item, Rule, Scheme } from '../scheme/scheme.ts'
import { isCounted } from './counted-entries.ts'
import type { RuleHistory } from './rule-history.ts'
import { schemeFamilies } from './rungs.ts'
import type { LineReason } from './score-sheet.ts'
import { windowOfItem } from './windows.ts'

/** What every person's scoring reads and none changes. */
export type ScoringContext = {
  readonly scheme: Scheme
  readonly directory: SheetDirectory
  readonly year: number
  readonly asOf: LocalDate
  /** Null while one version judges everything. */
  readonly history: RuleHistory | null
  /** The year's, with ids of its scheme. */
  readonly entries: readonly LedgerEntry[]
  /** Entries that stand under no rule of the year's scheme, by their id: the rule they were found under, and why. */
  readonly gone: ReadonlyMap<string, GoneEntry>
  /** Families of rungs: rule id → family, over all items. */
  readonly rungFamilies: ReadonlyMap<string, string>
  /** Rules over which units, caps and registers run together: each with those of other versions that it continues. */
  readonly lineagesOf: (rules: readonly Rule[]) => readonly (readonly [Rule, ...Rule[]])[]
  readonly lineageOf: (ruleId: string) => string
  readonly isRegisterKept: (lineage: string, window: DaySpan) => boolean
  readonly registerDecision: (lineage: string, window: DaySpan) => RegisterDecision['kind'] | null
}

export type GoneEntry = { readonly rule: Rule | null; readonly reason: LineReason }

/** What a year is scored from, as far as it does not speak of people. */
export type YearMatter = {
  readonly scheme: Scheme
  readonly history?: RuleHistory | null
  readonly year: number
  readonly asOf: LocalDate
  /** With the ids they were recorded with. */
  readonly entries: readonly LedgerEntry[]
  /** By ids of the year's scheme. */
  readonly registerDecisions?: readonly RegisterDecision[]
}

/**
 * What the year knows before anyone is scored: where its entries stand, families of rungs, kept registers (by counted
 * entries of anyone in town) and the decisions on unkept ones, the earliest in the list that spans the whole window.
 */
export function contextOfYear(matter: YearMatter): ScoringContext {
  const { scheme, year, asOf, registerDecisions = [] } = matter
  const history = matter.history ?? null
  const directory = sheetDirectory(scheme)
  const lineageOf = history?.lineageOf ?? ((ruleId) => ruleId)
  const ofYear = matter.entries.filter(({ occurredOn }) => yearOf(occurredOn) === year)
  const { entries, gone } = placeEntries(ofYear, history)
  const counted = entries.filter((entry) => isCounted(entry, asOf) && !gone.has(entry.id))
  const kept = keptRegisters(directory, counted, lineageOf)
  return {
    scheme,
    directory,
    year,
    asOf,
    history,
    entries,
    gone,
    rungFamilies: history?.rungFamilies ?? schemeFamilies(scheme),
    lineagesOf: history === null ? eachAlone : rememberedLineages(history),
    lineageOf,
    isRegisterKept: (lineage, window) => kept.has(registerKey(lineage, window)),
    registerDecision: (lineage, window) =>
      registerDecisions.find(
        ({ ruleId, span }) =>
          lineageOf(ruleId) === lineage && span.first <= window.first && window.last <= span.last,
      )?.kind ?? null,
  }
}

/** The entries with ids of the year's scheme, and those whose rule is not in it. */
function placeEntries(
  entries: readonly LedgerEntry[],
  history: RuleHistory | null,
): { readonly entries: readonly LedgerEntry[]; readonly gone: ReadonlyMap<string, GoneEntry> } {
  const gone = new Map<string, GoneEntry>()
  if (history === null) return { entries, gone }
  const placed = entries.map((entry) => {
    const place = history.placeOf(entry)
    if (place.found) return place.ruleId === entry.ruleId ? entry : { ...entry, ruleId: place.ruleId }
    const { rule, removed } = place
    const reason: LineReason = removed === null ? { code: 'not-on-sheet' } : { code: 'removed', ...removed }
    gone.set(entry.id, { rule, reason })
    return entry
  })
  return { entries: placed, gone }
}

type Lineages = ReturnType<ScoringContext['lineagesOf']>

function eachAlone(rules: readonly Rule[]): Lineages {
  return rules.map((rule) => [rule])
}

/** The rules of an item are asked for once per person. */
function rememberedLineages({ lineageOf }: RuleHistory) {
  const known = new WeakMap<readonly Rule[], Lineages>()
  return (rules: readonly Rule[]): Lineages => {
    const remembered = known.get(rules)
    if (remembered !== undefined) return remembered
    const lineages = [...groupBy(rules, ({ id }) => lineageOf(id)).values()].flatMap(
      ([first, ...rest]): Lineages => (first === undefined ? [] : [[first, ...rest]]),
    )
    known.set(rules, lineages)
    return lineages
  }
}

/** The item with the rules that the balance day's version has in it: they alone say what it starts from. */
export function asOfBalanceDay({ history }: ScoringContext, item: Item): Item {
  return history === null || !item.rules.some(({ id }) => history.isCarried(id))
    ? item
    : { ...item, rules: item.rules.filter(({ id }) => !history.isCarried(id)) }
}

/** The rules with a target under which anyone in town has a counted entry, by window. */
function keptRegisters(
  { ruleById, scheme }: SheetDirectory,
  counted: readonly LedgerEntry[],
  lineageOf: (ruleId: string) => string,
): ReadonlySet<string> {
  const kept = new Set<string>()
  for (const { ruleId, occurredOn } of counted) {
    const placed = ruleById.get(ruleId)
    if (placed?.rule.shortfall === undefined || placed.item === null || placed.category === null) continue
    const window = windowAround(occurredOn, windowOfItem(scheme, placed.category, placed.item))
    kept.add(registerKey(lineageOf(ruleId), window))
  }
  return kept
}

function registerKey(lineage: string, window: DaySpan): string {
  return `${window.first} ${lineage}`
}
