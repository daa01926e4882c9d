import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../primitives/local-date.ts'
import { fieldText, readFieldText } from './field-text.ts'
import { readRecords, recordSheet } from './read-records.ts'
import { recordTemplate } from './record-template.ts'
import type { RegisterField } from './register-definition.ts'
import { registerDefinitions, registerOf } from './register-definitions.ts'
import type { RegisterRecord } from './register-record.ts'

const scope = {
  people: [
    { staffNumber: '001', name: '张示例' },
    { staffNumber: '002', name: '何青' },
    { staffNumber: '003', name: '何青' },
  ],
  offices: ['党办', '综治办', '国土所(规划办)'],
}
const today = localDate('2026-11-20')
const nameOf = (number: string) => scope.people.find(({ staffNumber }) => staffNumber === number)?.name ?? null
const field = (kind: RegisterField['kind'], more: Partial<RegisterField> = {}): RegisterField => ({
  key: 'x',
  title: '某列',
  kind,
  required: false,
  ...more,
})

describe('一格怎么读', () => {
  const choices = [{ value: 'rank', title: '排名' }]
  test.each([
    ['工号', field('person'), '001', '001'],
    ['唯一的姓名', field('person'), '张示例', '001'],
    ['姓名和工号', field('person'), '何青（003）', '003'],
    ['工号在前', field('person'), '002 何青', '002'],
    ['几个人，重复的只算一次', field('people'), '张示例、002，001', ['001', '002']],
    ['括号里的办公室名', field('office'), '规划办', '国土所(规划办)'],
    ['日期的几种写法', field('day'), '2026年3月9日', '2026-03-09'],
    ['全角的时刻', field('time'), '８：０５', '08:05'],
    ['带百分号', field('quantity'), '95.5%', 9550],
    ['选项的名称', field('choice', { choices }), '排名', 'rank'],
    ['打了勾', field('flag'), '√', true],
    ['空着的是非', field('flag'), '', false],
    ['空着的文字', field('text'), '  ', null],
  ])('%s', (_, of, text, value) => {
    expect(readFieldText(of, text, scope)).toEqual({ ok: true, value })
  })

  test.each([
    ['同名', field('person'), '何青', '有几个人（工号 002、003）'],
    ['没有这个人', field('person'), '无此人', '花名册里没有“无此人”'],
    ['没有这个办公室', field('office'), '综合办', '相近的有：综治办'],
    ['不是日期', field('day'), '2月30日', '不是日期'],
    ['负数', field('quantity'), '-1', '不是数'],
    ['不在之列', field('choice', { choices }), '评比', '可填：排名'],
    ['必填空着', field('text', { required: true }), '', '请填写“某列”'],
  ])('%s：说得出哪里不对', (_, of, text, words) => {
    const read = readFieldText(of, text, scope)
    expect(read.ok ? '' : read.refusal.message).toContain(words)
  })
})

test('写出去的一格，读回来是同一个值', () => {
  const values = fc.oneof(
    fc.constantFrom('001', '002').map((value) => ({ of: field('person'), value: value as unknown })),
    fc.uniqueArray(fc.constantFrom('001', '002', '003')).map((value) => ({ of: field('people'), value })),
    fc.integer({ min: 0, max: 10_000_000 }).map((value) => ({ of: field('quantity'), value })),
    fc.boolean().map((value) => ({ of: field('flag'), value })),
    fc.constantFrom('2026-03-09', '2024-02-29').map((value) => ({ of: field('day'), value })),
    fc.constantFrom('00:00', '08:30', '23:59').map((value) => ({ of: field('time'), value })),
    fc.constantFrom('党办', '国土所(规划办)').map((value) => ({ of: field('office'), value })),
  )
  fc.assert(
    fc.property(values, ({ of, value }) => {
      expect(readFieldText(of, fieldText(of, value, nameOf), scope)).toEqual({ ok: true, value })
    }),
  )
})

const rank = registerOf('superior-result')
const header = [
  '日期',
  '结果',
  '办公室',
  '工号',
  '姓名',
  '考核项目',
  '级别',
  '名次',
  '事项',
  '发文单位',
  '文件标题',
]
const good: readonly string[] = [
  '2026-07-10',
  '排名',
  '综治办',
  '',
  '',
  '公众安全感',
  '区',
  '末位',
  '上半年测评',
  '政法委',
  '通报',
]
const tableOf = (rows: readonly (readonly string[])[], first: readonly string[] = header) => ({
  header: first,
  rows: rows.map((cells, at) => ({ row: at + 2, cells })),
})

describe('一张表', () => {
  test('一行的几处错都说，别的行照读', () => {
    const bad = ['昨天', '评比', '综治办', '', '', '', '', '', '上半年测评', '政法委', '通报']
    const { rows, problems } = readRecords(rank, tableOf([good, bad]), scope, today)
    expect(rows.map(({ row }) => row)).toEqual([2])
    expect(problems.map(({ row, column }) => `${String(row)} ${String(column)}`)).toEqual(['3 日期', '3 结果'])
  })

  test('工号与姓名对不上；工号空着按姓名找', () => {
    const person = (number: string, name: string) => good.with(2, '').with(3, number).with(4, name)
    const read = readRecords(rank, tableOf([person('001', '何青'), person('', '张示例')]), scope, today)
    expect(read.problems.map(({ column, message }) => [column, message])).toEqual([
      ['姓名', '工号 001 是张示例，不是何青，请核对。'],
    ])
    expect(read.rows.map(({ record }) => record.staffNumber)).toEqual(['001'])
  })

  test('不认识的表头、空表', () => {
    expect(
      readRecords(rank, tableOf([good], [...header.slice(0, -1), '来文']), scope, today).problems,
    ).toHaveLength(2)
    expect(readRecords(rank, tableOf([]), scope, today).problems[0]?.message).toContain('没有内容')
  })
})

describe.each(registerDefinitions.map((register) => [register.id, register] as const))('%s', (_, register) => {
  test('模板的示例行读得通，导出的表读回来还是这一条', () => {
    const [filled, notes] = recordTemplate(register)
    const table = tableOf(filled?.rows ?? [], filled?.header ?? [])
    const { rows, problems } = readRecords(register, table, scope, today)
    expect(problems).toEqual([])
    const [read] = rows
    expect(read).toBeDefined()
    if (read === undefined) return
    const state = register.firstState(read.record)
    expect(Object.keys(register.states)).toContain(state)
    expect(notes?.rows.length).toBe((filled?.header.length ?? 0) + (register.otherSheet === undefined ? 1 : 2))
    const { staffNumber, office, days, body } = read.record
    const kept = { id: 'x', register: register.id, revision: 1, at: new Date(0), by: '考核办' }
    const record: RegisterRecord = { ...kept, staffNumber, office, days, body, state, naturalKey: null }
    const out = recordSheet(register, [record], nameOf, () => '2026-07-10 09:00')
    expect(readRecords(register, tableOf(out.rows, out.header), scope, today).rows[0]?.record).toEqual(read.record)
    expect(register.summary(read.record)).not.toBe('')
  })
})
