import { localDate } from '../../src/domain/primitives/local-date.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { Assessment } from '../../src/domain/scoring/assess.ts'
import type { SchemeInForce } from '../../src/domain/scoring/carry-rules.ts'
import { schemeOfYear } from '../../src/domain/scoring/scheme-of-year.ts'
import type { ScoreSheet } from '../../src/domain/scoring/score-sheet.ts'
import { assessTown } from './town.ts'

/** Versions 1, 2, 3 … with the day each takes effect. */
export function versionsOf(...held: readonly (readonly [string, Scheme])[]): readonly SchemeInForce[] {
  return held.map(([day, scheme], index) => ({ version: index + 1, effectiveFrom: localDate(day), scheme }))
}

/** Everyone's sheets in a year of several versions; 2026 as of its last day unless said otherwise. */
export function assessVersions(
  versions: readonly SchemeInForce[],
  entries: readonly LedgerEntry[],
  fields: Partial<Assessment> = {},
): ScoreSheet[] {
  const { year = 2026, asOf = localDate('2026-12-31') } = fields
  const ofYear = schemeOfYear(versions, year, asOf)
  assert(ofYear !== null, 'a version is in force')
  return assessTown(ofYear.scheme, { history: ofYear.history, entries, year, asOf, ...fields })
}

/** The one person of a town of one. */
export function sheetUnder(
  versions: readonly SchemeInForce[],
  entries: readonly LedgerEntry[],
  fields: Partial<Assessment> = {},
): ScoreSheet {
  const [sheet] = assessVersions(versions, entries, fields)
  assert(sheet !== undefined, 'the town has a person')
  return sheet
}
