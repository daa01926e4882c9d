import { readQuantity, type Quantity } from '../../primitives/quantity.ts'
import { accept, refuse, type Result } from '../../primitives/result.ts'
import { readColumns, type Table, type TableProblem } from '../../primitives/table.ts'

const columns = [
  { key: 'person', names: ['工号'], required: true },
  { key: 'name', names: ['姓名'], required: false },
  { key: 'days', names: ['工龄假天数', '天数'], required: true },
] as const

export type BalanceRow = { readonly row: number; readonly staffNumber: string; readonly days: Quantity }

/** A sheet of 工号, 姓名 and 工龄假天数 (halves at the least), every fault by row and column. */
export function readBalances(
  table: Table,
  nameOf: (staffNumber: string) => string | null,
): Result<readonly BalanceRow[], readonly TableProblem[]> {
  const { reader, problems: headerProblems } = readColumns(table, columns)
  if (headerProblems.length > 0) return refuse(headerProblems)
  const problems: TableProblem[] = []
  const rows: BalanceRow[] = []
  const seen = new Set<string>()
  for (const row of table.rows) {
    const say = (key: 'person' | 'name' | 'days', code: string, message: string) =>
      void problems.push({ row: row.row, column: reader.titleOf(key), code, message })
    const staffNumber = reader.cell(row, 'person')
    const name = nameOf(staffNumber)
    const typed = reader.cell(row, 'name')
    const days = readQuantity(Number(reader.cell(row, 'days') === '' ? 'none' : reader.cell(row, 'days')))
    if (name === null) say('person', 'person-unknown', `花名册里没有工号“${staffNumber}”，请核对。`)
    else if (seen.has(staffNumber)) say('person', 'person-twice', `${name}在表里有两行，请只留一行。`)
    else if (typed !== '' && typed !== name)
      say('name', 'name-differs', `工号 ${staffNumber} 是${name}，不是${typed}，请核对。`)
    seen.add(staffNumber)
    if (days === null || days < 0 || days > 36_600 || days % 50 !== 0)
      say('days', 'days-unreadable', '工龄假天数请填数，以半天计，如 5 或 7.5。')
    else rows.push({ row: row.row, staffNumber, days })
  }
  if (table.rows.length === 0)
    problems.push({ row: 1, column: null, code: 'no-rows', message: '表里没有内容，请从第二行起填写。' })
  return problems.length > 0 ? refuse(problems) : accept(rows)
}
