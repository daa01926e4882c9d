/** An account of a town, as who looks after accounts sees it. */
export type TownAccount = {
  readonly id: string
  readonly userName: string
  readonly userNameKey: string
  /** Has a password: can sign in unless suspended. */
  readonly isActivated: boolean
  readonly suspendedAt: Date | null
  readonly createdAt: Date
  /** User name; null for the first account of all. */
  readonly createdBy: string | null
  /** Whose place on the roster it is; null for nobody's. */
  readonly staffNumber: string | null
  /** Names of the roles given, as stored. */
  readonly granted: readonly string[]
  readonly hasSecondFactor: boolean
  /** Of the sessions still kept; null once all of them have ended. */
  readonly lastSeenAt: Date | null
  /** Until when the set-up code on paper works; null: there is none. */
  readonly codeExpiresAt: Date | null
}

export type NewTownAccount = {
  readonly id: string
  readonly userName: string
  readonly userNameKey: string
  readonly staffNumber: string | null
  readonly roles: readonly string[]
}

/** A set-up code as it is kept: its hash opens nothing. */
export type KeptSetUpCode = {
  readonly accountId: string
  readonly codeHash: Uint8Array
  readonly createdAt: Date
  readonly createdBy: string
  readonly expiresAt: Date
}

/** What looking after a town's accounts needs of a store. No account is ever deleted: its name stands in the ledger. */
export type TownAccountStore = {
  /** Those whose home is the town, in the order they were made. */
  readonly townAccounts: (tenantId: string) => Promise<readonly TownAccount[]>
  /** Without a password so far; any number at once. */
  readonly addTownAccounts: (
    tenantId: string,
    added: readonly NewTownAccount[],
    act: { readonly at: Date; readonly by: string },
  ) => Promise<void>
  /** Each in the place of the code the account had. */
  readonly keepSetUpCodes: (codes: readonly KeptSetUpCode[]) => Promise<void>
  readonly removeSetUpCode: (accountId: string) => Promise<void>
  readonly removeGrants: (accountId: string, tenantId: string, roles: readonly string[]) => Promise<void>
  /** null: open again. */
  readonly suspendAccount: (accountId: string, at: Date | null) => Promise<void>
  readonly linkPerson: (accountId: string, tenantId: string, staffNumber: string | null) => Promise<void>
}
