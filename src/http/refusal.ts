import type { ActivateRefusal } from '../commands/activate.ts'
import type { MarkRefusal } from '../commands/add-mark.ts'
import type { AdoptRefusal } from '../commands/adopt-scheme.ts'
import type { CreateTownRefusal, FounderCodeRefusal } from '../commands/create-town.ts'
import type { DraftRefusal } from '../commands/change-draft.ts'
import type { ChangePasswordRefusal } from '../commands/change-password.ts'
import type { ChangePeopleRefusal } from '../commands/change-people.ts'
import type { ChooseTownRefusal } from '../commands/choose-town.ts'
import type { ConfirmEntriesRefusal } from '../commands/confirm-entries.ts'
import type { ConfirmRefusal } from '../commands/confirm-second-factor.ts'
import type { ThrottleRefusal } from '../commands/count-attempt.ts'
import type { SecondFactorRefusal } from '../commands/check-second-factor.ts'
import type { EndSessionRefusal } from '../commands/end-sessions.ts'
import type { RemoveSecondFactorRefusal } from '../commands/remove-second-factor.ts'
import type { LeaveRefusal } from '../domain/registers/leave/leave-steps.ts'
import type { RecordRefusal } from '../commands/registers/record-refusal.ts'
import type { ReminderRefusal } from '../commands/configure-reminders.ts'
import type { FiguresRefusal } from '../commands/propose-figures.ts'
import type { ReverseEntryRefusal } from '../commands/reverse-entry.ts'
import type { UnlinkProviderRefusal } from '../commands/link-provider.ts'
import type { CorrectionRefusal } from '../commands/request-correction.ts'
import type { SetUpDistrictRefusal } from '../commands/set-up-district.ts'
import type { SetUpRefusal } from '../commands/set-up.ts'
import type { RegisterRefusal } from '../commands/settle-register.ts'
import type { SignInRefusal } from '../commands/sign-in.ts'
import type { StartDraftRefusal } from '../commands/start-draft.ts'
import type { FindingRefusal } from '../domain/ledger/check-finding.ts'
import type { NoScheme } from '../queries/read-assessed-year.ts'
import type { ProposedEntryRefusal } from './refusal-answers/proposed-entry-refusal-answer.ts'
import type { AttachmentRefusal } from './refusal-answers/attachment-refusal-answer.ts'
import type { ProceedingRefusal } from './refusal-answers/proceeding-refusal-answer.ts'
import type { TownAccountRefusal } from './refusal-answers/town-account-refusal-answer.ts'
import type { StudyTaskRefusal } from './refusal-answers/study-task-refusal-answer.ts'
import type { RollRefusal } from './refusal-answers/roll-refusal-answer.ts'
import type { ComplaintFormRefusal } from './refusal-answers/complaint-refusal-answer.ts'
import type { BulletinRefusal } from './refusal-answers/bulletin-refusal-answer.ts'
import type { PeriodRefusal } from './refusal-answers/period-refusal-answer.ts'
import type { ProofRefusal } from './refusal-answers/proof-refusal-answer.ts'
import type { ComparisonRefusal } from './compared-side.ts'
import type { DiskRefusal } from './disk-guard.ts'
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
  | DiskRefusal
  | SignInRefusal
  | ThrottleRefusal
  | ChangePasswordRefusal
  | EndSessionRefusal
  | SecondFactorRefusal
  | ConfirmRefusal
  | RemoveSecondFactorRefusal
  | ActivateRefusal
  | SetUpRefusal
  | ChooseTownRefusal
  | TownAccountRefusal
  | ProviderRefusal
  | DistrictRefusal
  | FindingRefusal
  | ConfirmEntriesRefusal
  | ReverseEntryRefusal
  | ChangePeopleRefusal
  | CorrectionRefusal
  | ProceedingRefusal
  | PeriodRefusal
  | BulletinRefusal
  | AttachmentRefusal
  | ReminderRefusal
  | ProposedEntryRefusal
  | RecordRefusal
  | LeaveRefusal
  | ComplaintFormRefusal
  | RollRefusal
  | StudyTaskRefusal
  | NoScheme
  | SheetRefusal
  | SchemeRefusal
  | ResultRefusal
  | ProofRefusal

type AccessRefusal =
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'not-allowed'; readonly action: string }
  /** Signed in by the password alone; `isSetUp`: there is a second factor to show. */
  | { readonly code: 'second-factor-needed'; readonly isSetUp: boolean }
  /** The district works in no town. */
  | { readonly code: 'no-town' }
  | { readonly code: 'origin-foreign' }
  | { readonly code: 'town-switched' }

/** 区级: its accounts and towns. */
export type DistrictRefusal = SetUpDistrictRefusal | CreateTownRefusal | FounderCodeRefusal

/** Signing in by way of the OpenID provider; what ends there is told by the page one comes back to. */
export type ProviderRefusal =
  | { readonly code: 'provider-absent' }
  | { readonly code: 'provider-unreachable'; readonly provider: string }
  | UnlinkProviderRefusal

/** An uploaded regulation that cannot be read; the sentence comes with it, from who knows the file. */
export type FileRefusal = { readonly code: 'file-refused'; readonly message: string }

/** The file is no sheet we can read; the sentence comes with it. */
export type SheetRefusal = { readonly code: 'sheet-unreadable'; readonly message: string }

/** Drafts and versions of the scheme. */
export type SchemeRefusal = FileRefusal | StartDraftRefusal | DraftRefusal | AdoptRefusal | ComparisonRefusal

/** Ratings, registers, scores and pay. */
export type ResultRefusal =
  | MarkRefusal
  | RegisterRefusal
  | { readonly code: 'person-unknown'; readonly staffNumber: string; readonly year: number }
  | { readonly code: 'amount-not-yuan'; readonly typed: string }
  | { readonly code: 'pay-incomplete'; readonly message: string }
  | FiguresRefusal
  /** The year's figures cannot be frozen yet; the sentence comes with it. */
  | { readonly code: 'figures-not-ready'; readonly message: string }
