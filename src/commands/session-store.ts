import type { Caller } from './account-store.ts'

/** An open session with what must be known of it at every request. */
export type StoredSession = {
  readonly id: string
  /** Who signed in. */
  readonly accountId: string
  /** Who signed in, by name and town: for the own account, never for what is done in a sample town. */
  readonly ownUserName: string
  readonly homeTenantId: string | null
  /** Whose name what is done carries: one's own, or in a sample town the person acted as. */
  readonly userName: string
  readonly tenantId: string | null
  readonly isSample: boolean
  /** Names of roles given there, as stored. */
  readonly granted: readonly string[]
  /** A system and a security administrator have come in; asked only of a founder, whose role then ends. */
  readonly isAdministrated: boolean
  readonly staffNumber: string | null
  readonly hasSecondFactor: boolean
  readonly secondFactorAt: Date | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export type ListedSession = Caller & {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** Sessions that end after `at` and were used since `idleSince`; the others are over. */
export type LiveSessions = { readonly at: Date; readonly idleSince: Date }

export type SessionStore = {
  readonly addSession: (
    session: Caller & {
      id: string
      tokenHash: Uint8Array
      accountId: string
      tenantId: string | null
      actingAs: string | null
      secondFactorAt: Date | null
      createdAt: Date
      expiresAt: Date
    },
  ) => Promise<void>
  /** None of a suspended account, or of one that is no longer in the session's town. */
  readonly findSession: (tokenHash: Uint8Array) => Promise<StoredSession | null>
  /** The account's sessions that have not ended, the one used last first. */
  readonly sessionsOf: (accountId: string, live: LiveSessions) => Promise<readonly ListedSession[]>
  readonly touchSession: (tokenHash: Uint8Array, at: Date) => Promise<void>
  /** To another town, in a sample as one of its people. */
  readonly moveSession: (tokenHash: Uint8Array, tenantId: string, actingAs: string | null) => Promise<void>
  /**
   * The same session under a fresh token and id; null: the second factor has not been shown. Answers whether there was
   * one: another request may have ended it, or given it its fresh token.
   */
  readonly rotateSession: (
    tokenHash: Uint8Array,
    rotated: { readonly newHash: Uint8Array; readonly id: string; readonly secondFactorAt: Date | null },
  ) => Promise<boolean>
  readonly removeSession: (tokenHash: Uint8Array) => Promise<void>
  /** One of the account's own; answers whether there was one. */
  readonly removeSessionOf: (accountId: string, sessionId: string) => Promise<boolean>
  /** All of the account's but the one kept; answers how many. */
  readonly removeSessionsOf: (accountId: string, keptId: string | null) => Promise<number>
  readonly removeEndedSessions: (live: LiveSessions) => Promise<void>
}
