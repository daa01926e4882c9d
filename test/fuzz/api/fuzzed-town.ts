import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { openSession } from '../../../src/commands/open-session.ts'
import { localDate } from '../../../src/domain/primitives/local-date.ts'
import { accept, assert } from '../../../src/domain/primitives/result.ts'
import { createSite } from '../../../src/http/create-site.ts'
import { listen } from '../../../src/http/listen.ts'
import { hashToken, newToken } from '../../../src/http/session-token.ts'
import type { Role } from '../../../src/policies/roles.ts'
import { person } from '../../builders/town.ts'
import { startStaffedTown, type StaffedTown } from '../../support/staffed-town.ts'
import { asColleague, employ, ownerPassword, showSecondFactor } from '../../support/town-app.ts'

/** Somebody who sends requests. */
export type Caller = {
  readonly name: string
  /** What the policy table knows the caller by. */
  readonly roles: readonly Role[]
  /** Whose ids to use mostly. */
  readonly town: string
  readonly cookie: () => string | null
  /** Asks everything there is at the beginning, for ids to start from. */
  readonly looksAround: boolean
  /** Signs in anew after the session has ended. */
  readonly renew: () => Promise<void>
}

const roster = [
  person('001', { name: '何青', office: '党办' }),
  person('002', { name: '单晓云', office: '综治办' }),
  person('003', { name: '吕平', office: '综治办' }),
  person('004', { name: '离岗的人', to: localDate('2026-03-31') }),
  // What people are called must run nowhere: in no page, no sheet, no header.
  person('005', { name: '=HYPERLINK("http://x.invalid")', office: '+综治办' }),
  person('006', { name: '<img src=x onerror=alert(1)>', office: '@党办\u202e' }),
  person('010', { name: '华分管', office: '', post: '分管领导', inChargeOf: ['综治办'] }),
  person('011', { name: '苗主要', office: '', post: '主要领导' }),
]

type Seat = {
  readonly userName: string
  /** Given to the account. */
  readonly granted: readonly Role[]
  readonly staffNumber?: string
  /** What the roster makes of the account. */
  readonly fromRoster?: readonly Role[]
  /** `half`: the second factor has not been shown. `sample`: looks around in the sample town. */
  readonly at: 'town' | 'half' | 'sample' | 'district'
}

const seats: readonly Seat[] = [
  { userName: '领导小组', granted: ['leadingGroup'], at: 'town' },
  { userName: '考核办', granted: ['office'], at: 'town' },
  { userName: '考核办二', granted: ['office'], at: 'town' },
  { userName: '督查员', granted: ['inspector'], at: 'town' },
  { userName: '纪检', granted: ['discipline'], at: 'town' },
  { userName: '财务', granted: ['finance'], at: 'town' },
  { userName: '系统', granted: ['systemAdmin'], at: 'town' },
  { userName: '安全', granted: ['securityAdmin'], at: 'town' },
  { userName: '审计', granted: ['auditAdmin'], at: 'town' },
  { userName: '工作人员', granted: [], staffNumber: '002', fromRoster: ['staff'], at: 'town' },
  { userName: '分管', granted: [], staffNumber: '010', fromRoster: ['staff', 'deputy'], at: 'town' },
  { userName: '主要', granted: [], staffNumber: '011', fromRoster: ['staff', 'principal'], at: 'town' },
  { userName: '没有身份', granted: [], at: 'town' },
  { userName: '没出示', granted: ['office'], at: 'half' },
  { userName: '看示例', granted: ['office'], at: 'sample' },
  { userName: '区级', granted: ['district'], at: 'district' },
]

export type Spoil = (path: string, answer: Response) => Response | Promise<Response>

/**
 * The whole site on a port of this machine: a town with people, entries and a draft, the sample beside it, and callers
 * of every role. `spoil` breaks answers on purpose, to see that it is noticed.
 */
