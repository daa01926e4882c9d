import { accept, refuse, type Result } from '../../primitives/result.ts'
import {
  fromHeader,
  readColumns,
  type ColumnReader,
  type Table,
  type TableProblem,
  type TableRow,
} from '../../primitives/table.ts'
import { readFieldText, type FieldScope } from '../field-text.ts'
import type { Attendance } from './attendance-at.ts'

/** What a list adds to a roll: who came, who was excused; `known`: rows that say what stands already. */
export type SignInList = {
  readonly came: readonly string[]
  readonly excused: readonly { readonly staffNumber: string; readonly reason: string }[]
  readonly known: number
}

const columns = [
  { key: 'staffNumber', names: ['工号'], required: false },
  { key: 'name', names: ['姓名', '签到人', '签名'], required: false },
  { key: 'mark', names: ['到会情况', '签到情况', '签到', '到会', '是否到会'], required: false },
  { key: 'reason', names: ['原因', '备注', '说明', '事由'], required: false },
  ...['办公室', '单位', '部门', '职务', '签到时间', '签到方式', '迟到分钟', '序号', '电话'].map((name) => ({
    key: name,
    names: [name],
    required: false,
  })),
]

const cameWords = /^(?:已?到(?:会|场)?|已?签到|迟到.*|是|√|✓|1|\d{1,2}[::]\d{2})$/
const absentWords = /^(?:未(?:到|签到|到会)|没(?:到|有到)|缺席|无故缺席|否|×|x|0)$/i
const excusedWords = /^(?:请假|有事|公务|公差|公出|出差|下村|.{1,4}假|有事未到)$/

/**
 * A sign-in list typed up, by 姓名 or 工号. Without a column 到会情况 whoever is on it came; with one, an empty cell says
 * nothing. It adds: who has signed in stays so, and a row against it is a fault. Each fault names row and column.
 */
export function readSignInList(
  given: Table,
  attendance: readonly Attendance[],
  people: FieldScope['people'],
): Result<SignInList, readonly TableProblem[]> {
  const table = fromHeader(given, ['姓名', '工号', '签到人', '签名'])
  const { reader, problems: headerProblems } = readColumns(table, columns)
  if (headerProblems.length > 0) return refuse(headerProblems)
  if (!reader.has('staffNumber') && !reader.has('name'))
    return refuse([
      { row: 1, column: '姓名', code: 'missing-column', message: '缺少“姓名”或“工号”这一列，第一行须是表头。' },
    ])
  const seen = new Map<string, { readonly row: number; readonly said: string }>()
  const problems: TableProblem[] = []
  const came: string[] = []
  const excused: { staffNumber: string; reason: string }[] = []
  let known = 0
  for (const row of table.rows) {
    const read = readRow(row, reader, { attendance, people })
    if (!read.ok) {
      problems.push(...read.refusal)
      continue
    }
    if (read.value === null) continue
    const { one, says } = read.value
    const said = JSON.stringify(says)
    const before = seen.get(one.staffNumber)
    if (before !== undefined && before.said !== said)
      problems.push(
        faultOf(row, null, 'repeated', `${one.name}在第${String(before.row)}行已有，写的不一样，请只留一行。`),
      )
    else if (before !== undefined || says.isKnown) known += 1
    else if (says.reason === null) came.push(one.staffNumber)
    else excused.push({ staffNumber: one.staffNumber, reason: says.reason })
    if (before === undefined) seen.set(one.staffNumber, { row: row.row, said })
  }
  if (problems.length > 0) return refuse(problems)
  if (seen.size === 0)
    return refuse([
      { row: 1, column: null, code: 'no-rows', message: '名单上没有一个人写明到了还是请假，没有可导入的。' },
    ])
  return accept({ came, excused, known })
}

/** reason null: came. */
type Says = { readonly reason: string | null; readonly isKnown: boolean }
type Reader = ColumnReader<string>
type Circle = { readonly attendance: readonly Attendance[]; readonly people: FieldScope['people'] }

/** null: the row says nothing of whom it names. */
function readRow(
  row: TableRow,
  reader: Reader,
  circle: Circle,
): Result<{ readonly one: Attendance; readonly says: Says } | null, readonly TableProblem[]> {
  const mark = reader.cell(row, 'mark').normalize('NFKC')
  if (reader.has('mark') && mark === '') return accept(null)
  const found = findCalled(row, reader, circle)
  if (!found.ok) return found
  const one = found.value
  const isHere = one.signedIn !== null
  const fault = (code: string, message: string) => refuse([faultOf(row, reader.titleOf('mark'), code, message)])
  if (!reader.has('mark') || cameWords.test(mark)) return accept({ one, says: { reason: null, isKnown: isHere } })
  if (absentWords.test(mark))
    return isHere
      ? fault(
          'signed-in-already',
          `${one.name}已经签到，名单上写的是“${mark}”，请核对；确实没到的，在名单里去掉勾。`,
        )
      : accept(null)
  if (!excusedWords.test(mark))
    return fault('bad-mark', `“${mark}”看不懂，请填已到、未到、请假或有事，请假、有事的在“原因”写明。`)
  if (isHere) return fault('signed-in-already', `${one.name}已经签到，名单上写的是“${mark}”，请核对。`)
  const reason = reader.cell(row, 'reason')
  if (reason.length > 100) return refuse([faultOf(row, reader.titleOf('reason'), 'too-long', '原因最多100个字。')])
  const isKnown =
    one.status === 'on-leave' || (one.status === 'excused' && (reason === '' || one.reason === reason))
  return accept({ one, says: { reason: reason === '' ? mark : reason, isKnown } })
}

/** Among those called: of two with one name in the town, only one may have been. */
function findCalled(
  row: TableRow,
  reader: Reader,
  { attendance, people }: Circle,
): Result<Attendance, readonly TableProblem[]> {
  const [number, name] = [reader.cell(row, 'staffNumber'), reader.cell(row, 'name').replace(/\s+/g, '')]
  const key = number === '' ? 'name' : 'staffNumber'
  const say = (code: string, message: string) => refuse([faultOf(row, reader.titleOf(key), code, message)])
  const field = { key, title: '姓名', kind: 'person' as const, required: true }
  const text = number === '' ? name : number
  const lookUp = (scope: FieldScope['people']) => readFieldText(field, text, { people: scope, offices: [] })
  const called = lookUp(attendance)
  const found = called.ok ? attendance.find(({ staffNumber }) => staffNumber === called.value) : undefined
  if (found !== undefined)
    return number !== '' && name !== '' && name !== found.name
      ? refuse([
          faultOf(
            row,
            reader.titleOf('name'),
            'name-differs',
            `工号 ${number} 是${found.name}，不是${name}，请核对。`,
          ),
        ])
      : accept(found)
  if (!called.ok && called.refusal.code !== 'unknown-person')
    return say(called.refusal.code, called.refusal.message)
  const known = lookUp(people)
  if (!known.ok && known.refusal.code === 'unknown-person') return say(known.refusal.code, known.refusal.message)
  return say('not-called', `${text}不在这次应到的人里，请在“修改”里加上，或删去这一行。`)
}

function faultOf({ row }: TableRow, column: string | null, code: string, message: string): TableProblem {
  return { row, column, code, message }
}
