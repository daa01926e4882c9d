import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type Answered, type SignedInTown } from '../../test/support/town-app.ts'

let town: StaffedTown
let second: SignedInTown
let staff: SignedInTown
let other: SignedInTown
let leader: SignedInTown
let chair: SignedInTown
let discipline: SignedInTown

beforeAll(async () => {
  town = await startStaffedTown()
  second = await asColleague(town, { userName: '答复人', roles: ['office'] })
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  other = await asColleague(town, { userName: '单晓云', roles: [], staffNumber: '002' })
  leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  chair = await asColleague(town, { userName: '方组长', roles: ['leadingGroup'] })
  discipline = await asColleague(town, { userName: '纪检员', roles: ['discipline'] })
})
afterAll(() => town.stop())

type As = Pick<SignedInTown, 'send'>
const post = (as: As, path: string, body: object) => as.send('POST', path, { body, key: randomUUID() })
const wrong = '当天在县里开会，有会议签到'
const reasons = '经调取签到表，情况如下'

async function confirmedEntry(changes: object = {}): Promise<string> {
  const id = await town.recordOne(changes)
  await town.confirm([id])
  return id
}
const file = (entryId: string, as: As = staff) =>
  post(as, '/api/objections', { subject: { about: 'entry', entryId }, words: wrong })
const filed = async () => (await file(await confirmedEntry())).body
const step = (as: As, { id, steps }: Answered['body'], verb: string, body: object = {}) =>
  post(as, `/api/objections/${id}/${verb}`, { seen: steps.length, ...body })
const answer = (as: As, proceeding: Answered['body'], outcome: string) =>
  step(as, proceeding, 'answer', { outcome, reasons })
const minutes = (changes: object = {}) => ({
  title: '纪要〔2026〕9号',
  meetingOn: '2026-11-20',
  present: ['韦同意', '方组长'],
  recused: [],
  ...changes,
})
/** As if somebody had kept every session in use until then. */
async function onDay(instant: string, work: () => Promise<void>): Promise<void> {
  const before = town.clock.now
  town.clock.now = new Date(instant)
  const kept = 'update session set last_seen_at = $1, expires_at = $2'
  await town.signInPool.query(kept, [town.clock.now, new Date('2027-01-01T00:00:00Z')])
  await work()
  town.clock.now = before
}
const codeOf = ({ status, body }: Answered) => [status, body.error?.code]

describe('一件异议从头到尾', () => {
  test('提出、答复不成立、申请复核、复核成立、更正，每一步都看得见，两份文书有号', async () => {
    const one = await filed()
    expect(one).toMatchObject({ kind: 'objection', state: 'filed', isOpen: true, number: 1, isOwn: true })
    expect(one.deadlines).toMatchObject([{ who: 'office', what: 'answer', dueOn: '2026-11-27', daysLeft: 5 }])
    expect(one.possible).toEqual(['withdrawn'])

    const answered = (await answer(second, one, 'rejected')).body
    expect(answered).toMatchObject({ state: 'answered', outcome: 'rejected', isOpen: true })
    const asked = (await step(staff, answered, 'review-request', { words: '签到表上有我的名字' })).body
    expect(asked.deadlines).toMatchObject([{ who: 'leadingGroup', what: 'decide-review', dueOn: '2026-12-04' }])

    const decided = await step(leader, asked, 'review', { outcome: 'upheld', reasons, minutes: minutes() })
    expect(decided.body).toMatchObject({ state: 'decided', outcome: 'upheld', cure: 'due', isOpen: true })

    const preview = await leader.send('GET', `/api/objections/${one.id}/cure/preview`)
    const changes = preview.body.preview.changes
    expect(changes[0]).toMatchObject({ staffNumber: '001', isSubject: true, scoreBefore: 2800, scoreAfter: 3000 })
    expect(changes.length).toBeGreaterThanOrEqual(1)

    const cured = (await step(chair, decided.body, 'cure')).body
    expect(cured).toMatchObject({ cure: 'done', isOpen: false })
    expect(cured.subject.entry).toMatchObject({ state: 'reversed' })
    expect(cured.subject.entry.reversal.reason).toContain('异议〔2026〕1号')

    const bulletins = await town.services.inTown(town.tenantId, 'read', async (stores) => ({
      ok: true as const,
      value: await stores.bulletins.list(),
    }))
    expect(
      bulletins.ok && bulletins.value.map(({ kind, number, staffNumber }) => [kind, number, staffNumber]),
    ).toEqual(
      expect.arrayContaining([
        ['review-decision', 1, '001'],
        ['objection-answer', 1, '001'],
      ]),
    )
    const document = await staff.send('GET', `/api/proceedings/${one.id}/file`)
    expect(document.response.headers.get('content-disposition')).toContain('docx')
  })

  test('看得到的人：本人、考核办、领导小组、纪检；同事看不到，也问不出有没有', async () => {
    const one = await filed()
    for (const as of [staff, town, leader, discipline])
      expect((await as.send('GET', `/api/proceedings/${one.id}`)).status).toBe(200)
    expect(codeOf(await other.send('GET', `/api/proceedings/${one.id}`))).toEqual([404, 'proceeding-unknown'])
    expect(codeOf(await other.send('GET', `/api/proceedings/${randomUUID()}`))).toEqual([
      404,
      'proceeding-unknown',
    ])
    expect((await other.send('GET', '/api/proceedings')).body.proceedings).toEqual([])
    expect((await other.send('GET', '/api/objections/entries')).body.entries).toEqual([])
    const marked = (await town.send('GET', '/api/objections/entries')).body.entries
    expect(marked.map(({ proceedingId }: { proceedingId: string }) => proceedingId)).toContain(one.id)
    expect((await step(staff, one, 'withdrawal', { words: '' })).body.state).toBe('withdrawn')
  })
})

