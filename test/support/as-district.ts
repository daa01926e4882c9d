import { allowDistrictSetUp } from '../../src/commands/set-up-district.ts'
import { accept } from '../../src/domain/primitives/result.ts'
import { hashToken, newToken } from '../../src/http/session-token.ts'
import { cookieOf, showSecondFactor, type TownApp } from './town-app.ts'

export const districtPassword = '四面青山一条河2026'

/** The link of a start with --district. */
export async function districtToken({ services }: TownApp): Promise<string> {
  const token = newToken()
  await services.inAccounts(async (accounts) =>
    accept(await allowDistrictSetUp(hashToken(token), services.now(), accounts)),
  )
  return token
}

/** An account of the district, signed in with its second factor. */
export async function asDistrict(town: TownApp, userName = '区考核办') {
  const body = { token: await districtToken(town), userName, password: districtPassword }
  const cookie = cookieOf(await town.send('POST', '/api/set-up/district', { body, headers: { cookie: '' } }))
  await showSecondFactor(town, userName)
  const send = (method: string, path: string, sent: Parameters<TownApp['send']>[2] = {}) =>
    town.send(method, path, { ...sent, headers: { cookie, ...sent.headers } })
  return { cookie, send }
}
