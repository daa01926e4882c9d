import { sql } from 'drizzle-orm'
import { account, oidcIdentity } from '../schema-sign-in.ts'

/** Whether somebody has come in: by a set-up code, which left a password, or by way of the OpenID provider. */
export const isActivated = sql<boolean>`(${account.passwordHash} is not null
  or exists (select from ${oidcIdentity} where ${oidcIdentity.accountId} = ${account.id}))`
