import type { ChooseTownRefusal } from '../commands/choose-town.ts'
import type { ConfirmEntriesRefusal } from '../commands/confirm-entries.ts'
import type { RecordEntryRefusal } from '../commands/record-entry.ts'
import type { ReverseEntryRefusal } from '../commands/reverse-entry.ts'
import type { SetUpRefusal } from '../commands/set-up.ts'
import type { SignInRefusal } from '../commands/sign-in.ts'
import type { NoScheme } from '../queries/read-assessed-year.ts'
import type { IdempotencyRefusal } from './idempotency.ts'
import type { RequestRefusal } from './read-request.ts'

/**
 * Everything a route may refuse. A command's own union is added here; refusal-answer.ts then does not compile until it
 * has a sentence for each code.
 */
export type Refusal =
  | RequestRefusal
  | IdempotencyRefusal
  | AccessRefusal
  | SignInRefusal
  | SetUpRefusal
  | ChooseTownRefusal
  | RecordEntryRefusal
  | ConfirmEntriesRefusal
  | ReverseEntryRefusal
  | NoScheme
  | SheetRefusal

export type AccessRefusal =
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'not-allowed'; readonly action: string }
  | { readonly code: 'origin-foreign' }
  | { readonly code: 'sign-in-throttled'; readonly waitSeconds: number }

/** The file is no sheet we can read; the sentence comes with it. */
export type SheetRefusal = { readonly code: 'sheet-unreadable'; readonly message: string }
