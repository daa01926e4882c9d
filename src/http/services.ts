import type { AccountStore } from '../commands/account-store.ts'
import type { Result } from '../domain/primitives/result.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { AnswerStore } from './idempotency.ts'
import type { Sheets } from './sheets.ts'
import type { TownStores } from './town-stores.ts'

/** One transaction in one town: kept when the work answers ok, undone when it refuses or throws. */
export type InTown = <Value, Refusal>(
  tenantId: string,
  mode: 'read' | 'write',
  work: (stores: TownStores & { readonly answers: AnswerStore }) => Promise<Result<Value, Refusal>>,
) => Promise<Result<Value, Refusal>>

/** One transaction on the sign-in tables, which all towns share. */
export type InAccounts = <Value, Refusal>(
  work: (accounts: AccountStore) => Promise<Result<Value, Refusal>>,
) => Promise<Result<Value, Refusal>>

export type Passwords = {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (hash: string, password: string) => Promise<boolean>
}

export type Fault = {
  readonly logId: string
  readonly method: string
  readonly path: string
  readonly error: unknown
}

/** Everything the HTTP side needs from outside; main.ts wires it, tests pass their own. */
export type Services = {
  readonly now: () => Date
  readonly newId: () => string
  readonly inTown: InTown
  readonly inAccounts: InAccounts
  readonly passwords: Passwords
  /** Reading and writing of .xlsx and .csv (src/documents). */
  readonly sheets: Sheets
  /** Writes the whole fault to the server's log; the caller sees only the log id. */
  readonly logFault: (fault: Fault) => void
}

/** When a request is answered by the server's clock, and which day that is in the town. */
export type Moment = { readonly at: Date; readonly today: LocalDate }
