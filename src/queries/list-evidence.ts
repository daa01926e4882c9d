import type { EvidenceStore } from '../commands/evidence-store.ts'
import type { ProposedEntryStore } from '../commands/proposed-entry-store.ts'
import type { Subject } from '../policies/permit.ts'
import { evidenceView, type EvidenceView } from './evidence-view.ts'
import {
  findAddingBar,
  readableSubjects,
  type EvidenceSubject,
  type ReadableSubjectPorts,
} from './readable-evidence.ts'

type Ports = ReadableSubjectPorts & {
  readonly evidence: Pick<EvidenceStore, 'of'>
  readonly proposedEntries: Pick<ProposedEntryStore, 'list'>
}

export type ListedEvidence = {
  readonly evidence: readonly EvidenceView[]
  /** Entries and lines that the asker may add to. */
  readonly openTo: readonly string[]
}

/**
 * The files of several entries or lines of registers, without those of subjects the asker may not read. With an entry
 * that was adopted from a register come the files of the lines it rests on, where he may read these.
 */
export async function listEvidence(
  ports: Ports,
  asker: Subject,
  kind: 'entry' | 'record',
  ids: readonly string[],
): Promise<ListedEvidence> {
  const readable = await readableSubjects(ports, asker, kind, ids)
  const found = (await ports.evidence.of(kind, readable.map(idOf))).map(evidenceView)
  const adopted = kind === 'entry' ? await ofAdoptedLines(ports, asker, readable) : []
  const open = readable.filter((subject) => findAddingBar(asker, subject) === null)
  return { evidence: [...found, ...adopted], openTo: open.map(idOf) }
}

function idOf(subject: EvidenceSubject): string {
  return subject.kind === 'entry' ? subject.entry.id : subject.record.id
}

async function ofAdoptedLines(ports: Ports, asker: Subject, readable: readonly EvidenceSubject[]) {
  const entries = new Set(readable.map(idOf))
  const staffNumbers = readable.flatMap((one) => (one.kind === 'entry' ? [one.entry.staffNumber] : []))
  if (staffNumbers.length === 0) return []
  const adopted = await ports.proposedEntries.list({
    states: ['adopted'],
    staffNumbers: [...new Set(staffNumbers)],
  })
  const entryOfLine = new Map(
    adopted.flatMap(({ entryId, observation }) =>
      entryId !== null && entries.has(entryId)
        ? observation.recordIds.map((recordId): [string, string] => [recordId, entryId])
        : [],
    ),
  )
  const lines = await readableSubjects(ports, asker, 'record', [...entryOfLine.keys()])
  const evidence = await ports.evidence.of('record', lines.map(idOf))
  return evidence.map((one) => ({
    ...evidenceView(one),
    subjectId: entryOfLine.get(one.subject.id) ?? one.subject.id,
  }))
}
