import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { person } from '../builders/town.ts'
import { cookieOf, employ, ownerPassword } from '../support/town-app.ts'
import type { AuditWatch } from './watch-audit.ts'

/** Coming, going, and what one changes at one’s own account. */
export async function driveOwnAccount(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  const body = { userName: '管理员', password: ownerPassword }
  const signIn = () => town.send('POST', '/api/sign-in', { body, headers: { cookie: '' } })
  let cookie = cookieOf(await watch.leavesRow(town, 'signIn', signIn))
  const ask = (method: string, path: string, sent?: object) =>
    town.send(method, path, { headers: { cookie }, ...(sent === undefined ? {} : { body: sent }) })
  await town.signInPool.query('delete from totp')
  const offered = await ask('POST', '/api/account/second-factor/offer')
  const phone = new TOTP({ secret: Secret.fromBase32(offered.body.typed.replaceAll(' ', '')) })
  const code = () => {
    town.clock.now = new Date(town.clock.now.getTime() + 60_000)
    return phone.generate({ timestamp: town.clock.now.getTime() })
  }
  const confirmed = await watch.leavesRow(town, 'confirmSecondFactor', () =>
    ask('POST', '/api/account/second-factor', { code: code() }),
  )
  cookie = cookieOf(await signIn())
  const shown = await watch.leavesRow(town, 'showSecondFactor', () =>
    ask('POST', '/api/session/second-factor', { code: code() }),
  )
  expect(confirmed.body.recoveryCodes).toHaveLength(10)
  cookie = cookieOf(shown)
  const proof = { kind: 'password', value: ownerPassword }
  await watch.leavesRow(town, 'renewRecoveryCodes', () =>
    ask('POST', '/api/account/second-factor/recovery-codes', { proof }),
  )
  await signIn()
  const { sessions } = (await ask('GET', '/api/account/sessions')).body
  const other = sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)
  await watch.leavesRow(town, 'endSession', () => ask('DELETE', `/api/account/sessions/${other.id}`))
  await watch.leavesRow(town, 'endOtherSessions', () => ask('POST', '/api/account/sessions/end-others'))
  const changed = await watch.leavesRow(town, 'changePassword', () =>
    ask('POST', '/api/account/password', { oldPassword: ownerPassword, password: '明月几时有把酒问青天' }),
  )
  cookie = cookieOf(changed)
  await watch.leavesRow(town, 'loadSample', () => ask('POST', '/api/sample'))
  await watch.leavesRow(town, 'removeSample', () => ask('DELETE', '/api/sample'))
  await town.signInPool.query('delete from role_grant')
  const removed = await watch.leavesRow(town, 'removeSecondFactor', () =>
    ask('POST', '/api/account/second-factor/removal', { proof: { ...proof, value: '明月几时有把酒问青天' } }),
  )
  cookie = cookieOf(removed)
  await watch.leavesRow(town, 'signOut', () => ask('POST', '/api/sign-out'))
}

/** 账号与权限. */
export async function driveAccounts(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [person('001', { name: '何青' }), person('002', { name: '吕平' })])
  const accounts = [
    { staffNumber: '001', userName: null },
    { staffNumber: null, userName: '外来的人' },
  ]
  const made = await watch.leavesRow(
    town,
    'makeAccounts',
    () => town.send('POST', '/api/accounts', { body: { accounts, roles: [] } }),
    2,
  )
  const slips = made.body.slips.map(({ accountId: _id, ...slip }: { accountId: string }) => slip)
  await watch.leavesRow(town, 'downloadSlips', () =>
    town.send('POST', '/api/accounts/slips', { body: { address: 'http://127.0.0.1:4680', slips } }),
  )
  const [first, second] = made.body.slips.map(({ accountId }: { accountId: string }) => accountId)
  const of = (id: string, verb: string) => `/api/accounts/${id}/${verb}`
  const issued = await watch.leavesRow(town, 'issueSetUpCodes', () =>
    town.send('POST', '/api/accounts/set-up-codes', { body: { accountIds: [first] } }),
  )
  await watch.leavesRow(town, 'activateAccount', () =>
    town.send('POST', '/api/activation', {
      body: {
        userName: issued.body.slips[0].signInName,
        code: issued.body.slips[0].code,
        password: '明月几时有把酒问青天',
      },
      headers: { cookie: '' },
    }),
  )
  await watch.leavesRow(town, 'suspendAccount', () =>
    town.send('POST', of(second, 'suspend'), { body: { reason: '已经离开' } }),
  )
  await watch.leavesRow(town, 'reopenAccount', () => town.send('POST', of(second, 'reopen')))
  await watch.leavesRow(town, 'linkPerson', () =>
    town.send('PUT', of(second, 'person'), { body: { staffNumber: '002' } }),
  )
  await watch.leavesRow(town, 'giveRoles', () =>
    town.send('PUT', of(second, 'roles'), { body: { shown: [], roles: ['inspector'] } }),
  )
  await town.signInPool.query(
    `insert into totp (account_id, sealed_secret, confirmed_at) values ($1, '\\x00', $2)`,
    [second, town.clock.now],
  )
  await watch.leavesRow(town, 'resetSecondFactor', () => town.send('POST', of(second, 'reset-second-factor')))
}
