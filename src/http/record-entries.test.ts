import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'

const undecided =
  '这一条由考核领导小组裁量，不能直接登记：请提请裁量（写明事实，不填分值），领导小组决定后自动记入台账。'

let town: StaffedTown

describe('登记', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())

  test('一次发现得一条待确认的记录，条文、人和时间都在', async () => {
    const { status, body } = await town.record({ note: ' 下午三点不在岗 ', place: '' })
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
    const { body } = await town.record({ about: { kind: 'office', office: '综治办' }, ruleId: 'unsafe' })
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
    ['裁量的条款没填分', { ruleId: 'judged' }, 'ruleId', undecided],
    [
      '裁量的条款填了分和依据，也要先由领导小组决定',
      { ruleId: 'judged', discretion: '3', basis: '9月12日会议' },
      'ruleId',
      undecided,
    ],
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
    const before = (await town.ledgerRows()).length
    const { status, body } = await town.record(changes)
    expect(status).toBe(422)
    expect(body.error).toMatchObject({ place, message })
    expect((await town.ledgerRows()).length).toBe(before)
  })

  test('几个人里有一个不行，一个都不存，并说出是谁', async () => {
    const before = (await town.ledgerRows()).length
    const { body } = await town.record({ about: { kind: 'people', staffNumbers: ['001', '004'] } })
    expect(body.error.message).toMatch(/^离岗的人：离岗的人2026-05-06不在岗/)
    expect((await town.ledgerRows()).length).toBe(before)
  })

  test.each<[string, object, string]>([
    ['日期不是日子', { occurredOn: '2026-02-30' }, 'occurredOn'],
    ['没有选人', { about: { kind: 'people', staffNumbers: [] } }, 'about.staffNumbers'],
    ['说明里有坏字符', { note: '坏\u0000字' }, 'note'],
    ['事项太长', { matter: '长'.repeat(201) }, 'matter'],
  ])('%s：400 并指出位置', async (_title, changes, place) => {
    const { status, body } = await town.record(changes)
    expect([status, body.error.place]).toEqual([400, place])
    expect(body.error.message).toMatch(/[\u4e00-\u9fff]/)
  })
})
