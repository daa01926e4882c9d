import { randomUUID } from 'node:crypto'
import type { EndpointName } from '../../src/http/contract/endpoints.ts'
import { oneItem, person, rule } from '../builders/town.ts'
import { adopt, asColleague, employ } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** The year's end: result and pay list proposed, decided and taken away. */
export async function driveYearEnd(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown('2026-01-05T02:00:00Z')
  const leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  await adopt(town, oneItem([rule('late', { points: 1, condition: '迟到' })]), '2025-01-01')
  await employ(town, [person('001', { name: '何青' }), person('002', { name: '单晓云' })])
  await watch.leavesRow(town, 'downloadPay', () => town.send('GET', '/api/pay.xlsx?year=2025&perPerson=1000'))
  const parts = [
    { path: 'final-results', name: 'FinalResult', more: {} },
    { path: 'pay-lists', name: 'PayList', more: { perPerson: '1000' } },
  ] as const
  for (const { path, name, more } of parts) {
    const query = new URLSearchParams({ year: '2025', ...more }).toString()
    const shown = await watch.leavesRow(town, `preview${name}`, () =>
      town.send('GET', `/api/${path}/preview?${query}`),
    )
    const body = { year: 2025, note: '', digest: shown.body.digest, ...more }
    const decide = async (as: typeof town, decided: EndpointName, verb: string, sent: object) => {
      const proposed = await watch.leavesRow(town, `propose${name}`, () =>
        town.send('POST', `/api/${path}`, { body }),
      )
      const id: string = proposed.body.id
      await watch.leavesRow(town, decided, () => as.send('POST', `/api/${path}/${id}/${verb}`, { body: sent }))
      return id
    }
    await decide(leader, `reject${name}`, 'rejection', { reason: '再核一遍' })
    await decide(town, `withdraw${name}`, 'withdrawal', { reason: '还有更正' })
    const id = await decide(leader, `approve${name}`, 'approval', { minutes: '纪要〔2026〕1号' })
    await watch.leavesRow(town, `read${name}s`, () => town.send('GET', `/api/${path}?year=2025`))
    await watch.leavesRow(town, `download${name}`, () => town.send('GET', `/api/${path}/${id}/file`))
  }
}

/** One's own data, what one wants put right, and the audit itself. */
export async function driveOversight(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [person('001', { name: '何青' })])
  const staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  const auditor = await asColleague(town, { userName: '宋审计', roles: ['auditAdmin'] })
  await watch.leavesRow(town, 'downloadOwnData', () => staff.send('GET', '/api/own-data?year=2026'))
  const body = { words: '我的办公室应为综治办' }
  const asked = await watch.leavesRow(town, 'requestCorrection', () =>
    staff.send('POST', '/api/own-data/corrections', { body, key: randomUUID() }),
  )
  const answer = { state: 'done', answer: '已在花名册改好' }
  await watch.leavesRow(town, 'answerCorrection', () =>
    town.send('POST', `/api/corrections/${String(asked.body.id)}/answer`, { body: answer, key: randomUUID() }),
  )
  await watch.leavesRow(town, 'downloadAudit', () => auditor.send('GET', '/api/audit/file'))
}
