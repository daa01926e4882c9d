import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person } from '../../test/builders/town.ts'
import { auditRows } from '../../test/support/audit-rows.ts'
import { ownerDatabase } from '../../test/support/owner-database.ts'
import { asColleague, employ, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'

let town: SignedInTown
let discipline: SignedInTown

beforeAll(async () => {
  town = await startTown()
  await employ(town, [person('001', { name: '何青' }), person('002', { name: '单晓云' })])
  discipline = await asColleague(town, { userName: '纪检员', roles: ['discipline'], staffNumber: '002' })
})
afterAll(() => town.stop())

const given = {
  channel: 'letter',
  receivedOn: '2026-11-18',
  words: '信访件：何青上班时间在街上买菜，被我当面撞见两回。',
  about: '党办何青',
  name: '举报人甲乙丙',
  contact: '13911112222',
}

function add(changes: object = {}, who = discipline): Promise<Answered> {
  return who.send('POST', '/api/complaints', { body: { ...given, ...changes }, key: randomUUID() })
}

function step(id: string, revision: number, taken: object, who = discipline): Promise<Answered> {
  const path = `/api/complaints/${id}/steps`
  return who.send('POST', path, { body: { revision, taken }, key: randomUUID() })
}

const upheld = {
  step: 'upheld',
  reasons: '查看监控，并与本人谈话核实。',
  occurredOn: '2026-11-16',
  staffNumbers: ['001'],
  found: '工作时间外出办私事，未请假。',
}

async function proposals(): Promise<readonly { readonly observation: { readonly words: string } }[]> {
  const read = await town.services.inTown(town.tenantId, 'read', async ({ proposedEntries }) => ({
    ok: true,
    value: await proposedEntries.list({ registers: ['complaint'], states: ['open'] }),
  }))
  return read.ok ? read.value : []
}

describe('只有纪检看得到、办得了', () => {
  test.each([['office'], ['leadingGroup'], ['principal'], ['inspector'], ['auditAdmin']] as const)(
    '%s看不到，也登记不了',
    async (role) => {
      const other = await asColleague(town, { userName: `别的${role}`, roles: [role] })
      const path = '/api/complaints'
      for (const address of [path, `${path}/file?format=csv`])
        expect((await other.send('GET', address)).body.error.code).toBe('not-allowed')
      expect((await add({}, other)).body.error.code).toBe('not-allowed')
    },
  )

  test('登记、核实、查实：建议里只有查明的话；重新核实就收回', async () => {
    const { body } = await add()
    expect(body).toMatchObject({ state: 'received', revision: 1 })
    expect(await proposals()).toEqual([])
    expect((await step(body.id, 1, { step: 'verification-started' })).body.state).toBe('verifying')
    const leaking = await step(body.id, 2, { ...upheld, found: '举报人甲乙丙反映属实，上班外出。' })
    expect(leaking.body.error).toMatchObject({ code: 'complaint-leaks', place: 'taken.found' })
    expect((await step(body.id, 1, upheld)).body.error.code).toBe('complaint-changed')
    expect((await step(body.id, 2, { ...upheld, staffNumbers: ['999'] })).body.error.code).toBe(
      'complaint-person-unknown',
    )
    expect((await step(body.id, 2, upheld)).body).toMatchObject({ state: 'upheld', revision: 3 })
    const made = await proposals()
    expect(made.map(({ observation }) => observation.words)).toEqual([upheld.found])
    expect(JSON.stringify(made)).not.toMatch(/甲乙丙|13911112222|买菜/)
    expect((await step(body.id, 3, { step: 'reopened', reasons: '有新的线索要查。' })).body.state).toBe(
      'verifying',
    )
    expect(await proposals()).toEqual([])

    const list = await discipline.send('GET', '/api/complaints')
    expect(list.body.complaints).toHaveLength(1)
    expect(list.body.complaints[0]).toMatchObject({ words: given.words, complainant: { name: '举报人甲乙丙' } })
    const history = await discipline.send('GET', `/api/complaints/${String(body.id)}/history`)
    expect(history.body.steps.map((line: { step: string }) => line.step)).toEqual([
      'added',
      'verification-started',
      'upheld',
      'reopened',
    ])
    const file = await discipline.send('GET', '/api/complaints/file?format=csv')
    expect(await file.response.text()).not.toMatch(/甲乙丙|13911112222|买菜/)
  })

  test('反映自己的：看不到是谁反映的，也不能自己办', async () => {
    const { body } = await add({ aboutStaffNumber: '002', words: '反映纪检员单晓云的情况，请查。' })
    expect((await step(body.id, 1, { step: 'verification-started' })).body.error.code).toBe(
      'complaint-about-oneself',
    )
    const { complaints } = (await discipline.send('GET', '/api/complaints')).body
    expect(JSON.stringify(complaints)).not.toContain('单晓云')
    const history = await discipline.send('GET', `/api/complaints/${String(body.id)}/history`)
    expect(history.status).toBe(404)
  })
})

describe('表格导入', () => {
  const header = '收到日期,来源,编号,反映的内容,反映的是谁,被反映人工号,匿名,举报人,联系方式'
  const rows = [
    '2026-11-17,12345热线,RX20261117-08,来电反映表格里的话窗口没有人,便民大厅,001,是,表格金丝雀,13733334444',
    '2026-11-17,来信,,来信反映表格里的话公示栏没有换,,,,,',
  ]
  const upload = (path: string, lines: readonly string[], fields: Readonly<Record<string, string>> = {}) => {
    const body = new FormData()
    for (const [field, value] of Object.entries(fields)) body.set(field, value)
    body.set('file', new File([[header, ...lines].join('\r\n')], '金丝雀来电.csv'))
    return discipline.send('POST', `/api/imports/complaints${path}`, { body, key: randomUUID() })
  }
  const count = async () => (await discipline.send('GET', '/api/complaints')).body.complaints.length

  test('先核对，再导入；匿名的姓名和电话读也不读；再导入不重复', async () => {
    const before = await count()
    const checked = (await upload('/check', rows)).body
    expect(checked).toMatchObject({ rows: 2, stored: 0, problems: [], summary: '将登记 2 件。' })
    expect(await count()).toBe(before)
    const stored = await upload('', rows)
    expect(stored.body).toMatchObject({ stored: 2, preview: [], fileName: '投诉举报', summary: '已登记 2 件。' })
    expect((await upload('', rows)).body).toMatchObject({
      stored: 0,
      summary: '已登记 0 件，2 件已有、不重复登记。',
    })
    expect(await count()).toBe(before + 2)
    const { complaints } = (await discipline.send('GET', '/api/complaints')).body
    const numbered = complaints.find(({ number }: { number: string | null }) => number === 'RX20261117-08')
    expect(numbered).toMatchObject({
      channel: 'hotline',
      state: 'received',
      complainant: null,
      aboutPerson: { staffNumber: '001', name: '何青' },
    })
    expect((await add({ number: 'rx20261117-08' })).body.error.code).toBe('complaint-number-known')
    expect(await tablesHolding(['表格金丝雀', '13733334444', '金丝雀来电'])).toEqual([])
    expect(await tablesHolding(['表格里的话', 'RX20261117'])).toEqual(['register_record'])
  })

  test('有问题的逐行说明；不整表导入，可以只导入没有问题的；答话里不留表里的话', async () => {
    const wrong = [
      '2026-13-01,热线,,来信反映表格里的话甲乙丙丁,,,,,',
      '2027-01-01,来信,,短,,999,,,',
      '2026-11-17,来信,RX20261117-08,同一编号说别的表格里的话,,,,,',
      '2026-11-16,来访,,来访反映表格里的话路灯没有人管,,,,,',
    ]
    const { body } = await upload('/check', wrong)
    expect(body.problems.map((one: { row: number; column: string }) => [one.row, one.column])).toEqual([
      [2, '收到日期'],
      [2, '来源'],
      [3, '收到日期'],
      [3, '反映的内容'],
      [3, '被反映人工号'],
      [4, '编号'],
    ])
    for (const { message } of body.problems) expect(message).toMatch(/[。]$/)
    const marked = await upload('/problems', wrong)
    expect(marked.response.headers.get('content-disposition')).toContain('attachment')
    const refused = await upload('', wrong)
    expect([refused.status, refused.body.error.code]).toEqual([422, 'complaint-sheet-faulty'])
    const left = await upload('', wrong, { faulty: 'leave-out' })
    expect(left.body).toMatchObject({ stored: 1, problems: [], summary: '已登记 1 件，3 行有问题、没有导入。' })
    expect(await tablesHolding(['表格里的话'])).toEqual(['register_record'])
  })
})

describe('网上表单', () => {
  const open = (isOpen: boolean, who = town) => who.send('PUT', '/api/complaints/form', { body: { isOpen } })
  const own = async () => (await town.send('GET', '/api/complaints/form')).body.town
  const filed = { words: '办证大厅窗口上午十点没有人，等了一个小时。', about: null, name: null, contact: null }

  /** As from another machine, with a browser that says what it is and a cookie that should not be looked at. */
  function from(remoteAddress: string, path: string, body: object): Promise<Response> | Response {
    return town.app.request(
      `http://127.0.0.1:4680${path}`,
      {
        method: 'POST',
        headers: {
          host: '127.0.0.1:4680',
          'content-type': 'application/json',
          'user-agent': 'CanaryBrowser/77',
          cookie: discipline.cookie,
        },
        body: JSON.stringify(body),
      },
      { incoming: { socket: { remoteAddress } } },
    )
  }
  // oxlint-disable-next-line typescript/no-explicit-any -- the answer's shape is what the tests look at
  async function file(address: string, changes: object = {}): Promise<any> {
    const body = { ...filed, town: await own(), ...changes }
    return (await from(address, '/api/complaint-form', body)).json()
  }
  const states = async (receipt: string) =>
    (await town.send('POST', '/api/complaint-form/state', { body: { town: await own(), receipt } })).body

  test('没有打开、没有这个镇，答的是同一句话', async () => {
    const closed = await file('198.51.100.1')
    expect(closed.error.code).toBe('complaint-form-closed')
    expect(await file('198.51.100.2', { town: 'no-such-town' })).toEqual(closed)
    for (const code of [await own(), 'no-such-town'])
      expect((await town.send('GET', `/api/complaint-form?town=${String(code)}`)).body).toEqual({
        isOpen: false,
        townName: null,
      })
    const staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
    expect((await open(true, staff)).body.error.code).toBe('not-allowed')
  })

  test('交了得一个回执，凭回执只问得到三种；匿名的没有留下从哪里来', async () => {
    expect((await open(true)).body.isOpen).toBe(true)
    const rows = (await auditRows(town)).length
    const { receipt } = await file('203.0.113.77', { words: '网上来的话金丝雀一二三，请查一查。' })
    expect(receipt).toMatch(/^TS(-[2-9A-HJ-NP-Z]{4}){3}$/)
    const added = (await auditRows(town)).slice(rows)
    expect(added).toMatchObject([{ operation: 'fileComplaint', by: null, address: '', user_agent: '' }])
    expect(await states(receipt)).toEqual({ state: 'received' })
    const { complaints } = (await discipline.send('GET', '/api/complaints?state=received')).body
    const [mine] = complaints
    expect(mine).toMatchObject({ channel: 'web', complainant: null, by: '网上表单' })
    await step(mine.id, 1, { step: 'verification-started' })
    expect(await states(receipt.toLowerCase().replaceAll('-', ' '))).toEqual({ state: 'verifying' })
    expect((await step(mine.id, 2, { step: 'withdrawn', reasons: '不想办这件。' })).body.error.code).toBe(
      'complaint-has-receipt',
    )
    await step(mine.id, 2, { step: 'not-upheld', reasons: '当天窗口有人值守。' })
    expect(await states(receipt)).toEqual({ state: 'closed' })
    expect((await states('TS-2222-2222-2222')).error.code).toBe('complaint-receipt-unknown')
  })

  test('机器人填了看不见的那一栏：照样得回执，什么也没有登记', async () => {
    const count = async () => (await discipline.send('GET', '/api/complaints')).body.complaints.length
    const before = await count()
    expect((await file('198.51.100.9', { website: 'http://spam.example' })).receipt).toMatch(/^TS-/)
    expect(await count()).toBe(before)
  })

  test('同一处连着交五次以后要等；别处不受影响；太长的不收', async () => {
    const codes: string[] = []
    for (let time = 0; time < 7; time += 1) codes.push((await file('198.51.100.20')).error?.code ?? 'taken')
    expect(codes).toEqual([...Array.from({ length: 6 }, () => 'taken'), 'complaint-throttled'])
    expect((await file('198.51.100.21')).receipt).toMatch(/^TS-/)
    expect((await file('198.51.100.22', { words: '长'.repeat(4001) })).error.code).toBe('input-invalid')
    expect((await file('198.51.100.22', { words: '长'.repeat(1_200_000) })).error.code).toBe('body-too-large')
  })

  test('举报人、举报的话和从哪里来，除了投诉举报本身，哪张表里都没有', async () => {
    await file('2001:db8:77::1', { name: '实名金丝雀', contact: '金丝雀电话' })
    const found = await tablesHolding([
      '甲乙丙',
      '13911112222',
      '买菜',
      '金丝雀',
      '203.0.113.77',
      '2001:db8:77',
      '198.51.100',
      'CanaryBrowser',
    ])
    expect(found).toEqual(['register_record', 'register_step'])
    expect(await tablesHolding(['203.0.113.77', '2001:db8:77', '198.51.100', 'CanaryBrowser'])).toEqual([])
    expect(JSON.stringify(town.faults)).not.toMatch(/甲乙丙|金丝雀/)
  })

  test('关了以后，连回执也不答', async () => {
    await open(false)
    expect((await states('TS-2222-2222-2222')).error.code).toBe('complaint-form-closed')
  })
})

/** Every table of the database that holds one of the words, in any column: what a backup would carry off. */
function tablesHolding(words: readonly string[]): Promise<readonly string[]> {
  return ownerDatabase(town, async (owner) => {
    await owner.query(`set app.tenant_id = '${town.tenantId}'`)
    const { rows: tables } = await owner.query(
      `select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(30)
    const holding: string[] = []
    for (const { schema, name } of tables) {
      const { rows } = await owner.query(`select row_to_json(t)::text as text from "${schema}"."${name}" t`)
      const texts: string[] = rows.map(({ text }: { readonly text: string }) => text)
      if (texts.some((text) => words.some((word) => text.includes(word)))) holding.push(name)
    }
    return holding.toSorted()
  })
}
