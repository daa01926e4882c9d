import { randomUUID } from 'node:crypto'
import { createMessenger } from '../../src/http/outbound/create-messenger.ts'
import type { EndpointName } from '../../src/http/contract/endpoints.ts'
import { oneItem, person, rule } from '../builders/town.ts'
import { asDistrict } from '../support/as-district.ts'
import { adopt, asColleague, employ, type SignedInTown } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** The year's end: result and pay list proposed, decided and taken away. */
export async function driveYearEnd(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown('2026-01-05T02:00:00Z')
  await adopt(town, oneItem([rule('late', { points: 1, condition: '迟到' })]), '2025-01-01')
  await employ(town, [person('001', { name: '何青' }), person('002', { name: '单晓云' })])
  await watch.leavesRow(town, 'downloadPay', () => town.send('GET', '/api/pay.xlsx?year=2025&perPerson=1000'))
  await driveFigures(watch, town, { path: 'final-results', name: 'FinalResult', more: {} })
  await driveBulletins(watch, town)
  await driveFigures(watch, town, { path: 'pay-lists', name: 'PayList', more: { perPerson: '1000' } })
  await drivePayroll(watch, await asColleague(town, { userName: '周发放', roles: ['office'] }))
}

type Part =
  | { readonly path: 'final-results'; readonly name: 'FinalResult'; readonly more: object }
  | { readonly path: 'pay-lists'; readonly name: 'PayList'; readonly more: { readonly perPerson: string } }

async function driveFigures(watch: AuditWatch, town: SignedInTown, { path, name, more }: Part): Promise<void> {
  const office = await asColleague(town, { userName: `提请${name}`, roles: ['office'] })
  const leader = await asColleague(town, { userName: `通过${name}`, roles: ['leadingGroup'] })
  const query = new URLSearchParams({ year: '2025', ...more }).toString()
  const shown = await watch.leavesRow(town, `preview${name}`, () =>
    office.send('GET', `/api/${path}/preview?${query}`),
  )
  const body = { year: 2025, note: '', digest: shown.body.digest, ...more }
  const decide = async (as: typeof town, decided: EndpointName, verb: string, sent: object) => {
    const proposed = await watch.leavesRow(town, `propose${name}`, () =>
      office.send('POST', `/api/${path}`, { body }),
    )
    const id: string = proposed.body.id
    await watch.leavesRow(town, decided, () => as.send('POST', `/api/${path}/${id}/${verb}`, { body: sent }))
    return id
  }
  await decide(leader, `reject${name}`, 'rejection', { reason: '再核一遍' })
  await decide(office, `withdraw${name}`, 'withdrawal', { reason: '还有更正' })
  const id = await decide(leader, `approve${name}`, 'approval', { minutes: '纪要〔2026〕1号' })
  await watch.leavesRow(town, `read${name}s`, () => office.send('GET', `/api/${path}?year=2025`))
  await watch.leavesRow(town, `download${name}`, () => office.send('GET', `/api/${path}/${id}/file`))
}

/** A look at what not everyone may read. */
async function drivePayroll(watch: AuditWatch, town: SignedInTown): Promise<void> {
  const drafts = '/api/bulletin-drafts'
  const { id, title } = (await town.send('POST', drafts, { body: { kind: 'payroll', period: '2025' } })).body
  const { digest } = (await town.send('GET', `${drafts}/${String(id)}`)).body.preview
  const published = await town.send('POST', `${drafts}/${String(id)}/publication`, {
    body: { digest, title },
    key: randomUUID(),
  })
  await watch.leavesRow(town, 'readBulletin', () =>
    town.send('GET', `/api/bulletins/${String(published.body.id)}`),
  )
}

