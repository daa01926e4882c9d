import type { Context } from 'hono'
import type { AuditNote, AuditRow } from '../commands/audit-store.ts'
import { findSession } from '../commands/find-session.ts'
import { townDay } from '../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { needsSecondFactor, reachOf, type Reach, type Subject } from '../policies/permit.ts'
import { readSubject } from '../queries/read-subject.ts'
import type { Endpoint } from './contract/endpoint.ts'
import { guardDisk } from './disk-guard.ts'
import type { InputOf } from './endpoint-input.ts'
import { answerOnce, bodyHashOf, readIdempotencyKey } from './idempotency.ts'
import { reachOf as networkReachOf } from './network/reach.ts'
import { readRequest } from './read-request.ts'
import type { Refusal } from './refusal.ts'
import type { Ask, Browser, Route, SignedIn } from './route.ts'
import { isSameOrigin } from './same-origin.ts'
import { secondFactorState } from './second-factor-state.ts'
import type { Moment, Services } from './services.ts'
import {
  clearSessionCookie,
  readSessionCookie,
  takeVisitCookie,
  writeSessionCookie,
  writeVisitCookie,
} from './session-cookie.ts'
import { hashToken } from './session-token.ts'

type Asked<Operation extends Endpoint> = {
  readonly name: string
  readonly endpoint: Operation
  readonly context: Context
  readonly services: Services
  readonly browser: Browser
}

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
  const asked = { name, endpoint, context, services, browser }
  const session = endpoint.withoutCookies === true ? null : await sessionOf(browser, services)
  const admitted = await admit(asked, session)
  if (!admitted.ok) return admitted
  const room = await guardDisk(name, endpoint, services.disk)
  if (!room.ok) return room
  if (('inTown' in route || 'ahead' in route) && session !== null && isElsewhere(context, session))
    return refuse({ code: 'town-switched' })
  const received = await readRequest(endpoint, {
    params: context.req.param(),
    query: context.req.query(),
    raw: context.req.raw,
  })
  if (!received.ok) return received
  const input = received.value
  if ('open' in route) return route.open({ ...input, ...momentOf(services), services, session, browser })
  assert(session !== null, 'only an open route runs without a session')
  if ('signedIn' in route) return route.signedIn({ ...input, ...momentOf(services), services, session, browser })
  const { tenantId } = session
  if (tenantId === null || admitted.value === null) return refuse({ code: 'no-town' })
  const inTown = { ...session, tenantId }
  if ('inTown' in route) return runInTown(asked, route, input, inTown, admitted.value)
  const ask: Ask = (question) => services.inTown(tenantId, 'read', question)
  const { subject, reach } = admitted.value
  const ahead = { ...input, ...momentOf(services), services, session: inTown, subject, reach, ask }
  const work = await route.ahead(ahead)
  return work.ok ? runInTown(asked, { inTown: work.value }, input, inTown, admitted.value) : work
}

/** What an operation in a town may do, found before its input is read. */
type Admission = { readonly subject: Subject; readonly reach: Reach }

/** Signed in where that is asked, with the second factor shown, and allowed by the policy table. */
async function admit<Operation extends Endpoint>(
  asked: Asked<Operation>,
  session: SignedIn | null,
): Promise<Result<Admission | null, Refusal>> {
  const { endpoint, services } = asked
  const { access } = endpoint
  if (access === 'public') return accept(null)
  if (session === null) return refuse({ code: 'not-signed-in' })
  const subject = await subjectOf(session, services)
  const state = secondFactorState(session, needsSecondFactor(subject.roles))
  if (!mayGoOn(endpoint, state)) return refuse({ code: 'second-factor-needed', isSetUp: state === 'needed' })
  if (access === 'signed-in') return accept(null)
  const actions = typeof access.action === 'string' ? [access.action] : access.action
  for (const action of actions) {
    const reach = reachOf(subject, action)
    if (reach !== null) return accept({ subject, reach })
  }
  if (session.tenantId !== null) await noteRefusal(asked, session.tenantId, subject)
  return refuse({ code: 'not-allowed', action: actions.join('、') })
}

function mayGoOn({ beforeSecondFactor }: Endpoint, state: ReturnType<typeof secondFactorState>): boolean {
  if (state === 'settled' || beforeSecondFactor === 'always') return true
  return state === 'to-set-up' && beforeSecondFactor === 'to-set-up'
}

/** Read from the roster at each request; the district has none. */
export async function subjectOf(session: SignedIn, services: Services): Promise<Subject> {
  const { tenantId, userName: by, granted: roles } = session
  if (tenantId === null) return { by, roles, staffNumber: null, ownOffices: [], inChargeOf: [] }
  const { today } = momentOf(services)
  const read = await services.inTown<Subject, never>(tenantId, 'read', async (stores) =>
    accept(await readSubject(session, today, stores.roster)),
  )
  assert(read.ok, 'reading who asks refuses nothing')
  return read.value
}

