import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { person, rule, schemeOf } from '../../test/builders/town.ts'
import { adopt, asColleague, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'

const scheme = schemeOf({
  total: 20,
  categories: [
    {
      id: 'b',
      title: '业务工作',
      points: 20,
      sheets: ['党办', '综治办'].map((office) => ({
        id: office,
        title: office,
        office,
        items: [{ id: `i-${office}`, title: '公文', points: 20, rules: [rule(`late-${office}`, { points: 2 })] }],
      })),
    },
  ],
  rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
  pay: { perPerson: 1000, formula: 'pool-by-score' },
})

const roster = [
  person('001', { name: '单晓云' }),
  person('002', { name: '吕平' }),
  person('003', { name: '何知远', office: '综治办' }),
  person('9', { name: '仇明', office: '', post: '分管领导', inChargeOf: ['党办'] }),
]

let town: SignedInTown
beforeAll(async () => {
  town = await startTown()
  await adopt(town, scheme, '2026-01-01')
  await employ(town, roster)
  await record('001', 'late-党办', '2026-04-10')
  return () => town.stop()
})

async function record(staffNumber: string, ruleId: string, occurredOn: string) {
  const body = { about: { kind: 'people', staffNumbers: [staffNumber] }, ruleId, quantity: '1', occurredOn }
  const recorded = await town.send('POST', '/api/entries', { body, key: randomUUID() })
  if (recorded.status !== 200) return recorded
  const entryIds = recorded.body.entries.map(({ id }: { id: string }) => id)
  const inspector = await asColleague(town, { userName: randomUUID(), roles: ['office'] })
  await inspector.send('POST', '/api/entries/confirmations', { body: { entryIds }, key: randomUUID() })
  return recorded
}
const preview = (staffNumbers: readonly string[], change: object) =>
  town.send('POST', '/api/people/changes/preview', { body: { staffNumbers, change } })
const change = (staffNumbers: readonly string[], what: object, reason = '党委会议纪要') =>
  town.send('POST', '/api/people/changes', { body: { staffNumbers, change: what, reason }, key: randomUUID() })
const lend = { kind: 'secondment', on: '2026-03-01', to: '2026-05-31', note: '区委组织部' }
const sheetOf = async (staffNumber: string, period = '2026') =>
  (await town.send('GET', `/api/people/${staffNumber}/score-sheet?period=${period}`)).body
const personOf = async (staffNumber: string) => {
  const { body } = await town.send('GET', '/api/people')
  return body.people.find((one: { staffNumber: string }) => one.staffNumber === staffNumber)
}
/** What the audit keeps of the changes of one person. */
const audited = async (staffNumber: string) => {
  const client = await town.pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local app.tenant_id = '${town.tenantId}'`)
    const { rows } = await client.query(
      `select * from audit_row where operation = 'changePeople' and object ->> 'id' = $1`,
      [staffNumber],
    )
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('人员变动的先看后办', () => {
  test('先看：天数和成绩前后对照，谁的平均分跟着变，有记录会落空；什么都不存', async () => {
    const { status, body } = await preview(['001', '002'], lend)
    expect(status).toBe(200)
    expect(body).toMatchObject({ year: 2026, daysOfYear: 365, problems: [], unchanged: 0 })
    expect(body.people).toMatchObject([
      {
        name: '单晓云',
        before: { days: 365 },
        after: { days: 273 },
        scoreBefore: 1800,
        scoreAfter: 2000,
        strayEntries: 1,
      },
      {
        name: '吕平',
        before: { days: 365 },
        after: { days: 273 },
        scoreBefore: 2000,
        scoreAfter: 2000,
        strayEntries: 0,
      },
    ])
    expect(body.people[0].after.away).toMatchObject([{ kind: 'secondment', days: 92 }])
    expect(body.others).toMatchObject([{ name: '仇明', scoreBefore: 1900, scoreAfter: 2000 }])
    expect((await personOf('001')).absences).toEqual([])
  })

  test('不合适的逐人说明，谁的都不改', async () => {
    const back = { kind: 'return', on: '2026-06-01' }
    expect((await preview(['001'], back)).body.problems).toEqual([
      '单晓云2026-06-01前没有登记借调或长假，不用返岗；请核对日期。',
    ])
    const refused = await change(['001', '002'], back)
    expect(refused.status).toBe(422)
    expect(refused.body.error).toMatchObject({
      code: 'change-refused',
      message:
        '单晓云2026-06-01前没有登记借调或长假，不用返岗；请核对日期。吕平2026-06-01前没有登记借调或长假，不用返岗；请核对日期。谁的都没有改。',
    })
  })

  test('调动使分管领导无人可管：预先提醒', async () => {
    const { body } = await preview(['001', '002'], { kind: 'move', on: '2026-06-01', place: { office: '综治办' } })
    expect(body.warnings).toEqual([
      '仇明分管的党办当天没有在册的工作人员，成绩无从取平均分；请核对分管办公室，或先把人员调入。',
      '综治办有3名工作人员，没有分管领导；他们的成绩照常计算，只是不进入任何分管领导的平均分。',
      '党办由仇明分管，当天没有在册的工作人员。',
    ])
  })
})

describe('办理', () => {
  test('借调：成绩单列出各段和借调的日子；那些日子的事不能再登记；审计写明前后和原因', async () => {
    expect((await change(['001'], lend)).body).toEqual({ changed: 1, unchanged: 0 })
    expect((await change(['001'], lend)).body).toEqual({ changed: 0, unchanged: 1 })
    const { sheet } = await sheetOf('001')
    expect(sheet.days).toEqual({ onRoster: 273, ofYear: 365 })
    expect(sheet.stays).toMatchObject([
      { office: '党办', post: '工作人员', days: 59 },
      { office: '党办', days: 214 },
    ])
    expect(sheet.away).toMatchObject([{ kind: 'secondment', days: 92 }])
    expect(sheet.score).toBe(2000)
    const refused = await record('001', 'late-党办', '2026-04-11')
    expect(refused.body.error.message).toBe(
      '单晓云2026-04-11在借调期间（2026-03-01至2026-05-31），这些日子不在册，不能记在其名下；日期登记错了的，请先在“人员与机构”更正。',
    )
    await change(['002'], lend)
    expect(await audited('002')).toMatchObject([
      {
        kind: 'write',
        reason: '党委会议纪要',
        object: { kind: 'person', id: '002', label: '吕平' },
        before: { rows: ['— 党办 工作人员 公务员'] },
        after: {
          changes: ['002 吕平：借调 2026-03-01'],
          rows: ['— 党办 工作人员 公务员；2026-03-01—2026-05-31 借调'],
        },
      },
    ])
  })

  test('绩效工资按在册天数：提出额少了借调的日子', async () => {
    const { body } = await town.send('GET', '/api/pay?year=2026&provisional=true&asOf=2026-12-31')
    const row = body.rows.find((one: { staffNumber: string }) => one.staffNumber === '001')
    expect(row).toMatchObject({ days: 273, daysOfYear: 365, contributedFen: Math.round((100_000 * 273) / 365) })
  })

  test('调动以后，旧的成绩单仍写当时的办公室', async () => {
    await change(['003'], { kind: 'move', on: '2026-07-01', place: { office: '党办' } })
    expect((await sheetOf('003', '2026-Q1')).sheet.office).toBe('综治办')
    expect((await sheetOf('003', '2026')).sheet.office).toBe('党办')
    expect((await personOf('003')).stays).toMatchObject([
      { office: '综治办', from: null, to: '2026-06-30' },
      { office: '党办', from: '2026-07-01', to: null },
    ])
  })

  test('更正和取消要写原因，办完如同没有错过', async () => {
    const event = { what: 'move', on: '2026-07-01' }
    const unexplained = await change(['003'], { kind: 'cancel', event }, '')
    expect(unexplained.status).toBe(400)
    expect(unexplained.body.error.message).toBe('更正和取消请写明原因')
    await change(['003'], { kind: 'correct', event, on: '2026-08-01' }, '任命书日期看错')
    expect((await personOf('003')).stays[0].to).toBe('2026-07-31')
    await change(['003'], { kind: 'cancel', event: { ...event, on: '2026-08-01' } }, '没有调成')
    expect((await personOf('003')).stays).toMatchObject([{ office: '综治办', from: null, to: null }])
  })

  test('入职的新人排在花名册最后，拼音也找得到', async () => {
    const place = { office: '综治办', post: '工作人员', inChargeOf: [], employment: '事业' }
    await change(['010'], { kind: 'join', on: '2026-09-01', name: '仇一凡', place })
    const { body } = await town.send('GET', '/api/people')
    expect(body.people.at(-1)).toMatchObject({ staffNumber: '010', name: '仇一凡', initials: 'qyf' })
  })

  test('不是日子的日期、没有原因栏的请求：说清楚，不出错', async () => {
    expect((await change(['001'], { kind: 'leave', on: '0001-01-01' })).status).toBe(400)
    expect((await change(['001'], { kind: 'leave', on: '2026-02-30' })).status).toBe(400)
    expect((await change([], { kind: 'leave', on: '2026-02-01' })).body.error.message).toBe('请选择人员')
  })
})

describe('导入人员变动', () => {
  const sheet = [
    '工号,姓名,变动,日期,结束日期,办公室,职务,分管办公室,编制,说明',
    '003,何知远,长假,2026-10-01,,,,,,产假',
    '011,陆新,入职,2026-10-08,,党办,,,事业,',
  ].join('\r\n')
  const upload = (content: string, mode: string) => {
    const form = new FormData()
    form.set('mode', mode)
    form.set('file', new File([content], '人员变动.csv'))
    return town.send('POST', '/api/imports/changes', { body: form })
  }

  test('先检查后导入；再导一遍什么都不变，并且这样说', async () => {
    expect((await upload(sheet, 'check')).body).toMatchObject({
      problems: [],
      stored: 0,
      summary: '将办理 2 人的 2 次变动：何知远 长假 2026-10-01、陆新 入职 2026-10-08。',
    })
    expect(await personOf('011')).toBeUndefined()
    expect((await upload(sheet, 'commit')).body).toMatchObject({
      stored: 2,
      summary: '已办理 2 人的 2 次变动：何知远 长假 2026-10-01、陆新 入职 2026-10-08。',
    })
    expect((await personOf('003')).absences).toEqual([
      { kind: 'long-leave', from: '2026-10-01', to: null, note: '产假' },
    ])
    expect((await upload(sheet, 'commit')).body).toMatchObject({
      stored: 0,
      summary: '2 行都已经登记过，什么都没有变。',
    })
  })

  test('有一处错，什么都不导入，错在哪行哪列说清楚', async () => {
    const wrong = `${sheet}\r\n012,黎明,调动,2026-10-08,,党办,,,,`
    const { body } = await upload(wrong.replace('陆新', '陆心'), 'commit')
    expect(body.stored).toBe(0)
    expect(body.problems).toMatchObject([
      { row: 3, column: '姓名', code: 'name-differs' },
      { row: 4, column: '工号', code: 'person-unknown' },
    ])
  })
})

describe('谁看得到什么', () => {
  test('考核办之外的人不能办变动；工作人员只看得到本办公室的人，看不到别人为什么离开', async () => {
    const staff = await asColleague(town, { userName: '吕平', roles: [], staffNumber: '002' })
    const refused = await staff.send('POST', '/api/people/changes', {
      body: { staffNumbers: ['001'], change: { kind: 'leave', on: '2026-06-30' }, reason: '' },
      key: randomUUID(),
    })
    expect(refused.status).toBe(403)
    const { body } = await staff.send('GET', '/api/people')
    const seen = body.people.map(({ name }: { name: string }) => name)
    expect(seen).toEqual(['单晓云', '吕平', '陆新'])
    expect(body.people[0].absences).toMatchObject([{ kind: 'secondment', note: '' }])
    expect(body.people[1].absences).toMatchObject([{ kind: 'secondment', note: '区委组织部' }])
  })

  test('机构图：领导、办公室和谁取谁的平均分；工作人员只看本办公室', async () => {
    const { body } = await town.send('GET', '/api/people/chart?on=2026-09-15')
    expect(body.deputies).toMatchObject([
      { name: '仇明', scoredBy: { kind: 'mean', of: '工作人员', offices: ['党办'], members: 2 } },
    ])
    expect(body.offices.map(({ office }: { office: string }) => office)).toEqual(['党办', '综治办'])
    expect(body.problems).toMatchObject([{ code: 'office-unled', office: '综治办', people: 2 }])
    const staff = await asColleague(town, { userName: '何知远', roles: [], staffNumber: '003' })
    const own = (await staff.send('GET', '/api/people/chart?on=2026-09-15')).body
    expect(own.offices.map(({ office }: { office: string }) => office)).toEqual(['综治办'])
    expect([own.problems, own.isWhole]).toEqual([[], false])
  })
})
