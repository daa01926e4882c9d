import type { EvidenceStore } from '../commands/evidence-store.ts'
import type { ProceedingStore } from '../commands/proceeding-store.ts'
import type { ProposedEntryStore } from '../commands/proposed-entry-store.ts'
import type { Subject } from '../policies/permit.ts'
import { evidenceView, type EvidenceView } from './evidence-view.ts'
import {
  findAddingBar,
  goesWithEntry,
  readableSubjects,
  type EvidenceSubject,
  type ReadableSubjectPorts,
} from './readable-evidence.ts'
import { linesOfEntries, type LineOfEntry } from './registers/lines-of-entries.ts'

type Ports = ReadableSubjectPorts & {
  readonly evidence: Pick<EvidenceStore, 'of'>
  readonly proposedEntries: Pick<ProposedEntryStore, 'list'>
  readonly proceedings: Pick<ProceedingStore, 'find'>
}

export type ListedEvidence = {
  readonly evidence: readonly EvidenceView[]
  /** Entries and lines that the asker may add to. */
  readonly openTo: readonly string[]
}

/**
 * The files of several entries or lines of registers, without those of subjects the asker may not read. With an entry
 * that was adopted from a register come the files of the lines it rests on, where he may read these; a superior's document
 * is the ground of the entry, and goes with it to whoever reads that.
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

/** Each file with every entry it speaks for: one document may be the ground of a whole office's. */
async function ofAdoptedLines(ports: Ports, asker: Subject, readable: readonly EvidenceSubject[]) {
  const entries = readable.flatMap((one) => (one.kind === 'entry' ? [one.entry] : []))
  const behind = await linesOfEntries(ports, entries)
  const closed = [...new Set(behind.filter((one) => !goesWithEntry(one.register)).map(lineOf))]
  const own = new Set((await readableSubjects(ports, asker, 'record', closed)).map(idOf))
  const shown = behind.filter((one) => goesWithEntry(one.register) || own.has(one.recordId))
  const evidence = await ports.evidence.of('record', [...new Set(shown.map(lineOf))])
  return shown.flatMap(({ entryId, recordId }) =>
    evidence
      .filter(({ subject }) => subject.id === recordId)
      .map((one) => ({ ...evidenceView(one), subjectId: entryId })),
  )
}

function lineOf({ recordId }: LineOfEntry): string {
  return recordId
}
