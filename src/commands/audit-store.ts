import type { AuditKind, AuditNote, AuditOutcome } from '../policies/audit-note.ts'

export type { AuditNote }

/** 审计: one line of who did or saw what (SPEC §1: the audit administrator and 纪检 read it). */
export type AuditRow = {
  readonly id: string
  readonly at: Date
  /** User name; null where nobody was signed in. */
  readonly by: string | null
  /** The roles it was done in. */
  readonly roles: readonly string[]
  /** The endpoint's name. */
  readonly operation: string
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  readonly address: string
  readonly userAgent: string
} & AuditNote

export type AuditStore = {
  readonly append: (rows: readonly AuditRow[]) => Promise<void>
  /** Unless the same person has done the same to the same since, with the same outcome: to and fro is once. */
  readonly appendUnlessKnown: (row: AuditRow, since: Date) => Promise<void>
  /** A slice of the rows that answer the filter, the latest first, and how many there are. */
  readonly find: (
    filter: AuditFilter,
    slice: { readonly offset: number; readonly limit: number },
  ) => Promise<{ readonly rows: readonly AuditRow[]; readonly total: number }>
  /** When each user name last came in. */
  readonly lastSignIns: () => Promise<ReadonlyMap<string, Date>>
}

/** null: whatever it is. */
export type AuditFilter = {
  readonly from: Date | null
  /** Not at this instant any more. */
  readonly until: Date | null
  /** Exactly this user name. */
  readonly by: string | null
  /** Part of a user name, or of the name or number of whom it was about. */
  readonly person: string | null
  /** The number of the person it was about. */
  readonly about: string | null
  readonly kind: AuditRow['kind'] | null
  readonly outcome: AuditRow['outcome'] | null
  readonly operations: readonly string[] | null
  /** Words that stand anywhere in the row, or operations whose own name has them. */
  readonly words: { readonly text: string; readonly operations: readonly string[] } | null
}

/** What the role that signs people in adds: it reads none of it. */
export type SignInAuditStore = {
  readonly appendAudit: (tenantId: string, row: AuditRow) => Promise<void>
  /** What happened outside any town: the district's acts, sign-ins nobody can be named for. */
  readonly addInstallationEvent: (event: InstallationEvent) => Promise<void>
}

type InstallationEvent = Pick<AuditRow, 'id' | 'at' | 'by' | 'operation' | 'address' | 'userAgent'> & {
  readonly what: string
}
