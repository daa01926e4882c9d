/**
 * What fails outside the program: the database is away, it broke off while keeping what was done (which may be kept or
 * not), the disk has no room, or the store of the files is away.
 */
export type Outage = 'database-unreachable' | 'outcome-unknown' | 'disk-full' | 'files-unreachable'

/** The disk has less room than its reserve. */
export type DiskShortage = { readonly freeBytes: number; readonly reserveBytes: number }

/** What is left of the disk that the system writes to. */
export type DiskRoom = {
  /** null: there is enough, or nobody knows. */
  readonly shortage: () => Promise<DiskShortage | null>
}
