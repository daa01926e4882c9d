import { changePassword } from '../../commands/change-password.ts'
import { countAttempt } from '../../commands/count-attempt.ts'
import { endOtherSessions, endSession } from '../../commands/end-sessions.ts'
import { accountOfSession, noteSignIn } from '../../commands/note-sign-in.ts'
import { userNameKey } from '../../commands/user-name-key.ts'
import { accept } from '../../domain/primitives/result.ts'
import { absoluteLimitDays, idleLimitHours } from '../../policies/session-limits.ts'
import { listSessions } from '../../queries/list-sessions.ts'
import type { ownAccountEndpoints } from '../contract/own-account.ts'
import { noteRefusedSignIn } from '../note-refused-sign-in.ts'
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
      const changed = await services.inAccounts(async (accounts) => {
        const outcome = await changePassword(body, going, { at, newId, passwords, spellName }, accounts)
        if (outcome.ok) {
          const event = { operation: 'changePassword', outcome: 'done', kind: 'write' } as const
          const note = { account: accountOfSession(session), after: { ...outcome.value } }
          await noteSignIn({ ...event, ...note }, { at, newId, caller }, accounts)
        }
        return outcome
      })
      if (changed.ok) browser.keepToken(token)
      else if (changed.refusal.code === 'old-password-wrong')
        await noteRefusedSignIn({ operation: 'changePassword', name }, { services, browser, at })
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
    signedIn: async ({ params, services, session, browser, at }) => {
      const act = { at, newId: services.newId, caller: browser.caller }
      return services.inAccounts(async (accounts) => {
        const ended = await endSession(session.accountId, params.sessionId, accounts)
        if (!ended.ok) return ended
        const event = { operation: 'endSession', outcome: 'done', kind: 'write' } as const
        await noteSignIn({ ...event, account: accountOfSession(session) }, act, accounts)
        return accept({ done: true } as const)
      })
    },
  },
  endOtherSessions: {
    signedIn: async ({ services, session, browser, at }) => {
      const act = { at, newId: services.newId, caller: browser.caller }
      return services.inAccounts(async (accounts) => {
        const endedSessions = await endOtherSessions(session, at, accounts)
        const event = { operation: 'endOtherSessions', outcome: 'done', kind: 'write' } as const
        const note = { account: accountOfSession(session), after: { endedSessions } }
        await noteSignIn({ ...event, ...note }, act, accounts)
        return accept({ endedSessions })
      })
    },
  },
}
