import { describe, expect, test } from 'vitest'
import type { Attendance } from './attendance-at.ts'
import { readSignInList } from './read-sign-in-list.ts'

const called = (staffNumber: string, name: string, changes: Partial<Attendance> = {}): Attendance => ({
  staffNumber,
  name,
  office: '党办',
  status: 'missing',
  signedIn: null,
  minutesLate: 0,
  reason: null,
  ...changes,
})
const attendance = [
  called('1', '张三'),
  called('2', '李四'),
  called('3', '何青', { status: 'on-time', signedIn: { at: '2026-11-20T01:00:00Z', how: 'code' } }),
  called('5', '吕平', { status: 'on-leave' }),
  called('6', '单晓云', { status: 'excused', reason: '下村' }),
]
const people = [...attendance, { staffNumber: '4', name: '何青' }, { staffNumber: '7', name: '没有叫的' }]
const read = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  readSignInList({ header, rows: rows.map((cells, at) => ({ row: at + 2, cells })) }, attendance, people)

describe('签到名单', () => {
  test('只有姓名的名单，名单上的就是到了；写了两遍的、签过的只算一次；同名的只认叫来的那个', () => {
    expect(read(['姓名'], ['张 三'], ['2'], ['张三'], ['何青'])).toEqual({
      ok: true,
      value: { came: ['1', '2'], excused: [], known: 2 },
    })
    expect(read(['工号', '姓名'], ['', '张 三'], ['2', ''], ['', '张三'], ['', '何青'])).toEqual({
      ok: true,
      value: { came: ['1', '2'], excused: [], known: 2 },
    })
  })

  test('有到会情况的，空着的不算；请假的记原因，批了假的、写过的不再记；表头上面可以有标题', () => {
    const list = read(
      ['例会签到表', '', ''],
      ['姓名', '到会情况', '原因'],
      ['张三', '√', ''],
      ['李四', '', ''],
      ['吕平', '请假', ''],
      ['单晓云', '有事', '下村'],
    )
    expect(list).toEqual({ ok: true, value: { came: ['1'], excused: [], known: 2 } })
    expect(read(['姓名', '到会情况', '原因'], ['李四', '公务', '去区里开会'])).toEqual({
      ok: true,
      value: { came: [], excused: [{ staffNumber: '2', reason: '去区里开会' }], known: 0 },
    })
  })

  test.each([
    ['不在花名册', ['无此人', '已到'], '姓名', '花名册里没有“无此人”'],
    ['没有叫来', ['没有叫的', '已到'], '姓名', '不在这次应到的人里'],
    ['签过却写未到', ['何青', '未到'], '到会情况', '何青已经签到'],
    ['看不懂', ['张三', '？'], '到会情况', '看不懂'],
  ])('%s：说得出哪一行哪一列', (_, row, column, words) => {
    const list = read(['姓名', '到会情况'], row)
    expect(list.ok ? null : list.refusal[0]).toMatchObject({ row: 2, column })
    expect(list.ok ? '' : list.refusal[0]?.message).toContain(words)
  })

  test('工号与姓名对不上、同一人写得不一样、一个人都没有', () => {
    const words = (list: ReturnType<typeof read>) => (list.ok ? '' : (list.refusal[0]?.message ?? ''))
    expect(words(read(['工号', '姓名'], ['1', '李四']))).toBe('工号 1 是张三，不是李四，请核对。')
    expect(words(read(['姓名', '到会情况'], ['张三', '已到'], ['张三', '请假']))).toContain('第2行已有')
    expect(words(read(['姓名', '到会情况'], ['张三', '']))).toContain('没有可导入的')
    expect(words(read(['名字'], ['张三']))).toContain('无法识别')
  })
})
