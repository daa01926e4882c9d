import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { AccountStore } from '../../commands/account-store.ts'
import { account, membership, roleGrant, setUpToken, tenant } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'
import { attemptPart } from './attempt-part.ts'
import { auditPart } from './audit-part.ts'
import { districtPart } from './district-part.ts'
import { grantedRoles } from './granted-roles.ts'
import { isHome } from './is-home.ts'
import { activationPart, secondFactorPart } from './second-factor-part.ts'
import { providerPart } from './provider-part.ts'
import { sessionPart } from './session-part.ts'
import { townAccountPart } from './town-account-part.ts'

/** Any constants; see the migration lock for the first one. */
const setUpLockKey = 4_680_002

export function accountStore(db: Db): AccountStore {
  return {
    ...setUpPart(db),
    ...accountPart(db),
    ...townPart(db),
    ...sessionPart(db),
    ...attemptPart(db),
    ...providerPart(db),
    ...districtPart(db),
    ...secondFactorPart(db),
    ...activationPart(db),
    ...auditPart(db),
    ...townAccountPart(db),
  }
}

function setUpPart(db: Db) {
  return {
    lockSetUp: async () => {
      await db.execute(sql`select pg_advisory_xact_lock(${setUpLockKey})`)
    },
    hasAccounts: async () => {
      const signedUp = db
        .select({ id: account.id })
        .from(account)
        .where(sql`${account.passwordHash} is not null`)
      return (await signedUp.limit(1)).length > 0
    },
    addSetUpToken: async ({ hash, kind, createdAt, expiresAt }) => {
      await db.delete(setUpToken).where(lte(setUpToken.expiresAt, createdAt))
      await db.insert(setUpToken).values({ tokenHash: hash, kind, createdAt, expiresAt })
    },
    isSetUpTokenValid: async (hash, kind, at) => {
      const found = await db
        .select({ expiresAt: setUpToken.expiresAt })
        .from(setUpToken)
        .where(and(eq(setUpToken.tokenHash, hash), eq(setUpToken.kind, kind), gt(setUpToken.expiresAt, at)))
      return found.length > 0
    },
    removeSetUpTokens: async (kind) => {
      await db.delete(setUpToken).where(eq(setUpToken.kind, kind))
    },
  } satisfies Partial<AccountStore>
}

const accountColumns = {
  id: account.id,
  homeTenantId: account.homeTenantId,
  userName: account.userName,
  passwordHash: account.passwordHash,
}

function accountPart(db: Db) {
  return {
    addAccount: async (added) => {
      await db.insert(account).values(added)
    },
    findAccount: async ({ userNameKey, tenantId }) => {
      const [found] = await db
        .select(accountColumns)
        .from(account)
        .where(and(eq(account.userNameKey, userNameKey), isHome(tenantId), isNull(account.suspendedAt)))
      return found ?? null
    },
    accountOf: async (accountId) => {
      const [found] = await db.select(accountColumns).from(account).where(eq(account.id, accountId))
      return found ?? null
    },
    holdAccount: async (accountId) => {
      const found = await db
        .select({ id: account.id })
        .from(account)
        .where(and(eq(account.id, accountId), isNull(account.suspendedAt)))
        .for('update')
      return found.length > 0
    },
    holdPassword: async (accountId, passwordHash) => {
      const found = await db
        .select({ id: account.id })
        .from(account)
        .where(and(eq(account.id, accountId), eq(account.passwordHash, passwordHash)))
        .for('update')
      return found.length > 0
    },
    replacePassword: async (accountId, passwordHash) => {
      await db.update(account).set({ passwordHash }).where(eq(account.id, accountId))
    },
    addGrant: async (grant) => {
      await db.insert(roleGrant).values(grant).onConflictDoNothing()
    },
    grantedRoles: (accountId, tenantId) => grantedRoles(db, accountId, tenantId),
  } satisfies Partial<AccountStore>
}

const townColumns = { id: tenant.id, name: tenant.name, code: tenant.code, isSample: tenant.isSample }

function townPart(db: Db) {
  return {
    addTown: async (added) => {
      await db.insert(tenant).values(added)
    },
    freeTownCode: async (wanted) => {
      const taken = new Set((await db.select({ code: tenant.code }).from(tenant)).map(({ code }) => code))
      let code = wanted
      for (let number = 2; taken.has(code); number += 1) code = `${wanted}-${String(number)}`
      return code
    },
    addMembership: async (added) => {
      await db.insert(membership).values(added)
    },
    townsOf: async (accountId) =>
      db
        .select(townColumns)
        .from(membership)
        .innerJoin(tenant, eq(tenant.id, membership.tenantId))
        .where(eq(membership.accountId, accountId))
        .orderBy(asc(tenant.isSample), asc(membership.createdAt), asc(tenant.id)),
    realTowns: async () =>
      db.select(townColumns).from(tenant).where(eq(tenant.isSample, false)).orderBy(asc(tenant.createdAt)),
    sampleTowns: async () =>
      db.select(townColumns).from(tenant).where(eq(tenant.isSample, true)).orderBy(asc(tenant.createdAt)),
    ownerlessSamples: async () => {
      const visited = db
        .select({ tenantId: membership.tenantId })
        .from(membership)
        .innerJoin(account, eq(account.id, membership.accountId))
        .where(sql`${account.homeTenantId} is distinct from ${membership.tenantId}`)
      const rows = await db
        .select({ id: tenant.id })
        .from(tenant)
        .where(and(tenant.isSample, sql`${tenant.id} not in ${visited}`))
      return rows.map(({ id }) => id)
    },
    personasOf: async (tenantId) => {
      const people = await db
        .select({ accountId: account.id, userName: account.userName, staffNumber: membership.staffNumber })
        .from(account)
        .innerJoin(tenant, eq(tenant.id, account.homeTenantId))
        .innerJoin(membership, and(eq(membership.accountId, account.id), eq(membership.tenantId, tenant.id)))
        .where(and(eq(tenant.id, tenantId), tenant.isSample, isNull(account.passwordHash)))
        .orderBy(asc(account.createdAt), asc(account.id))
      const personas = []
      // One after the other: a transaction has one connection, which takes one query at a time.
      for (const person of people)
        personas.push({ ...person, granted: await grantedRoles(db, person.accountId, tenantId) })
      return personas
    },
    removeSampleTown: async (tenantId) => {
      await db.execute(sql`select remove_sample_town(${tenantId})`)
    },
  } satisfies Partial<AccountStore>
}
