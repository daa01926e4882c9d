import { describe, expect, test } from 'vitest'
import { localDate } from '../../primitives/local-date.ts'
import { anyRegister } from '../register-definition.ts'
import { readRecords } from '../read-records.ts'
import { dutyBodySchema, dutyDefinition } from './duty-record.ts'

const scope = {
  people: [
    { staffNumber: '1', name: '张三' },
    { staffNumber: '2', name: '李四' },
    { staffNumber: '3', name: '何青' },
    { staffNumber: '4', name: '何青' },
    { staffNumber: '9', name: '郑领导' },
  ],
  offices: ['党办'],
}
const read = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  readRecords(
    anyRegister(dutyDefinition),
    { header, rows: rows.map((cells, at) => ({ row: at + 2, cells })) },
    scope,
    localDate('2026-11-20'),
  )
const turns = (sheet: ReturnType<typeof read>) =>
  sheet.rows.map(({ record }) => {
    const { post, shift } = dutyBodySchema.parse(record.body)
    return [record.days.first, record.staffNumber, post, shift].join(' ')
  })
const faults = ({ problems }: ReturnType<typeof read>) =>
  problems.map(({ row, column, message }) => `${String(row)} ${String(column)} ${message}`)

describe('按天排的值班表', () => {
  test('一行一天，一格几个人，各成一班；姓名中间空着格的也认', () => {
    const sheet = read(
      ['日期', '星期', '类别', '带班领导', '值班员'],
      ['2026-12-01', '二', '工作日', '郑领导', '张 三、李四（缺岗）'],
      ['2026/12/2', '三', '工作日', '郑领导', '3 何青'],
      ['2026-12-03', '四', '工作日', '', ''],
    )
    expect(faults(sheet)).toEqual([])
    expect(turns(sheet)).toEqual([
      '2026-12-01 9 leader whole',
      '2026-12-01 1 member whole',
      '2026-12-01 2 member whole',
      '2026-12-02 9 leader whole',
      '2026-12-02 3 member whole',
    ])
  })

  test('表头上面有标题、分白班夜班', () => {
    const sheet = read(
      ['清源镇12月值班表', '', ''],
      ['日期', '值班员（白班）', '值班员（夜班）'],
      ['2026-12-01', '张三', '李四'],
    )
    expect(turns(sheet)).toEqual(['2026-12-01 1 member day', '2026-12-01 2 member night'])
  })

  test.each([
    ['没有这个人', ['2026-12-01', '无此人'], '2 值班员 花名册里没有“无此人”'],
    ['同名', ['2026-12-01', '何青'], '2 值班员 叫“何青”的有几个人（工号 3、4）'],
    ['没有年份', ['12月1日', '张三'], '2 日期 “12月1日”不是日期'],
    ['没有日期', ['', '张三'], '2 日期 请填写“日期”'],
  ])('%s：说得出哪一行哪一列', (_, row, words) => {
    expect(faults(read(['日期', '值班员'], row))[0]).toContain(words)
  })

  test('不认识的列、没有日期列：先说表头', () => {
    expect(faults(read(['日期', '值班员', '车辆'], ['2026-12-01', '张三', '甲']))[0]).toContain(
      '1 车辆 表头“车辆”无法识别',
    )
    expect(faults(read(['值班员'], ['张三']))[0]).toContain('缺少“日期”这一列')
  })

  test('同名的带工号，就是导出的写法；一行里同一处错只说一遍', () => {
    expect(turns(read(['日期', '值班员'], ['2026-12-01', '何青（4）（缺岗）、何青（3）']))).toEqual([
      '2026-12-01 4 member whole',
      '2026-12-01 3 member whole',
    ])
    expect(faults(read(['日期', '带班领导', '值班员'], ['1月5日', '郑领导', '张三、李四']))).toHaveLength(1)
  })

  test('有岗位一列的是一行一班的表，照旧读', () => {
    const sheet = read(['日期', '值班人', '岗位', '班次'], ['2026-12-01', '张三', '值班员', '夜班'])
    expect(turns(sheet)).toEqual(['2026-12-01 1 member night'])
  })
})
