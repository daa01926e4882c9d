/** What the verbs of signing in need of a store, inside one transaction on the tables that all towns share. */

type Account = { readonly id: string; readonly userName: string; readonly passwordHash: string }

export type TownOfAccount = {
  readonly id: string
  readonly name: string
  readonly isSample: boolean
  /** What the account is in that town. */
  readonly role: string
}

type StoredSession = {
  readonly accountId: string
  readonly userName: string
  readonly tenantId: string
  readonly role: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

/** Tokens come in hashed (SHA-256): what is stored opens nothing. */
export type AccountStore = {
  /** Waits for anyone else who is setting up; for the first account only. */
  readonly lockSetUp: () => Promise<void>
  readonly hasAccounts: () => Promise<boolean>
  readonly addSetUpToken: (token: { hash: Uint8Array; createdAt: Date; expiresAt: Date }) => Promise<void>
  readonly isSetUpTokenValid: (hash: Uint8Array, at: Date) => Promise<boolean>
  readonly removeSetUpTokens: () => Promise<void>

  readonly addAccount: (account: Account & { userNameKey: string; createdAt: Date }) => Promise<void>
  readonly findAccount: (userNameKey: string) => Promise<Account | null>

  readonly addTown: (town: { id: string; name: string; isSample: boolean; createdAt: Date }) => Promise<void>
  readonly addMembership: (membership: {
    accountId: string
    tenantId: string
    role: string
    createdAt: Date
  }) => Promise<void>
  /** The account's towns, the first one set up first. */
  readonly townsOf: (accountId: string) => Promise<readonly TownOfAccount[]>
  /** Sample towns nobody is in yet: loaded at a start with --sample, before the first account. */
  readonly ownerlessSamples: () => Promise<readonly string[]>
  /** Refused by the database when the town is no sample. */
  readonly removeSampleTown: (tenantId: string) => Promise<void>

  readonly addSession: (session: {
    tokenHash: Uint8Array
    accountId: string
    tenantId: string
    createdAt: Date
    expiresAt: Date
  }) => Promise<void>
  readonly findSession: (tokenHash: Uint8Array) => Promise<StoredSession | null>
  readonly touchSession: (tokenHash: Uint8Array, at: Date) => Promise<void>
  readonly moveSession: (tokenHash: Uint8Array, tenantId: string) => Promise<void>
  readonly removeSession: (tokenHash: Uint8Array) => Promise<void>
  readonly removeExpiredSessions: (at: Date) => Promise<void>
}
