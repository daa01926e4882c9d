import { randomUUID } from 'node:crypto'
import { suggestedRules } from '../../src/domain/registers/attendance/attendance-rules.ts'
import { person } from '../builders/town.ts'
import { employ } from '../support/town-app.ts'
import { formOf, type AuditWatch } from './watch-audit.ts'

/** A clock's file taken in, its month taken out, and the settings changed. */
export async function driveAttendance(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [person('001', { name: '何青' })])
  const mapping = JSON.stringify({ headerRow: 1, roles: ['staffNumber', 'moment'] })
  const clock = formOf('工号,打卡时间\n001,2026-05-06 09:12', { mode: 'commit', mapping })
  await watch.leavesRow(town, 'importAttendance', () =>
    town.send('POST', '/api/imports/attendance', { body: clock, key: randomUUID() }),
  )
  await watch.leavesRow(town, 'downloadAttendanceMonth', () =>
    town.send('GET', '/api/exports/attendance-month?month=2026-05'),
  )
  await watch.leavesRow(town, 'changeAttendanceRules', () =>
    town.send('PUT', '/api/attendance/rules', { body: suggestedRules, key: randomUUID() }),
  )
}
