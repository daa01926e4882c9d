/** 佐证: a file that belongs to an entry or to a line of a register; its bytes lie under their SHA-256. */
export type Evidence = {
  readonly id: string
  readonly subject: { readonly kind: 'entry' | 'record'; readonly id: string }
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  /** Where and when a picture was taken, where the town wants it. */
  readonly taken: {
    readonly at: string
    readonly place: { readonly latitude: string; readonly longitude: string } | null
  } | null
  readonly at: Date
  readonly by: string
}

export type EvidenceStore = {
  /** The same content twice of one subject is kept once. */
  readonly add: (evidence: Evidence) => Promise<void>
  readonly find: (id: string) => Promise<Evidence | null>
  /** In the order they were handed in. */
  readonly of: (kind: Evidence['subject']['kind'], ids: readonly string[]) => Promise<readonly Evidence[]>
}
