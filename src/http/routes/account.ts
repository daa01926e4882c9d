import type { TownOfAccount } from '../../commands/account-store.ts'
import { chooseTown } from '../../commands/choose-town.ts'
import { countAttempt } from '../../commands/count-attempt.ts'
import { setUp } from '../../commands/set-up.ts'
import { signIn } from '../../commands/sign-in.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { checkSetUpLink } from '../../queries/check-set-up-link.ts'
import { readTownProgress, type TownProgress } from '../../queries/read-town-progress.ts'
import type { accountEndpoints, SessionAnswer } from '../contract/account.ts'
import type { Refusal } from '../refusal.ts'
import type { Browser, OpenCall, RouteGroup } from '../route.ts'
import { hashToken, newToken } from '../session-token.ts'

const done = accept({ done: true } as const)

async function answerSession({
  session,
  services,
  today,
}: OpenCall<typeof accountEndpoints.readSession>): Promise<Result<SessionAnswer, Refusal>> {
  if (session === null) {
    const needed = await services.inAccounts<boolean, Refusal>(async (accounts) =>
      accept(!(await accounts.hasAccounts())),
    )
    return needed.ok ? accept({ signedIn: false, setUpNeeded: needed.value }) : needed
  }
  const towns = await services.inAccounts<readonly TownOfAccount[], Refusal>(async (accounts) =>
    accept(await accounts.townsOf(session.accountId)),
  )
  const progress = await services.inTown<TownProgress, Refusal>(session.tenantId, 'read', async (stores) =>
    accept(await readTownProgress(stores, today)),
  )
  if (!towns.ok) return towns
  if (!progress.ok) return progress
  const town = towns.value.find(({ id }) => id === session.tenantId)
  if (town === undefined) return refuse({ code: 'not-signed-in' })
  const answer: SessionAnswer = {
    signedIn: true,
    userName: session.userName,
    towns: towns.value.map(({ id, name, isSample }) => ({ id, name, isSample })),
    town: { id: town.id, name: town.name, isSample: town.isSample },
    today,
    ...progress.value,
  }
  return accept(answer)
}

/** Signing in and out. */
export const accountRoutes: RouteGroup<typeof accountEndpoints> = {
  readSession: { open: answerSession },
  checkSetUpLink: {
    open: async ({ body, services, at }) => {
      const tokenHash = hashToken(body.token)
      const checked = await services.inAccounts((accounts) => checkSetUpLink(tokenHash, at, accounts))
      return checked.ok ? accept({ usable: true }) : checked
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
  signIn: {
    open: async ({ body, services, at, browser }) => {
      const attempt = { userName: body.userName, address: browser.caller.address }
      const counted = await services.inAccounts((accounts) => countAttempt(attempt, at, accounts))
      if (!counted.ok) return counted
      const token = newToken()
      const oldHash = browser.token === null ? null : hashToken(browser.token)
      const tokens = { newHash: hashToken(token), oldHash }
      const act = { at, newId: services.newId, caller: browser.caller, verify: services.passwords.verify }
      const outcome = await services.inAccounts((accounts) => signIn(body, tokens, act, accounts))
      return keepSession(outcome, token, browser)
    },
  },
  signOut: {
    signedIn: async ({ services, browser }) => {
      const { token } = browser
      if (token !== null)
        await services.inAccounts(async (accounts) => accept(await accounts.removeSession(hashToken(token))))
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
}

function keepSession<Refused extends Refusal>(outcome: Result<null, Refused>, token: string, browser: Browser) {
  if (!outcome.ok) return outcome
  browser.keepToken(token)
  return done
}