export async function startFuzzedTown(spoil: Spoil = (_path, answer) => answer) {
  const town = await startStaffedTown()
  await employ(town, roster)
  await addWork(town)
  const webFolder = mkdtempSync(join(tmpdir(), 'gongdao-fuzz-'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>公道</title>')
  const site = createSite({
    network: { names: [], trustedProxies: [] },
    ownAddress: () => 'http://127.0.0.1',
    services: town.services,
    webFolder,
  })
  const fetch: Hono['fetch'] = async (request, environment) =>
    spoil(new URL(request.url).pathname, await site.fetch(request, environment))
  const listening = await listen({ fetch }, { host: '127.0.0.1', port: 0, tls: null })
  const callers = [visitor('没有登录', null), visitor('猜的登录', `gongdao_session=${newToken()}`)]
  for (const seat of seats) {
    await addAccount(town, seat)
    callers.push(await callerOf(town, seat))
  }
  callers.push(await callerOf(town, { userName: '管理员', granted: ['office', 'founder'], at: 'town' }))
  await givePasswords(town)
  return {
    port: listening.port,
    callers,
    faults: town.faults,
    stop: async () => {
      await listening.close()
      await town.stop()
      rmSync(webFolder, { recursive: true, force: true })
    },
  }
}

function visitor(name: string, cookie: string | null): Caller {
  return { name, roles: [], town: '没有', cookie: () => cookie, looksAround: false, renew: async () => {} }
}

async function callerOf(town: StaffedTown, seat: Seat): Promise<Caller> {
  let cookie = await signInAs(town, seat)
  return {
    name: seat.userName,
    roles: [...seat.granted, ...(seat.fromRoster ?? [])],
    town: seat.at === 'sample' ? '示例' : town.tenantId,
    cookie: () => cookie,
    looksAround: ['管理员', '系统', '看示例'].includes(seat.userName),
    renew: async () => {
      cookie = await signInAs(town, seat)
    },
  }
}

async function addAccount(town: StaffedTown, { userName, granted, staffNumber, at }: Seat): Promise<void> {
  if (at !== 'district') {
    await asColleague(town, { userName, roles: granted, ...(staffNumber === undefined ? {} : { staffNumber }) })
    return
  }
  const [accountId, now] = [randomUUID(), town.clock.now]
  await town.services.inAccounts(async (accounts) => {
    const named = { userName, userNameKey: userName, passwordHash: null }
    await accounts.addAccount({ id: accountId, homeTenantId: null, ...named, createdAt: now, createdBy: null })
    for (const role of granted)
      await accounts.addGrant({ accountId, tenantId: null, role, grantedAt: now, grantedBy: userName })
    return accept(null)
  })
}

/** Accounts made past the forms have none yet. */
async function givePasswords({ services, signInPool }: StaffedTown): Promise<void> {
  await signInPool.query('update account set password_hash = $1', [await services.passwords.hash(ownerPassword)])
}

/** As if the password had been typed and, but for the half, the second factor shown. */
async function signInAs(town: StaffedTown, { userName, at }: Seat): Promise<string> {
  const { services, signInPool, clock } = town
  const { rows } = await signInPool.query('select id from account where user_name = $1', [userName])
  const accountId: unknown = rows[0]?.id
  assert(typeof accountId === 'string', `${userName} has an account`)
  const token = newToken()
  const session = {
    id: randomUUID(),
    accountId,
    tenantId: at === 'district' ? null : town.tenantId,
    secondFactorAt: at === 'half' ? null : clock.now,
    caller: { address: '', userAgent: '' },
  }
  await services.inAccounts(async (accounts) => {
    await openSession(session, { newHash: hashToken(token), oldHash: null }, clock.now, accounts)
    return accept(null)
  })
  // Another caller may have suspended the account in the meantime.
  await signInPool.query('update account set suspended_at = null where id = $1', [accountId])
  const cookie = `gongdao_session=${token}`
  if (at === 'half') await signInPool.query('delete from totp where account_id = $1', [accountId])
  else await showSecondFactor(town, userName)
  if (at === 'sample') await town.send('POST', '/api/sample', { headers: { cookie } })
  return cookie
}

const draftText =
  '清源镇考核办法\n一、公共项目（10分）\n1. 迟到每次扣1分，早退每次扣2分，扣完为止。\n2. 会议缺席视情节扣1-3分。\n'

/** Entries in each state, marks and an open draft, so that there is something to ask about. */
async function addWork(town: StaffedTown): Promise<void> {
  const entryIds = [await town.recordOne(), await town.recordOne({ quantity: '2' }), await town.recordOne()]
  await town.recordOne({ occurredOn: '2026-08-03' })
  await town.confirm(entryIds.slice(0, 2))
  await town.reverse(entryIds[1] ?? '')
  await town.send('POST', '/api/drafts/from-text', { body: { title: '考核办法', text: draftText } })
}
