import { randomUUID } from 'node:crypto'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { accept } from '../../src/domain/primitives/result.ts'
import { onePagePdf } from '../builders/evidence.ts'
import { oneItem, person, rule } from '../builders/town.ts'
import { adopt, asColleague, employ, type SignedInTown } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** A round of inspection, a month closed, an entry acknowledged, a day of the calendar changed. */
export async function drivePeriods(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown('2026-03-10T02:00:00Z')
  await adopt(town, oneItem([rule('late', { points: 1, condition: '迟到' })]), '2026-01-01')
  await employ(town, [person('001', { name: '何青', office: '党办' })])
  const own = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  const send = (who: typeof town, path: string, body: object) =>
    who.send('POST', path, { body, key: randomUUID() })

  const opened = await watch.leavesRow(town, 'openInspection', () =>
    send(town, '/api/inspections', {
      number: 1,
      fromOn: '2026-03-09',
      toOn: '2026-03-13',
      offices: ['党办'],
      inspectors: ['管理员'],
    }),
  )
  const round = `/api/inspections/${String(opened.body.round.id)}`
  await watch.leavesRow(town, 'visitOffice', () =>
    send(town, `${round}/visits`, { office: '党办', words: '在岗' }),
  )
  const finding = {
    about: { kind: 'people', staffNumbers: ['001'] },
    ruleId: 'late',
    quantity: '1',
    occurredOn: '2026-03-10',
  }
  const found = await watch.leavesRow(town, 'recordInspectionFinding', () =>
    send(town, `${round}/findings`, { office: '党办', finding }),
  )
  await driveEvidence(watch, town, found.body.recorded[0])
  const { digest } = (await town.send('POST', `${round}/report`, { body: {} })).body
  await watch.leavesRow(town, 'endInspection', () => send(town, `${round}/end`, { digest }))

  const entryIds = [found.body.offices[0].entries[0].id]
  await watch.leavesRow(own, 'acknowledgeEntries', () => send(own, '/api/own-news/acknowledgements', { entryIds }))

  const reason = '一月没有在用'
  const shown = await town.send('POST', '/api/months/preview', { body: { month: '2026-02', reason } })
  await watch.leavesRow(town, 'closeMonth', () =>
    send(town, '/api/months/close', { month: '2026-02', reason, digest: shown.body.digest }),
  )
  await watch.leavesRow(town, 'changeInspectionSettings', () =>
    town.send('PUT', '/api/inspection-settings', { body: { wantsPlace: true } }),
  )
  await watch.leavesRow(town, 'changeCalendar', () =>
    town.send('PUT', '/api/calendar', { body: { day: '2026-03-11', kind: 'off', note: '停电检修' } }),
  )
}

/** 佐证 of an entry and of a line of a register, and a look at it. */
async function driveEvidence(watch: AuditWatch, town: SignedInTown, entryId: string): Promise<void> {
  const hand = (path: string) => {
    const form = new FormData()
    form.set('file', new File([onePagePdf], '说明.pdf'))
    return town.send('POST', `${path}/evidence`, { body: form, key: randomUUID() })
  }
  const handed = await watch.leavesRow(town, 'addEntryEvidence', () => hand(`/api/entries/${entryId}`))
  await watch.leavesRow(town, 'readEvidence', () => town.send('GET', `/api/evidence/${String(handed.body.id)}`))
  const [id, day] = [randomUUID(), localDate('2026-03-10')]
  const line = { id, register: 'duty', staffNumber: null, office: null, state: 'noted', naturalKey: null } as const
  const stamp = { days: { first: day, last: day }, body: {}, revision: 1, at: town.clock.now, by: '管理员' }
  await town.services.inTown(town.tenantId, 'write', async ({ records }) =>
    accept(await records.add([{ ...line, ...stamp }])),
  )
  await watch.leavesRow(town, 'addRecordEvidence', () => hand(`/api/records/${id}`))
}
