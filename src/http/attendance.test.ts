import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asColleague, type SignedInTown } from '../../test/support/town-app.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { accept, assert } from '../domain/primitives/result.ts'

// 2026-11-20, a Friday.
let town: StaffedTown
let staff: SignedInTown

beforeAll(async () => {
  town = await startStaffedTown()
  staff = await asColleague(town, { userName: '单晓云', roles: [], staffNumber: '002' })
})
afterAll(() => town.stop())

const layout = JSON.stringify({ headerRow: 1, roles: ['staffNumber', 'name', 'moment'] })
const rows = (lines: readonly string[]) => ['工号,姓名,打卡时间', ...lines].join('\n')
/** 何青 late on Monday, 单晓云 in order, 吕平 not seen. */
const monday = rows([
  '001,何青,2026-11-16 09:12',
  '001,何青,2026-11-16 12:01',
  '001,何青,2026-11-16 14:25',
  '001,何青,2026-11-16 18:02',
  '002,单晓云,2026-11-16 08:25',
  '002,单晓云,2026-11-16 12:01',
  '002,单晓云,2026-11-16 14:20',
  '002,单晓云,2026-11-16 18:02',
  '003,吕平,2026-11-17 08:20',
])

function form(text: string, fields: Readonly<Record<string, string>> = {}, name = '十一月.csv') {
  const data = new FormData()
  data.set('file', new File([text], name))
  for (const [key, value] of Object.entries(fields)) data.set(key, value)
  return data
}

const importing = (text: string, fields: Readonly<Record<string, string>> = {}, key: string = randomUUID()) =>
  town.send('POST', '/api/imports/attendance', {
    body: form(text, { mode: 'commit', mapping: layout, ...fields }),
    key,
  })

async function proposals(): Promise<readonly string[]> {
  const read = await town.services.inTown(town.tenantId, 'read', async ({ proposedEntries }) =>
    accept(await proposedEntries.list({ states: ['open'], registers: ['attendance'] })),
  )
  assert(read.ok, 'reading refuses nothing')
  return read.value
    .map(({ sort, observation: { factKey, quantity } }) => `${sort} ${factKey} ${String(quantity)}`)
    .toSorted()
}

