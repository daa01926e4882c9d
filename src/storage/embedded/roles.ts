import pg from 'pg'
import { z } from 'zod'

export const databaseName = 'gongdao'
export const ownerRole = 'gongdao_owner'
export const appRole = 'gongdao_app'
/** Accounts, sessions and second factors: what the application's role cannot read. */
export const signInRole = 'gongdao_sign_in'

/** Makes the database, its owner and the two roles that work on it where they are missing. */
export async function ensureDatabase(
  adminUrl: string,
  passwords: { readonly owner: string; readonly app: string; readonly signIn: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await ensureRole(client, ownerRole, passwords.owner)
    await ensureRole(client, appRole, passwords.app)
    await ensureRole(client, signInRole, passwords.signIn)
    const found = await client.query('select from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) {
      await client.query(`create database ${databaseName} owner ${ownerRole}`)
      await client.query(`revoke all on database ${databaseName} from public`)
    }
    await client.query(`grant connect on database ${databaseName} to ${appRole}, ${signInRole}`)
  } finally {
    await client.end()
  }
}

/** A role that can sign in and owns nothing: neither superuser, nor creator of roles, nor above row-level security. */
export async function ensureRole(
  client: pg.Client,
  role: string,
  password: string,
): Promise<'created' | 'present'> {
  const found = await client.query('select from pg_roles where rolname = $1', [role])
  if (found.rowCount !== 0) return 'present'
  await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`)
  return 'created'
}

/** Whether a role we work as could get round the append-only ledger: as superuser, owner, or above row security. */
export async function isTooPowerful(roleClient: pg.Client): Promise<boolean> {
  const answer = await roleClient.query(
    `select rolsuper or rolbypassrls or pg_has_role(current_user, datdba, 'member')
            or exists (select from pg_class where relowner = pg_roles.oid) as powerful
     from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  )
  return z.object({ powerful: z.boolean() }).parse(answer.rows[0]).powerful
}
