/** Secrets under a key that lies outside the database: a copy of the tables alone opens nothing. */
export type Seal = {
  readonly seal: (secret: Uint8Array, accountId: string) => Uint8Array
  /** null: sealed by another key, or for another account. */
  readonly unseal: (sealed: Uint8Array, accountId: string) => Uint8Array | null
  /** 20 bytes nobody can tell who lacks the key; always the same for the same words. */
  readonly derive: (words: readonly string[]) => Uint8Array
}

/** The arithmetic of codes that change every thirty seconds (RFC 6238). */
export type Authenticator = {
  /** The number of the 30-second step whose code this is, at most one early or late; else null. */
  readonly stepOf: (secret: Uint8Array, code: string, at: Date) => number | null
}