describe('考勤', () => {
  test('识别列，核对，导入；同一文件再导什么也不加，列的对应记住', async () => {
    const columns = await town.send('POST', '/api/imports/attendance/columns', { body: form(monday) })
    expect(columns.body).toMatchObject({ mapping: JSON.parse(layout), isRemembered: false, rowCount: 10 })
    const checked = await importing(monday, { mode: 'check' })
    expect(checked.body).toMatchObject({ added: 6, stored: false, absent: [] })
    expect(await proposals()).toEqual([])
    const done = await importing(monday)
    expect(done.body).toMatchObject({ added: 6, changed: 0, unchanged: 0, stored: true })
    expect(await proposals()).toEqual([
      'entry absence/001/2026-11-17 100',
      'entry absence/002/2026-11-17 100',
      'entry absence/003/2026-11-16 100',
      'entry absence/003/2026-11-17 50',
      'entry late/001/2026-11-16/1 100',
    ])
    const again = await importing(monday)
    expect(again.body).toMatchObject({ added: 0, changed: 0, unchanged: 6 })
    const later = await town.send('POST', '/api/imports/attendance/columns', { body: form(monday) })
    expect(later.body.isRemembered).toBe(true)
  })

  test('重叠的文件补上打卡，更正的文件换下；建议跟着变', async () => {
    const more = await importing(
      rows(['003,吕平,2026-11-17 14:22', '003,吕平,2026-11-17 18:00', '003,吕平,2026-11-17 12:00']),
    )
    expect(more.body).toMatchObject({ added: 0, changed: 1 })
    expect(await proposals()).not.toContain('entry absence/003/2026-11-17 50')
    const corrected = await importing(rows(['001,何青,2026-11-16 08:29', '001,何青,2026-11-16 18:00']), {
      way: 'replace',
    })
    expect(corrected.body.changed).toBe(1)
    expect(await proposals()).not.toContain('entry late/001/2026-11-16/1 100')
    await importing(monday, { way: 'replace' })
    expect(await proposals()).toContain('entry late/001/2026-11-16/1 100')
  })

  test('对不上的人只问一次，说过就记住；读不了的说在哪一格', async () => {
    const strange = rows(['9,何菁,2026-11-18 08:20', '9,何菁,2026-11-18 12:00', '002,单晓云,2026-11-18 8点'])
    const asked = await importing(strange)
    expect(asked.body).toMatchObject({
      stored: false,
      unsettled: [{ key: '9|何菁||', rows: 2, problem: 'unknown' }],
    })
    expect(asked.body.unsettled[0].candidates).toMatchObject([{ staffNumber: '001' }])
    const people = JSON.stringify([{ key: '9|何菁||', staffNumber: '001' }])
    const settled = await importing(strange, { people })
    expect(settled.body).toMatchObject({ stored: true, unsettled: [] })
    expect((await importing(strange)).body).toMatchObject({ stored: true, unchanged: 2 })
    const faulty = await importing(rows(['002,单晓云,2026-11-31 08:20']), { mode: 'check' })
    expect(faulty.body.problems).toMatchObject([{ row: 2, column: '打卡时间', code: 'bad-time' }])
    const unmapped = await importing(monday, { mapping: JSON.stringify({ headerRow: 1, roles: ['name'] }) })
    expect(unmapped.status).toBe(422)
  })

  test('月表：一人一行，各看各的；下载', async () => {
    const month = await town.send('GET', '/api/attendance/month?month=2026-11')
    const marks = month.body.rows.map((row: { name: string; cells: { mark: string }[] }) => [
      row.name,
      row.cells.slice(14, 18).map(({ mark }) => mark),
    ])
    expect(marks).toEqual([
      ['何青', ['rest', 'late', 'absent', 'absent']],
      ['单晓云', ['rest', 'in-order', 'absent', 'absent']],
      ['吕平', ['rest', 'absent', 'absent', 'none']],
    ])
    const own = await staff.send('GET', '/api/attendance/month?month=2026-11')
    expect(own.body.rows.map(({ name }: { name: string }) => name)).toEqual(['单晓云'])
    const file = await town.send('GET', '/api/exports/attendance-month?month=2026-11&format=csv')
    expect(await file.response.text()).toContain('何青,001,党办')
  })

  test('宽限：台账和还没采纳的一起数，办法里写满10次后起扣', async () => {
    await town.recordOne({ ruleId: 'late', quantity: '7', occurredOn: '2026-10-12' })
    await town.recordOne({ ruleId: 'late', quantity: '3', occurredOn: '2026-09-30' })
    const tally = await town.send('GET', '/api/attendance/tally')
    expect(tally.body.tallies).toMatchObject([
      {
        staffNumber: '001',
        used: 800,
        waiting: 100,
        beyond: 0,
        words: '本季已迟到8次（其中1次尚未采纳），满10次后起扣',
      },
    ])
    const own = await staff.send('GET', '/api/attendance/tally')
    expect(own.body.tallies).toMatchObject([{ staffNumber: '002', words: '本季已迟到0次，满10次后起扣' }])
  })

  test('事后补了假，旷工的建议收回；忘打卡补一次，写明原因', async () => {
    await grantLeave('001', '2026-11-17')
    expect(await proposals()).not.toContain('entry absence/001/2026-11-17 100')
    const { body } = await town.send(
      'GET',
      '/api/registers/attendance?staffNumber=002&from=2026-11-17&to=2026-11-17',
    )
    const [record] = body.records
    const change = (added: string) =>
      town.send('PUT', `/api/registers/attendance/${record.id}`, {
        body: {
          revision: record.revision,
          reason: '忘打卡，有监控为证',
          record: {
            staffNumber: '002',
            office: null,
            first: '2026-11-17',
            last: '2026-11-17',
            body: { ...record.body, added },
          },
        },
      })
    expect((await change('八点')).status).toBe(400)
    expect((await change('8:25 12:00 14:20 18:00')).body.record.body.added).toBe('08:25 12:00 14:20 18:00')
    expect(await proposals()).not.toContain('entry absence/002/2026-11-17 100')
    expect(await importing(monday, { way: 'replace' }).then((done) => done.body)).toMatchObject({ stored: true })
    expect(await proposals()).not.toContain('entry absence/002/2026-11-17 100')
  })

  test('设置：先看会变多少，再改，建议跟着变；第一次设置管全年，以后的只从本季度起，以前的照旧', async () => {
    const { body } = await town.send('GET', '/api/attendance/rules')
    expect(body).toMatchObject({ isSet: false, rules: { lateAfter: 30 }, lateOfText: null })
    const rules = { ...body.rules, lateAfter: 60 }
    const preview = await town.send('POST', '/api/attendance/rules/preview', { body: rules })
    expect(preview.body).toMatchObject({ first: '2026-01-01', before: { late: 100 }, after: { late: 0 } })
    const changed = await town.send('PUT', '/api/attendance/rules', { body: rules, key: randomUUID() })
    expect(changed.body).toMatchObject({ isSet: true, rules: { lateAfter: 60 } })
    expect(await proposals()).not.toContain('entry late/001/2026-11-16/1 100')
    expect((await staff.send('PUT', '/api/attendance/rules', { body: rules, key: randomUUID() })).status).toBe(403)
    await importing(rows(['002,单晓云,2026-09-14 09:00', '002,单晓云,2026-09-14 18:02']))
    const stricter = { ...rules, lateAfter: 15 }
    const again = await town.send('POST', '/api/attendance/rules/preview', { body: stricter })
    expect(again.body).toMatchObject({ first: '2026-10-01' })
    await town.send('PUT', '/api/attendance/rules', { body: stricter, key: randomUUID() })
    await town.send('POST', '/api/proposed-entries/refresh', { body: {} })
    expect((await proposals()).filter((one) => one.includes('late/'))).toEqual(['entry late/001/2026-11-16/1 100'])
  })
})

/** As the office writes in what was granted on paper. */
async function grantLeave(staffNumber: string, day: string) {
  const body = {
    kind: 'personal',
    begins: 'morning',
    ends: 'evening',
    reason: '家中有事',
    place: '家',
    source: 'noted',
  }
  const added = await town.send('POST', '/api/registers/leave', {
    body: { staffNumber, office: null, first: day, last: day, body },
    key: randomUUID(),
  })
  expect(added.status, JSON.stringify(added.body)).toBe(200)
}
