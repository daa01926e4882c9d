import type { SchemeVersionStore, StoredVersion } from '../commands/draft-store.ts'
import type { LedgerStore } from '../commands/ledger-store.ts'
import type { RatingStore, RegisterStore, StoredMark, StoredRegisterDecision } from '../commands/rating-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { assess, type Assessment } from '../domain/scoring/assess.ts'
import { schemeOfYear } from '../domain/scoring/scheme-of-year.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'
import type { AssessmentPeriod } from './assessment-period.ts'
import { categoryIdOfMark, decisionsToday } from './earlier-ids.ts'

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
  /** In force on the balance day. */
  readonly version: StoredVersion
  /** All there are, oldest first. */
  readonly versions: readonly StoredVersion[]
  readonly assessment: Assessment
  /** Marks and decisions with the ids of `assessment.scheme`, whatever they were written with. */
  readonly marks: readonly StoredMark[]
  readonly decisions: readonly StoredRegisterDecision[]
}

export type AssessedYear = YearOnRecord & {
  /** In roster order. */
  readonly sheets: readonly ScoreSheet[]
}

export type NoScheme = { readonly code: 'no-scheme-for-period'; readonly asOf: LocalDate }

/** Scores of the year as of the period's balance day: its version says what there is to score, each entry's day by what. */
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
  const versions = await ports.versions.list()
  const ofYear = schemeOfYear(versions, period.year, period.asOf)
  if (ofYear === null) return refuse({ code: 'no-scheme-for-period', asOf: period.asOf })
  const { version } = ofYear
  const known = { period, versions, version }
  const marks = (await ports.ratings.standingMarks(period.year)).flatMap((mark) => {
    const categoryId = categoryIdOfMark(known, mark)
    return categoryId === null ? [] : [{ ...mark, categoryId }]
  })
  const decisions = decisionsToday(known, ofYear, await ports.registers.decisions(period.year))
  const assessment: Assessment = {
    scheme: ofYear.scheme,
    history: ofYear.history,
    year: period.year,
    asOf: period.asOf,
    roster: await ports.roster.assignments(),
    entries: await ports.ledger.ofYear(period.year),
    marks,
    registerDecisions: decisions,
  }
  return accept({ period, version, versions, assessment, marks, decisions })
}
