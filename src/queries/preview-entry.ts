import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import { checkFinding, type Finding, type FindingRefusal } from '../domain/ledger/check-finding.ts'
import type { LedgerEntry } from '../domain/ledger/entry.ts'
import type { Recording } from '../domain/ledger/ledger-row.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { countingRemark } from './entry-effect-remark.ts'
import { effectsOf, type EntryEffect, type SeenEntry } from './entry-effect.ts'
import { readYear, type AssessmentPorts, type NoScheme } from './read-assessed-year.ts'

type Stores = AssessmentPorts & { readonly versions: SchemeVersionStore; readonly roster: RosterStore }

/** Checks a finding as recording would and assesses the year twice, without it and as if it were confirmed. */
export async function previewEntry(
  stores: Stores,
  today: LocalDate,
  finding: Finding,
): Promise<Result<readonly EntryEffect[], FindingRefusal | NoScheme>> {
  const versions = await stores.versions.list()
  const roster = await stores.roster.assignments()
  const checked = checkFinding({ versions, roster, today }, finding)
  if (!checked.ok) return checked
  return previewRecordings(stores, today, checked.value)
}

/** What recordings of one year would move once they were confirmed; none of them moves nothing. */
export async function previewRecordings(
  stores: Stores,
  today: LocalDate,
  recordings: readonly Recording[],
): Promise<Result<readonly EntryEffect[], NoScheme>> {
  const [first] = recordings
  if (first === undefined) return accept([])
  const year = await readYear(stores, assessmentPeriod(String(yearOf(first.occurredOn)), today, null))
  if (!year.ok) return year
  const versions = await stores.versions.list()
  const { assessment } = year.value
  const lastPosition = assessment.entries.at(-1)?.position ?? 0
  const changed = recordings.map((recording, index): LedgerEntry => {
    const position = lastPosition + 1 + index
    return { ...recording, id: `preview-${String(position)}`, position, state: 'confirmed' }
  })
  const entriesAfter = [...assessment.entries, ...changed]
  const remarkOn = (seen: SeenEntry) => countingRemark(seen, entriesAfter)
  return accept(effectsOf(assessment, versions, { changed, entriesAfter, remarkOn }))
}
