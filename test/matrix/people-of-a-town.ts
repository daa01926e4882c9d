import { randomUUID } from 'node:crypto'
import { openSession } from '../../src/commands/open-session.ts'
import { userNameKey } from '../../src/commands/user-name-key.ts'
import { accept } from '../../src/domain/primitives/result.ts'
import { hashToken, newToken } from '../../src/http/session-token.ts'
import type { Role } from '../../src/policies/roles.ts'
import type { TownApp } from '../support/town-app.ts'

export type Newcomer = {
  /** null: of the district. */
  readonly tenantId: string | null
  readonly userName: string
  readonly roles: readonly Role[]
  readonly staffNumber: string | null
  /** Whether it has shown its second factor, too. */
  readonly isWhole?: boolean
}

/** An account that is signed in; `cookie` is what its browser sends. */
export type Account = {
  readonly accountId: string
  readonly sessionId: string
  readonly userName: string
  readonly cookie: string
}

/** Adds an account with its second factor and signs it in. */
export async function addAccount(app: TownApp, newcomer: Newcomer): Promise<Account> {
  const { tenantId, userName, roles, staffNumber } = newcomer
  const accountId = randomUUID()
  const createdAt = app.clock.now
  await app.services.inAccounts(async (accounts) => {
    const named = { userName, userNameKey: userNameKey(userName), passwordHash: 'none', createdBy: null }
    await accounts.addAccount({ id: accountId, homeTenantId: tenantId, ...named, createdAt })
    if (tenantId !== null) await accounts.addMembership({ accountId, tenantId, staffNumber, createdAt })
    for (const role of roles)
      await accounts.addGrant({ accountId, tenantId, role, grantedAt: createdAt, grantedBy: userName })
    return accept(null)
  })
  await app.signInPool.query(
    `insert into totp (account_id, sealed_secret, confirmed_at) values ($1, '\\x00', $2)`,
    [accountId, createdAt],
  )
  return { accountId, userName, ...(await signInAgain(app, { ...newcomer, accountId })) }
}

/** Another session of the account, past the password. */
export async function signInAgain(
  app: TownApp,
  { accountId, tenantId, isWhole = true }: Pick<Newcomer, 'tenantId' | 'isWhole'> & { readonly accountId: string },
): Promise<Pick<Account, 'cookie' | 'sessionId'>> {
  const [sessionId, token] = [randomUUID(), newToken()]
  const at = app.clock.now
  await app.services.inAccounts(async (accounts) => {
    const secondFactorAt = isWhole ? at : null
    const opened = { id: sessionId, accountId, tenantId, secondFactorAt, caller: { address: '', userAgent: '' } }
    await openSession(opened, { newHash: hashToken(token), oldHash: null }, at, accounts)
    return accept(null)
  })
  return { sessionId, cookie: `gongdao_session=${token}` }
}
