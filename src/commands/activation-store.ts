export type ActivationStore = {
  /** Takes the set-up code away if it is the account's and still good; answers whether it was. */
  readonly useActivation: (accountId: string, codeHash: Uint8Array, at: Date) => Promise<boolean>
}
