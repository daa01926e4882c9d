import { choosePersona, chooseTown } from '../../commands/choose-town.ts'
import { countTyped } from '../count-typed.ts'
import { accountOfSession, noteSignIn } from '../../commands/note-sign-in.ts'
import { setUpDistrict } from '../../commands/set-up-district.ts'
import { setUp } from '../../commands/set-up.ts'
import { signIn } from '../../commands/sign-in.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { checkSetUpLink } from '../../queries/check-set-up-link.ts'
import type { accountEndpoints } from '../contract/account.ts'
import { noteRefusedSignIn } from '../note-refused-sign-in.ts'
import type { Refusal } from '../refusal.ts'
import type { Browser, RouteGroup } from '../route.ts'
import { answerSession } from '../session-answer.ts'
import { hashToken, newToken } from '../session-token.ts'

const done = accept({ done: true } as const)

/** Signing in and out. */
export const accountRoutes: RouteGroup<typeof accountEndpoints> = {
  readSession: { open: answerSession },
  checkSetUpLink: {
    open: async ({ body, services, at }) => {
      const tokenHash = hashToken(body.token)
      const checked = await services.inAccounts((accounts) => checkSetUpLink(tokenHash, at, accounts))
      return checked.ok ? accept({ usable: true, opens: checked.value }) : checked
    },
  },
  setUp: {
    open: async ({ body, services, at, browser }) => {
      const token = newToken()
      const hashes = { setUpHash: hashToken(body.token), newHash: hashToken(token) }
      const { newId, spellName, passwords } = services
      const act = { at, newId, caller: browser.caller, spellName, hashPassword: passwords.hash }
      const outcome = await services.inAccounts((accounts) => setUp(body, hashes, act, accounts))
      return keepSession(outcome, token, browser)
    },
  },
  setUpDistrict: {
    open: async ({ body, services, at, browser }) => {
      const token = newToken()
      const hashes = { setUpHash: hashToken(body.token), newHash: hashToken(token) }
      const { newId, spellName, passwords } = services
      const act = { at, newId, caller: browser.caller, spellName, hashPassword: passwords.hash }
      const outcome = await services.inAccounts((accounts) => setUpDistrict(body, hashes, act, accounts))
      return keepSession(outcome, token, browser)
    },
  },
  signIn: {
    open: async ({ body, services, at, browser }) => {
      const counted = await countTyped(body, { services, browser, at })
      if (!counted.ok) return counted
      const given = { ...counted.value, password: body.password }
      const token = newToken()
      const oldHash = browser.token === null ? null : hashToken(browser.token)
      const tokens = { newHash: hashToken(token), oldHash }
      const act = { at, newId: services.newId, caller: browser.caller, verify: services.passwords.verify }
      const outcome = await services.inAccounts(async (accounts) => {
        const signedIn = await signIn(given, tokens, act, accounts)
        if (!signedIn.ok) return signedIn
        const account = await accounts.findAccount(given.name)
        await noteSignIn({ operation: 'signIn', outcome: 'done', account }, act, accounts)
        return signedIn
      })
      if (!outcome.ok)
        await noteRefusedSignIn({ operation: 'signIn', name: given.name }, { services, browser, at })
      return keepSession(outcome, token, browser)
    },
  },
  signOut: {
    signedIn: async ({ services, session, browser, at }) => {
      const { token } = browser
      const act = { at, newId: services.newId, caller: browser.caller }
      if (token !== null)
        await services.inAccounts(async (accounts) => {
          await accounts.removeSession(hashToken(token))
          const account = accountOfSession(session)
          return accept(await noteSignIn({ operation: 'signOut', outcome: 'done', account }, act, accounts))
        })
      browser.forgetToken()
      return done
    },
  },
  chooseTown: {
    signedIn: async ({ body, services, session, browser }) => {
      const tokenHash = hashToken(browser.token ?? '')
      const choice = { accountId: session.accountId, townId: body.townId, tokenHash }
      const outcome = await services.inAccounts((accounts) => chooseTown(choice, accounts))
      return outcome.ok ? done : outcome
    },
  },
  choosePersona: {
    signedIn: async ({ body, services, session: { tenantId }, browser }) => {
      if (tenantId === null) return refuse({ code: 'persona-unknown' })
      const choice = { tenantId, personaId: body.accountId, tokenHash: hashToken(browser.token ?? '') }
      const outcome = await services.inAccounts((accounts) => choosePersona(choice, accounts))
      return outcome.ok ? done : outcome
    },
  },
}

function keepSession<Refused extends Refusal>(outcome: Result<null, Refused>, token: string, browser: Browser) {
  if (!outcome.ok) return outcome
  browser.keepToken(token)
  return done
}
