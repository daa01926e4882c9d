import { recordColumns } from './read-records.ts'
import type { AnyRegister, RegisterField } from './register-definition.ts'

type TextSheet = {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A sheet to fill in: the columns and one example row, and a second sheet that says how each is filled in. */
export function recordTemplate(register: AnyRegister): readonly TextSheet[] {
  const columns = recordColumns(register)
  const header = columns.map(({ names }) => names[0] ?? '')
  const fieldOf = (key: string) => register.fields.find((field) => field.key === key)
  return [
    {
      title: '填写',
      header,
      rows: [columns.map(({ key }) => exampleOf(key, fieldOf(key) ?? fieldOf('staffNumber')))],
    },
    {
      title: '说明',
      header: ['列', '怎么填'],
      rows: [
        ...columns.map(({ key, names }) => [names[0] ?? '', fillingWords(fieldOf(key))]),
        ['示例行', '第二行是示例，填写前请改成自己的内容或删去。'],
        ...(register.otherSheet === undefined ? [] : [['另一种表', register.otherSheet.note]]),
      ],
    },
  ]
}

/** Someone whom no roster has: 001 张示例. */
function exampleOf(key: string, field: RegisterField | undefined): string {
  if (field === undefined) return ''
  const example = field.example ?? ''
  const isPerson = field.kind === 'person' || field.kind === 'people'
  if (!isPerson) return example
  if (!field.required && example === '') return ''
  if (field.key !== 'staffNumber') return '张示例（001）'
  return key === 'staffNumber' ? '001' : '张示例'
}

const kindWords: Readonly<Record<RegisterField['kind'], string>> = {
  text: '',
  'long-text': '',
  day: '日期，如 2026-03-09。',
  time: '时刻，如 08:30。',
  quantity: '数，最多两位小数。',
  choice: '',
  person: '按文字处理，001 与 1 是两个人。',
  office: '写花名册里的办公室，或其括号里的名称。',
  offices: '花名册里的办公室，几个用顿号分开。',
  people: '工号或姓名，几个人用顿号分开；同名的写工号。',
  flag: '是或否；留空为否。',
}

function fillingWords(field: RegisterField | undefined): string {
  if (field === undefined) return '可不填，用来核对工号；工号留空时按姓名找人。'
  const choices = field.kind === 'choice' ? `${(field.choices ?? []).map(({ title }) => title).join('、')}。` : ''
  return `${field.required ? '必填。' : ''}${choices}${kindWords[field.kind]}${field.note ?? ''}`
}
