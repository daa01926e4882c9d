import { isSameValue } from '../../domain/primitives/is-same-value.ts'
import type { Table, TableProblem } from '../../domain/primitives/table.ts'
import { readRecords, type RecordRow } from '../../domain/registers/read-records.ts'
import type { AnyRegister, NewRecord } from '../../domain/registers/register-definition.ts'
import { fieldValue } from '../../domain/registers/record-values.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import { officesByRoster, recordCovered } from '../../policies/record-reach.ts'
import { keepOrRestore, toRegisterRecord } from './add-records.ts'
import type { ProposingStores } from './propose-entries.ts'
import { isBarred, type RecordAct } from './record-walls.ts'

/** What a sheet would add, or added. */
export type RecordImport = {
  readonly problems: readonly TableProblem[]
  readonly added: readonly RegisterRecord[]
  /** Rows whose fact stands in the register already, as they say it. */
  readonly known: number
}

/**
 * Reads a sheet against the roster and the register, every fault by row and column. `commit` stores it when there is
 * no fault, or the rows without one where `leavesOutFaulty`; the same sheet again adds nothing.
 */
export async function importRecords(
  stores: ProposingStores,
  act: RecordAct,
  register: AnyRegister,
  sheet: { readonly table: Table; readonly mode: 'check' | 'commit'; readonly leavesOutFaulty: boolean },
): Promise<RecordImport> {
  const assignments = await stores.roster.assignments()
  const offices = [...new Set(assignments.map(({ office }) => office))].filter((office) => office !== '')
  const read = readRecords(register, sheet.table, { people: await stores.roster.people(), offices }, act.today)
  const officesOf = officesByRoster(assignments)
  const faultOf = (record: NewRecord<unknown>): Pick<TableProblem, 'code' | 'message'> | null => {
    if (!recordCovered(act.reach, register, record, officesOf))
      return { code: 'beyond-reach', message: '这一行说的人或办公室不在您的范围之内。' }
    return isBarred(act, record)
      ? { code: 'about-oneself', message: '这一行记的是您本人，须由别人来登记。' }
      : null
  }
  const sorted = await sortRows(stores, register, read.rows, faultOf)
  const problems = [...read.problems, ...sorted.problems].toSorted((left, right) => left.row - right.row)
  const added = sorted.fresh.map((record) => toRegisterRecord(register, record, act))
  if (sheet.mode === 'commit' && added.length > 0 && (problems.length === 0 || sheet.leavesOutFaulty))
    return {
      problems,
      added: await keepOrRestore(stores, act, register, added),
      known: sorted.known,
    }
  return { problems, added, known: sorted.known }
}

type SortedRows = {
  readonly problems: readonly TableProblem[]
  readonly fresh: readonly NewRecord<unknown>[]
  readonly known: number
}

/** Rows that are new, that stand already, and that say otherwise than what stands. */
async function sortRows(
  { records }: ProposingStores,
  register: AnyRegister,
  rows: readonly RecordRow[],
  faultOf: (record: NewRecord<unknown>) => Pick<TableProblem, 'code' | 'message'> | null,
): Promise<SortedRows> {
  const keyed = rows.map((one) => ({ ...one, key: register.naturalKey(one.record) }))
  const keys = keyed.flatMap(({ key }) => (key === null ? [] : [key]))
  const standing = new Map<string, { readonly record: NewRecord<unknown>; readonly row: number | null }>()
  for (const record of await records.byNaturalKey(register.id, [...new Set(keys)]))
    if (record.naturalKey !== null) standing.set(record.naturalKey, { record, row: null })
  const problems: TableProblem[] = []
  const fresh: NewRecord<unknown>[] = []
  let known = 0
  for (const { row, record, said, key } of keyed) {
    const fault = faultOf(record)
    const same = key === null ? undefined : standing.get(key)
    if (fault !== null) problems.push({ row, column: null, ...fault })
    else if (same === undefined) {
      fresh.push(record)
      if (key !== null) standing.set(key, { record, row })
    } else if (isSaidAlready(register, same.record, { record, said })) known += 1
    else problems.push({ row, column: null, code: 'known-otherwise', message: knownOtherwise(same.row) })
  }
  return { problems, fresh, known }
}

/** Nothing a sheet says differs; what came to stand in a record since, a sign-in or a check, no sheet says. */
function isSaidAlready(
  { fields }: AnyRegister,
  standing: NewRecord<unknown>,
  { record, said }: Pick<RecordRow, 'record' | 'said'>,
): boolean {
  return fields
    .filter(({ key }) => said.includes(key))
    .every((field) => isSameValue(fieldValue(standing, field) ?? null, fieldValue(record, field) ?? null))
}

function knownOtherwise(row: number | null): string {
  return row === null
    ? '这件事已经登记过，内容与这一行不同；要改请到列表里打开那一条修改。'
    : `这件事与第${String(row)}行是同一件，内容却不同，请只留一行。`
}
