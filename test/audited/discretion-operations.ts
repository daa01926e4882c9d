import { randomUUID } from 'node:crypto'
import { oneItem, person, rule } from '../builders/town.ts'
import { onePagePdf } from '../builders/evidence.ts'
import { adopt, asColleague, employ } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** 裁量: proposed with a file, withdrawn, proposed again and decided. */
export async function driveDiscretion(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  const leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  const judged = rule('judged', { effect: 'discretionary', points: null, min: 1, max: 5, condition: '视情节' })
  await adopt(town, oneItem([judged]), '2026-01-01')
  await employ(town, [person('001', { name: '何青' })])
  const key = () => randomUUID()
  const proposal = {
    about: { kind: 'people', staffNumbers: ['001'] },
    ruleId: 'judged',
    quantity: '1',
    occurredOn: '2026-05-06',
    facts: '接待群众时争吵',
  }
  const propose = () => town.send('POST', '/api/discretions', { body: proposal, key: key() })
  const first: string = (await watch.leavesRow(town, 'proposeDiscretion', propose)).body.proceedingId
  const form = new FormData()
  form.set('file', new File([onePagePdf], '情况说明.pdf'))
  const handed = await watch.leavesRow(town, 'addAttachment', () =>
    town.send('POST', `/api/proceedings/${first}/attachments`, { body: form, key: key() }),
  )
  await watch.leavesRow(town, 'downloadAttachment', () =>
    leader.send('GET', `/api/attachments/${String(handed.body.id)}`),
  )
  await watch.leavesRow(town, 'withdrawDiscretion', () =>
    town.send('POST', `/api/discretions/${first}/withdrawal`, {
      body: { seen: 1, words: '事实不清' },
      key: key(),
    }),
  )
  const second: string = (await propose()).body.proceedingId
  const decision = {
    seen: 1,
    amounts: [{ staffNumber: '001', points: '2' }],
    reasons: '影响不大，从轻扣分',
    minutes: { title: '纪要〔2026〕1号', meetingOn: '2026-11-20', present: ['韦同意'], recused: [] },
  }
  await watch.leavesRow(town, 'decideDiscretion', () =>
    leader.send('POST', `/api/discretions/${second}/decision`, { body: decision, key: key() }),
  )
}
