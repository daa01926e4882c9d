import type { Caller } from '../commands/account-store.ts'
import type { LedgerAct } from '../commands/append-to-ledger.ts'
import type { AuditNote, AuditRow } from '../commands/audit-store.ts'
import type { CurrentSession } from '../commands/find-session.ts'
import type { Result } from '../domain/primitives/result.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Reach, Subject } from '../policies/permit.ts'
import type { AnswerOf } from './contract/endpoint.ts'
import type { InputOf } from './endpoint-input.ts'
import type { FileAnswer } from './files.ts'
import type { Refusal } from './refusal.ts'
import type { Services } from './services.ts'
import type { TownStores } from './town-stores.ts'

/** Who is signed in, and where: `tenantId` is null for the district. */
export type SignedIn = CurrentSession

/** What a route answers: JSON of the contract's shape, a file where the contract says Blob, or a refusal. */
type Outcome<Operation> = Result<AnswerOf<Operation> extends Blob ? FileAnswer : AnswerOf<Operation>, Refusal>

type Common<Operation> = InputOf<Operation> & {
  readonly services: Services
  readonly at: Date
  readonly today: LocalDate
}

/** Inside one transaction of the town the caller works in: `read` for questions, `write` for everything else. */
type TownCall<Operation> = Common<Operation> & {
  readonly session: SignedIn & { readonly tenantId: string }
  /** Who acts, with the roles of today. */
  readonly subject: Subject
  /** Whose objects the endpoint's action reaches for this subject: what lies beyond is answered as if it were not. */
  readonly reach: Reach
  readonly stores: TownStores
  /** Who acts, when, where, and fresh ids: pass it on to a command. */
  readonly act: LedgerAct
  /** What the audit keeps besides who, when and where from: call it once, before or after the work. */
  readonly note: (note: Partial<AuditNote>) => void
  /** An `audited: 'look'` that turned out to be at one's own, a sheet that was only checked: nothing to keep. */
  readonly noteNothing: () => void
  /** A line for work that commits elsewhere than in the town's transaction: keep it there, and note nothing here. */
  readonly auditRow: (told: Partial<AuditNote>) => AuditRow
}

/** Before that transaction, and outside any: what may take long and needs nothing of the town that it does not ask for. */
type AheadCall<Operation> = Common<Operation> & {
  readonly session: SignedIn & { readonly tenantId: string }
  readonly subject: Subject
  readonly reach: Reach
  readonly ask: Ask
}

/** Asks in a transaction of its own; the town's writers do not wait for it. */
export type Ask = <Value>(
  question: (stores: TownStores) => Promise<Result<Value, Refusal>>,
) => Promise<Result<Value, Refusal>>

type InTown<Operation> = (call: TownCall<Operation>) => Promise<Outcome<Operation>>

type SignedInCall<Operation> = Common<Operation> & { readonly session: SignedIn; readonly browser: Browser }
export type OpenCall<Operation> = Common<Operation> & {
  readonly session: SignedIn | null
  readonly browser: Browser
}

/** The caller's side of a session. */
export type Browser = {
  readonly caller: Caller
  /** The token its cookie carries, or null. */
  readonly token: string | null
  readonly keepToken: (token: string) => void
  readonly forgetToken: () => void
  /** Where it has the system open, without a slash at the end; the walls let only the system's own names through. */
  readonly origin: string
  /** Marks it as the one that goes to the OpenID provider. */
  readonly keepVisit: (token: string) => void
  /** The mark it carries, or null; once. */
  readonly takeVisit: () => string | null
}

/**
 * How one endpoint is answered. To add one: write it in the contract, then here in the file of its group
 * (routes/*.ts, typed `RouteGroup<typeof …Endpoints>`); the build fails until it is there, until answer-schemas has its
 * answer's schema with the statuses of its refusals, and until contract/operation-titles.ts has its Chinese name.
 *
 *     readRoster: { inTown: async ({ query, stores }) => accept(await listPeople(stores.roster)) },
 *
 * The runner (run-route.ts) has parsed the input, checked the session, the second factor and the policy, opened the
 * transaction and, for an `idempotent` endpoint, looked for an earlier answer; it keeps the audit. What one object's
 * history forbids (policies/permit, findBar) and what lies within `reach` is for the route or its command to ask.
 * Answering a refusal undoes the transaction and becomes the sentence in refusal-answer.ts; a throw becomes a 500 with
 * a log id.
 */
export type Route<Operation> =
  | { readonly inTown: InTown<Operation> }
  /**
   * Answers what is to be done in the town once a file is drawn anew and kept: whatever is asked ahead is asked again
   * in there, since it may have changed.
   */
  | { readonly ahead: (call: AheadCall<Operation>) => Promise<Result<InTown<Operation>, Refusal>> }
  | { readonly signedIn: (call: SignedInCall<Operation>) => Promise<Outcome<Operation>> }
  /** For `access: 'public'` only. */
  | { readonly open: (call: OpenCall<Operation>) => Promise<Outcome<Operation>> }

export type RouteGroup<Operations> = { readonly [Name in keyof Operations]: Route<Operations[Name]> }
