import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person, rule, schemeOf } from '../../test/builders/town.ts'
import {
  adopt,
  asColleague,
  employ,
  startTown,
  type Answered,
  type SignedInTown,
} from '../../test/support/town-app.ts'

let town: SignedInTown
let writer: SignedInTown
let other: SignedInTown
let deputy: SignedInTown
/** Of the office, and appraised like anybody. */
let clerk: SignedInTown

/** 2026-11-20 10:00 by the town's clock. */
beforeAll(async () => {
  town = await startTown()
  await adopt(
    town,
    schemeOf({
      total: 10,
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
                  id: 'study',
                  title: '政治学习',
                  points: 5,
                  rules: [
                    rule('notes', {
                      points: 1,
                      condition: '读书笔记',
                      unit: '字',
                      per: 1000,
                      shortfall: { target: 10_000, unit: '字', step: 1000 },
                    }),
                  ],
                },
                {
                  id: 'tasks',
                  title: '督办',
                  points: 5,
                  rules: [rule('overdue', { points: 1, condition: '督办事项逾期' })],
                },
              ],
            },
          ],
        },
      ],
    }),
    '2026-01-01',
  )
  await employ(town, [
    person('001', { name: '何青', office: '党办' }),
    person('002', { name: '单晓云', office: '综治办' }),
    person('004', { name: '丁岚', office: '党办' }),
    person('003', { name: '吕平', post: '分管领导', office: '党办', inChargeOf: ['党办'] }),
  ])
  writer = await asColleague(town, { userName: '何青', roles: ['staff'], staffNumber: '001' })
  other = await asColleague(town, { userName: '单晓云', roles: ['staff'], staffNumber: '002' })
  clerk = await asColleague(town, { userName: '丁岚', roles: ['office', 'staff'], staffNumber: '004' })
  deputy = await asColleague(town, { userName: '吕平', roles: ['deputy'], staffNumber: '003' })
})
afterAll(() => town.stop())

const send = (who: SignedInTown, path: string, body: object): Promise<Answered> =>
  who.send('POST', path, { body, key: randomUUID() })

type Proposal = {
  readonly sort: string
  readonly state: string
  readonly observation: { readonly kind: string; readonly quantity: number; readonly occurredOn: string }
}
async function openProposals(register: 'study' | 'task'): Promise<readonly Proposal[]> {
  const read = await town.services.inTown(town.tenantId, 'read', async ({ proposedEntries }) => ({
    ok: true,
    value: await proposedEntries.list({ registers: [register], states: ['open'] }),
  }))
  return read.ok ? read.value : []
}

const essay =
  '认真学习全会精神，结合本职岗位谈几点体会。一是要扎根一线，把群众的急难愁盼放在心上；二是要坚持问题导向，' +
  '逐村逐户走访摸清底数；三是要改进作风，带头执行各项制度。'