async function runInTown<Operation extends Endpoint>(
  asked: Asked<Operation>,
  route: Extract<Route<Operation>, { inTown: unknown }>,
  input: InputOf<Operation>,
  session: SignedIn & { readonly tenantId: string },
  { subject, reach }: Admission,
): Promise<Result<unknown, Refusal>> {
  const { name, endpoint, context, services } = asked
  const writes = endpoint.method !== 'GET' && endpoint.readsOnly !== true
  const key =
    endpoint.idempotent === true ? readIdempotencyKey(context.req.header('idempotency-key')) : accept(null)
  if (!key.ok) return key
  const kind = writes ? 'write' : endpoint.answers === 'file' ? 'export' : (endpoint.audited ?? null)
  const question =
    key.value === null ? null : { key: key.value, operation: name, bodyHash: bodyHashOf(input, subject.by) }
  let note: Partial<AuditNote> | null = {}
  const rowOf = () => auditRow(asked, subject, { kind: kind ?? 'look', outcome: 'done', ...note })
  const outcome = await services.inTown<unknown, Refusal>(
    session.tenantId,
    writes ? 'write' : 'read',
    async ({ answers, ...stores }) => {
      // The clock is read behind the town's lock, so that later positions never carry earlier times.
      const moment = momentOf(services)
      const act = {
        tenantId: session.tenantId,
        by: subject.by,
        ...moment,
        newId: services.newId,
        idempotencyKey: key.value,
      }
      const work = async () => {
        const done = await route.inTown({
          ...input,
          ...moment,
          services,
          session,
          subject,
          reach,
          stores,
          act,
          note: (told) => {
            note = told
          },
          noteNothing: () => {
            note = null
          },
          auditRow: (told) => auditRow(asked, subject, { kind: 'write', outcome: 'done', ...told }),
        })
        // With the work or not at all; an answer given again is not work.
        if (writes && done.ok && note !== null) await stores.audit.append([rowOf()])
        return done
      }
      if (question === null) return work()
      return answerOnce<unknown, Refusal>(question, moment.at, answers, work)
    },
  )
  // What was only looked at is noted before it is handed out.
  if (!writes && kind !== null && outcome.ok && note !== null) await append(services, session.tenantId, rowOf())
  return outcome
}

function auditRow<Operation extends Endpoint>(
  { name, services, browser }: Asked<Operation>,
  { by, roles }: Subject,
  told: Pick<AuditRow, 'kind' | 'outcome'> & Partial<AuditNote>,
): AuditRow {
  const id = services.newId()
  const nothing = { object: null, before: null, after: null, reason: null }
  return { id, at: services.now(), by, roles, operation: name, ...browser.caller, ...nothing, ...told }
}

/** Who tries what the table denies is kept in the audit: once in a while, or asking could fill it. */
async function noteRefusal<Operation extends Endpoint>(
  asked: Asked<Operation>,
  tenantId: string,
  subject: Subject,
): Promise<void> {
  const isLook = asked.endpoint.method === 'GET'
  const row = auditRow(asked, subject, { kind: isLook ? 'look' : 'write', outcome: 'refused' })
  await append(asked.services, tenantId, row)
}

/** Looking again at the same within ten minutes is the same look, and trying again the same try. */
const sameTryMs = 600_000

async function append(services: Services, tenantId: string, row: AuditRow): Promise<void> {
  await services.inTown<null, never>(tenantId, 'note', async ({ audit }) => {
    const since = new Date(row.at.getTime() - sameTryMs)
    const isFolded = row.kind === 'look' || row.outcome === 'refused'
    await (isFolded ? audit.appendUnlessKnown(row, since) : audit.append([row]))
    return accept(null)
  })
}

/** Whether the page that asks shows another town than the session is in now: another tab has switched. */
function isElsewhere(context: Context, { tenantId }: SignedIn): boolean {
  const shown = context.req.header('x-gongdao-town')
  return shown !== undefined && shown !== tenantId
}

async function sessionOf(browser: Browser, services: Services): Promise<SignedIn | null> {
  const { token } = browser
  if (token === null) return null
  // Reading must need no room at all where there is little.
  const isShort = (await services.disk.shortage()) !== null
  const found = await services.inAccounts((accounts) =>
    findSession(
      hashToken(token),
      services.now(),
      isShort ? { findSession: accounts.findSession, touchSession: async () => {} } : accounts,
    ),
  )
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
      address: networkReachOf(context).address,
      userAgent: (context.req.header('user-agent') ?? '').slice(0, longestUserAgent),
    },
    token: readSessionCookie(context),
    keepToken: (token) => writeSessionCookie(context, token),
    forgetToken: () => clearSessionCookie(context),
    origin: originOf(context),
    keepVisit: (token) => writeVisitCookie(context, token),
    takeVisit: () => takeVisitCookie(context),
  }
}

function originOf(context: Context): string {
  const host = (context.req.header('host') ?? '').toLowerCase()
  return `${networkReachOf(context).isSecure ? 'https' : 'http'}://${host}`
}

function originHeaders(context: Context) {
  return {
    origin: context.req.header('origin'),
    host: context.req.header('host'),
    fetchSite: context.req.header('sec-fetch-site'),
    isSecure: networkReachOf(context).isSecure,
  }
}
