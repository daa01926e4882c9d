import type { SchemeVersionStore, StoredVersion } from '../commands/draft-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { RatingStore, RegisterStore, StoredMark, StoredRegisterDecision } from '../commands/rating-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import { assess, type Assessment } from '../domain/scoring/assess.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'
import type { AssessmentPeriod } from './assessment-period.ts'

/** What every result is derived from; all of it within one town and one snapshot. */
export type AssessmentPorts = {
  readonly versions: Pick<SchemeVersionStore, 'list'>
  readonly roster: Pick<RosterStore, 'assignments'>
  readonly ledger: Pick<LedgerStore, 'ofYear'>
  readonly ratings: Pick<RatingStore, 'standingMarks'>
  readonly registers: Pick<RegisterStore, 'decisions'>
}

/** Everything a year's scores follow from, as it is on record. */
export type YearOnRecord = {
  readonly period: AssessmentPeriod
  readonly version: StoredVersion
  readonly assessment: Assessment
  readonly marks: readonly StoredMark[]
  readonly decisions: readonly StoredRegisterDecision[]
}

export type AssessedYear = YearOnRecord & {
  /** In roster order. */
  readonly sheets: readonly ScoreSheet[]
}

export type NoScheme = { readonly code: 'no-scheme-for-period'; readonly asOf: LocalDate }

/** Scores of the year as of the period's balance day, under the version in force on that day. */
export async function readAssessedYear(
  ports: AssessmentPorts,
  period: AssessmentPeriod,
): Promise<Result<AssessedYear, NoScheme>> {
  const year = await readYear(ports, period)
  return year.ok ? accept({ ...year.value, sheets: assess(year.value.assessment) }) : year
}

/** The year before anyone is assessed, for who needs only a few people's scores. */
export async function readYear(
  ports: AssessmentPorts,
  period: AssessmentPeriod,
): Promise<Result<YearOnRecord, NoScheme>> {
  const version = versionInForce(await ports.versions.list(), period.asOf)
  if (version === null) return refuse({ code: 'no-scheme-for-period', asOf: period.asOf })
  const marks = await ports.ratings.standingMarks(period.year)
  const decisions = await ports.registers.decisions(period.year)
  const assessment: Assessment = {
    scheme: version.scheme,
    year: period.year,
    asOf: period.asOf,
    roster: await ports.roster.assignments(),
    entries: await ports.ledger.ofYear(period.year),
    marks,
    registerDecisions: decisions,
  }
  return accept({ period, version, assessment, marks, decisions })
}
