import { randomUUID } from 'node:crypto'
import { accept } from '../../src/domain/primitives/result.ts'
import { noTerms } from '../../src/domain/bulletin/bulletin-terms.ts'
import { issueBulletin } from '../../src/commands/issue-bulletin.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { oneItem, person, rule } from '../builders/town.ts'
import { adopt, asColleague, employ, type SignedInTown } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** One objection to an entry, from the filing to the cure, and one to a figure that a correction puts right. */
export async function driveObjections(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown('2026-03-10T02:00:00Z')
  await adopt(town, oneItem([rule('late', { points: 1, condition: '迟到' })]), '2026-01-01')
  await employ(town, [person('001', { name: '何青', office: '党办' })])
  const own = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  const second = await asColleague(town, { userName: '林复核', roles: ['office'] })
  const third = await asColleague(town, { userName: '周答复', roles: ['office'] })
  const leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  const send = (who: SignedInTown, path: string, body: object) =>
    who.send('POST', path, { body, key: randomUUID() })
  const about = { kind: 'people', staffNumbers: ['001'] }
  const finding = { about, ruleId: 'late', quantity: '1', occurredOn: '2026-03-09' }
  const entryId: string = (await send(town, '/api/entries', finding)).body.entries[0].id
  await send(second, '/api/entries/confirmations', { entryIds: [entryId] })

  const words = '那天上午在县里开会'
  const file = (subject: object) => send(own, '/api/objections', { subject, words })
  const first = await watch.leavesRow(town, 'fileObjection', () => file({ about: 'entry', entryId }))
  const path = `/api/objections/${String(first.body.id)}`
  await watch.leavesRow(town, 'withdrawObjection', () => send(own, `${path}/withdrawal`, { seen: 1, words: '' }))
  const { id } = (await file({ about: 'entry', entryId })).body
  const one = `/api/objections/${String(id)}`
  const said = { outcome: 'rejected', reasons: '经核查登记属实' }
  await watch.leavesRow(town, 'answerObjection', () => send(third, `${one}/answer`, { seen: 1, ...said }))
  await watch.leavesRow(town, 'askForReview', () => send(own, `${one}/review-request`, { seen: 2, words }))
  await watch.leavesRow(town, 'recordRecusal', () =>
    send(leader, `/api/proceedings/${String(id)}/recusals`, { seen: 3, who: '某成员', why: '亲属' }),
  )
  const minutes = { title: '纪要〔2026〕1号', meetingOn: '2026-03-10', present: ['韦同意'], recused: ['某成员'] }
  const upheld = { outcome: 'upheld', reasons: '会议签到属实', minutes }
  await watch.leavesRow(town, 'decideReview', () => send(leader, `${one}/review`, { seen: 4, ...upheld }))
  await watch.leavesRow(town, 'previewCure', () => leader.send('GET', `${one}/cure/preview`))
  await watch.leavesRow(town, 'cureByReversal', () => send(leader, `${one}/cure`, { seen: 5 }))
  const appeal = { seen: 6, day: '2026-03-10', outcome: 'pending', words: '已报区级' }
  await watch.leavesRow(town, 'recordAppeal', () => send(third, `${one}/appeals`, appeal))
  await watch.leavesRow(town, 'downloadProceeding', () => own.send('GET', `/api/proceedings/${String(id)}/file`))
  const correction = { seen: 7, bulletinId: await correctedFigure(town) }
  await watch.leavesRow(town, 'cureByCorrection', () => send(third, `${one}/correction`, correction))
}

/** A monthly table and the one that corrects it; answers the correction. */
async function correctedFigure(town: SignedInTown): Promise<string> {
  const [wrong, right] = [randomUUID(), randomUUID()]
  const at = town.clock.now
  const today = localDate('2026-03-10')
  const issue = (id: string, corrects: string | null) =>
    town.services.inTown(town.tenantId, 'write', async (stores) => {
      const issued = {
        id,
        kind: 'monthly',
        period: '2026-02',
        year: 2026,
        title: '2026年2月考核表',
        audience: 'town',
        staffNumber: null,
        terms: noTerms,
        corrects,
        notice: null,
        ledgerPosition: 0,
        backing: null,
      } as const
      const shown = { town: '清源镇', subtitle: null, blocks: [], asOf: today, engineVersion: '0', schemes: [] }
      return accept(
        await issueBulletin(
          stores,
          { at, today, by: '管理员' },
          {
            ...issued,
            content: ({ number, publishedOn }) => ({
              format: 'gongdao-bulletin/1',
              ...shown,
              kind: 'monthly',
              period: '2026-02',
              year: 2026,
              title: issued.title,
              number,
              publishedOn,
              ledgerPosition: 0,
              notice: null,
              correction: null,
              figures: null,
            }),
          },
        ),
      )
    })
  await issue(wrong, null)
  await issue(right, wrong)
  return right
}
