import type { LedgerStore } from '../commands/ledger-store.ts'
import { canBecome } from '../domain/ledger/entry-steps.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { countingRemark } from './entry-effect-remark.ts'
import { effectsOf, type EntryEffect, type SeenEntry } from './entry-effect.ts'
import { readYear, type AssessmentPorts, type NoScheme } from './read-assessed-year.ts'

type Stores = AssessmentPorts & { readonly ledger: LedgerStore }
type EntriesUnknown = { readonly code: 'entries-unknown'; readonly count: number }

/**
 * What confirming these entries together would move, year by year. Those that are confirmed or reversed already move
 * nothing and are left out.
 */
export async function previewConfirmation(
  stores: Stores,
  today: LocalDate,
  entryIds: readonly string[],
): Promise<Result<readonly EntryEffect[], EntriesUnknown | NoScheme>> {
  const ids = new Set(entryIds)
  const entries = await stores.ledger.find([...ids])
  if (entries.length < ids.size) return refuse({ code: 'entries-unknown', count: ids.size - entries.length })
  const versions = await stores.versions.list()
  const open = entries.filter(({ state }) => canBecome(state, 'confirmed'))
  const effects: EntryEffect[] = []
  for (const [year, changed] of groupBy(open, ({ occurredOn }) => yearOf(occurredOn))) {
    const read = await readYear(stores, assessmentPeriod(String(year), today, null))
    if (!read.ok) return read
    const { assessment } = read.value
    const entriesAfter = assessment.entries.map((entry) =>
      ids.has(entry.id) && canBecome(entry.state, 'confirmed') ? { ...entry, state: 'confirmed' as const } : entry,
    )
    const remarkOn = (seen: SeenEntry) => countingRemark(seen, entriesAfter)
    effects.push(...effectsOf(assessment, versions, { changed, entriesAfter, remarkOn }))
  }
  return accept(effects)
}