describe('不该办的都办不成', () => {
  test('别人的记录、冲销了的记录、提过的异议', async () => {
    const own = await confirmedEntry()
    expect(codeOf(await file(own, other))).toEqual([404, 'objection-subject-unknown'])
    expect(codeOf(await file(randomUUID()))).toEqual([404, 'objection-subject-unknown'])
    const one = (await file(own)).body
    expect(codeOf(await file(own))).toEqual([409, 'objection-on-record'])
    await step(staff, one, 'withdrawal', { words: '看清楚了' })
    expect((await file(own)).status).toBe(200)
    const gone = await confirmedEntry()
    await town.reverse(gone)
    expect(codeOf(await file(gone))).toEqual([409, 'entry-reversed-already'])
  })

  test('登记、确认的人不能答复；本人不能替考核办答复', async () => {
    const one = await filed()
    expect(codeOf(await answer(town, one, 'rejected'))).toEqual([409, 'step-barred'])
    const view = (await town.send('GET', `/api/proceedings/${one.id}`)).body
    expect(view.barred).toEqual(expect.arrayContaining([{ step: 'answered', why: 'recorder' }]))
    expect(codeOf(await answer(staff, one, 'upheld'))).toEqual([403, 'not-allowed'])
    expect(codeOf(await answer(leader, one, 'upheld'))).toEqual([403, 'not-allowed'])
    expect((await answer(second, one, 'rejected')).status).toBe(200)
    expect(codeOf(await answer(second, one, 'upheld'))).toEqual([409, 'proceeding-moved-on'])
  })

  test('没到时候、过了时候都不能申请复核；考核办逾期可以直接申请', async () => {
    const one = await filed()
    const ask = (proceeding: Answered['body']) => step(staff, proceeding, 'review-request', { words: wrong })
    expect(codeOf(await ask(one))).toEqual([409, 'answer-still-due'])
    const late = await filed()
    const answered = (await answer(second, late, 'rejected')).body
    await onDay('2026-11-28T02:00:00Z', async () => {
      expect(codeOf(await ask(answered))).toEqual([409, 'review-late'])
      expect((await ask(one)).body).toMatchObject({ state: 'review-asked' })
    })
  })

  test('复核：回避的人不能决定，也不能在参加的人里；纪要要对得上', async () => {
    const answered = (await answer(second, await filed(), 'rejected')).body
    const asked = (await step(staff, answered, 'review-request', { words: wrong })).body
    const recusal = await post(leader, `/api/proceedings/${asked.id}/recusals`, {
      seen: asked.steps.length,
      who: '韦同意',
      why: '与当事人有亲属关系',
    })
    const now = recusal.body
    expect(now.members).toContainEqual({ userName: '韦同意', recusal: 'recused' })
    const decide = (as: As, changes: object) =>
      step(as, now, 'review', { outcome: 'rejected', reasons, minutes: minutes(changes) })
    expect(codeOf(await decide(leader, { present: ['方组长', '韦同意'] }))).toEqual([409, 'step-barred'])
    expect(codeOf(await decide(chair, { present: ['方组长', '韦同意'] }))).toEqual([409, 'member-recused'])
    expect(codeOf(await decide(chair, { present: ['方组长', '何青'] }))).toEqual([409, 'member-recused'])
    expect(codeOf(await decide(chair, { present: ['方组长', '答复人'] }))).toEqual([409, 'member-recused'])
    expect(codeOf(await decide(chair, { present: ['方组长', '方组长'] }))).toEqual([422, 'member-twice'])
    expect(codeOf(await decide(chair, { present: ['李副组长'] }))).toEqual([422, 'decider-absent'])
    expect(codeOf(await decide(chair, { present: ['方组长'], meetingOn: '2026-12-01' }))).toEqual([
      422,
      'meeting-in-future',
    ])
    expect(codeOf(await decide(chair, { present: ['方组长'], meetingOn: '2026-11-19' }))).toEqual([
      422,
      'meeting-before-asked',
    ])
    const again = await post(leader, `/api/proceedings/${asked.id}/recusals`, {
      seen: now.steps.length,
      who: '韦同意',
      why: '再登记一次',
    })
    expect(codeOf(again)).toEqual([409, 'recused-already'])
    const decided = await decide(chair, { present: ['方组长'], recused: ['韦同意'] })
    expect(decided.body).toMatchObject({
      state: 'decided',
      outcome: 'rejected',
      isOpen: false,
      cure: 'not-needed',
    })
    expect(codeOf(await step(chair, decided.body, 'cure'))).toEqual([409, 'cure-not-due'])
  })

  test('回避的人换个写法，不写用户名写姓名，也不能在参加的人里', async () => {
    const colleague = await asColleague(town, { userName: 'lvping', roles: ['office'], staffNumber: '003' })
    const answered = (await answer(colleague, await filed(), 'rejected')).body
    const asked = (await step(staff, answered, 'review-request', { words: wrong })).body
    for (const written of ['lvping', 'LvPing ', '吕平', '吕　平', '何 青'])
      expect(
        codeOf(
          await step(chair, asked, 'review', {
            outcome: 'rejected',
            reasons,
            minutes: minutes({ present: ['方组长', written] }),
          }),
        ),
      ).toEqual([409, 'member-recused'])
  })

  test('申诉只登记，不再打开；结果登记一次', async () => {
    const one = await filed()
    const appeal = { day: '2026-11-20', outcome: 'pending', words: '已报区级' }
    expect(codeOf(await step(discipline, one, 'appeals', appeal))).toEqual([409, 'step-out-of-turn'])
    const answered = (await answer(second, one, 'rejected')).body
    const closed = (await step(staff, answered, 'withdrawal', { words: '接受答复' })).body
    const lodged = (await step(discipline, closed, 'appeals', appeal)).body
    expect(lodged).toMatchObject({ appeal: 'pending', isOpen: false })
    const future = { ...appeal, day: '2026-12-01' }
    expect(codeOf(await step(discipline, lodged, 'appeals', future))).toEqual([422, 'appeal-day-in-future'])
    const won = (await step(discipline, lodged, 'appeals', { ...appeal, outcome: 'upheld' })).body
    expect(won).toMatchObject({ appeal: 'upheld', isOpen: false, cure: 'due' })
    expect(codeOf(await step(discipline, won, 'appeals', appeal))).toEqual([409, 'appeal-settled'])
    const correction = { bulletinId: randomUUID() }
    expect(codeOf(await step(second, won, 'correction', correction))).toEqual([404, 'correction-bulletin-unknown'])
    expect((await step(chair, won, 'cure')).body).toMatchObject({ cure: 'done' })
  })
})
