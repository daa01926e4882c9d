import type { CanonicalFaultCode } from '../primitives/read-canonical-json.ts'
import type { ProofScope } from './proof-file.ts'

/** What is looked at, in the order of the report. */
export const checkNames = [
  'form', // every byte, and every part can be read
  'digests', // parts against the manifest
  'signatures', // manifest and checkpoints
  'key', // the key against one known from elsewhere
  'roots', // the tree over all leaves against every signed head
  'heads', // heads that were printed or kept elsewhere
  'earlier', // earlier files and heads
  'receipts',
  'leaves', // what is shown of the leaves against their hashes and commitments
  'order', // positions without a gap, each step after the one it is about
  'rows', // the ledger against the log
  'adoptions',
  'publications',
  'closes',
  'own-entries',
  'backings',
  'scores',
  'shown', // what bulletins show against their backings
  'pay',
] as const
export type CheckName = (typeof checkNames)[number]

/** Where in the file, in words a reader knows. */
export type Place =
  | { readonly kind: 'byte'; readonly at: number; readonly path: readonly (string | number)[] }
  | { readonly kind: 'path'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'row'; readonly position: number }
  | { readonly kind: 'leaf'; readonly index: number; readonly leafKind: string | null; readonly of: string | null }
  | { readonly kind: 'scheme'; readonly version: number }
  | { readonly kind: 'bulletin'; readonly title: string }
  | { readonly kind: 'person'; readonly bulletin: string; readonly name: string; readonly what: string | null }
  | { readonly kind: 'head'; readonly size: number }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'given'; readonly label: string }

export const findingCodes = [
  'not-canonical',
  'unreadable',
  'part-changed',
  'scope-lie',
  'signature-wrong',
  'signature-by-other-key',
  'checkpoint-unreadable',
  'checkpoint-order',
  'other-origin',
  'head-unsigned',
  'key-differs',
  'leaf-count',
  'root-differs',
  'head-beyond',
  'given-unreadable',
  'leaf-differs',
  'leaf-order',
  'leaf-missing',
  'other-town',
  'opening-differs',
  'opening-missing',
  'position-gap',
  'entry-unknown',
  'twice',
  'same-hand',
  'time-backwards',
  'earlier-counts',
  'row-differs',
  'row-missing',
  'row-extra',
  'adoption-differs',
  'adoption-missing',
  'adoption-number',
  'content-differs',
  'content-missing',
  'publication-missing',
  'publication-differs',
  'publication-number',
  'publication-head',
  'corrects-unknown',
  'position-beyond',
  'finalisation-early',
  'finalisation-unknown',
  'close-differs',
  'backing-differs',
  'backing-missing',
  'scheme-unknown',
  'score-differs',
  'person-missing',
  'person-extra',
  'not-reckonable',
  'shown-differs',
  'shown-words',
  'result-differs',
  'pay-differs',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** Something that does not hold; `said` is what the file says, `found` what it should say. */
export type Finding = {
  readonly code: FindingCode
  readonly place: Place
  readonly said?: string
  readonly found?: string
  readonly fault?: CanonicalFaultCode
}

/** Why something could not be looked at: said, never passed over. */
export const gapCodes = [
  'form-broken',
  'no-key-given',
  'no-head-given',
  'no-earlier-given',
  'no-receipt-given',
  'not-in-scope',
  'withheld',
  'openings-erased',
  'no-own-entries',
  'nothing-there',
  'result-elsewhere',
  'words-only',
  'worded-before',
] as const
export type GapCode = (typeof gapCodes)[number]
export type Gap = { readonly code: GapCode; readonly count: number; readonly of: string | null }

export type CheckOutcome = {
  readonly check: CheckName
  /** unchecked: nothing of it could be looked at. */
  readonly status: 'holds' | 'broken' | 'unchecked'
  /** How many things were looked at. */
  readonly counted: number
  readonly findings: readonly Finding[]
  /** Findings beyond the ones listed. */
  readonly more: number
  readonly gaps: readonly Gap[]
}

export type VerificationReport = {
  readonly verdict: 'holds' | 'broken'
  readonly scope: ProofScope | null
  readonly town: string | null
  readonly origin: string | null
  readonly madeAt: string | null
  readonly madeFor: string | null
  readonly engineVersion: string | null
  readonly head: { readonly size: number; readonly root: string } | null
  /** Of the keys in the file, as the notes name them: to be compared with what was handed over on paper. */
  readonly keys: readonly string[]
  readonly checks: readonly CheckOutcome[]
}
