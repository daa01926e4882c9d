import type { Context } from 'hono'
import { findSession } from '../commands/find-session.ts'
import { townDay } from '../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { isAllowed } from '../policies/policy-table.ts'
import type { Endpoint } from './contract/endpoint.ts'
import type { InputOf } from './endpoint-input.ts'
import { answerOnce, bodyHashOf, readIdempotencyKey } from './idempotency.ts'
import { reachOf } from './network/reach.ts'
import { readRequest } from './read-request.ts'
import type { Refusal } from './refusal.ts'
import type { Browser, Route, SignedIn } from './route.ts'
import { isSameOrigin } from './same-origin.ts'
import type { Moment, Services } from './services.ts'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import { hashToken } from './session-token.ts'

/** parse → authorize → command → present: answers one request to one endpoint. */
export async function runRoute<Operation extends Endpoint>(
  name: string,
  endpoint: Operation,
  route: Route<Operation>,
  context: Context,
  services: Services,
): Promise<Result<unknown, Refusal>> {
  if (endpoint.method !== 'GET' && !isSameOrigin(originHeaders(context))) return refuse({ code: 'origin-foreign' })
  const browser = browserOf(context)
  const found = await sessionOf(browser, services)
  const admitted = admit(endpoint, found)
  if (!admitted.ok) return admitted
  if ('inTown' in route && found !== null && isElsewhere(context, found)) return refuse({ code: 'town-switched' })
  const received = await readRequest(endpoint, {
    params: context.req.param(),
    query: context.req.query(),
    raw: context.req.raw,
  })
  if (!received.ok) return received
  const input = received.value
  if ('open' in route) return route.open({ ...input, ...momentOf(services), services, session: found, browser })
  assert(found !== null, 'only an open route runs without a session')
  if ('signedIn' in route)
    return route.signedIn({ ...input, ...momentOf(services), services, session: found, browser })
  return runInTown(name, endpoint, route, input, found, context, services)
}

async function runInTown<Operation extends Endpoint>(
  name: string,
  endpoint: Operation,
  route: Extract<Route<Operation>, { inTown: unknown }>,
  input: InputOf<Operation>,
  session: SignedIn,
  context: Context,
  services: Services,
): Promise<Result<unknown, Refusal>> {
  const mode = endpoint.method === 'GET' || endpoint.readsOnly === true ? 'read' : 'write'
  const key =
    endpoint.idempotent === true ? readIdempotencyKey(context.req.header('idempotency-key')) : accept(null)
  if (!key.ok) return key
  return services.inTown<unknown, Refusal>(session.tenantId, mode, async ({ answers, ...stores }) => {
    // The clock is read behind the town's lock, so that later positions never carry earlier times.
    const moment = momentOf(services)
    const { tenantId, userName: by } = session
    const act = { tenantId, by, ...moment, newId: services.newId, idempotencyKey: key.value }
    const work = () => route.inTown({ ...input, ...moment, services, session, stores, act })
    if (key.value === null) return work()
    const question = { key: key.value, operation: name, bodyHash: bodyHashOf(input) }
    return answerOnce<unknown, Refusal>(question, moment.at, answers, work)
  })
}

/** Whether the page that asks shows another town than the session is in now: another tab has switched. */
function isElsewhere(context: Context, { tenantId }: SignedIn): boolean {
  const shown = context.req.header('x-gongdao-town')
  return shown !== undefined && shown !== tenantId
}

/** Signed in where that is asked, and allowed by the policy table. */
function admit(endpoint: Endpoint, session: SignedIn | null): Result<null, Refusal> {
  const { access } = endpoint
  if (access === 'public') return accept(null)
  if (session === null) return refuse({ code: 'not-signed-in' })
  if (access !== 'signed-in' && !isAllowed(session.role, access.action))
    return refuse({ code: 'not-allowed', action: access.action })
  return accept(null)
}

async function sessionOf(browser: Browser, services: Services): Promise<SignedIn | null> {
  const { token } = browser
  if (token === null) return null
  const found = await services.inAccounts((accounts) => findSession(hashToken(token), services.now(), accounts))
  if (found.ok) return found.value
  browser.forgetToken()
  return null
}

function momentOf(services: Services): Moment {
  const at = services.now()
  return { at, today: townDay(at.getTime()) }
}

/** Real ones have 100 to 300 characters. */
const longestUserAgent = 400

function browserOf(context: Context): Browser {
  return {
    caller: {
      address: reachOf(context).address,
      userAgent: (context.req.header('user-agent') ?? '').slice(0, longestUserAgent),
    },
    token: readSessionCookie(context),
    keepToken: (token) => writeSessionCookie(context, token),
    forgetToken: () => clearSessionCookie(context),
  }
}

function originHeaders(context: Context) {
  return {
    origin: context.req.header('origin'),
    host: context.req.header('host'),
    fetchSite: context.req.header('sec-fetch-site'),
    isSecure: reachOf(context).isSecure,
  }
}
