import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type Answered, type SignedInTown } from '../../test/support/town-app.ts'

let town: StaffedTown
let second: SignedInTown
let staff: SignedInTown

beforeAll(async () => {
  town = await startStaffedTown()
  second = await asColleague(town, { userName: '答复人', roles: ['office'] })
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
})
afterAll(() => town.stop())

type As = Pick<SignedInTown, 'send'>
const post = (as: As, path: string, body: object = {}) => as.send('POST', path, { body, key: randomUUID() })
const codeOf = ({ status, body }: Answered) => [status, body.error?.code]

async function publishQuarter(period: string, reason?: string): Promise<Answered> {
  const { id } = (await post(town, '/api/bulletin-drafts', { kind: 'quarterly', period, reason })).body
  const { preview, title } = (await town.send('GET', `/api/bulletin-drafts/${String(id)}`)).body
  expect(preview).toMatchObject({ ready: true })
  return post(town, `/api/bulletin-drafts/${String(id)}/publication`, { digest: preview.digest, title })
}

/** 何青 objects to her rank there, and the office gives her right. */
async function upheldAgainst(bulletinId: string): Promise<Answered['body']> {
  const subject = { about: 'figure', bulletinId, what: '名次' }
  const filed = (await post(staff, '/api/objections', { subject, words: '名次排错了' })).body
  const answered = await post(second, `/api/objections/${String(filed.id)}/answer`, {
    seen: filed.steps.length,
    outcome: 'upheld',
    reasons: '核对后确有错误',
  })
  expect(answered.body).toMatchObject({ cure: 'due', isOpen: true })
  return answered.body
}

const cure = (objection: Answered['body'], bulletinId: string) =>
  post(second, `/api/objections/${String(objection.id)}/correction`, {
    seen: objection.steps.length,
    bulletinId,
  })

test('公示期内成立的异议：撤回、重新公布的那一份就是更正；以前公布的、撤回了的都不算', async () => {
  const other = (await publishQuarter('2026-Q2')).body
  const noticed = (await publishQuarter('2026-Q1')).body
  expect(noticed.state).toBe('notice')
  const objection = await upheldAgainst(noticed.id)
  const called = await town.send('POST', `/api/bulletins/${String(noticed.id)}/withdrawal`, {
    body: { reason: '异议成立' },
  })
  expect(called.status).toBe(200)
  town.clock.now = new Date(town.clock.now.getTime() + 60_000)
  const renewed = (await publishQuarter('2026-Q1')).body
  for (const wrong of [noticed.id, other.id, randomUUID()])
    expect(codeOf(await cure(objection, wrong))).toEqual([404, 'correction-bulletin-unknown'])
  expect((await cure(objection, renewed.id)).body).toMatchObject({ cure: 'done', isOpen: false })
})
