import { entryColumns } from '../domain/ledger/read-entries.ts'
import { ratingColumns } from '../domain/ledger/read-ratings.ts'
import { changeColumns } from '../domain/roster/read-changes.ts'
import { rosterColumns } from '../domain/roster/read-roster.ts'
import { writeCsv } from './csv.ts'
import { writeWorkbook } from './workbook.ts'

export type TemplateKind = 'roster' | 'changes' | 'entries' | 'ratings'
export type TableFormat = 'xlsx' | 'csv'

type Template = {
  readonly title: string
  readonly columns: readonly { readonly names: readonly string[]; readonly required: boolean }[]
  /** One example row, by the Chinese column name; the notes ask to overwrite it. */
  readonly example: Readonly<Record<string, string>>
  readonly notes: Readonly<Record<string, string>>
}

const templates: Readonly<Record<TemplateKind, Template>> = {
  roster: {
    title: '花名册模板',
    columns: rosterColumns,
    example: {
      姓名: '张示例',
      工号: '001',
      办公室: '党办',
      职务: '工作人员',
      分管办公室: '',
      编制: '公务员',
      起始日期: '2026-01-01',
      结束日期: '',
    },
    notes: {
      姓名: '必填。',
      工号: '必填，按文字处理，001 与 1 是两个人。同一人调动时填两行，两行的日期不能重叠。',
      办公室: '必填（分管领导、主要领导可不填），写方案中考核表的办公室，或其括号里的名称。',
      职务: '必填：工作人员、分管领导、主要领导。',
      分管办公室: '分管领导必填，几个办公室用顿号分开，如：党办、综治办。',
      编制: '公务员、事业、编外；只知道在编时填“在编”。',
      起始日期: '在岗第一天，如 2026-03-09；全年在岗的留空。',
      结束日期: '在岗最后一天；仍在岗的留空。',
    },
  },
  changes: {
    title: '人员变动模板',
    columns: changeColumns,
    example: {
      工号: '001',
      姓名: '张示例',
      变动: '调动',
      日期: '2026-03-09',
      结束日期: '',
      办公室: '综治办',
      职务: '',
      分管办公室: '',
      编制: '',
      说明: '党委会议纪要',
    },
    notes: {
      工号: '必填，按文字处理，001 与 1 是两个人。',
      姓名: '必填，用来核对工号；入职的写新人的姓名。',
      变动: '必填：入职、离岗、调动、借调、长假、返岗。',
      日期: '必填：入职、调动填新岗位的第一天；离岗填在岗的最后一天；借调、长假填离开的第一天；返岗填回来的第一天。',
      结束日期: '只有借调、长假可填：离开的最后一天；还不知道的留空，回来时再填一行“返岗”。',
      办公室: '入职必填（领导可不填）；调动到别的办公室时填。',
      职务: '工作人员、分管领导、主要领导；入职留空为工作人员，调动留空为不变。',
      分管办公室: '分管领导必填，几个办公室用顿号分开；调动留空为不变。',
      编制: '公务员、事业、编外；调动留空为不变。',
      说明: '借调到哪里、依据什么通知。',
    },
  },
  entries: {
    title: '记录模板',
    columns: entryColumns,
    example: {
      工号: '001',
      规则: '工作纪律：迟到',
      数量: '1',
      日期: '2026-03-09',
      等级: '',
      事项: '',
      裁量分: '',
      说明: '晨会点名未到',
      依据: '考勤登记',
    },
    notes: {
      工号: '必填；写“@综治办”表示当日在综治办考核表上的每一个人，各记一条，同一事项。',
      规则: '必填：条款编号，或“项目：词语”，如“工作纪律：迟到”，词语取自条款原文，须只对应一条。',
      数量: '必填：按次、件、期等计数的填不小于1的整数；按天、字、元等计量的最多两位小数；按比例得分的填完成百分数；有目标数的填完成数。',
      日期: '必填：事情发生的日期，如 2026-03-09。',
      等级: '奖励和通报批评的等级：区（县同区）、市、省、国家。',
      事项: '同一件事的几条记录写同样的事项，就高计一次。',
      裁量分: '仅领导小组裁量的条款填写，须在条款的幅度之内。',
      说明: '事情的经过。',
      依据: '督查、登记、投诉、上级通知；裁量的写领导小组的决定。',
    },
  },
  ratings: {
    title: '评议得分模板',
    columns: ratingColumns,
    example: { 工号: '001', 得分: '92.5', 类别: '综合评议', 评议组: '同事' },
    notes: {
      工号: '必填：被评议人的工号。',
      得分: '必填：0至100，最多两位小数。',
      类别: '方案中评议类别的名称；只有一个评议类别时可不填。',
      评议组:
        '评议人所在的组，如主要领导、分管领导、同事、村居与服务对象；留空表示此人的总评分，一人一个类别只能有一个。',
    },
  },
}

export function templateName(kind: TemplateKind): string {
  return templates[kind].title
}

/** A sheet to fill in (SPEC §7): the columns, one example row, and (in .xlsx) a second sheet that explains each column. */
export async function writeTemplate(kind: TemplateKind, format: TableFormat): Promise<Uint8Array> {
  const { columns, example, notes } = templates[kind]
  const header = columns.map(({ names }) => names[0] ?? '')
  const row = header.map((name) => example[name] ?? '')
  if (format === 'csv') return writeCsv([header, row])
  return writeWorkbook([
    { name: '填写', header, rows: [row], widths: header.map((name) => Math.max(12, name.length * 3)) },
    {
      name: '说明',
      header: ['列', '怎么填'],
      rows: [
        ...header.map((name) => [name, notes[name] ?? '']),
        ['示例行', '第二行是示例，填写前请改成自己的内容或删去。'],
      ],
      widths: [14, 90],
    },
  ])
}
