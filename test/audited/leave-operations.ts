import { randomUUID } from 'node:crypto'
import { person } from '../builders/town.ts'
import { asColleague, employ } from '../support/town-app.ts'
import { formOf, type AuditWatch } from './watch-audit.ts'

/** Leave from asking to coming back, balances and settings; whereabouts shown, checked and taken back. */
export async function driveLeave(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [
    person('001', { name: '何青' }),
    person('010', { name: '李分管', office: '', post: '分管领导', inChargeOf: ['党办'] }),
  ])
  const staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  const deputy = await asColleague(town, { userName: '李分管', roles: [], staffNumber: '010' })
  const key = () => randomUUID()
  const asked = async (day: string) =>
    watch.leavesRow(town, 'requestLeave', () =>
      staff.send('POST', '/api/own-leave', {
        body: { kind: 'sick', first: day, last: day, reason: '看病' },
        key: key(),
      }),
    )
  const first = (await asked('2026-11-19')).body
  await watch.leavesRow(town, 'decideLeave', () =>
    deputy.send('POST', `/api/leave-decisions/${String(first.id)}`, {
      body: { revision: 1, outcome: 'approved' },
    }),
  )
  await watch.leavesRow(town, 'registerLeave', () =>
    town.send('POST', `/api/registers/leave/${String(first.id)}/registration`, { body: { revision: 2 } }),
  )
  await watch.leavesRow(town, 'noteLeaveReturn', () =>
    town.send('POST', `/api/registers/leave/${String(first.id)}/return`, {
      body: { revision: 3, on: '2026-11-20' },
    }),
  )
  const second = (await asked('2026-11-18')).body
  await deputy.send('POST', `/api/leave-decisions/${String(second.id)}`, {
    body: { revision: 1, outcome: 'approved' },
  })
  await watch.leavesRow(town, 'returnFromLeave', () =>
    staff.send('POST', `/api/own-leave/${String(second.id)}/return`, { body: { revision: 2, on: '2026-11-19' } }),
  )
  const third = (await asked('2026-11-23')).body
  await watch.leavesRow(town, 'withdrawOwnLeave', () =>
    staff.send('POST', `/api/own-leave/${String(third.id)}/withdrawal`, { body: { revision: 1 } }),
  )
  const balances = [{ staffNumber: '001', days: 500 }]
  await watch.leavesRow(town, 'setLeaveBalances', () =>
    town.send('PUT', '/api/leave-balances', { body: { year: 2026, balances } }),
  )
  const sheet = '工号,姓名,工龄假天数\r\n001,何青,7.5'
  await watch.leavesRow(town, 'importLeaveBalances', () =>
    town.send('POST', '/api/imports/leave-balances', {
      body: formOf(sheet, { mode: 'commit', year: '2026' }),
      key: key(),
    }),
  )
  await watch.leavesRow(town, 'markLeaveBalanceProblems', () =>
    town.send('POST', '/api/imports/leave-balances/problems', { body: formOf(sheet, {}) }),
  )
  await watch.leavesRow(town, 'downloadLeaveBalances', () =>
    town.send('GET', '/api/exports/leave-balances?year=2026'),
  )
  await watch.leavesRow(town, 'changeLeaveSettings', () =>
    town.send('PUT', '/api/leave-settings', { body: { shortLeave: 100, usualBalance: 500, standIns: [] } }),
  )
  await watch.leavesRow(town, 'showWhereabouts', () =>
    staff.send('POST', '/api/whereabouts', { body: { kind: 'out', place: '县城' }, key: key() }),
  )
  await watch.leavesRow(town, 'noteWhereaboutsUnknown', () =>
    town.send('POST', '/api/whereabouts/checks', { body: { staffNumber: '001', place: '党办' }, key: key() }),
  )
  const [record] = (await town.send('GET', '/api/registers/whereabouts?state=checked')).body.records
  await watch.leavesRow(town, 'withdrawWhereabouts', () =>
    town.send('POST', `/api/registers/whereabouts/${String(record.id)}/withdrawal`, {
      body: { revision: 1, reason: '在会议室' },
    }),
  )
  await watch.leavesRow(town, 'changeWhereaboutsSettings', () =>
    town.send('PUT', '/api/whereabouts/settings', { body: { unsaid: 'unknown' } }),
  )
}
