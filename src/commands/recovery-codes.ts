/** Recovery codes: on paper, in place of a lost phone. */
export type RecoveryCodes = {
  readonly make: () => string
  /** What is stored in its place, for this account alone. */
  readonly hash: (accountId: string, typed: string) => Uint8Array
}
