import type { ProceedingStore } from '../../commands/proceeding-store.ts'
import type { ProposedEntryStore } from '../../commands/proposed-entry-store.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { findRegister } from '../../domain/registers/register-definitions.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import type { Subject } from '../../policies/permit.ts'
import { readableSubjects, type ReadableSubjectPorts } from '../readable-evidence.ts'
import { linesOfEntries } from './lines-of-entries.ts'

type Ports = ReadableSubjectPorts & {
  readonly proposedEntries: Pick<ProposedEntryStore, 'list'>
  readonly proceedings: Pick<ProceedingStore, 'find'>
}

/** The line of a register that an entry was made of. */
export type EntryOrigin = {
  readonly entryId: string
  readonly register: RegisterId
  /** null: the asker reads the entry, but not the line. */
  readonly record: { readonly id: string; readonly first: LocalDate; readonly summary: string } | null
}

/** Of entries the asker may read: which lines of registers they came from, without those nothing was proposed for. */
export async function listEntryOrigins(
  ports: Ports,
  asker: Subject,
  entryIds: readonly string[],
): Promise<readonly EntryOrigin[]> {
  const readable = await readableSubjects(ports, asker, 'entry', entryIds)
  const lines = await linesOfEntries(
    ports,
    readable.flatMap((one) => (one.kind === 'entry' ? [one.entry] : [])),
  )
  const recordIds = [...new Set(lines.map(({ recordId }) => recordId))]
  const seen = new Map(
    (await readableSubjects(ports, asker, 'record', recordIds)).flatMap((one) =>
      one.kind === 'record' ? [[one.record.id, one.record]] : [],
    ),
  )
  return lines.map(({ entryId, recordId, register }) => {
    const record = seen.get(recordId)
    if (record === undefined) return { entryId, register, record: null }
    const summary = findRegister(register)?.summary(record) ?? ''
    return { entryId, register, record: { id: recordId, first: record.days.first, summary } }
  })
}
