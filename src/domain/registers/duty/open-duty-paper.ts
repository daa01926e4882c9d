import { accept, refuse, type Result } from '../../primitives/result.ts'
import { fromHeader, isProblemTitle, type Table, type TableProblem } from '../../primitives/table.ts'
import { dutyPostWords, dutyShiftWords, type DutyPost, type DutyShift } from './duty-settings.ts'

const postColumns: Readonly<Record<DutyPost, readonly string[]>> = {
  leader: ['带班领导', '带班', '带班人', '带班人员'],
  member: ['值班员', '值班人', '值班人员', '值班干部', '值班'],
}
const dayColumns = ['日期', '值班日期']
const noteColumns = ['备注', '说明']
/** For reading along. */
const unread = ['序号', '星期', '类别', '电话', '值班电话', '联系电话', '联系方式']

export const dutyPaperNote =
  '也可以直接上传按天排的值班表（本页导出的就是）：一行一天，列为日期、带班领导、值班员；分白班夜班的，列为值班员（白班）、值班员（夜班）。几个人用顿号分开，同名的写工号。'

type PaperColumn =
  | { readonly holds: 'day' | 'note' | 'nothing' }
  | { readonly holds: 'people'; readonly post: DutyPost; readonly shift: DutyShift }

/**
 * A roster as it hangs on the wall, a row a day and a column a post, opened into a row a turn in the order of the
 * sheet; each names the column it stood in. null: a sheet of another form. Refused where a column is not known.
 */
export function openDutyPaper(given: Table): Result<Table, readonly TableProblem[]> | null {
  const table = fromHeader(given, dayColumns)
  const columns = table.header.map((title) => ({ title: title.trim(), column: columnOf(title) }))
  const isPaper = columns.some(({ column }) => column?.holds === 'people')
  if (!isPaper || table.header.some((title) => title.trim() === '岗位')) return null
  const row = table === given ? 1 : (table.rows[0]?.row ?? 2) - 1
  const problems: TableProblem[] = columns.flatMap(({ title, column }) =>
    column === null
      ? [{ row, column: title, code: 'unknown-column', message: `表头“${title}”无法识别。${dutyPaperNote}` }]
      : [],
  )
  if (columns.every(({ column }) => column?.holds !== 'day'))
    problems.push({ row, column: '日期', code: 'missing-column', message: `缺少“日期”这一列。${dutyPaperNote}` })
  if (problems.length > 0) return refuse(problems)
  const rows = table.rows.flatMap(({ row, cells }) => {
    const textOf = (holds: 'day' | 'note') =>
      (cells[columns.findIndex(({ column }) => column?.holds === holds)] ?? '').trim()
    const [day, note] = [textOf('day'), textOf('note')]
    return columns.flatMap(({ title, column }, at) =>
      column?.holds !== 'people'
        ? []
        : namesIn(cells[at] ?? '').map((name) => {
            const { post, shift } = column
            return { row, from: title, cells: [day, name, dutyPostWords[post], dutyShiftWords[shift], note] }
          }),
    )
  })
  const hasNote = columns.some(({ column }) => column?.holds === 'note')
  const header = ['日期', '值班人', '岗位', '班次', '备注']
  return accept({ header: hasNote ? header : header.slice(0, -1), rows })
}

function columnOf(title: string): PaperColumn | null {
  const plain = title.normalize('NFKC').replace(/\s+/g, '')
  if (plain === '' || unread.includes(plain) || isProblemTitle(plain)) return { holds: 'nothing' }
  if (dayColumns.includes(plain)) return { holds: 'day' }
  if (noteColumns.includes(plain)) return { holds: 'note' }
  const [, post, shift] = /^(.+?)(?:\((.+)\))?$/.exec(plain) ?? []
  const known = (['leader', 'member'] as const).find((one) => postColumns[one].includes(post ?? ''))
  if (known === undefined) return null
  if (shift === undefined) return { holds: 'people', post: known, shift: 'whole' }
  const found = (['whole', 'day', 'night'] as const).find((one) => dutyShiftWords[one] === shift)
  return found === undefined ? null : { holds: 'people', post: known, shift: found }
}

/** 张三、李四 · 张 三 · 001 张三 · 张三（缺岗）: who each is, without how it went. */
function namesIn(cell: string): readonly string[] {
  return cell
    .normalize('NFKC')
    .replace(/\(缺岗\)/g, '')
    .split(/[、,;/\n]+/)
    .flatMap((part) => {
      const words = part.trim().split(/\s+/)
      if (words.some((word) => /\d/.test(word))) return [words.join(' ')]
      return words.every((word) => word.length === 1) ? [words.join('')] : words
    })
    .filter((name) => name !== '')
}
