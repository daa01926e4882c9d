import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { person, rule, schemeOf } from '../../test/builders/town.ts'
import { adopt, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { decodeLedgerRow, encodeLedgerRow } from '../domain/ledger/canonical-encoding.ts'
import { localDate } from '../domain/primitives/local-date.ts'

const scheme = schemeOf({
  total: 30,
  categories: [
    {
      id: 'public',
      title: '公共项目',
      points: 10,
      sheets: [
        {
          id: 'everyone',
          title: '公共',
          items: [
            {
              id: 'discipline',
              title: '工作纪律',
              points: 10,
              rules: [
                rule('late', { points: 1, condition: '迟到', grace: { count: 10, window: 'quarter' } }),
                rule('absent', {
                  points: 2,
                  condition: '脱岗',
                  source: { start: 0, end: 6, quote: '脱岗每次扣2分' },
                }),
                rule('judged', { effect: 'discretionary', points: null, min: 1, max: 5, condition: '视情节' }),
                rule('lost', { points: null, condition: '看不清' }),
                rule('fine', { effect: 'money', points: null, yuan: 20, condition: '罚款' }),
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'business',
      title: '业务工作',
      points: 20,
      sheets: [
        {
          id: 'a',
          title: '综治办',
          office: '综治办',
          items: [{ id: 'safety', title: '公众安全感', points: 20, rules: [rule('unsafe', { points: 5 })] }],
        },
        {
          id: 'b',
          title: '党办',
          office: '党办',
          items: [{ id: 'paper', title: '公文', points: 20, rules: [rule('typo', { points: 0.5 })] }],
        },
      ],
    },
  ],
})

const roster = [
  person('001', { name: '何青' }),
  person('002', { name: '单晓云', office: '综治办' }),
  person('003', { name: '吕平', office: '综治办' }),
  person('004', { name: '离岗的人', to: localDate('2026-03-31') }),
]

const finding = {
  about: { kind: 'people', staffNumbers: ['001'] },
  ruleId: 'absent',
  quantity: '1',
  occurredOn: '2026-05-06',
}

let town: SignedInTown

async function startStaffedTown(): Promise<SignedInTown> {
  const started = await startTown()
  await adopt(started, scheme, '2026-01-01')
  await employ(started, roster)
  return started
}

const record = (changes: object = {}, key: string = randomUUID()) =>
  town.send('POST', '/api/entries', { body: { ...finding, ...changes }, key })
const recordOne = async (changes: object = {}): Promise<string> => (await record(changes)).body.entries[0].id
const confirm = (entryIds: readonly string[], key: string = randomUUID()) =>
  town.send('POST', '/api/entries/confirmations', { body: { entryIds }, key })
const reverse = (entryId: string, reason = '录错人', key: string = randomUUID()) =>
  town.send('POST', `/api/entries/${entryId}/reversal`, { body: { reason }, key })
const list = async (query = '') => (await town.send('GET', `/api/entries?${query}`)).body

async function ledgerRows() {
  const client = await town.pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local app.tenant_id = '${town.tenantId}'`)
    const { rows } = await client.query('select * from ledger_row order by position')
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('登记', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())

  test('一次发现得一条待确认的记录，条文、人和时间都在', async () => {
    const { status, body } = await record({ note: ' 下午三点不在岗 ', place: '' })
    expect(status).toBe(200)
    expect(body.entries).toMatchObject([
      {
        position: 1,
        staffNumber: '001',
        name: '何青',
        office: '党办',
        itemTitle: '工作纪律',
        clause: '脱岗每次扣2分',
        quantity: 100,
        unit: '次',
        state: 'recorded',
        note: '下午三点不在岗',
        place: null,
        schemeVersion: 1,
        recordedBy: '管理员',
        recordedAt: '2026-11-20T02:00:00.000Z',
        confirmedAt: null,
        reversal: null,
      },
    ])
  })

  test('整个办公室的事，每人一条，同一事项', async () => {
    const { body } = await record({ about: { kind: 'office', office: '综治办' }, ruleId: 'unsafe' })
    expect(body.entries.map(({ name, matter }: { name: string; matter: string }) => [name, matter])).toEqual([
      ['单晓云', '综治办·公众安全感·2026-05-06'],
      ['吕平', '综治办·公众安全感·2026-05-06'],
    ])
  })

  test.each<[string, object, string, string]>([
    ['数量为半', { quantity: '半' }, 'quantity', '数量“半”不是数，请填阿拉伯数字，最多两位小数，如 3 或 1.5。'],
    ['数量为零', { quantity: '0' }, 'quantity', '数量至少为1次。'],
    ['数量为负', { quantity: '-1' }, 'quantity', '数量至少为1次。'],
    [
      '数量写成 1e9',
      { quantity: '1e9' },
      'quantity',
      '数量“1e9”不是数，请填阿拉伯数字，最多两位小数，如 3 或 1.5。',
    ],
    ['数量没填', { quantity: ' ' }, 'quantity', '请填写数量，如 3 或 1.5。'],
    [
      '已离岗的人',
      { about: { kind: 'people', staffNumbers: ['004'] } },
      'occurredOn',
      '离岗的人2026-05-06不在岗（在岗：2026-01-01至2026-03-31），请核对日期或花名册的起止日期。',
    ],
    [
      '没有这个人',
      { about: { kind: 'people', staffNumbers: ['999'] } },
      'about',
      '花名册里没有工号“999”，请核对工号（001 与 1 不同），或先在花名册中加入此人。',
    ],
    [
      '别的办公室的条款',
      { ruleId: 'unsafe' },
      'ruleId',
      '“公众安全感”是综治办考核表上的条款，何青2026-05-06在党办，不能按它计分。',
    ],
    [
      '没有的条款',
      { ruleId: 'nothing' },
      'ruleId',
      '方案里没有编号为“nothing”的计分条款，请填条款编号，或写成“项目：词语”，如“工作纪律：迟到”。',
    ],
    [
      '还没到的日子',
      { occurredOn: '2026-11-21' },
      'occurredOn',
      '2026-11-21还没有到（今天是2026-11-20），请核对日期。',
    ],
    [
      '施行以前的日子',
      { occurredOn: '2025-12-31' },
      'occurredOn',
      '2025-12-31还没有施行的方案（最早自2026-01-01起施行），请核对日期。',
    ],
    [
      '裁量分没填',
      { ruleId: 'judged' },
      'discretion',
      '此条由考核领导小组裁量，请填裁量分（1至5分），并在依据中写明领导小组的决定。',
    ],
    ['裁量没有依据', { ruleId: 'judged', discretion: '3' }, 'basis', '裁量扣分须在依据中写明领导小组的决定。'],
    [
      '分值缺失的条款',
      { ruleId: 'lost' },
      'ruleId',
      '此条的分值在原文中缺失（“lost的计分条款”），请先在方案中补上分值。',
    ],
    [
      '同一人选了两次',
      { about: { kind: 'people', staffNumbers: ['001', '001'] } },
      'about',
      '工号“001”选了两次，请去掉一个。',
    ],
    [
      '没有人的办公室',
      { about: { kind: 'office', office: '农业办' } },
      'about',
      '农业办2026-05-06没有在岗的工作人员，请核对办公室和日期。',
    ],
  ])('%s：说明在哪、怎么改，什么都不存', async (_title, changes, place, message) => {
    const before = (await ledgerRows()).length
    const { status, body } = await record(changes)
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ place, message })
    expect((await ledgerRows()).length).toBe(before)
  })

  test('几个人里有一个不行，一个都不存，并说出是谁', async () => {
    const before = (await ledgerRows()).length
    const { body } = await record({ about: { kind: 'people', staffNumbers: ['001', '004'] } })
    expect(body.error.message).toMatch(/^离岗的人：离岗的人2026-05-06不在岗/)
    expect((await ledgerRows()).length).toBe(before)
  })

  test.each<[string, object, string]>([
    ['日期不是日子', { occurredOn: '2026-02-30' }, 'occurredOn'],
    ['没有选人', { about: { kind: 'people', staffNumbers: [] } }, 'about.staffNumbers'],
    ['说明里有坏字符', { note: '坏\u0000字' }, 'note'],
    ['事项太长', { matter: '长'.repeat(201) }, 'matter'],
  ])('%s：400 并指出位置', async (_title, changes, place) => {
    const { status, body } = await record(changes)
    expect([status, body.error.place]).toEqual([400, place])
    expect(body.error.message).toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('只登记一次', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())

  test('没收到回答再发一次，得同样的回答，只有一条', async () => {
    const [first, again] = [await record({}, 'lost-answer'), await record({}, 'lost-answer')]
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect((await list()).total).toBe(1)
  })

  test('连点两下，同时到达，只有一条', async () => {
    const before = (await list()).total
    const answers = await Promise.all(Array.from({ length: 6 }, () => record({}, 'double-click')))
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]?.body])
    expect((await list()).total).toBe(before + 1)
  })

  test('同一编号换了内容，拒绝', async () => {
    await record({}, 'reused')
    const other = await record({ quantity: '2' }, 'reused')
    expect([other.status, other.body.error.code]).toEqual([409, 'idempotency-key-reused'])
    const elsewhere = await confirm([randomUUID()], 'reused')
    expect(elsewhere.status).toBe(409)
  })

  test('被拒绝的不占编号，改好了可以用同一编号再交', async () => {
    expect((await record({ quantity: '0' }, 'mended')).status).toBe(422)
    expect((await record({ quantity: '1' }, 'mended')).status).toBe(200)
  })

  test('没有编号不收', async () => {
    const { status } = await town.send('POST', '/api/entries', { body: finding })
    expect(status).toBe(400)
  })

  test('两个页面同时登记五十次，位置连续，一条不少', async () => {
    const before = (await ledgerRows()).length
    const answers = await Promise.all(Array.from({ length: 50 }, () => record()))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const rows = await ledgerRows()
    expect(rows.length).toBe(before + 50)
    expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_row, index) => index + 1))
  })

  test('每一行的规范编码读回来就是那一行', async () => {
    const rows = await ledgerRows()
    expect(rows.length).toBeGreaterThan(50)
    for (const row of rows) {
      const decoded = decodeLedgerRow(new Uint8Array(row.canonical))
      expect(decoded).toMatchObject({
        tenantId: town.tenantId,
        position: Number(row.position),
        id: row.id,
        kind: row.kind,
        recordedBy: row.recorded_by,
        recordedAt: row.recorded_at.toISOString(),
        idempotencyKey: row.idempotency_key,
        recording: row.body,
      })
      expect(Buffer.from(encodeLedgerRow(decoded))).toEqual(row.canonical)
    }
  })
})

describe('确认和更正', () => {
  beforeEach(async () => {
    town = await startStaffedTown()
    return () => town.stop()
  })

  test('确认后成为已确认，谁何时确认都在；再确认一次不算数也不出错', async () => {
    const ids = [await recordOne(), await recordOne()]
    town.clock.now = new Date('2026-11-20T08:00:00Z')
    expect((await confirm(ids)).body).toEqual({ confirmed: 2 })
    expect((await confirm(ids)).body).toEqual({ confirmed: 0 })
    const { entries } = await list('state=confirmed')
    expect(entries).toMatchObject([
      { id: ids[1], state: 'confirmed', confirmedAt: '2026-11-20T08:00:00.000Z', confirmedBy: '管理员' },
      { id: ids[0], state: 'confirmed' },
    ])
  })

  test('两个人同时确认同一批，每条只确认一次', async () => {
    const ids = [await recordOne(), await recordOne(), await recordOne()]
    const answers = await Promise.all([confirm(ids), confirm(ids)])
    expect(answers.map(({ body }) => body.confirmed)).toEqual(expect.arrayContaining([0, 3]))
    expect((await ledgerRows()).filter(({ kind }) => kind === 'confirmation').length).toBe(3)
  })

  test('待确认的和已确认的都能更正，原记录一字不动', async () => {
    const [waiting, confirmed] = [await recordOne(), await recordOne()]
    await confirm([confirmed])
    const before = await ledgerRows()
    for (const id of [waiting, confirmed]) {
      const { status, body } = await reverse(id)
      expect(status).toBe(200)
      expect(body.entry).toMatchObject({ id, state: 'reversed', reversal: { by: '管理员', reason: '录错人' } })
    }
    expect((await ledgerRows()).slice(0, before.length)).toEqual(before)
  })

  test('更正过的不能再更正，也不能再确认', async () => {
    const [id, other] = [await recordOne(), await recordOne()]
    await reverse(id)
    const again = await reverse(id)
    expect([again.status, again.body.error.message]).toEqual([
      409,
      '这条记录已由管理员更正（冲销）过，不能再次更正。',
    ])
    const confirmed = await confirm([other, id])
    expect([confirmed.status, confirmed.body.error.code]).toEqual([409, 'entries-reversed'])
    expect((await list('state=recorded')).entries).toMatchObject([{ id: other }])
  })

  test('两个人同时更正一条，只成一次', async () => {
    const id = await recordOne()
    const answers = await Promise.all([reverse(id), reverse(id)])
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]))
  })

  test('找不到的记录一条都不动', async () => {
    const id = await recordOne()
    expect((await confirm([id, randomUUID()])).status).toBe(404)
    expect((await reverse(randomUUID())).status).toBe(404)
    expect((await list('state=recorded')).total).toBe(1)
  })

  test('更正必须写原因', async () => {
    const { status, body } = await reverse(await recordOne(), '  ')
    expect([status, body.error.message]).toEqual([400, '请填写更正原因'])
  })
})

describe('台账列表', () => {
  let ids: Record<string, string>
  beforeAll(async () => {
    town = await startStaffedTown()
    ids = {
      absent: await recordOne({ note: '100%属实' }),
      unsafe: await recordOne({ about: { kind: 'people', staffNumbers: ['002'] }, ruleId: 'unsafe' }),
      late: await recordOne({ ruleId: 'late', occurredOn: '2026-02-03' }),
      reversed: await recordOne(),
    }
    await confirm([ids['unsafe'] ?? ''])
    await reverse(ids['reversed'] ?? '')
  })
  afterAll(() => town.stop())

  test.each<[string, readonly string[]]>([
    ['', ['reversed', 'late', 'unsafe', 'absent']],
    ['state=recorded', ['late', 'absent']],
    ['state=confirmed', ['unsafe']],
    ['state=reversed', ['reversed']],
    ['staffNumber=002', ['unsafe']],
    ['office=综治办', ['unsafe']],
    ['from=2026-03-01', ['reversed', 'unsafe', 'absent']],
    ['to=2026-03-01', ['late']],
    ['words=单晓', ['unsafe']],
    ['words=shanxiao', ['unsafe']],
    ['words=100%25', ['absent']],
    ['words=_00', ['']],
    ['words=脱岗每次', ['reversed', 'absent']],
    ['words=公众安全感', ['unsafe']],
    ['words=工作纪律', ['reversed', 'late', 'absent']],
    ['page=2&pageSize=3', ['absent']],
  ])('按 %s 找到 %j', async (query, expected) => {
    const { entries } = await list(query)
    const found = entries.map(({ id }: { id: string }) => Object.entries(ids).find(([, one]) => one === id)?.[0])
    expect(found).toEqual(expected.filter((name) => name !== ''))
  })

  test('总数不受分页影响', async () => {
    expect((await list('page=2&pageSize=3')).total).toBe(4)
  })

  test('工作台的数字：更正过的不算', async () => {
    const { body } = await town.send('GET', '/api/session')
    expect(body).toMatchObject({
      schemeVersion: { version: 1, effectiveFrom: '2026-01-01' },
      progress: { hasDraft: false, people: 4, entries: 3, unconfirmedEntries: 2, marks: 0 },
    })
  })
})

describe('保存之前看得到影响', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())
  const preview = async (changes: object) =>
    (await town.send('POST', '/api/entries/preview', { body: { ...finding, ...changes } })).body

  test('工作纪律 10 → 8，总分 30 → 28，什么都不存', async () => {
    expect(await preview({})).toEqual({
      effects: [
        {
          staffNumber: '001',
          name: '何青',
          office: '党办',
          itemTitle: '工作纪律',
          itemBefore: 1000,
          itemAfter: 800,
          scoreBefore: 3000,
          scoreAfter: 2800,
          soFarBefore: 3000,
          soFarAfter: 2800,
          remark: null,
        },
      ],
    })
    expect(await ledgerRows()).toEqual([])
  })

  test('还在免扣次数内：分不动，说明为什么', async () => {
    const { effects } = await preview({ ruleId: 'late', quantity: '3' })
    expect(effects).toMatchObject([{ itemBefore: 1000, itemAfter: 1000 }])
    expect(effects[0].remark).toContain('10次')
  })

  test('还有待确认的，说明没有算进来', async () => {
    const pending = await recordOne({ ruleId: 'late', quantity: '9' })
    const { effects } = await preview({ ruleId: 'late', quantity: '3' })
    expect(effects[0].remark).toMatch(/此条另有1条待确认（9次）未算入$/)
    await reverse(pending)
    const { effects: after } = await preview({ ruleId: 'late', quantity: '3' })
    expect(after[0].remark).not.toContain('待确认')
  })

  test('扣发工资的不动分', async () => {
    const { effects } = await preview({ ruleId: 'fine', quantity: '2' })
    expect(effects).toMatchObject([
      { scoreBefore: 3000, scoreAfter: 3000, remark: '从绩效工资中扣发40.00元，不扣分' },
    ])
  })

  test('扣完为止', async () => {
    const { effects } = await preview({ quantity: '9' })
    expect(effects).toMatchObject([{ itemAfter: 0, scoreAfter: 2000 }])
    expect(effects[0].remark).toContain('扣完为止')
  })

  test('预览出来的就是确认以后的', async () => {
    const { effects } = await preview({ quantity: '2' })
    await confirm([await recordOne({ quantity: '2' })])
    const { effects: next } = await preview({ quantity: '1' })
    expect(next[0].itemBefore).toBe(effects[0].itemAfter)
    expect(next[0].scoreBefore).toBe(effects[0].scoreAfter)
  })

  test('不能登记的，预览就说不能', async () => {
    expect((await preview({ quantity: '0' })).error.place).toBe('quantity')
  })
})

describe('可选的条款', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())
  const ruleIds = async (path: string) =>
    (await town.send('GET', path)).body.rules.map(({ ruleId }: { ruleId: string }) => ruleId)

  test('只有此人当天考核表上的', async () => {
    expect(await ruleIds('/api/people/001/rules?on=2026-05-06')).toEqual([
      'late',
      'absent',
      'judged',
      'lost',
      'fine',
      'typo',
    ])
    expect(await ruleIds('/api/people/002/rules?on=2026-05-06')).toContain('unsafe')
    expect(await ruleIds(`/api/offices/${encodeURIComponent('综治办')}/rules?on=2026-05-06`)).toContain('unsafe')
  })

  test('不在岗的日子、施行以前的日子，一选人就说明为什么', async () => {
    const refused = async (path: string) => (await town.send('GET', path)).body.error
    const off = await refused('/api/people/004/rules?on=2026-05-06')
    expect(off).toMatchObject({ code: 'off-roster', place: 'occurredOn' })
    expect(off.message).toContain('2026-05-06')
    const early = await refused('/api/people/001/rules?on=2025-05-06')
    expect(early.message).toContain('最早自2026-01-01起施行')
  })

  test('不能登记的说明为什么，要裁量的给出范围', async () => {
    const { rules } = (await town.send('GET', '/api/people/001/rules?on=2026-05-06')).body
    const byId = Object.fromEntries(rules.map((one: { ruleId: string }) => [one.ruleId, one]))
    expect(byId['lost'].blocked).toContain('缺失')
    expect(byId['absent']).toMatchObject({
      blocked: null,
      points: 200,
      unit: '次',
      isCountUnit: true,
      itemTitle: '工作纪律',
    })
    expect(byId['judged'].discretion).toEqual({ min: 100, max: 500 })
    expect(byId['fine'].yuan).toBe(2000)
  })
})
