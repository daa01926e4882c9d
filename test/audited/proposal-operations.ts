import { randomUUID } from 'node:crypto'
import { oneItem, person, rule } from '../builders/town.ts'
import { adopt, employ } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** Two notices from above propose; one is adopted, one not; the registers are read anew, and a rule is chosen. */
export async function driveProposals(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await adopt(town, oneItem([rule('criticised', { points: 2, condition: '受到通报批评' })]), '2026-01-01')
  await employ(town, [person('001', { name: '何青' })])
  const notice = (matter: string) => ({
    staffNumber: '001',
    office: null,
    first: '2026-05-06',
    last: '2026-05-06',
    body: {
      kind: 'criticism',
      subject: null,
      matter,
      level: '区',
      rank: null,
      percent: null,
      sanction: null,
      documentNumber: null,
      documentTitle: '通报',
      issuedBy: '区委办',
      note: null,
    },
  })
  const post = (path: string, body: object) => town.send('POST', path, { body, key: randomUUID() })
  await post('/api/registers/superior-result', notice('甲'))
  await post('/api/registers/superior-result', notice('乙'))
  const [first, second] = (await town.send('GET', '/api/proposed-entries')).body.proposals
  await watch.leavesRow(town, 'adoptProposedEntries', () =>
    post('/api/proposed-entries/adoptions', { proposalIds: [first.id], change: null }),
  )
  await watch.leavesRow(town, 'dismissProposedEntries', () =>
    post('/api/proposed-entries/dismissals', { proposalIds: [second.id], reason: '重复' }),
  )
  await watch.leavesRow(town, 'refreshProposedEntries', () => post('/api/proposed-entries/refresh', {}))
  await watch.leavesRow(town, 'changeRuleBinding', () =>
    town.send('PUT', '/api/rule-bindings', {
      body: { version: 1, kind: 'late', variant: '', ruleId: 'criticised' },
    }),
  )
}
