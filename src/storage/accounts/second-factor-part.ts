import { and, count, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm'
import type { ActivationStore } from '../../commands/activation-store.ts'
import type { SecondFactorStore } from '../../commands/second-factor-store.ts'
import { activation, recoveryCode, totp } from '../schema-sign-in.ts'
import type { Db } from '../town-transaction.ts'

export function secondFactorPart(db: Db) {
  return {
    holdSecondFactor: async (accountId) => {
      const [found] = await db
        .select({ sealedSecret: totp.sealedSecret, lastStep: totp.lastStep })
        .from(totp)
        .where(and(eq(totp.accountId, accountId), isNotNull(totp.confirmedAt)))
        .for('update')
      return found === undefined ? null : { ...found, lastStep: found.lastStep ?? 0 }
    },
    keepSecondFactor: async ({ accountId, ...factor }) => {
      await db
        .insert(totp)
        .values({ accountId, ...factor })
        .onConflictDoUpdate({ target: totp.accountId, set: factor })
    },
    useStep: async (accountId, step) => {
      await db.update(totp).set({ lastStep: step }).where(eq(totp.accountId, accountId))
    },
    removeSecondFactor: async (accountId) => {
      await db.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId))
      await db.delete(totp).where(eq(totp.accountId, accountId))
    },
    replaceRecoveryCodes: async (accountId, codeHashes) => {
      await db.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId))
      await db.insert(recoveryCode).values(codeHashes.map((codeHash) => ({ accountId, codeHash })))
    },
    useRecoveryCode: async (accountId, codeHash, at) => {
      const used = await db
        .update(recoveryCode)
        .set({ usedAt: at })
        .where(
          and(
            eq(recoveryCode.accountId, accountId),
            eq(recoveryCode.codeHash, codeHash),
            isNull(recoveryCode.usedAt),
          ),
        )
        .returning({ accountId: recoveryCode.accountId })
      return used.length > 0
    },
    recoveryCodesLeft: async (accountId) => {
      const [left] = await db
        .select({ codes: count() })
        .from(recoveryCode)
        .where(and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)))
      return left?.codes ?? 0
    },
  } satisfies SecondFactorStore
}

export function activationPart(db: Db) {
  return {
    useActivation: async (accountId, codeHash, at) => {
      await db.delete(activation).where(lte(activation.expiresAt, at))
      const used = await db
        .delete(activation)
        .where(
          and(
            eq(activation.accountId, accountId),
            eq(activation.codeHash, codeHash),
            gt(activation.expiresAt, at),
          ),
        )
        .returning({ accountId: activation.accountId })
      return used.length > 0
    },
  } satisfies ActivationStore
}
