import { localDate, type LocalDate } from '../primitives/local-date.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import {
  readColumns,
  type ColumnDefinition,
  type ColumnReader,
  type Table,
  type TableProblem,
  type TableRow,
} from '../primitives/table.ts'
import { fieldText, readFieldText, type FieldScope } from './field-text.ts'
import { fieldValue, recordOfValues } from './record-values.ts'
import { withdrawnState, type RegisterRecord } from './register-record.ts'
import type { AnyRegister, NewRecord, RegisterField } from './register-definition.ts'

/** Beside the fields: for reading along, and to hold a 工号 against; what goes out may come in again. */
const nameColumn = '姓名'
const readAlong = [nameColumn, '状态', '登记人', '登记时间'] as const

/** A sheet's columns of a register: 工号 and 姓名 for whom it is about, then each field by its title. */
export function recordColumns({ fields }: AnyRegister): readonly ColumnDefinition<string>[] {
  return fields.flatMap((field): ColumnDefinition<string>[] =>
    field.key === 'staffNumber'
      ? [
          {
            key: field.key,
            names: ['工号', ...(field.title === nameColumn ? [] : [field.title])],
            required: false,
          },
          { key: nameColumn, names: [nameColumn], required: false },
        ]
      : [{ key: field.key, names: [field.title], required: field.required }],
  )
}

/** `said`: the keys of the fields that its sheet has a column for. */
export type RecordRow = {
  readonly row: number
  readonly record: NewRecord<unknown>
  readonly said: readonly string[]
}

/** What rows were read, and what is wrong with the others. */
export type RecordSheet = { readonly rows: readonly RecordRow[]; readonly problems: readonly TableProblem[] }

/** Reads a sheet of a register row by row: a fault names its row and column, and does not hide the next one. */
export function readRecords(
  register: AnyRegister,
  given: Table,
  scope: FieldScope,
  today: LocalDate,
): RecordSheet {
  const opened = register.otherSheet?.open(given) ?? accept(given)
  if (!opened.ok) return { rows: [], problems: opened.refusal }
  const table = opened.value
  const along = readAlong.map((name) => ({ key: name, names: [name], required: false }))
  const columns = recordColumns(register)
  const known = new Set(columns.flatMap(({ names }) => names))
  const { reader, problems: headerProblems } = readColumns(table, [
    ...columns,
    ...along.filter(({ key }) => !known.has(key)),
  ])
  if (headerProblems.length > 0) return { rows: [], problems: headerProblems }
  if (table.rows.length === 0)
    return {
      rows: [],
      problems: [{ row: 1, column: null, code: 'no-rows', message: '表里没有内容，请从第二行起填写。' }],
    }
  const read = table.rows.map((row) => readRow(register, row, { reader, scope, today }))
  return {
    rows: read.flatMap((one) => (one.ok ? [one.value] : [])),
    problems: withoutRepeats(read.flatMap((one) => (one.ok ? [] : one.refusal))),
  }
}

/** A row of the file that holds several records says what is wrong with all of them once. */
function withoutRepeats(problems: readonly TableProblem[]): readonly TableProblem[] {
  return [
    ...new Map(problems.map((one) => [[one.row, one.column, one.code, one.message].join('\n'), one])).values(),
  ]
}

type RowReading = {
  readonly reader: ColumnReader<string>
  readonly scope: FieldScope
  readonly today: LocalDate
}

function readRow(
  register: AnyRegister,
  row: TableRow,
  { reader, scope, today }: RowReading,
): Result<RecordRow, readonly TableProblem[]> {
  const problems: TableProblem[] = []
  const titleOf = (key: string) => (key === 'staffNumber' ? row.from : undefined) ?? reader.titleOf(key)
  const say = (key: string | null, code: string, message: string) =>
    void problems.push({ row: row.row, column: key === null ? null : titleOf(key), code, message })
  const values = new Map<string, unknown>()
  for (const field of register.fields) {
    const read = readFieldText(field, cellOf(field, row, reader), scope)
    if (read.ok) values.set(field.key, read.value)
    else say(field.key, read.refusal.code, read.refusal.message)
  }
  const staffNumber = values.get('staffNumber')
  const name = reader.cell(row, nameColumn)
  const person = scope.people.find((one) => one.staffNumber === staffNumber)
  if (person !== undefined && name !== '' && name !== person.name)
    say(nameColumn, 'name-differs', `工号 ${person.staffNumber} 是${person.name}，不是${name}，请核对。`)
  if (problems.length > 0) return refuse(problems)
  const read = readRecord(register, recordOfValues(values, today), today)
  const isSaid = (key: string) => reader.has(key) || (key === 'staffNumber' && reader.has(nameColumn))
  const said = register.fields.map(({ key }) => key).filter(isSaid)
  if (read.ok) return accept({ row: row.row, record: read.value, said })
  for (const { key, message } of read.refusal) say(key === '' ? null : key, 'faulty', message)
  return refuse(problems)
}

/** The name stands for the 工号 where that is left empty. */
function cellOf({ key }: RegisterField, row: TableRow, reader: ColumnReader<string>): string {
  const cell = reader.cell(row, key)
  return key === 'staffNumber' && cell === '' ? reader.cell(row, nameColumn) : cell
}

type GivenRecord = ReturnType<typeof recordOfValues>

/** A record as it was given, read by its register; refused with each field's fault. */
export function readRecord(
  register: AnyRegister,
  { first, last, body, staffNumber, office }: GivenRecord,
  today: LocalDate,
): Result<NewRecord<unknown>, readonly { readonly key: string; readonly message: string }[]> {
  const read = register.bodySchema.safeParse(body)
  if (!read.success)
    return refuse(read.error.issues.map(({ path, message }) => ({ key: String(path[0] ?? ''), message })))
  const record = {
    staffNumber,
    office,
    days: { first: localDate(first), last: localDate(last) },
    body: read.data,
  }
  const fault = recordFault(register, record, today)
  return fault === null ? accept(record) : refuse([fault])
}

/** What is wrong with a record as a whole. */
export function recordFault(register: AnyRegister, record: NewRecord<unknown>, today: LocalDate) {
  const lastField = register.fields.find(({ key }) => key === 'last')
  if (record.days.last < record.days.first)
    return { key: lastField?.key ?? 'first', message: `${lastField?.title ?? '最后一天'}不能早于第一天。` }
  return register.fault?.(record, today) ?? null
}

/** Header and rows of records as they leave and may come in again. */
export function recordSheet(
  register: AnyRegister,
  records: readonly RegisterRecord[],
  nameOf: (staffNumber: string) => string | null,
  momentOf: (at: Date) => string,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const columns = recordColumns(register)
  const cell = (record: RegisterRecord, key: string) => {
    if (key === 'staffNumber') return record.staffNumber ?? ''
    if (key === nameColumn) return record.staffNumber === null ? '' : (nameOf(record.staffNumber) ?? '')
    const field = register.fields.find((one) => one.key === key)
    return field === undefined ? '' : fieldText(field, fieldValue(record, field), nameOf)
  }
  return {
    header: [...columns.map(({ names }) => names[0] ?? ''), '状态', '登记人', '登记时间'],
    rows: records.map((record) => [
      ...columns.map(({ key }) => cell(record, key)),
      stateWords(register, record.state),
      record.by,
      momentOf(record.at),
    ]),
  }
}

export function stateWords({ states }: Pick<AnyRegister, 'states'>, state: string): string {
  return state === withdrawnState ? '已撤回' : (states[state] ?? state)
}
