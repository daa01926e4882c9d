import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTable } from '../documents/read-table.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type SignedInTown } from '../../test/support/town-app.ts'

let town: StaffedTown
let auditor: SignedInTown
beforeAll(async () => {
  town = await startStaffedTown()
  auditor = await asColleague(town, { userName: '宋审计', roles: ['auditAdmin'] })
})
afterAll(() => town.stop())

async function list(query = '') {
  const answered = await auditor.send('GET', `/api/audit?${query}`)
  expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  return answered.body
}

describe('审计', () => {
  test('登记、确认、冲销各有一条，写明谁、什么、之前之后、为什么', async () => {
    const entryId = await town.recordOne({ note: '晨会点名未到' })
    await town.confirm([entryId])
    await town.reverse(entryId, '录错了人')
    const { rows } = await list('group=entries')
    expect(rows.map(({ operation, by, roles }: Record<string, unknown>) => [operation, by, roles])).toEqual(
      expect.arrayContaining([
        ['reverseEntry', '周更正', ['office']],
        ['confirmEntries', '林复核', ['office']],
        ['recordEntry', '管理员', ['founder', 'office']],
      ]),
    )
    const byName = Object.fromEntries(rows.map((row: { operation: string }) => [row.operation, row]))
    const entries = ['001 何青 2026-05-06 absent的计分条款 ×1']
    expect(byName['recordEntry']).toMatchObject({
      kind: 'write',
      outcome: 'done',
      object: { kind: 'entry', id: entryId, label: '何青 2026-05-06' },
      before: null,
      after: { state: 'recorded', entries },
    })
    expect(byName['confirmEntries']).toMatchObject({
      before: { state: 'recorded' },
      after: { state: 'confirmed', entries },
    })
    expect(byName['reverseEntry']).toMatchObject({
      before: { state: 'confirmed' },
      after: { state: 'reversed', entries },
      reason: '录错了人',
    })
  })

  test('看别人的成绩单、成绩和工资留痕，看自己的不留；十分钟内再看不重复记', async () => {
    const own = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
    const before = (await list('kind=look')).total
    await own.send('GET', '/api/people/001/score-sheet?period=2026')
    expect((await list('kind=look')).total).toBe(before)
    for (let time = 0; time < 3; time += 1) await town.send('GET', '/api/people/001/score-sheet?period=2026')
    await town.send('GET', '/api/standings?period=2026')
    await town.send('GET', '/api/pay?year=2026')
    const { rows, total } = await list('kind=look')
    expect(total).toBe(before + 3)
    expect(rows.map((row: { operation: string; object: unknown }) => [row.operation, row.object])).toEqual(
      expect.arrayContaining([
        ['readScoreSheet', { kind: 'person', id: '001', label: '何青' }],
        ['readStandings', { kind: 'standings', id: '2026', label: '2026' }],
        ['readPay', { kind: 'pay', id: '2026', label: '2026年度' }],
      ]),
    )
    town.clock.now = new Date(town.clock.now.getTime() + 601_000)
    await town.send('GET', '/api/people/001/score-sheet?period=2026')
    expect((await list('kind=look')).total).toBe(total + 1)
  })

  test('同一个人反复试同一件不许做的事，十分钟内只记一行', async () => {
    const outsider = await asColleague(town, { userName: '好奇的人', roles: ['finance'] })
    const refusals = async () => (await list(`outcome=refused&by=${encodeURIComponent('好奇的人')}`)).total
    for (let time = 0; time < 4; time += 1) {
      expect((await outsider.send('GET', '/api/audit')).status).toBe(403)
      expect((await outsider.send('POST', '/api/people/changes', { body: {}, key: String(time) })).status).toBe(
        403,
      )
    }
    expect(await refusals()).toBe(2)
    expect((await outsider.send('GET', '/api/accounts')).status).toBe(403)
    expect(await refusals()).toBe(3)
    town.clock.now = new Date(town.clock.now.getTime() + 601_000)
    await outsider.send('GET', '/api/audit')
    expect(await refusals()).toBe(4)
  })

  test('被拒绝的也在，只有审计管理员和纪检看得到审计', async () => {
    expect((await town.send('GET', '/api/audit')).status).toBe(403)
    const refused = { operation: 'listAudit', by: '管理员' }
    expect((await list('outcome=refused')).rows).toContainEqual(expect.objectContaining(refused))
    const discipline = await asColleague(town, { userName: '郑纪检', roles: ['discipline'] })
    expect((await discipline.send('GET', '/api/audit')).status).toBe(200)
  })

  test('按日期、人、词句、种类查，分页不重不漏', async () => {
    expect((await list('from=2026-11-21')).total).toBe(0)
    expect((await list('to=2026-11-19')).total).toBe(0)
    const all = await list('from=2026-11-20&to=2026-11-20&pageSize=200')
    expect(all.rows).toHaveLength(all.total)
    expect((await list(`person=${encodeURIComponent('周更')}`)).rows).toMatchObject([{ by: '周更正' }])
    expect((await list(`words=${encodeURIComponent('录错了人')}`)).total).toBe(1)
    expect((await list(`words=${encodeURIComponent('更正（冲销）')}`)).rows).toMatchObject([
      { operation: 'reverseEntry' },
    ])
    expect((await list('words=%25')).total).toBe(0)
    const paged = await Promise.all(
      Array.from({ length: Math.ceil(all.total / 3) }, (_, page) => list(`pageSize=3&page=${String(page + 1)}`)),
    )
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
    expect(paged.flatMap(({ rows }) => ids(rows))).toEqual(ids(all.rows))
  })

  test.each(['xlsx', 'csv'] as const)(
    '导出 %s：逐条是中文的词句，像公式的仍是文字，导出本身也留痕',
    async (format) => {
      const entryId = await town.recordOne({ quantity: format === 'csv' ? '2' : '3', note: '说明' })
      await town.confirm([entryId])
      await town.reverse(entryId, '=HYPERLINK("http://x","看")')
      const answered = await auditor.send('GET', `/api/audit/file?format=${format}&group=entries`)
      expect(answered.status).toBe(200)
      const bytes = new Uint8Array(await answered.response.arrayBuffer())
      const read = await readTable(bytes, `audit.${format}`)
      const rows = read.ok ? [read.value.header, ...read.value.rows.map((row) => row.cells)] : []
      const cells = rows.flat().map((cell) => cell.replace(/^\t/, ''))
      expect(cells).toEqual(
        expect.arrayContaining(['更正（冲销）记录', '=HYPERLINK("http://x","看")', '状态：已确认']),
      )
      expect(cells.join('')).not.toMatch(/reverseEntry|recorded/)
      const [row] = (await list('kind=export')).rows
      expect(row).toMatchObject({ operation: 'downloadAudit', by: '宋审计', object: { label: '台账' } })
    },
  )
})
