import { evidenceEndpoints, mostEvidenceSubjects, type EvidenceFile } from '../../../http/contract/evidence.ts'
import { useMay } from '../session.tsx'
import { useAnswer } from '../queries.ts'

/** The files of several entries at once, by the entry. */
export function useEvidenceOf(entryIds: readonly string[]): (entryId: string | null) => readonly EvidenceFile[] {
  const may = useMay()
  const ids = [...new Set(entryIds)].slice(0, mostEvidenceSubjects).toSorted().join(',')
  const enabled = ids !== '' && may('entry.read')
  const { data } = useAnswer(evidenceEndpoints.listEvidence, { query: { kind: 'entry', ids } }, { enabled })
  return (entryId) => data?.evidence.filter(({ subjectId }) => subjectId === entryId) ?? []
}
