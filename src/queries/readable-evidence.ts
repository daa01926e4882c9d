import type { Evidence } from '../commands/evidence-store.ts'
import type { LedgerStore, StoredEntry } from '../commands/ledger-store.ts'
import type { RegisterRecordStore } from '../commands/register-record-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import { withdrawnState, type RegisterRecord } from '../domain/registers/register-record.ts'
import type { RegisterId } from '../domain/registers/register.ts'
import { covers, findBar, reachOf, type Subject } from '../policies/permit.ts'
import { officesByRoster } from '../policies/record-reach.ts'
import { mayAddToRecord, maySeeRecord } from '../policies/register-reach.ts'
import { entriesOfLine, type LinePorts } from './registers/lines-of-entries.ts'

export type ReadableSubjectPorts = {
  readonly ledger: Pick<LedgerStore, 'find'>
  readonly roster: Pick<RosterStore, 'assignments'>
  readonly records: Pick<RegisterRecordStore, 'find'>
}

/** What evidence may belong to: an entry, or a line of a register. */
export type EvidenceSubject =
  | { readonly kind: 'entry'; readonly entry: StoredEntry }
  | {
      readonly kind: 'record'
      readonly record: RegisterRecord
      /** Of the people it is about, on its days. */
      readonly officesOf: ReturnType<typeof officesByRoster>
    }

/** Registers whose documents are the ground of an entry, to be read by whoever reads the entry: 上级考核结果. */
export function goesWithEntry(register: RegisterId): boolean {
  return register === 'superior-result'
}

/** Whether the asker may open a file: with its own subject, or with an entry that rests on the line it belongs to. */
export async function mayOpenEvidence(
  ports: ReadableSubjectPorts & LinePorts,
  asker: Subject,
  { subject: { kind, id } }: Pick<Evidence, 'subject'>,
): Promise<boolean> {
  if ((await readableSubjects(ports, asker, kind, [id])).length > 0) return true
  const record = kind === 'record' ? await ports.records.find(id) : null
  if (record === null || !goesWithEntry(record.register)) return false
  const entries = await entriesOfLine(ports, record)
  return (await readableSubjects(ports, asker, 'entry', entries)).length > 0
}

/** Those of the subjects that are there and that the asker may read; evidence is seen by nobody else. */
export async function readableSubjects(
  ports: ReadableSubjectPorts,
  asker: Subject,
  kind: Evidence['subject']['kind'],
  ids: readonly string[],
): Promise<readonly EvidenceSubject[]> {
  return kind === 'entry' ? readableEntries(ports, asker, ids) : readableRecords(ports, asker, ids)
}

async function readableEntries({ ledger, roster }: ReadableSubjectPorts, asker: Subject, ids: readonly string[]) {
  const reach = reachOf(asker, 'entry.read')
  if (reach === null) return []
  const assignments = reach.kind === 'everyone' ? [] : await roster.assignments()
  return (await ledger.find(ids)).flatMap((entry): readonly EvidenceSubject[] => {
    const { staffNumber, occurredOn } = entry
    const offices = assignments.flatMap((one) =>
      one.staffNumber === staffNumber &&
      (one.from === null || one.from <= occurredOn) &&
      (one.to === null || one.to >= occurredOn)
        ? [one.office]
        : [],
    )
    return covers(reach, { staffNumber, offices }) ? [{ kind: 'entry', entry }] : []
  })
}

async function readableRecords({ records, roster }: ReadableSubjectPorts, asker: Subject, ids: readonly string[]) {
  const officesOf = officesByRoster(await roster.assignments())
  const found: EvidenceSubject[] = []
  for (const id of ids) {
    const record = await records.find(id)
    if (record !== null && maySeeRecord(asker, record, officesOf))
      found.push({ kind: 'record', record, officesOf })
  }
  return found
}

/** Why the asker may not add a file, or null. `closed`: what it would belong to was taken back. */
export function findAddingBar(asker: Subject, subject: EvidenceSubject): 'not-yours' | 'closed' | null {
  if (subject.kind === 'record') {
    if (!mayAddToRecord(asker, subject.record, subject.officesOf)) return 'not-yours'
    return subject.record.state === withdrawnState ? 'closed' : null
  }
  const { staffNumber, recordedBy, state } = subject.entry
  // Who may take it back before it is confirmed may add to it: the office, and the inspector who recorded it.
  const isBarred = findBar(asker, 'entry.withdraw', { about: staffNumber, recorder: recordedBy }) !== null
  if (isBarred || reachOf(asker, 'entry.record') === null) return 'not-yours'
  return state === 'reversed' ? 'closed' : null
}
