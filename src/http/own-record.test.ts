import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type SignedInTown } from '../../test/support/town-app.ts'

let town: StaffedTown
let staff: SignedInTown
let own: SignedInTown
beforeAll(async () => {
  town = await startStaffedTown()
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  own = await asColleague(town, { userName: '吕平', roles: ['office'], staffNumber: '003' })
})
afterAll(() => town.stop())

const ask = (words: string, as = staff, key: string = randomUUID()) =>
  as.send('POST', '/api/own-data/corrections', { body: { words }, key })
const answer = (id: string, as: SignedInTown, state = 'done') =>
  as.send('POST', `/api/corrections/${id}/answer`, { body: { state, answer: '已改好' }, key: randomUUID() })

describe('本人信息', () => {
  test('下载的是自己的全部，没有别人的；看过的人只有身份，纪检的查看不列', async () => {
    await town.confirm([await town.recordOne({ note: '晨会点名未到' })])
    await town.recordOne({ about: { kind: 'people', staffNumbers: ['002'] }, note: '别人的事' })
    const discipline = await asColleague(town, { userName: '郑纪检', roles: ['discipline'] })
    for (const each of [town, discipline]) await each.send('GET', '/api/people/001/score-sheet?period=2026')
    const answered = await staff.send('GET', '/api/own-data?year=2026&format=json')
    expect(answered.status).toBe(200)
    const parts = JSON.parse(await answered.response.text())
    expect(Object.keys(parts)).toEqual([
      '账号与角色',
      '花名册记录',
      '台账记录',
      '成绩 2026',
      '评议得分 2026',
      '更正申请',
      '本人的操作',
      '谁看过我的成绩单',
    ])
    expect(parts['账号与角色']).toEqual([{ 用户名: '何青', 工号: '001', 身份: '工作人员' }])
    expect(parts['花名册记录']).toMatchObject([{ 姓名: '何青', 办公室: '党办' }])
    expect(parts['台账记录']).toMatchObject([
      { 日期: '2026-05-06', 原文: '脱岗每次扣2分', 数量: '1次', 说明: '晨会点名未到', 状态: '已确认' },
    ])
    const item = parts['成绩 2026'].find((row: Record<string, string>) => row['项目'] === '工作纪律')
    expect(item).toMatchObject({ 满分: '10', 得分: '8', 说明: '2026-05-06 脱岗每次扣2分 -2分' })
    expect(parts['谁看过我的成绩单'].map((row: Record<string, string>) => row['以什么身份'])).toEqual([
      '开设账号者、考核办',
    ])
    const whole = JSON.stringify(parts)
    for (const others of ['别人的事', '单晓云', '郑纪检']) expect(whole).not.toContain(others)
  })

  test('.xlsx 里是同样的内容，一张表一页', async () => {
    const answered = await staff.send('GET', '/api/own-data?year=2026')
    const sheets = await readXlsxFile(Buffer.from(await answered.response.arrayBuffer()))
    expect(sheets.map(({ sheet }) => sheet)).toContain('谁看过我的成绩单')
    const entries = sheets.find(({ sheet }) => sheet === '台账记录')?.data ?? []
    expect(entries.flat()).toEqual(expect.arrayContaining(['原文', '脱岗每次扣2分', '晨会点名未到']))
  })

  test('不在花名册上的账号没有可下载的', async () => {
    expect((await town.send('GET', '/api/own-data?year=2026')).status).toBe(403)
  })
})

describe('更正申请', () => {
  test('提出、答复各一次；同一次提交不会变成两条；答复人不能是本人', async () => {
    const key = randomUUID()
    const asked = await ask('我三月起已调到综治办', staff, key)
    expect(asked.body).toMatchObject({ name: '何青', state: 'open', isOwn: true, answer: null })
    expect((await ask('我三月起已调到综治办', staff, key)).body).toEqual(asked.body)
    expect((await staff.send('GET', '/api/own-data/corrections')).body.corrections).toHaveLength(1)
    expect((await own.send('GET', '/api/corrections')).body.corrections).toMatchObject([
      { words: '我三月起已调到综治办' },
    ])

    const mine = await ask('我的编制写错了', own)
    expect((await answer(mine.body.id, own)).body.error.code).toBe('correction-about-oneself')
    expect((await answer(mine.body.id, town, 'declined')).body).toMatchObject({
      state: 'declined',
      answeredBy: '管理员',
    })
    expect((await answer(asked.body.id, own)).body).toMatchObject({ state: 'done', answer: '已改好' })
    const again = await answer(asked.body.id, town, 'declined')
    expect([again.status, again.body.error.code]).toEqual([409, 'correction-answered'])
    expect((await staff.send('GET', '/api/own-data/corrections')).body.corrections).toMatchObject([
      { state: 'done', answeredBy: '吕平' },
    ])
  })

  test('工作人员看不到别人的申请，也答复不了；没有的申请说找不到', async () => {
    expect((await staff.send('GET', '/api/corrections')).status).toBe(403)
    expect((await answer(randomUUID(), staff)).status).toBe(403)
    expect((await answer(randomUUID(), town)).status).toBe(404)
  })

  test('说得太少、等答复的太多，都说清楚', async () => {
    expect((await ask('不对')).body.error).toMatchObject({ place: 'words' })
    const answers = await Promise.all(
      Array.from({ length: 11 }, (_, index) => ask(`第${String(index)}处写错了，请改`)),
    )
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.map(({ body }) => body.error.code)).toEqual(['corrections-waiting'])
  })
})
