import { randomUUID } from 'node:crypto'
import { person } from '../builders/town.ts'
import { asColleague, employ } from '../support/town-app.ts'
import { formOf, type AuditWatch } from './watch-audit.ts'

/** A roster made, changed, exchanged, served and looked at; a meeting called, signed in to and closed. */
export async function driveDuty(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [person('001', { name: '何青' }), person('002', { name: '吕平' })])
  const one = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  const post = (who: typeof town, path: string, body: object) =>
    who.send('POST', path, { body, key: randomUUID() })
  const today = '2026-11-20'
  const record = (staffNumber: string | null, first: string, body: object) => ({
    staffNumber,
    office: null,
    first,
    last: first,
    body,
  })

  const turn = { post: 'member', shift: 'whole' }
  const added = await watch.leavesRow(town, 'addDuty', () =>
    post(town, '/api/registers/duty', record('001', today, turn)),
  )
  const id = String(added.body.record.id)
  const step = (who: typeof town, what: string, body: object) => post(who, `/api/duty/turns/${id}/${what}`, body)
  await watch.leavesRow(town, 'checkInToDuty', () => step(one, 'check-in', { revision: 1 }))
  await watch.leavesRow(town, 'checkDuty', () => step(town, 'check', { revision: 2, found: 'present' }))
  await watch.leavesRow(town, 'withdrawDuty', () => step(town, 'withdrawal', { revision: 3, reason: '排错了' }))

  const span = { from: '2026-11-23', to: '2026-11-24' }
  const { digest } = (await town.send('POST', '/api/duty/preview', { body: span })).body
  await watch.leavesRow(town, 'applyDutyRoster', () => post(town, '/api/duty/roster', { ...span, digest }))
  await watch.leavesRow(town, 'downloadDutyMonth', () => town.send('GET', '/api/duty/sheet?month=2026-11'))
  const later = await post(town, '/api/registers/duty', record('001', '2026-12-01', turn))
  const path = `/api/duty/turns/${String(later.body.record.id)}`
  await watch.leavesRow(town, 'askDutySwap', () =>
    post(one, `${path}/swap`, { revision: 1, to: '002', inReturn: null, reason: '看病' }),
  )
  await watch.leavesRow(town, 'answerDutySwap', () =>
    post(one, `${path}/swap-answer`, { revision: 2, answer: 'swap-taken-back' }),
  )
  await watch.leavesRow(town, 'changeDuty', () =>
    town.send('PUT', path, { body: { revision: 3, staffNumber: '002', ...turn, note: null, reason: '调整' } }),
  )
  const { settings } = (await town.send('GET', '/api/duty?month=2026-11')).body
  await watch.leavesRow(town, 'changeDutySettings', () =>
    town.send('PUT', '/api/duty-settings', { body: { ...settings, membersAShift: 1 } }),
  )

  const body = { kind: 'meeting', title: '例会', startsAt: '10:00', place: null }
  const called = await watch.leavesRow(town, 'addGathering', () =>
    post(town, '/api/registers/gathering', record(null, today, body)),
  )
  const gathering = `/api/gatherings/${String(called.body.record.id)}`
  const { code } = (await town.send('GET', `${gathering}/screen`)).body
  await watch.leavesRow(town, 'signInToGathering', () => post(one, `${gathering}/sign-in`, { code }))
  await watch.leavesRow(town, 'importSignInList', () =>
    town.send('POST', `${gathering}/sign-in-list`, {
      body: formOf('姓名\r\n吕平', { mode: 'commit' }),
      key: randomUUID(),
    }),
  )
  await watch.leavesRow(town, 'markSignInProblems', () =>
    town.send('POST', `${gathering}/sign-in-list/problems`, { body: formOf('姓名\r\n无此人', {}) }),
  )
  await watch.leavesRow(town, 'downloadGatherings', () => town.send('GET', '/api/exports/gatherings?year=2026'))
  await watch.leavesRow(town, 'tickGathering', () =>
    post(town, `${gathering}/ticks`, { staffNumbers: ['002'], isPresent: false }),
  )
  await watch.leavesRow(town, 'excuseFromGathering', () =>
    post(town, `${gathering}/excuses`, { staffNumber: '002', reason: '下村' }),
  )
  await watch.leavesRow(town, 'downloadGatheringRoll', () => town.send('GET', `${gathering}/sheet`))
  await watch.leavesRow(town, 'closeRoll', () => post(town, `${gathering}/roll`, { isClosed: true }))
  const { revision } = (await town.send('GET', gathering)).body.gathering
  const changes = { ...body, day: today, offices: [], people: [], code: 'fixed', reason: '改地点' }
  await watch.leavesRow(town, 'changeGathering', () =>
    town.send('PUT', gathering, { body: { revision, ...changes } }),
  )
  await watch.leavesRow(town, 'withdrawGathering', () =>
    post(town, `${gathering}/withdrawal`, { revision: Number(revision) + 1, reason: '没有开' }),
  )
}
