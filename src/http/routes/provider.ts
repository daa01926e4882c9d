import { linkProvider, unlinkProvider } from '../../commands/link-provider.ts'
import { noteUnknownIdentity, signInByProvider } from '../../commands/sign-in-by-provider.ts'
import { beginVisit, countVisit, endVisit } from '../../commands/visit-provider.ts'
import type { ProviderIdentity, ProviderVisit } from '../../commands/provider-store.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
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
      return begin(services.provider, { accountId: null, returnTo: body.returnTo }, { services, browser, at })
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
    signedIn: async ({ services, session, browser, at }) => {
      if (services.provider === null) return refuse({ code: 'provider-absent' })
      const returnTo = session.tenantId === null ? '/district/account' : '/account'
      const visit = { accountId: session.accountId, returnTo }
      return begin(services.provider, visit, { services, browser, at })
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

async function begin(
  provider: Provider,
  wish: Pick<ProviderVisit, 'accountId' | 'returnTo'>,
  { services, browser, at }: Scene,
): Promise<Result<{ readonly address: string }, Refusal>> {
  const [state, nonce, codeVerifier, browserToken] = [newToken(), newToken(), newToken(), newToken()]
  const address = await provider.addressFor(`${browser.origin}${callbackPath}`, { state, nonce, codeVerifier })
  if (!address.ok) {
    logFault(address.refusal, services)
    return refuse({ code: 'provider-unreachable', provider: provider.name })
  }
  const visit = { ...wish, nonce, codeVerifier, createdAt: at }
  const hashes = { stateHash: hashToken(state), browserHash: hashToken(browserToken) }
  await services.inAccounts(async (accounts) => accept(await beginVisit({ ...visit, ...hashes }, accounts)))
  browser.keepVisit(browserToken)
  return accept({ address: address.value })
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
    : link(accountId, identity.value, returnTo, scene)
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
  accountId: string,
  identity: ProviderIdentity,
  returnTo: string,
  { services, browser, at }: Scene,
): Promise<Result<Redirect, Refusal>> {
  const act = { at, newId: services.newId, caller: browser.caller }
  const linked = await services.inAccounts((accounts) => linkProvider(accountId, identity, act, accounts))
  if (linked.ok) return goTo(returnTo, 'linked')
  return goTo(returnTo, linked.refusal.code === 'provider-link-taken' ? 'taken' : 'unknown')
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
