import type { LedgerStore } from '../commands/ledger-store.ts'
import type { OfYear, Proposal, ProposalStore } from '../commands/proposal-store.ts'
import { yearSpan, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { inForceWithin } from '../domain/scoring/scheme-of-year.ts'
import {
  finalResult,
  resultChanges,
  type FinalResult,
  type ResultChange,
} from '../domain/standing/final-result.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { readAssessedYear, type AssessedYear, type AssessmentPorts, type NoScheme } from './read-assessed-year.ts'
import { missingPeople, type MissingPerson } from './read-standings.ts'

/** What stands between a year and its annual result. */
export type ResultNotReady =
  | NoScheme
  /** The last day of the year has not passed. */
  | { readonly code: 'year-running'; readonly year: number }
  | { readonly code: 'nobody-appraised'; readonly year: number }
  | {
      readonly code: 'result-incomplete'
      readonly people: readonly MissingPerson[]
      /** Entries of the year that nobody has confirmed yet. */
      readonly unconfirmed: number
    }
  /** The approved result of that number says the same. */
  | { readonly code: 'result-unchanged'; readonly number: number }

type Ports = AssessmentPorts & {
  readonly readTownName: () => Promise<string>
  readonly ledger: Pick<LedgerStore, 'ofYear' | 'lastPosition'>
  readonly annualResults: Pick<ProposalStore<OfYear, FinalResult>, 'list'>
}

export type DraftedResult = {
  readonly result: FinalResult
  /** Against the approved result it would replace; null where it would be the first. */
  readonly changes: readonly ResultChange[] | null
}

/** The annual result of a year as it would be frozen now, or what is missing: people, confirmations, or the year's end. */
export async function draftResult(
  ports: Ports,
  asked: { readonly year: number; readonly today: LocalDate; readonly engineVersion: string },
): Promise<Result<DraftedResult, ResultNotReady>> {
  const { year, today, engineVersion } = asked
  if (today <= yearSpan(year).last) return refuse({ code: 'year-running', year })
  const assessed = await readAssessedYear(ports, assessmentPeriod(String(year), today, null))
  if (!assessed.ok) return assessed
  const gap = findGap(assessed.value)
  if (gap !== null) return refuse(gap)
  const { versions, period, assessment, sheets } = assessed.value
  const last = latestApproved(await ports.annualResults.list(), year)
  const schemes = inForceWithin(versions, year).map(({ version, scheme, effectiveFrom }) => ({
    version,
    title: scheme.title,
    effectiveFrom,
  }))
  const head = {
    town: await ports.readTownName(),
    year,
    number: (last?.number ?? 0) + 1,
    asOf: period.asOf,
    engineVersion,
    schemes,
    ledgerPosition: await ports.ledger.lastPosition(),
  }
  const result = finalResult(head, sheets, assessment.scheme)
  if (last === null) return accept({ result, changes: null })
  const changes = resultChanges(last, result)
  return changes.length === 0
    ? refuse({ code: 'result-unchanged', number: last.number })
    : accept({ result, changes })
}

function findGap({ period, assessment, sheets }: AssessedYear): ResultNotReady | null {
  if (sheets.length === 0) return { code: 'nobody-appraised', year: period.year }
  const people = missingPeople(sheets)
  const unconfirmed = assessment.entries.filter(({ state }) => state === 'recorded').length
  return people.length === 0 && unconfirmed === 0 ? null : { code: 'result-incomplete', people, unconfirmed }
}

/** The latest approved figures of a year, or null. */
export function latestApproved<Snapshot>(
  proposals: readonly Proposal<OfYear, Snapshot>[],
  year: number,
): Snapshot | null {
  const approved = proposals.filter(
    ({ subject, decision }) => subject.year === year && decision?.state === 'approved',
  )
  return approved.at(-1)?.snapshot ?? null
}
