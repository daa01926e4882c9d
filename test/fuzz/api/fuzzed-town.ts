import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '../../../src/commands/open-session.ts'
import { localDate } from '../../../src/domain/primitives/local-date.ts'
import { accept, assert } from '../../../src/domain/primitives/result.ts'
import { createSite } from '../../../src/http/create-site.ts'
import { listen } from '../../../src/http/listen.ts'
import { loadSampleTown } from '../../../src/http/load-sample-town.ts'
import { hashToken, newToken } from '../../../src/http/session-token.ts'
import type { Role } from '../../../src/policies/roles.ts'
import { person } from '../../builders/town.ts'
import { startStaffedTown, type StaffedTown } from '../../support/staffed-town.ts'
import { asColleague, employ, ownerPassword, showSecondFactor, type SignedInTown } from '../../support/town-app.ts'

/** Somebody who sends requests. */
export type Caller = {
  readonly name: string
  /** Which town's ids to use mostly. */
  readonly town: string
  readonly cookie: () => string | null
  /** Signs in anew after the session has ended. */
  readonly renew: () => Promise<void>
}

const roster = [
  person('001', { name: '何青', office: '党办' }),
  person('002', { name: '单晓云', office: '综治办' }),
  person('003', { name: '吕平', office: '综治办' }),
  person('004', { name: '离岗的人', to: localDate('2026-03-31') }),
  person('010', { name: '华分管', office: '', post: '分管领导', inChargeOf: ['综治办'] }),
  person('011', { name: '苗主要', office: '', post: '主要领导' }),
]

const colleagues: readonly {
  readonly userName: string
  readonly roles: readonly Role[]
  readonly staffNumber?: string
}[] = [
  { userName: '领导小组', roles: ['leadingGroup'] },
  { userName: '考核办', roles: ['office'] },
  { userName: '督查员', roles: ['inspector'] },
  { userName: '纪检', roles: ['discipline'] },
  { userName: '财务', roles: ['finance'] },
  { userName: '系统', roles: ['systemAdmin'] },
  { userName: '安全', roles: ['securityAdmin'] },
  { userName: '审计', roles: ['auditAdmin'] },
  { userName: '工作人员', roles: [], staffNumber: '002' },
  { userName: '分管', roles: [], staffNumber: '010' },
  { userName: '主要', roles: [], staffNumber: '011' },
  { userName: '什么都不是', roles: [] },
]

/** The whole site on a port of this machine: a town with people, entries and a draft, the sample beside it, and callers of every role. */
export async function startFuzzedTown() {
  const town = await startStaffedTown()
  await employ(town, roster)
  await addWork(town)
  const { services } = town
  await loadSampleTown(services, null)
  const callers: Caller[] = [visitor('没有登录', null), visitor('猜的登录', `gongdao_session=${newToken()}`)]
  callers.push(callerOf('管理员', town, town))
  for (const colleague of colleagues)
    callers.push(callerOf(colleague.userName, town, await asColleague(town, colleague)))
  const webFolder = mkdtempSync(join(tmpdir(), 'gongdao-fuzz-'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>公道</title>')
  await givePasswords(town)
  const listening = await listen(
    createSite({
      network: { names: [], trustedProxies: [] },
      ownAddress: () => 'http://127.0.0.1',
      services,
      webFolder,
    }),
    { host: '127.0.0.1', port: 0, tls: null },
  )
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
  return { name, town: '没有', cookie: () => cookie, renew: async () => {} }
}

function callerOf(name: string, town: StaffedTown, signedIn: SignedInTown): Caller {
  let { cookie } = signedIn
  return {
    name,
    town: town.tenantId,
    cookie: () => cookie,
    renew: async () => {
      cookie = await signInAgain(town, name)
    },
  }
}

/** Accounts made past the forms have none yet. */
async function givePasswords({ services, signInPool }: StaffedTown): Promise<void> {
  await signInPool.query('update account set password_hash = $1', [await services.passwords.hash(ownerPassword)])
}

/** As if the password had been typed and the second factor shown. */
async function signInAgain(town: StaffedTown, userName: string): Promise<string> {
  const { services, signInPool, tenantId, clock } = town
  const { rows } = await signInPool.query('select id from account where user_name = $1 and home_tenant_id = $2', [
    userName,
    tenantId,
  ])
  const accountId: unknown = rows[0]?.id
  assert(typeof accountId === 'string', `${userName} has an account`)
  const token = newToken()
  const session = { accountId, tenantId, secondFactorAt: clock.now, caller: { address: '', userAgent: '' } }
  await services.inAccounts(async (accounts) => {
    await openSession(
      { id: randomUUID(), ...session },
      { newHash: hashToken(token), oldHash: null },
      clock.now,
      accounts,
    )
    return accept(null)
  })
  await showSecondFactor(town, userName)
  return `gongdao_session=${token}`
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
