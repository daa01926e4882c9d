/** What happened on the installation outside any town. */
export type InstallationEvent = {
  readonly at: Date
  /** User name; null where there is no such account. */
  readonly by: string | null
  /** The endpoint's name. */
  readonly operation: string
  readonly what: string
  readonly address: string
}

/** What the district's console needs besides the accounts of towns. */
export type DistrictStore = {
  /** The last so many, the latest first. */
  readonly installationEvents: (most: number) => Promise<readonly InstallationEvent[]>
  /** Suspended accounts keep their names. */
  readonly isDistrictNameTaken: (userNameKey: string) => Promise<boolean>
}
