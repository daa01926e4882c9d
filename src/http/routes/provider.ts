import { checkProof } from '../../commands/check-proof.ts'
import { linkProvider, unlinkProvider } from '../../commands/link-provider.ts'
import { noteUnknownIdentity, signInByProvider } from '../../commands/sign-in-by-provider.ts'
import { beginVisit, countVisit, endVisit } from '../../commands/visit-provider.ts'
import type { ProviderIdentity } from '../../commands/provider-store.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { attempt, proofTools } from '../attempt.ts'
import type { Redirect } from '../contract/endpoint.ts'
import type { ProviderEnding, providerEndpoints } from '../contract/provider.ts'
import type { Provider, ProviderFault } from '../provider/provider.ts'
import type { Refusal } from '../refusal.ts'
import type { Browser, OpenCall, RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'
import { hashToken, newToken } from '../session-token.ts'

const done = accept({ done: true } as const)
const callbackPath = '/api/provider/callback'

/** Signing in by way of the OpenID provider, and linking the own account to it. */
export const providerRoutes: RouteGroup<typeof providerEndpoints> = {
  beginProviderSignIn: {
    open: async ({ body, services, browser, at }) => {
      if (services.provider === null) return refuse({ code: 'provider-absent' })
      const counted = await services.inAccounts((accounts) => countVisit(browser.caller.address, at, accounts))
      if (!counted.ok) return counted
      const way = await prepare(services.provider, null, { services, browser, at })
      if (!way.ok) return way
      const { visit, browserToken, address } = way.value
      const wish = { accountId: null, returnTo: body.returnTo }
      await services.inAccounts(async (accounts) => accept(await beginVisit({ ...visit, ...wish }, accounts)))
      browser.keepVisit(browserToken)
      return accept({ address })
    },
  },
  finishProviderSignIn: { open: finish },
  readProviderLink: {
    signedIn: async ({ services, session }) =>
      services.inAccounts(async (accounts) => {
        const linkedAt = await accounts.linkedSince(session.accountId)
        return accept({ provider: services.provider?.name ?? null, linkedAt: linkedAt?.toISOString() ?? null })
      }),
  },
  beginProviderLink: {
    signedIn: async (call) => {
      const { body, services, session, browser } = call
      if (services.provider === null) return refuse({ code: 'provider-absent' })
      // Before the proof, which a recovery code would be used up by.
      const way = await prepare(services.provider, session.sessionId, call)
      if (!way.ok) return way
      const { visit, browserToken, address } = way.value
      const { accountId } = session
      const wish = { accountId, returnTo: session.tenantId === null ? '/district/account' : '/account' }
      const attempted = { operation: 'beginProviderLink', guess: body.proof.kind, kept: null } as const
      const begun = await attempt(call, attempted, async (accounts) => {
        const proven = await checkProof(accountId, body.proof, proofTools(call), accounts)
        return proven.ok ? accept(await beginVisit({ ...visit, ...wish }, accounts)) : proven
      })
      if (!begun.ok) return begun
      browser.keepVisit(browserToken)
      return accept({ address })
    },
  },
  unlinkProvider: {
    signedIn: async ({ services, session, browser, at }) => {
      const act = { at, newId: services.newId, caller: browser.caller }
      const unlinked = await services.inAccounts((accounts) => unlinkProvider(session.accountId, act, accounts))
      return unlinked.ok ? done : unlinked
    },
  },
}

type Scene = { readonly services: Services; readonly browser: Browser; readonly at: Date }

type Way = {
  readonly visit: Omit<Parameters<typeof beginVisit>[0], 'accountId' | 'returnTo'>
  readonly browserToken: string
  readonly address: string
}

/** No part of a token. */
const sessionMark = '.'

/**
 * A way to the provider and back, not begun yet. Where a session links, the browser's token says which: it is known by
 * its hash as a whole, so that no other session can be put behind it.
 */
async function prepare(
  provider: Provider,
  sessionId: string | null,
  { services, browser, at }: Scene,
): Promise<Result<Way, Refusal>> {
  const [state, nonce, codeVerifier] = [newToken(), newToken(), newToken()]
  const browserToken = sessionId === null ? newToken() : `${newToken()}${sessionMark}${sessionId}`
  const address = await provider.addressFor(`${browser.origin}${callbackPath}`, { state, nonce, codeVerifier })
  if (!address.ok) {
    logFault(address.refusal, services)
    return refuse({ code: 'provider-unreachable', provider: provider.name })
  }
  const hashes = { stateHash: hashToken(state), browserHash: hashToken(browserToken) }
  return accept({ visit: { nonce, codeVerifier, createdAt: at, ...hashes }, browserToken, address: address.value })
}

async function finish({
  query,
  services,
  browser,
  at,
}: OpenCall<typeof providerEndpoints.finishProviderSignIn>): Promise<Result<Redirect, Refusal>> {
  const { provider } = services
  const { state } = query
  const browserToken = browser.takeVisit()
  if (provider === null || state === undefined || browserToken === null) return goTo('/sign-in', 'over')
  const hashes = { stateHash: hashToken(state), browserHash: hashToken(browserToken) }
  const visit = await services.inAccounts((accounts) => endVisit(hashes, at, accounts))
  if (!visit.ok) return goTo('/sign-in', 'over')
  const { nonce, codeVerifier, accountId, returnTo } = visit.value
  const callback = new URL(`${browser.origin}${callbackPath}`)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) callback.searchParams.set(name, value)
  const identity = await provider.identify(callback, { state, nonce, codeVerifier })
  if (!identity.ok) {
    logFault(identity.refusal, services)
    return goTo(accountId === null ? '/sign-in' : returnTo, identity.refusal.kind)
  }
  const scene = { services, browser, at }
  return accountId === null
    ? letIn(identity.value, returnTo, scene)
    : link({ accountId, sessionId: browserToken.split(sessionMark)[1] ?? null }, identity.value, returnTo, scene)
}

