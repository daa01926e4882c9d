import type { Account } from './account-store.ts'

/** Who somebody is by the OpenID provider's word. */
export type ProviderIdentity = {
  readonly issuer: string
  readonly subject: string
  /** The user name the claim gives that was chosen for it; null where none was chosen or given. */
  readonly matchName: string | null
  /** The provider has asked for a second factor. */
  readonly hasSecondFactor: boolean
}

/** A way to the provider and back that a browser is on. */
export type ProviderVisit = {
  readonly nonce: string
  readonly codeVerifier: string
  /** Who links the own account; null for a sign-in. */
  readonly accountId: string | null
  /** The page to open afterwards. */
  readonly returnTo: string
  readonly createdAt: Date
}

/** Tokens come in hashed: what is stored lets nobody come back. */
export type ProviderStore = {
  /** Forgets those begun before `expired`. */
  readonly addVisit: (
    visit: ProviderVisit & { stateHash: Uint8Array; browserHash: Uint8Array },
    expired: Date,
  ) => Promise<void>
  /** Once, and only for the browser that began it. */
  readonly takeVisit: (stateHash: Uint8Array, browserHash: Uint8Array) => Promise<ProviderVisit | null>
  /** Whom an identity belongs to. */
  readonly findLinked: (
    issuer: string,
    subject: string,
  ) => Promise<(Account & { readonly isSuspended: boolean }) | null>
  /** When the account was linked; null: it is not. */
  readonly linkedSince: (accountId: string) => Promise<Date | null>
  /** Answers false where the identity or the account has been linked already. */
  readonly addLink: (link: {
    issuer: string
    subject: string
    accountId: string
    linkedAt: Date
  }) => Promise<boolean>
  /** Answers whether there was one. */
  readonly removeLink: (accountId: string) => Promise<boolean>
}
