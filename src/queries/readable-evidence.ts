import type { Evidence } from '../commands/evidence-store.ts'
import type { LedgerStore, StoredEntry } from '../commands/ledger-store.ts'
import type { RegisterRecordStore } from '../commands/register-record-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { RegisterRecord } from '../domain/registers/register-record.ts'
import { covers, reachOf, type Subject } from '../policies/permit.ts'
import { maySeeRecord } from '../policies/register-reach.ts'

export type ReadableSubjectPorts = {
  readonly ledger: Pick<LedgerStore, 'find'>
  readonly roster: Pick<RosterStore, 'assignments'>
  readonly records: Pick<RegisterRecordStore, 'find'>
}

/** What evidence may belong to: an entry, or a line of a register. */
export type EvidenceSubject =
  | { readonly kind: 'entry'; readonly entry: StoredEntry }
  | { readonly kind: 'record'; readonly record: RegisterRecord }

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

async function readableRecords({ records }: ReadableSubjectPorts, asker: Subject, ids: readonly string[]) {
  const found: EvidenceSubject[] = []
  for (const id of ids) {
    const record = await records.find(id)
    if (record !== null && maySeeRecord(asker, record)) found.push({ kind: 'record', record })
  }
  return found
}