/** The result published: one draft put away, one notice called off, one final. */
async function driveBulletins(watch: AuditWatch, town: SignedInTown): Promise<void> {
  const drafts = '/api/bulletin-drafts'
  const start = () =>
    watch.leavesRow(town, 'startBulletinDraft', () =>
      town.send('POST', drafts, { body: { kind: 'annual', period: '2025' } }),
    )
  const { id, at } = (await start()).body
  await watch.leavesRow(town, 'discardBulletinDraft', () =>
    town.send('DELETE', `${drafts}/${String(id)}?seen=${encodeURIComponent(String(at))}`),
  )
  const publish = async (): Promise<string> => {
    const path = `${drafts}/${String((await start()).body.id)}`
    const shown = await watch.leavesRow(town, 'readBulletinDraft', () => town.send('GET', path))
    const { title, terms, at: seen } = shown.body
    const brief = { ...terms, notice: { days: 1, kind: 'calendar' } }
    await watch.leavesRow(town, 'changeBulletinDraft', () =>
      town.send('PUT', path, { body: { title, seen, terms: brief } }),
    )
    await watch.leavesRow(town, 'downloadBulletinDraft', () => town.send('GET', `${path}/file?format=docx`))
    const { digest } = (await town.send('GET', path)).body.preview
    const published = await watch.leavesRow(town, 'publishBulletin', () =>
      town.send('POST', `${path}/publication`, { body: { digest, title }, key: randomUUID() }),
    )
    return `/api/bulletins/${String(published.body.id)}`
  }
  const withdrawn = await publish()
  await watch.leavesRow(town, 'withdrawBulletin', () =>
    town.send('POST', `${withdrawn}/withdrawal`, { body: { reason: '漏了一人' } }),
  )
  const final = await publish()
  town.clock.now = new Date('2026-01-12T02:00:00Z')
  // Signed in again: the days of notice are longer than a session.
  const later = await asColleague(town, { userName: '林复核', roles: ['office'] })
  await watch.leavesRow(town, 'finaliseBulletin', () => later.send('POST', `${final}/finalisation`))
  await watch.leavesRow(town, 'downloadBulletin', () => later.send('GET', `${final}/file?format=xlsx`))
  await watch.leavesRow(town, 'downloadScoreSheet', () =>
    later.send('GET', '/api/people/001/score-sheet/file?period=2025&format=docx'),
  )
}

/** One's own data, what one wants put right, and the audit itself. */
/** 提醒: one's own mailbox, and the robots of groups. */
export async function driveReminders(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  const mail = { url: 'smtp://127.0.0.1:9', from: 'gongdao@example.cn' }
  Object.assign(town.services, { messenger: createMessenger({ mail, webhookHosts: [] }, () => '') })
  const address = { email: 'someone@example.cn', isOn: true }
  await watch.leavesRow(town, 'setReminderAddress', () =>
    town.send('PUT', '/api/reminders/address', { body: address }),
  )
  await watch.leavesRow(town, 'testReminderAddress', () => town.send('POST', '/api/reminders/address/test'))
  const robot = {
    kind: 'wecom',
    title: '考核群',
    address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1',
    secret: null,
    roles: ['office'],
  }
  const added = await watch.leavesRow(town, 'addRobot', () =>
    town.send('POST', '/api/reminders/robots', { body: robot, key: randomUUID() }),
  )
  const path = `/api/reminders/robots/${String(added.body.id)}`
  await watch.leavesRow(town, 'testRobot', () => town.send('POST', `${path}/test`))
  await watch.leavesRow(town, 'removeRobot', () => town.send('DELETE', path))
}

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
  const discipline = await asColleague(town, { userName: '纪检员', roles: ['discipline'] })
  const take = (name: 'downloadPublicProof' | 'downloadPayProof' | 'downloadFullProof', scope: string) =>
    watch.leavesRow(town, name, () => discipline.send('GET', `/api/proof/files/${scope}`))
  await take('downloadPublicProof', 'public')
  await take('downloadPayProof', 'pay')
  await take('downloadFullProof', 'full')
  await adopt(town, oneItem([rule('late')]), '2026-01-01')
  await watch.leavesRow(town, 'keepHead', () => discipline.send('POST', '/api/proof/kept-heads'))
  await watch.leavesRow(town, 'compareLog', () => discipline.send('GET', '/api/proof/comparison'))
  const district = await asDistrict(town)
  await watch.leavesRow(town, 'keepTownHeads', () => district.send('POST', '/api/district/heads'))
  await watch.leavesRow(town, 'downloadVerifier', () => staff.send('GET', '/api/proof/verifier'))
}
