import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  cookieOf,
  ownerPassword,
  setUpToken,
  startApp,
  type Answered,
  type TownApp,
} from '../../test/support/town-app.ts'

let town: TownApp

beforeAll(async () => {
  town = await startApp()
  const body = { token: await setUpToken(town), townName: '清源镇', userName: '陈岚', password: ownerPassword }
  await town.send('POST', '/api/set-up', { body })
})
afterAll(() => town.stop())
beforeEach(async () => {
  for (const table of ['recovery_code', 'totp', 'session']) await town.signInPool.query(`delete from ${table}`)
})

async function halfSignedIn(): Promise<string> {
  const body = { userName: '陈岚', password: ownerPassword }
  return cookieOf(await town.send('POST', '/api/sign-in', { body }))
}

/** The first code of the authenticator that the session was offered. */
async function firstCode(cookie: string): Promise<string> {
  const { body } = await town.send('POST', '/api/account/second-factor/offer', { headers: { cookie } })
  const totp = new TOTP({ secret: Secret.fromBase32(body.typed.replaceAll(' ', '')) })
  return totp.generate({ timestamp: town.clock.now.getTime() })
}

const confirm = async (cookie: string, code: string): Promise<Answered> =>
  town.send('POST', '/api/account/second-factor', { headers: { cookie }, body: { code } })

/** One was set up; whoever came too late is signed out, without recovery codes. Answers what the one was answered. */
function theOne(answers: readonly Answered[]): Answered {
  const [done, ...others] = answers.filter(({ status }) => status === 200)
  expect(others).toEqual([])
  for (const late of answers.filter((answer) => answer !== done)) {
    expect([late.status, late.body.error.code]).toEqual([401, 'not-signed-in'])
    expect(late.body).not.toHaveProperty('recoveryCodes')
  }
  if (done === undefined) throw new Error('nobody was let through')
  return done
}

/** By the session and a recovery code it was answered. */
async function holds(done: Answered): Promise<{ readonly session: unknown; readonly byRecoveryCode: number }> {
  const { body } = await town.send('GET', '/api/session', { headers: { cookie: cookieOf(done) } })
  const half = { cookie: await halfSignedIn() }
  const sent = { headers: half, body: { code: done.body.recoveryCodes[0] } }
  return {
    session: body.signedIn,
    byRecoveryCode: (await town.send('POST', '/api/session/second-factor', sent)).status,
  }
}

test('两处都只输了密码、同时设置：先到的设上，后到的重新登录，拿不到作废的恢复码', async () => {
  const cookies = [await halfSignedIn(), await halfSignedIn()]
  const codes = await Promise.all(cookies.map(firstCode))
  const done = theOne(await Promise.all(cookies.map((cookie, place) => confirm(cookie, codes[place] ?? ''))))
  expect(await holds(done)).toEqual({ session: true, byRecoveryCode: 200 })
})

test('同一次提交来了三遍：只认一遍', async () => {
  const cookie = await halfSignedIn()
  const code = await firstCode(cookie)
  const done = theOne(await Promise.all([1, 2, 3].map(() => confirm(cookie, code))))
  expect(await holds(done)).toEqual({ session: true, byRecoveryCode: 200 })
})
