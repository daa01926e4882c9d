import type { LedgerStore } from '../commands/ledger-store.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { reversalRemark } from './entry-effect-remark.ts'
import { effectsOf, type EntryEffect } from './entry-effect.ts'
import { readYear, type AssessmentPorts, type NoScheme } from './read-assessed-year.ts'

type Stores = AssessmentPorts & { readonly ledger: LedgerStore }
type EntryUnknown = { readonly code: 'entry-unknown' }

/** What 更正（冲销） of an entry would move on its person's sheet; an entry already reversed moves nothing. */
export async function previewReversal(
  stores: Stores,
  today: LocalDate,
  entryId: string,
): Promise<Result<readonly EntryEffect[], EntryUnknown | NoScheme>> {
  const [entry] = await stores.ledger.find([entryId])
  if (entry === undefined) return refuse({ code: 'entry-unknown' })
  if (entry.state === 'reversed') return accept([])
  const year = await readYear(stores, assessmentPeriod(String(yearOf(entry.occurredOn)), today, null))
  if (!year.ok) return year
  const { assessment } = year.value
  const entriesAfter = assessment.entries.map((other) =>
    other.id === entryId ? { ...other, state: 'reversed' as const } : other,
  )
  const step = { changed: [entry], entriesAfter, remarkOn: reversalRemark }
  return accept(effectsOf(assessment, await stores.versions.list(), step))
}