describe('政治学习', () => {
  const study = '/api/registers/study'

  test('本人在线填写，系统清点字数；考核办核对后才算数，退回就收回', async () => {
    const filed = await send(writer, `${study}/own`, { title: '学习体会', text: essay })
    expect(filed.body.record).toMatchObject({ state: 'handed-in', staffNumber: '001', first: '2026-11-20' })
    const { id, body } = filed.body.record
    expect(body.words).toBe(essay.replace(/\P{L}/gu, '').length * 100)
    expect(await openProposals('study')).toEqual([])
    expect(
      (await send(writer, `${study}/${String(id)}/check`, { revision: 1, outcome: 'accepted' })).body.error.code,
    ).toBe('not-allowed')
    const another = { revision: 1, outcome: 'accepted', words: 9000 }
    expect((await send(town, `${study}/${String(id)}/check`, another)).body.error).toMatchObject({
      code: 'study-words-counted',
      place: 'words',
    })
    await send(town, `${study}/${String(id)}/check`, { revision: 1, outcome: 'accepted' })
    expect(
      (await openProposals('study')).map(({ observation }) => [observation.kind, observation.quantity]),
    ).toEqual([['study-notes', body.words]])
    const standing = (await writer.send('GET', `${study}/standing?year=2026`)).body
    expect(standing.own).toMatchObject({ pieces: 1, words: body.words, target: 1_000_000 })
    expect(standing.own.short).toBe(1_000_000 - body.words)
    expect(standing.rows).toHaveLength(1)

    const copied = await send(other, `${study}/own`, { title: '我的体会', text: essay.replaceAll('，', '、') })
    const copies = await town.send('GET', `${study}/${String(copied.body.record.id)}/copies`)
    expect(copies.body.copies).toEqual([
      expect.objectContaining({ recordId: id, name: '何青', likeness: 100, isSamePerson: false }),
    ])
    const taken = await send(other, `${study}/${String(copied.body.record.id)}/taking-back`, { revision: 1 })
    expect(taken.body.record.state).toBe('withdrawn')

    await send(town, `${study}/${String(id)}/check`, { revision: 2, outcome: 'returned', reason: '照抄文件' })
    expect(await openProposals('study')).toEqual([])
  })

  test('几篇一起核对：各有各的结论和原因；一篇不成，一篇也不核对', async () => {
    const one = (await send(writer, `${study}/own`, { title: '批量一', text: '一起核对的第一篇笔记。' })).body
      .record
    const two = (await send(writer, `${study}/own`, { title: '批量二', text: '一起核对的第二篇笔记。' })).body
      .record
    const waiting = (await town.send('GET', `${study}/waiting`)).body
    const asked = waiting.notes.map(({ record }: { record: { id: string } }) => record.id)
    expect(new Set(asked)).toEqual(new Set([one.id, two.id]))
    expect(waiting.total).toBe(2)
    expect((await writer.send('GET', `${study}/waiting`)).body.error.code).toBe('not-allowed')
    const checks = [
      { recordId: one.id, revision: 1, outcome: 'accepted', words: null },
      { recordId: two.id, revision: 1, outcome: 'returned', reason: '只抄了一段' },
    ]
    const stale = [checks[0], { ...checks[1], revision: 7 }]
    const refused = (await send(town, `${study}/checks`, { checks: stale })).body.error
    expect(refused).toMatchObject({ code: 'study-checks-refused', message: expect.stringContaining('批量二') })
    expect((await town.send('GET', `${study}/waiting`)).body.total).toBe(2)
    expect((await send(town, `${study}/checks`, { checks })).body).toEqual({ accepted: 1, returned: 1 })
    expect((await town.send('GET', `${study}/waiting`)).body).toEqual({ notes: [], total: 0 })
    const history = await town.send('GET', `${study}/${String(two.id)}/history`)
    expect(history.body.steps.at(-1)).toMatchObject({ step: 'returned', reason: '只抄了一段' })
    expect((await openProposals('study')).map(({ observation }) => observation.quantity)).toContain(one.body.words)
  })

  test('文件：文本由系统清点，图片由考核办填字数；别人看不到', async () => {
    const upload = (file: File) => {
      const body = new FormData()
      body.set('file', file)
      body.set('title', '读书笔记')
      return writer.send('POST', `${study}/own/files`, { body, key: randomUUID() })
    }
    const text = await upload(new File([essay], '笔记.txt'))
    expect(text.body.record.body).toMatchObject({ form: 'document', file: { name: '笔记.txt' } })
    expect(text.body.record.body.words).toBeGreaterThan(0)
    const pdf = await upload(new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], '扫描.pdf'))
    expect(pdf.body.record.body).toMatchObject({ form: 'scan', words: null, text: null })
    const path = `${study}/${String(pdf.body.record.id)}/check`
    expect((await send(town, path, { revision: 1, outcome: 'accepted' })).body.error.code).toBe(
      'study-words-missing',
    )
    const kept = await send(town, path, { revision: 1, outcome: 'accepted', words: 800 })
    expect(kept.body.record).toMatchObject({ state: 'accepted', body: { words: 80_000 } })
    expect((await other.send('GET', study)).body.records).toEqual([])
    expect((await deputy.send('GET', study)).body.total).toBeGreaterThan(1)
  })
})

