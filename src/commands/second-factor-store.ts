export type SecondFactorStore = {
  /** The account's second factor, or null; who is about to use or change it waits, or has been waited for. */
  readonly holdSecondFactor: (
    accountId: string,
  ) => Promise<{ readonly sealedSecret: Uint8Array; readonly lastStep: number } | null>
  /** In place of an earlier one. */
  readonly keepSecondFactor: (factor: {
    accountId: string
    sealedSecret: Uint8Array
    confirmedAt: Date
    lastStep: number
  }) => Promise<void>
  /** Notes the last step accepted: neither its code nor an earlier one is taken again. */
  readonly useStep: (accountId: string, step: number) => Promise<void>
  /** With its recovery codes. */
  readonly removeSecondFactor: (accountId: string) => Promise<void>
  /** The earlier ones are worth nothing any more. */
  readonly replaceRecoveryCodes: (accountId: string, codeHashes: readonly Uint8Array[]) => Promise<void>
  /** Answers whether it was one of the account's that had not been used. */
  readonly useRecoveryCode: (accountId: string, codeHash: Uint8Array, at: Date) => Promise<boolean>
  readonly recoveryCodesLeft: (accountId: string) => Promise<number>
}
