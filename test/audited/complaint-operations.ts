import { randomUUID } from 'node:crypto'
import { person } from '../builders/town.ts'
import { asColleague, employ } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** A complaint noted, looked at, verified and exported; another by the public form. */
export async function driveComplaints(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [person('001', { name: '何青' })])
  const discipline = await asColleague(town, { userName: '纪检员', roles: ['discipline'] })
  const post = (path: string, body: object) => discipline.send('POST', path, { body, key: randomUUID() })
  const words = '反映窗口上班时间没有人'

  const added = await watch.leavesRow(town, 'addComplaint', () =>
    post('/api/complaints', { channel: 'phone', receivedOn: '2026-11-19', words }),
  )
  await watch.leavesRow(town, 'takeComplaintStep', () =>
    post(`/api/complaints/${String(added.body.id)}/steps`, {
      revision: 1,
      taken: { step: 'verification-started' },
    }),
  )
  await watch.leavesRow(town, 'listComplaints', () => discipline.send('GET', '/api/complaints'))
  await watch.leavesRow(town, 'downloadComplaints', () =>
    discipline.send('GET', '/api/complaints/file?format=csv'),
  )
  await watch.leavesRow(town, 'downloadComplaintTemplate', () =>
    discipline.send('GET', '/api/templates/complaints?format=csv'),
  )
  const sheet = ['收到日期,来源,反映的内容', '2026-11-18,12345热线,来电反映窗口上班时间没有人'].join('\r\n')
  const upload = (path: string) => {
    const body = new FormData()
    body.set('file', new File([sheet], '投诉.csv'))
    return discipline.send('POST', path, { body, key: randomUUID() })
  }
  await watch.leavesRow(town, 'markComplaintProblems', () => upload('/api/imports/complaints/problems'))
  await watch.leavesRow(town, 'importComplaints', () => upload('/api/imports/complaints'))
  const opened = await watch.leavesRow(town, 'switchComplaintForm', () =>
    town.send('PUT', '/api/complaints/form', { body: { isOpen: true } }),
  )
  await watch.leavesRow(town, 'fileComplaint', () =>
    town.send('POST', '/api/complaint-form', { body: { town: opened.body.town, words } }),
  )
}
