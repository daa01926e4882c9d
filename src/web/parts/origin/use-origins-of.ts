import { endpoints } from '../../../http/contract/endpoints.ts'
import { mostEntriesAsked, type EntryOrigin } from '../../../http/contract/registers/proposed-entries.ts'
import { useAnswer } from '../queries.ts'
import { useMay } from '../session.tsx'

/** The lines of registers that several entries came from, by the entry. */
export function useOriginsOf(entryIds: readonly string[]): (entryId: string | null) => readonly EntryOrigin[] {
  const may = useMay()
  const ids = [...new Set(entryIds)].slice(0, mostEntriesAsked).toSorted().join(',')
  const enabled = ids !== '' && may('entry.read')
  const { data } = useAnswer(endpoints.listEntryOrigins, { query: { ids } }, { enabled })
  return (entryId) => data?.origins.filter((one) => one.entryId === entryId) ?? []
}
