import { windowAround, yearOf, type DaySpan, type LocalDate } from '../primitives/local-date.ts'
import type { LedgerEntry, RegisterDecision } from '../ledger/entry.ts'
import { sheetDirectory, type SheetDirectory } from '../roster/sheet-directory.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { rungFamilies } from './rungs.ts'
import { windowOfItem } from './windows.ts'

/** What every person's scoring reads and none changes. */
export type ScoringContext = {
  readonly scheme: Scheme
  readonly directory: SheetDirectory
  readonly year: number
  readonly asOf: LocalDate
  /** Families of rungs: rule id → family, over all items. */
  readonly rungFamilies: ReadonlyMap<string, string>
  readonly isRegisterKept: (ruleId: string, window: DaySpan) => boolean
  readonly registerDecision: (ruleId: string, window: DaySpan) => RegisterDecision['kind'] | null
}

/** Whether the entry counts in an assessment made as of that day: confirmed, and not after it. */
export function isCounted(entry: LedgerEntry, asOf: LocalDate): boolean {
  return entry.state === 'confirmed' && entry.occurredOn <= asOf
}

/** Occurrence first, recording second: the order of every sheet's lines (SPEC §4.1). */
export function compareEntries(left: LedgerEntry, right: LedgerEntry): number {
  if (left.occurredOn !== right.occurredOn) return left.occurredOn < right.occurredOn ? -1 : 1
  return left.position - right.position
}

/**
 * What the year knows before anyone is scored: families of rungs, kept registers (by counted entries of anyone in town)
 * and the decisions on unkept ones, the earliest in the list that spans the whole window.
 */
export function scoringContext(
  scheme: Scheme,
  year: number,
  asOf: LocalDate,
  entries: readonly LedgerEntry[],
  decisions: readonly RegisterDecision[],
): ScoringContext {
  const directory = sheetDirectory(scheme)
  const kept = keptRegisters(directory, year, asOf, entries)
  return {
    scheme,
    directory,
    year,
    asOf,
    rungFamilies: new Map(
      scheme.categories.flatMap(({ sheets }) => sheets.flatMap(({ items }) => items.flatMap(rungFamilies))),
    ),
    isRegisterKept: (ruleId, window) => kept.has(registerKey(ruleId, window)),
    registerDecision: (ruleId, window) =>
      decisions.find(
        ({ ruleId: decided, span }) =>
          decided === ruleId && span.first <= window.first && window.last <= span.last,
      )?.kind ?? null,
  }
}

/** The rules with a target under which anyone in town has a counted entry, by window. */
function keptRegisters(
  { ruleById, scheme }: SheetDirectory,
  year: number,
  asOf: LocalDate,
  entries: readonly LedgerEntry[],
): ReadonlySet<string> {
  const kept = new Set<string>()
  for (const entry of entries) {
    const placed = ruleById.get(entry.ruleId)
    if (placed?.rule.shortfall === undefined || placed.item === null || placed.category === null) continue
    if (yearOf(entry.occurredOn) !== year || !isCounted(entry, asOf)) continue
    const window = windowAround(entry.occurredOn, windowOfItem(scheme, placed.category, placed.item))
    kept.add(registerKey(entry.ruleId, window))
  }
  return kept
}

function registerKey(ruleId: string, window: DaySpan): string {
  return `${window.first} ${ruleId}`
}
