import { changePassword } from '../../commands/change-password.ts'
import { countAttempt } from '../../commands/count-attempt.ts'
import { endOtherSessions, endSession } from '../../commands/end-sessions.ts'
import { userNameKey } from '../../commands/user-name-key.ts'
import { accept } from '../../domain/primitives/result.ts'
import { absoluteLimitDays, idleLimitHours } from '../../policies/session-limits.ts'
import { listSessions } from '../../queries/list-sessions.ts'
import type { ownAccountEndpoints } from '../contract/own-account.ts'
import type { RouteGroup } from '../route.ts'
import { hashToken, newToken } from '../session-token.ts'

/** One's own password and sessions. */
export const ownAccountRoutes: RouteGroup<typeof ownAccountEndpoints> = {
  changePassword: {
    signedIn: async ({ body, services, session, browser, at }) => {
      const { accountId, tenantId, secondFactorAt, ownUserName, homeTenantId } = session
      const { caller } = browser
      const name = { userNameKey: userNameKey(ownUserName), tenantId: homeTenantId }
      const attempt = { name, address: caller.address }
      const counted = await services.inAccounts((accounts) => countAttempt(attempt, at, accounts))
      if (!counted.ok) return counted
      const token = newToken()
      const going = { accountId, tenantId, secondFactorAt, newTokenHash: hashToken(token), caller }
      const { newId, passwords, spellName } = services
      const changed = await services.inAccounts((accounts) =>
        changePassword(body, going, { at, newId, passwords, spellName }, accounts),
      )
      if (changed.ok) browser.keepToken(token)
      return changed
    },
  },
  listSessions: {
    signedIn: async ({ services, session, at }) =>
      services.inAccounts(async (accounts) =>
        accept({ sessions: await listSessions(session, at, accounts), idleLimitHours, absoluteLimitDays }),
      ),
  },
  endSession: {
    signedIn: async ({ params, services, session }) => {
      const ended = await services.inAccounts((accounts) =>
        endSession(session.accountId, params.sessionId, accounts),
      )
      return ended.ok ? accept({ done: true }) : ended
    },
  },
  endOtherSessions: {
    signedIn: async ({ services, session, at }) =>
      services.inAccounts(async (accounts) =>
        accept({ endedSessions: await endOtherSessions(session, at, accounts) }),
      ),
  },
}
