import type { Role } from '../policies/roles.ts'
import type { ActivationStore } from './activation-store.ts'
import type { AttemptStore } from './attempt-store.ts'
import type { SignInAuditStore } from './audit-store.ts'
import type { SecondFactorStore } from './second-factor-store.ts'
import type { DistrictStore } from './district-store.ts'
import type { ProviderStore } from './provider-store.ts'
import type { SessionStore } from './session-store.ts'
import type { TownAccountStore } from './town-account-store.ts'

/** What the verbs of signing in need of a store, inside one transaction on the tables that all towns share. */
export type AccountStore = SetUpStore &
  NamedAccountStore &
  TownListStore &
  SessionStore &
  AttemptStore &
  ProviderStore &
  DistrictStore &
  SecondFactorStore &
  TownAccountStore &
  ActivationStore &
  SignInAuditStore

/** Who asks, as far as a request tells: for showing and for telling attempts apart, never for trust. */
export type Caller = { readonly address: string; readonly userAgent: string }

export type Account = {
  readonly id: string
  /** The town whose account it is; null for the district's. */
  readonly homeTenantId: string | null
  readonly userName: string
  /** null: not activated yet. */
  readonly passwordHash: string | null
}

export type TownOfAccount = {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly isSample: boolean
}

/** A user name within its town: what an account is found by. `tenantId` null is the district's. */
export type SignInName = { readonly userNameKey: string; readonly tenantId: string | null }

/** Tokens come in hashed (SHA-256): what is stored opens nothing. */
type SetUpStore = {
  /** Waits for anyone else who is setting up; for the first account only. */
  readonly lockSetUp: () => Promise<void>
  readonly hasAccounts: () => Promise<boolean>
  readonly addSetUpToken: (token: {
    hash: Uint8Array
    kind: SetUpKind
    createdAt: Date
    expiresAt: Date
  }) => Promise<void>
  readonly isSetUpTokenValid: (hash: Uint8Array, kind: SetUpKind, at: Date) => Promise<boolean>
  readonly removeSetUpTokens: (kind: SetUpKind) => Promise<void>
}

/** What a one-time link printed at the start is for: the first account of all, or one of the district. */
export type SetUpKind = 'first' | 'district'

type NamedAccountStore = {
  readonly addAccount: (
    account: Account & { userNameKey: string; createdAt: Date; createdBy: string | null },
  ) => Promise<void>
  /** Of that name in that town, unless it is suspended. */
  readonly findAccount: (name: SignInName) => Promise<Account | null>
  readonly accountOf: (accountId: string) => Promise<Account | null>
  /** Whether it is there and not suspended; who is about to change how it signs in waits, or has been waited for. */
  readonly holdAccount: (accountId: string) => Promise<boolean>
  /** Whether that is still the account's password; who is about to change it waits, or has been waited for. */
  readonly holdPassword: (accountId: string, passwordHash: string) => Promise<boolean>
  readonly replacePassword: (accountId: string, passwordHash: string) => Promise<void>
  readonly addGrant: (grant: {
    accountId: string
    tenantId: string | null
    role: Role
    grantedAt: Date
    grantedBy: string
  }) => Promise<void>
  /** Names of the roles given to the account there. */
  readonly grantedRoles: (accountId: string, tenantId: string | null) => Promise<readonly string[]>
}

type TownListStore = {
  readonly addTown: (town: TownOfAccount & { createdAt: Date }) => Promise<void>
  /** The code itself, or the first free one made of it by a number. */
  readonly freeTownCode: (wanted: string) => Promise<string>
  readonly addMembership: (membership: {
    accountId: string
    tenantId: string
    staffNumber: string | null
    createdAt: Date
  }) => Promise<void>
  /** The account's towns, the real one first. */
  readonly townsOf: (accountId: string) => Promise<readonly TownOfAccount[]>
  /** Real towns of the installation: what a user name without a town may mean, or not. */
  readonly realTowns: () => Promise<readonly TownOfAccount[]>
  /** Sample towns somebody may be in. */
  readonly sampleTowns: () => Promise<readonly TownOfAccount[]>
  /** Sample towns nobody is in yet: loaded at a start with --sample, before the first account. */
  readonly ownerlessSamples: () => Promise<readonly string[]>
  /** The people of a sample town one may act as, in the order they were made: the office first. */
  readonly personasOf: (tenantId: string) => Promise<
    readonly {
      readonly accountId: string
      readonly userName: string
      readonly staffNumber: string | null
      readonly granted: readonly string[]
    }[]
  >
  /** Refused by the database when the town is no sample. */
  readonly removeSampleTown: (tenantId: string) => Promise<void>
}
