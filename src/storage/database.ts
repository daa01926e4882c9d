/** A PostgreSQL that is running and ours to use, embedded or not. */
export type Database = {
  /** Signs in as the owner of the tables: migrations only. */
  readonly ownerUrl: string
  /** Signs in as gongdao_app, which owns nothing: everything of a town. */
  readonly appUrl: string
  /** Signs in as gongdao_sign_in: accounts, sessions and second factors, which gongdao_app cannot read. */
  readonly signInUrl: string
  /** Where the figures lie, to show at the terminal: the data folder or the server's address. */
  readonly place: string
  /** Resolves when the database has gone for good without being asked to. */
  readonly lost: Promise<void>
  readonly stop: () => Promise<void>
}
