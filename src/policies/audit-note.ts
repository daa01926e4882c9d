/** write: something changed; sign-in; export: a file left; look: pay or another's scores were seen. */
export type AuditKind = 'write' | 'sign-in' | 'export' | 'look'
export type AuditOutcome = 'done' | 'refused'

/** What only the operation itself can tell. Never a password, a token, a code or a mark. */
export type AuditNote = {
  readonly object: { readonly kind: string; readonly id: string; readonly label: string } | null
  readonly before: AuditFacts | null
  readonly after: AuditFacts | null
  readonly reason: string | null
}

/** Few and plain: what a reader needs to see what changed. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
