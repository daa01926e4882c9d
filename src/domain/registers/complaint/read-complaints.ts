import { parseLocalDate, type LocalDate } from '../../primitives/local-date.ts'
import { assert } from '../../primitives/result.ts'
import { readColumns, type ColumnDefinition, type Table, type TableProblem } from '../../primitives/table.ts'
import { readFieldText } from '../field-text.ts'
import type { RegisterField } from '../register-definition.ts'
import {
  channelTitles,
  complaintChannels,
  complaintLimits,
  type ComplaintBody,
  type ComplaintChannel,
} from './complaint-record.ts'

/** A complaint as a sheet tells it: nothing is concluded yet. */
export type GivenComplaint = Omit<ComplaintBody, 'conclusion'>
export type ComplaintRow = { readonly row: number; readonly complaint: GivenComplaint }

type ComplaintField = RegisterField & { readonly most?: number; readonly least?: number }

/** What came on paper or by the hotline; the public form writes its own. */
const channels = complaintChannels.filter((channel) => channel !== 'web')

/** The columns of a sheet of complaints. 举报人 and 联系方式 are not read where 匿名 is 是. */
export const complaintFields: readonly ComplaintField[] = [
  { key: 'receivedOn', title: '收到日期', kind: 'day', required: true, example: '2026-03-09' },
  {
    key: 'channel',
    title: '来源',
    kind: 'choice',
    choices: channels.map((value) => ({ value, title: channelTitles[value] })),
    required: true,
    example: channelTitles.hotline,
  },
  {
    key: 'number',
    title: '编号',
    kind: 'text',
    required: false,
    example: '20260309-0123',
    note: '转办单或来信登记的编号；有编号的，同一编号再导入不会重复登记。',
    most: complaintLimits.number,
  },
  {
    key: 'words',
    title: '反映的内容',
    kind: 'long-text',
    required: true,
    example: '来电反映便民大厅窗口上午十点没有人。',
    note: '照实填写，至少5个字；只有纪检看得到。',
    least: 5,
    most: complaintLimits.words,
  },
  {
    key: 'about',
    title: '反映的是谁',
    kind: 'text',
    required: false,
    example: '便民大厅窗口',
    note: '用反映人的话写，说不清可以不填。',
    most: complaintLimits.about,
  },
  {
    key: 'aboutStaffNumber',
    title: '被反映人工号',
    kind: 'person',
    required: false,
    note: '能确定是哪一位时才填。',
  },
  {
    key: 'isAnonymous',
    title: '匿名',
    kind: 'flag',
    required: false,
    example: '是',
    note: '要求匿名或保密的填“是”：后两列即使填了也不读、不存。',
  },
  { key: 'name', title: '举报人', kind: 'text', required: false, note: '匿名不填。', most: complaintLimits.name },
  {
    key: 'contact',
    title: '联系方式',
    kind: 'text',
    required: false,
    note: '匿名不填。',
    most: complaintLimits.contact,
  },
]

const columns: readonly ColumnDefinition<string>[] = complaintFields.map(({ key, title, required }) => ({
  key,
  names: [title],
  required,
}))

type Scope = {
  readonly people: readonly { readonly staffNumber: string; readonly name: string }[]
  readonly today: LocalDate
}

/** Reads a sheet of complaints row by row: each fault names its row and column, and hides no other. */
export function readComplaints(
  table: Table,
  { people, today }: Scope,
): { readonly rows: readonly ComplaintRow[]; readonly problems: readonly TableProblem[] } {
  const { reader, problems: ofHeader } = readColumns(table, columns)
  if (ofHeader.length > 0) return { rows: [], problems: ofHeader }
  if (table.rows.length === 0)
    return {
      rows: [],
      problems: [{ row: 1, column: null, code: 'no-rows', message: '表里没有内容，请从第二行起填写。' }],
    }
  const rows: ComplaintRow[] = []
  const problems: TableProblem[] = []
  for (const row of table.rows) {
    const faults: TableProblem[] = []
    const values = new Map<string, unknown>()
    for (const field of complaintFields) {
      const read = readFieldText(field, reader.cell(row, field.key), { people, offices: [] })
      const fault = read.ok ? findFault(field, read.value, today) : read.refusal
      if (fault !== null) faults.push({ row: row.row, column: reader.titleOf(field.key), ...fault })
      else if (read.ok) values.set(field.key, read.value)
    }
    if (faults.length > 0) problems.push(...faults)
    else rows.push({ row: row.row, complaint: toComplaint(values) })
  }
  return { rows, problems }
}

function findFault(
  { title, most, least = 0 }: ComplaintField,
  value: unknown,
  today: LocalDate,
): Pick<TableProblem, 'code' | 'message'> | null {
  if (typeof value !== 'string') return null
  if (most !== undefined && value.length > most)
    return { code: 'too-long', message: `“${title}”最多${String(most)}个字，这里有${String(value.length)}个字。` }
  if (value.length < least)
    return { code: 'too-short', message: `“${title}”至少${String(least)}个字，请照实写明。` }
  if (title === '收到日期' && value > today)
    return { code: 'ahead', message: `收到的日期${value}还没有到，请核对。` }
  return null
}

function toComplaint(values: ReadonlyMap<string, unknown>): GivenComplaint {
  const text = (key: string) => {
    const value = values.get(key)
    return typeof value === 'string' ? value : null
  }
  const [name, contact] = values.get('isAnonymous') === true ? [null, null] : [text('name'), text('contact')]
  return {
    channel: channelOf(text('channel')),
    receivedOn: dayOf(text('receivedOn')),
    number: text('number'),
    words: text('words') ?? '',
    about: text('about'),
    aboutStaffNumber: text('aboutStaffNumber'),
    complainant: name === null && contact === null ? null : { name, contact },
  }
}

function channelOf(value: string | null): ComplaintChannel {
  const found = channels.find((channel) => channel === value)
  assert(found !== undefined, 'a required choice was read')
  return found
}

function dayOf(value: string | null): LocalDate {
  const day = value === null ? null : parseLocalDate(value)
  assert(day !== null, 'a required day was read')
  return day
}

/** A sheet to fill in, and a second one that says how. */
export function complaintTemplate() {
  const filling = ({ required, kind, choices, note = '' }: ComplaintField) => {
    const listed = kind === 'choice' ? `填其中之一：${(choices ?? []).map(({ title }) => title).join('、')}。` : ''
    return `${required ? '必填。' : '可不填。'}${listed}${kind === 'day' ? '日期，如 2026-03-09。' : ''}${note}`
  }
  return [
    {
      title: '填写',
      header: complaintFields.map(({ title }) => title),
      rows: [complaintFields.map(({ example = '' }) => example)],
    },
    {
      title: '说明',
      header: ['列', '怎么填'],
      rows: [
        ...complaintFields.map((field) => [field.title, filling(field)]),
        ['示例行', '第二行是示例，填写前请改成自己的内容或删去。'],
      ],
    },
  ]
}
