import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formOf } from '../../test/audited/watch-audit.ts'
import { oneItem, person, rule } from '../../test/builders/town.ts'
import { adopt, asColleague, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { readTable } from '../documents/read-table.ts'

let town: SignedInTown
/** 纪检, who is on the roster as 001. */
let discipline: SignedInTown
let staff: SignedInTown

beforeAll(async () => {
  town = await startTown()
  await adopt(town, oneItem([rule('late', { points: 1, condition: '迟到' })]), '2026-01-01')
  await employ(town, [
    person('001', { name: '何青', office: '党办' }),
    person('002', { name: '单晓云', office: '综治办' }),
    person('003', { name: '吕平', office: '综治办' }),
  ])
  discipline = await asColleague(town, { userName: '何青', roles: ['discipline'], staffNumber: '001' })
  staff = await asColleague(town, { userName: '吕平', roles: [], staffNumber: '003' })
})
afterAll(() => town.stop())

const path = '/api/registers/superior-result'
const body = {
  kind: 'commendation',
  subject: null,
  matter: '平安建设先进个人',
  level: '市',
  rank: null,
  percent: null,
  sanction: null,
  documentNumber: null,
  documentTitle: '关于表彰的决定',
  issuedBy: '市委政法委',
  note: null,
}
const form = (matter: string, more: object = {}) => ({
  staffNumber: '002',
  office: null,
  first: '2026-06-30',
  last: '2026-06-30',
  ...more,
  body: { ...body, matter },
})
const add = (matter: string, more: object = {}, who = town) =>
  who.send('POST', path, { body: form(matter, more), key: randomUUID() })
const list = async (query: string, who = town) => (await who.send('GET', `${path}?${query}`)).body
const codeOf = ({ body: answered }: Awaited<ReturnType<typeof add>>) => answered.error?.code

describe('登记一条', () => {
  test('答复里有姓名、内容和状态；同一件事再登记，说已经有了', async () => {
    const { status, body: answered } = await add('甲先进')
    expect(status).toBe(200)
    expect(answered.record).toMatchObject({
      name: '单晓云',
      stateWords: '有效',
      summary: '单晓云 2026-06-30 甲先进 市级表彰',
      revision: 1,
      barred: null,
    })
    expect(codeOf(await add('甲先进'))).toBe('record-known')
  })

  test('同一个提交编号只登记一次', async () => {
    const key = randomUUID()
    const once = () => town.send('POST', path, { body: form('乙先进'), key })
    const [first, second] = [await once(), await once()]
    expect(second.body).toEqual(first.body)
    expect((await list(`text=${encodeURIComponent('乙先进')}`)).total).toBe(1)
  })

  test.each([
    ['花名册里没有的人', { staffNumber: '099' }, 422, 'record-person-unknown'],
    ['没有的办公室', { staffNumber: null, office: '综合办' }, 422, 'record-office-unknown'],
    ['谁的也没有说', { staffNumber: null }, 422, 'record-faulty'],
    ['还没有到的日期', { first: '2026-12-30', last: '2026-12-30' }, 422, 'record-faulty'],
  ])('%s：不登记，说出来', async (_, more, status, code) => {
    const refused = await add('丙先进', more)
    expect([refused.status, codeOf(refused)]).toEqual([status, code])
    expect(refused.body.error.message).not.toBe('')
  })

  test('填得不全：说出哪一栏', async () => {
    const refused = await town.send('POST', path, {
      body: { ...form(''), body: { ...body, matter: '丁先进', level: null } },
      key: randomUUID(),
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error).toMatchObject({ place: 'body.level', message: '结果是表彰时，请填写级别' })
  })

  test('本人的由别人登记、修改和撤回', async () => {
    const own = { staffNumber: '001' }
    expect(codeOf(await add('戊先进', own, discipline))).toBe('record-about-oneself')
    const { record } = (await add('戊先进', own)).body
    const seen = (await list(`record=${record.id}`, discipline)).records[0]
    expect(seen.barred).toBe('aboutOneself')
    const withdrawal = { body: { revision: 1, reason: '我不同意' } }
    const refused = await discipline.send('POST', `${path}/${record.id}/withdrawal`, withdrawal)
    expect(codeOf(refused)).toBe('record-about-oneself')
  })
})

describe('修改和撤回', () => {
  const change = (id: string, revision: number, matter: string, who = town) =>
    who.send('PUT', `${path}/${id}`, { body: { revision, reason: '事项录错', record: form(matter) } })

  test('经过写明谁、何时、改前改后和原因', async () => {
    const { record } = (await add('一等奖')).body
    const changed = await change(record.id, 1, '二等奖', discipline)
    expect(changed.body.record).toMatchObject({ revision: 2, body: { matter: '二等奖' } })
    const withdrawn = await town.send('POST', `${path}/${record.id}/withdrawal`, {
      body: { revision: 2, reason: '文件作废' },
    })
    expect(withdrawn.body.record).toMatchObject({ stateWords: '已撤回', barred: 'withdrawn' })
    const { steps } = (await town.send('GET', `${path}/${record.id}/history`)).body
    expect(steps).toMatchObject([
      { stepWords: '登记', by: '管理员', reason: null, changes: [] },
      {
        stepWords: '修改',
        by: '何青',
        reason: '事项录错',
        changes: [{ title: '事项', before: '一等奖', after: '二等奖' }],
      },
      { stepWords: '撤回', stateWords: '已撤回', reason: '文件作废', changes: [] },
    ])
    expect((await list(`text=${encodeURIComponent('二等奖')}`)).total).toBe(0)
    expect((await list('state=withdrawn')).records.map(({ id }: { id: string }) => id)).toContain(record.id)
  })

  test('看的是旧的：不改，说谁先改了；撤回的不能再改；没有的说找不到', async () => {
    const { record } = (await add('三等奖')).body
    await change(record.id, 1, '四等奖')
    const stale = await change(record.id, 1, '五等奖')
    expect([stale.status, codeOf(stale)]).toEqual([409, 'record-changed'])
    expect(stale.body.error.message).toContain('刚被管理员改过')
    await town.send('POST', `${path}/${record.id}/withdrawal`, { body: { revision: 2, reason: '作废' } })
    expect(codeOf(await change(record.id, 3, '六等奖'))).toBe('record-withdrawn-already')
    expect((await change(randomUUID(), 1, '六等奖')).status).toBe(404)
    // What was taken back stands in nobody's way.
    expect((await add('四等奖')).status).toBe(200)
  })

  test('改成另一条已有的，不改', async () => {
    const { record } = (await add('某集体奖')).body
    await add('另一集体奖')
    expect(codeOf(await change(record.id, 1, '另一集体奖'))).toBe('record-known')
  })
})

describe('导入和导出', () => {
  const header = '日期,结果,办公室,工号,姓名,考核项目,级别,名次,事项,发文单位,文件标题'
  const row = (matter: string, level = '区') =>
    `2026-07-10,排名,综治办,,,公众安全感,${level},末位,${matter},政法委,通报`
  const upload = (rows: readonly string[], fields: Record<string, string>, key: string = randomUUID()) =>
    town.send('POST', '/api/imports/registers/superior-result', {
      body: formOf([header, ...rows].join('\r\n'), fields),
      key,
    })

  test('先核对，什么都不存；确认后登记；同一张表再导，一条不多', async () => {
    const rows = [row('上半年测评'), row('全年测评')]
    const checked = (await upload(rows, { mode: 'check' })).body
    expect(checked).toMatchObject({ problems: [], stored: 0, summary: '将登记 2 条。' })
    expect((await list(`text=${encodeURIComponent('测评')}`)).total).toBe(0)
    expect((await upload(rows, { mode: 'commit' })).body).toMatchObject({ stored: 2, summary: '已登记 2 条。' })
    const again = (await upload(rows, { mode: 'commit' })).body
    expect(again).toMatchObject({ stored: 0, summary: '已登记 0 条，2 条已有、不重复登记。' })
    expect((await list(`text=${encodeURIComponent('测评')}`)).total).toBe(2)
  })

  test('有一行不对，全都不存；说只要好的，就只存好的', async () => {
    const rows = [row('甲测评组'), row('乙测评组', '乡')]
    const refused = (await upload(rows, { mode: 'commit' })).body
    expect(refused.stored).toBe(0)
    expect(refused.problems).toMatchObject([{ row: 3, column: '级别', code: 'bad-choice' }])
    const partly = (await upload(rows, { mode: 'commit', faulty: 'leave-out' })).body
    expect(partly).toMatchObject({ stored: 1, summary: '已登记 1 条，1 行有问题、没有导入。' })
    expect((await list(`text=${encodeURIComponent('测评组')}`)).total).toBe(1)
  })

  test('已有的事，内容不同：不当作新的，也不悄悄改', async () => {
    const rows = [row('丙测评')]
    await upload(rows, { mode: 'commit' })
    const other = (await upload([rows[0]?.replace('末位', '后三位') ?? ''], { mode: 'commit' })).body
    expect(other).toMatchObject({ stored: 0, problems: [{ row: 2, code: 'known-otherwise' }] })
  })

  test('标出问题的表有错误列', async () => {
    const marked = await town.send('POST', '/api/imports/registers/superior-result/problems', {
      body: formOf([header, row('丁测评', '乡')].join('\r\n'), {}),
    })
    expect(await marked.response.text()).toContain('不在“级别”之列')
  })

  test('导出的就是列表上的，再导入一条不多；=开头的仍是文字', async () => {
    await add('=1+1')
    const exported = await town.send('GET', '/api/exports/registers/superior-result?format=xlsx')
    const bytes = new Uint8Array(await exported.response.arrayBuffer())
    const table = await readTable(bytes, '上级考核结果.xlsx')
    expect(table.ok && table.value.rows.length).toBe((await list('pageSize=500')).total)
    expect(table.ok && table.value.rows.flatMap(({ cells }) => cells)).toContain('=1+1')
    const back = new FormData()
    back.set('mode', 'commit')
    back.set('file', new File([bytes], '上级考核结果.xlsx'))
    const report = (
      await town.send('POST', '/api/imports/registers/superior-result', { body: back, key: randomUUID() })
    ).body
    expect([report.problems, report.stored]).toEqual([[], 0])
  })

  test('模板有示例和说明', async () => {
    const { status, response } = await town.send('GET', '/api/templates/registers/superior-result')
    expect([status, response.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('xlsx')])
  })
})

describe('谁看得到', () => {
  test('没有这个登记簿的身份：列表、导出、经过都不答', async () => {
    const { record } = (await add('看不到的奖')).body
    const asked = [path, '/api/exports/registers/superior-result', `${path}/${record.id}/history`]
    for (const address of asked) expect((await staff.send('GET', address)).status).toBe(403)
  })

  test('按办公室、人员、日期、文字找，页数和总数相符', async () => {
    await add('找得到的奖', { staffNumber: null, office: '综治办', first: '2026-02-01', last: '2026-02-01' })
    const words = encodeURIComponent('找得到的奖')
    expect((await list(`text=${words}&office=${encodeURIComponent('综治办')}`)).total).toBe(1)
    expect((await list(`text=${words}&office=${encodeURIComponent('党办')}`)).total).toBe(0)
    expect((await list(`text=${words}&from=2026-02-01&to=2026-02-01`)).total).toBe(1)
    expect((await list(`text=${words}&from=2026-02-02`)).total).toBe(0)
    expect((await list(`text=${words}&staffNumber=002`)).total).toBe(0)
    const all = await list('pageSize=2')
    expect(all.records).toHaveLength(2)
    expect(all.total).toBeGreaterThan(2)
  })
})