describe('督办任务', () => {
  const path = '/api/registers/task'
  const assign = (who: SignedInTown, changes: object = {}, body: object = {}) =>
    send(who, path, {
      staffNumber: '001',
      office: null,
      first: '2026-11-02',
      last: '2026-11-09',
      body: { title: `报送材料${randomUUID().slice(0, 6)}`, source: 'meeting', ...body },
      ...changes,
    })
  const column = async (who: SignedInTown, id: string) => {
    const { tasks } = (await who.send('GET', `${path}/board?year=2026`)).body
    return tasks.find((task: { id: string }) => task.id === id)?.column ?? null
  }

  test('逾期提建议；延期收回；交来、评定、办结', async () => {
    const { id } = (await assign(deputy)).body.record
    expect((await openProposals('task')).map(({ observation }) => observation.occurredOn)).toEqual(['2026-11-09'])
    expect([await column(writer, id), await column(other, id)]).toEqual(['overdue', null])
    const one = `${path}/${String(id)}`
    const wanted = { revision: 1, last: '2026-11-30', reason: '上级延后' }
    expect((await send(writer, `${one}/extension`, wanted)).body.error.code).toBe('not-allowed')
    await send(deputy, `${one}/extension`, wanted)
    expect(await openProposals('task')).toEqual([])
    await send(writer, `${one}/handing-in`, { revision: 2, words: '已报送' })
    expect(await column(writer, id)).toBe('handed-in')
    const judged = await send(deputy, `${one}/judgement`, { revision: 3, outcome: 'passed' })
    expect(judged.body.record.state).toBe('done')
    expect(await column(deputy, id)).toBe('ended')
  })

  test('责任人不止一个：一起提，延期一起收回', async () => {
    const { id } = (await assign(town, {}, { people: ['002'] })).body.record
    expect(await openProposals('task')).toHaveLength(2)
    await send(town, `${path}/${String(id)}/extension`, { revision: 1, last: '2026-11-30', reason: '上级延后' })
    expect(await openProposals('task')).toEqual([])
    await send(town, `${path}/${String(id)}/cancellation`, { revision: 2, reason: '不再需要' })
  })

  test('不是自己交办的，分管领导不能评；责任人在内的，谁也不能评自己的', async () => {
    const { id } = (await assign(town, { staffNumber: '004' })).body.record
    await send(clerk, `${path}/${String(id)}/handing-in`, { revision: 1, words: '已报送' })
    const judge = (who: SignedInTown) =>
      send(who, `${path}/${String(id)}/judgement`, { revision: 2, outcome: 'passed' })
    expect((await judge(deputy)).body.error.code).toBe('task-not-assigned-by-you')
    expect((await judge(clerk)).body.error.code).toBe('record-about-oneself')
    await send(town, `${path}/${String(id)}/cancellation`, { revision: 2, reason: '不再需要' })
    expect(await openProposals('task')).toEqual([])
  })

  test('经常性工作按周期计数，第二年沿用一次；限时上报按小时算', async () => {
    const span = { first: '2026-09-01', last: '2026-12-31' }
    const duty = { kind: 'recurring', window: 'month', pieces: 100, title: '党务公开' }
    const { id } = (await assign(town, span, duty)).body.record
    const short = async () =>
      (await openProposals('task')).filter(({ observation }) => observation.kind === 'recurring-duty-short')
    expect((await short()).map(({ observation }) => observation.occurredOn)).toEqual(['2026-09-30', '2026-10-31'])
    const onPaper = { revision: 1, words: '九月公开栏', day: '2026-09-28' }
    const handed = await send(town, `${path}/${String(id)}/handing-in`, onPaper)
    expect(handed.body).toMatchObject({ record: { body: { handings: [{ day: '2026-09-28' }] } } })
    expect((await short()).map(({ observation }) => observation.occurredOn)).toEqual(['2026-10-31'])
    const renew = () => send(town, `${path}/renewal`, { year: 2027 })
    expect((await renew()).body).toEqual({ added: 1, known: 0 })
    expect((await renew()).body).toEqual({ added: 0, known: 1 })

    const days = { first: '2026-11-10', last: '2026-11-10' }
    const incident = (await assign(town, days, { kind: 'incident', time: '09:00', title: '林权纠纷' })).body.record
    const late = async () =>
      (await openProposals('task')).filter(({ observation }) => observation.kind === 'incident-late').length
    expect(await late()).toBe(1)
    const report = { revision: 1, on: '2026-11-12', time: '09:00' }
    expect((await send(writer, `${path}/${String(incident.id)}/report`, report)).body.record.state).toBe('done')
    expect(await late()).toBe(0)
  })
})
