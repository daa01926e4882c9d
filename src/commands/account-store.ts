import type { Failures } from '../policies/attempt-delay.ts'

/** What the verbs of signing in need of a store, inside one transaction on the tables that all towns share. */

type Account = { readonly id: string; readonly userName: string; readonly passwordHash: string }

export type TownOfAccount = {
  readonly id: string
  readonly name: string
  readonly isSample: boolean
  /** What the account is in that town. */
  readonly role: string
}

/** Who asks, as far as a request tells: for showing and for telling attempts apart, never for trust. */
export type Caller = { readonly address: string; readonly userAgent: string }

type StoredSession = {
  readonly id: string
  readonly accountId: string
  readonly userName: string
  readonly tenantId: string
  readonly role: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export type ListedSession = Caller & {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
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
  /** Whether that is still the account's password; who is about to change it waits, or has been waited for. */
  readonly holdPassword: (accountId: string, passwordHash: string) => Promise<boolean>
  readonly replacePassword: (accountId: string, passwordHash: string) => Promise<void>

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

  readonly addSession: (
    session: Caller & {
      id: string
      tokenHash: Uint8Array
      accountId: string
      tenantId: string
      createdAt: Date
      expiresAt: Date
    },
  ) => Promise<void>
  readonly findSession: (tokenHash: Uint8Array) => Promise<StoredSession | null>
  /** The account's sessions that have not ended, the one used last first. */
  readonly sessionsOf: (accountId: string, live: LiveSessions) => Promise<readonly ListedSession[]>
  readonly touchSession: (tokenHash: Uint8Array, at: Date) => Promise<void>
  readonly moveSession: (tokenHash: Uint8Array, tenantId: string) => Promise<void>
  readonly removeSession: (tokenHash: Uint8Array) => Promise<void>
  /** One of the account's own; answers whether there was one. */
  readonly removeSessionOf: (accountId: string, sessionId: string) => Promise<boolean>
  /** All of the account's but the one kept; answers how many. */
  readonly removeSessionsOf: (accountId: string, keptId: string | null) => Promise<number>
  readonly removeEndedSessions: (live: LiveSessions) => Promise<void>

  /** Waits for anyone else who is counting, until the end of the transaction. */
  readonly lockAttempts: () => Promise<void>
  readonly readFailures: (keys: readonly string[]) => Promise<ReadonlyMap<string, Failures>>
  readonly writeFailures: (key: string, failures: Failures) => Promise<void>
  /** Takes back one failure, or with `all` every one. */
  readonly forgiveFailures: (key: string, extent: 'one' | 'all') => Promise<void>
  /** Forgets what is older, and beyond so many keys those with the fewest failures. */
  readonly trimFailures: (before: Date, most: number) => Promise<void>
  /** Whether the account has a session from that address. */
  readonly isAddressKnown: (userNameKey: string, address: string, live: LiveSessions) => Promise<boolean>
}

/** Sessions that end after `at` and were used since `idleSince`; the others are over. */
export type LiveSessions = { readonly at: Date; readonly idleSince: Date }