async function letIn(
  identity: ProviderIdentity,
  returnTo: string,
  { services, browser, at }: Scene,
): Promise<Result<Redirect, Refusal>> {
  const token = newToken()
  const act = { at, newId: services.newId, caller: browser.caller }
  const signedIn = await services.inAccounts((accounts) =>
    signInByProvider(identity, hashToken(token), act, accounts),
  )
  if (!signedIn.ok) {
    await services.inAccounts(async (accounts) => accept(await noteUnknownIdentity(identity, act, accounts)))
    return goTo('/sign-in', 'unknown')
  }
  browser.keepToken(token)
  return accept({ location: returnTo })
}

async function link(
  whose: Parameters<typeof linkProvider>[0],
  identity: ProviderIdentity,
  returnTo: string,
  { services, browser, at }: Scene,
): Promise<Result<Redirect, Refusal>> {
  const act = { at, newId: services.newId, caller: browser.caller }
  const linked = await services.inAccounts((accounts) => linkProvider(whose, identity, act, accounts))
  if (linked.ok) return goTo(returnTo, 'linked')
  return linked.refusal.code === 'provider-link-taken' ? goTo(returnTo, 'taken') : goTo('/sign-in', 'over')
}

/**
 * On to a page, which then asks who is signed in by itself: a request from our own page carries the session's cookie,
 * as this one from another site does not (SameSite=Strict).
 */
function goTo(page: string, ending: ProviderEnding): Result<Redirect, never> {
  return accept({ location: `${page}?provider=${ending}` })
}

/** For who set the provider up; nobody who gave up is of interest. */
function logFault(fault: ProviderFault, { logFault: log, newId }: Services): void {
  if (fault.kind === 'declined') return
  log({ logId: newId().slice(0, 8), method: 'GET', path: callbackPath, error: fault.reason })
}
