import { townDay } from '../../domain/primitives/local-date.ts'
import { digestOf, type Sha256 } from '../../domain/primitives/canonical-json.ts'
import type { Table, TableProblem } from '../../domain/primitives/table.ts'
import { toComplaint } from '../../domain/registers/complaint/complaint-record.ts'
import {
  readComplaints,
  type ComplaintRow,
  type GivenComplaint,
} from '../../domain/registers/complaint/read-complaints.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import type { RegisterRecordStore } from '../register-record-store.ts'
import type { RosterStore } from '../roster-store.ts'
import { newComplaint, numberKey } from './keep-complaints.ts'

type Stores = {
  readonly records: Pick<RegisterRecordStore, 'add' | 'byNaturalKey'>
  readonly roster: Pick<RosterStore, 'people'>
}

export type ComplaintImport = {
  readonly problems: readonly TableProblem[]
  /** What the sheet would add, or added. */
  readonly count: number
  /** Rows that stand in the register already, word for word. */
  readonly known: number
}

/**
 * Reads a sheet of complaints against the roster and the register. `commit` stores those without a fault once there is
 * none, or where the others may be left out; the same sheet again adds nothing. Nothing is proposed: each is verified
 * first.
 */
export async function importComplaints(
  stores: Stores,
  act: Pick<LedgerAct, 'at' | 'by' | 'newId'>,
  sheet: { readonly table: Table; readonly mode: 'check' | 'commit'; readonly leavesOutFaulty: boolean },
  sha256: Sha256,
): Promise<ComplaintImport> {
  const scope = { people: await stores.roster.people(), today: townDay(act.at.getTime()) }
  const read = readComplaints(sheet.table, scope)
  const sorted = await sortRows(stores.records, read.rows, sha256)
  const problems = [...read.problems, ...sorted.problems].toSorted((left, right) => left.row - right.row)
  const fresh = sorted.fresh.map(({ complaint, key }) => newComplaint(act, complaint, key))
  if (sheet.mode === 'commit' && fresh.length > 0 && (problems.length === 0 || sheet.leavesOutFaulty))
    await stores.records.add(fresh)
  return { problems, count: fresh.length, known: sorted.known }
}

/** A numbered one is known by its number, another by all it says: as a digest, for a key is short. */
function keyOf(given: GivenComplaint, sha256: Sha256): string {
  return given.number === null ? `sheet/${digestOf(contentOf(given), sha256)}` : numberKey(given.number)
}

/** Rows that are new, that stand already, and that say otherwise under the same number. */
async function sortRows(records: Stores['records'], rows: readonly ComplaintRow[], sha256: Sha256) {
  const keyed = rows.map((one) => ({ ...one, key: keyOf(one.complaint, sha256) }))
  const known = await records.byNaturalKey('complaint', [...new Set(keyed.map(({ key }) => key))])
  const standing = new Map<string, { readonly content: string; readonly row: number | null }>()
  for (const record of known) {
    const complaint = toComplaint(record)
    if (complaint.naturalKey !== null)
      standing.set(complaint.naturalKey, { content: JSON.stringify(contentOf(complaint.body)), row: null })
  }
  const problems: TableProblem[] = []
  const fresh: (typeof keyed)[number][] = []
  let same = 0
  for (const one of keyed) {
    const content = JSON.stringify(contentOf(one.complaint))
    const before = standing.get(one.key)
    if (before === undefined) {
      fresh.push(one)
      standing.set(one.key, { content, row: one.row })
    } else if (before.content === content) same += 1
    else
      problems.push({ row: one.row, column: '编号', code: 'known-otherwise', message: otherwiseWords(before.row) })
  }
  return { problems, fresh, known: same }
}

function contentOf({
  channel,
  receivedOn,
  number,
  words,
  about,
  aboutStaffNumber,
  complainant,
}: GivenComplaint): readonly (string | null)[] {
  const { name = null, contact = null } = complainant ?? {}
  return [channel, receivedOn, number, words, about, aboutStaffNumber, name, contact]
}

function otherwiseWords(row: number | null): string {
  return row === null
    ? '这个编号已经登记过，内容与这一行不同；不会改动已登记的那一件，请核对编号。'
    : `这个编号与第${String(row)}行相同，内容却不同，请只留一行。`
}
