import { describe, expect, test } from 'vitest'
import { tableOf } from '../../../test/builders/table.ts'
import { person } from '../../../test/builders/town.ts'
import { localDate } from '../primitives/local-date.ts'
import type { PersonRecord } from './personnel-change.ts'
import { readChanges } from './read-changes.ts'

const header = ['工号', '姓名', '变动', '日期', '结束日期', '办公室', '职务', '分管办公室', '编制', '说明']
const lin: PersonRecord = {
  staffNumber: '001',
  name: '林晓岚',
  assignments: [person('001', { name: '林晓岚', from: localDate('2026-01-01') })],
  absences: [],
}
const read = (known: readonly PersonRecord[], ...rows: readonly (readonly string[])[]) =>
  readChanges(tableOf(header, ...rows), known, null)

function problemsOf(outcome: ReturnType<typeof read>) {
  return outcome.ok ? [] : outcome.refusal.map(({ row, column, message }) => [row, column, message])
}

const sheet = [
  ['001', '林晓岚', '返岗', '2026-06-01'],
  ['001', '林晓岚', '借调', '2026年3月1日', '', '', '', '', '', '区委组织部'],
  ['002', '何知远', '入职', '2026-04-01', '', '党办', '', '', '事业'],
  ['002', '何知远', '调动', '2026-08-01', '', '综治办'],
  ['002', '何知远', '离岗', '2026-11-30'],
]

describe('人员变动表', () => {
  test('行的先后不要紧：先返岗后借调的两行也读得通，新人随表入职', () => {
    const outcome = read([lin], ...sheet)
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        unchanged: 0,
        records: [
          {
            staffNumber: '001',
            absences: [{ kind: 'secondment', from: '2026-03-01', to: '2026-05-31', note: '区委组织部' }],
          },
          {
            staffNumber: '002',
            name: '何知远',
            assignments: [
              { office: '党办', employment: '事业', from: '2026-04-01', to: '2026-07-31' },
              { office: '综治办', employment: '事业', from: '2026-08-01', to: '2026-11-30' },
            ],
          },
        ],
      },
    })
  })

  test('同一张表再导一次，什么都不变', () => {
    const first = read([lin], ...sheet)
    expect(first.ok && read(first.value.records, ...sheet)).toEqual({
      ok: true,
      value: { records: [], taken: [], unchanged: 5 },
    })
  })

  test('每一处错误都指明行和列', () => {
    const outcome = read(
      [lin],
      ['001', '林晓兰', '离岗', '2026-03-31'],
      ['009', '某人', '离岗', '2026-03-31'],
      ['001', '林晓岚', '辞职', '2026-03-31'],
      ['001', '林晓岚', '调动', '三月'],
      ['001', '林晓岚', '调动', '2026-03-31'],
      ['001', '林晓岚', '离岗', '2026-03-31', '2026-04-30'],
      ['', '林晓岚', '离岗', ''],
      ['003', '新人', '入职', '2026-03-31', '', '', '科长'],
    )
    expect(problemsOf(outcome)).toEqual([
      [2, '姓名', '姓名“林晓兰”与花名册里的林晓岚不符，请核对工号。'],
      [3, '工号', '花名册里没有工号“009”，请核对工号（001 与 1 不同）；新来的人请填“入职”。'],
      [4, '变动', '变动“辞职”无法识别，可填：入职、离岗、调动、借调、长假、返岗。'],
      [5, '日期', '“三月”不是日期，请写成 2026-03-09。'],
      [6, '办公室', '调动到哪里没有填：办公室、职务、分管办公室、编制至少填一项。'],
      [7, '结束日期', '“离岗”只填日期，结束日期请留空。'],
      [8, '工号', '工号没有填，每个人都要有工号。'],
      [8, '日期', '日期没有填，请写成 2026-03-09。'],
      [9, '职务', '职务“科长”无法识别，可填：工作人员、分管领导、主要领导。'],
      [9, '办公室', '办公室没有填。'],
    ])
  })

  test('空表、缺列都说清楚', () => {
    expect(problemsOf(read([lin]))).toEqual([[1, null, '表里没有变动，请从第二行起每行填一人的一次变动。']])
    const missing = readChanges(tableOf(['工号', '姓名', '日期']), [lin], null)
    expect(missing.ok ? [] : missing.refusal.map(({ code, column }) => [code, column])).toEqual([
      ['missing-column', '变动'],
    ])
  })
})
