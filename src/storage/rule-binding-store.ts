import { and, asc, eq } from 'drizzle-orm'
import type { RuleBindingStore } from '../commands/rule-binding-store.ts'
import { assert } from '../domain/primitives/result.ts'
import { isObservationKind } from '../domain/registers/observation-kinds.ts'
import { ruleBinding } from './schema-registers.ts'
import type { Town } from './town-transaction.ts'

/** Which rules of a version the office has bound what registers observe to. */
export function ruleBindingStore({ tenantId, db }: Town): RuleBindingStore {
  return {
    ofVersion: async (version) => {
      const rows = await db
        .select()
        .from(ruleBinding)
        .where(and(eq(ruleBinding.tenantId, tenantId), eq(ruleBinding.version, version)))
        .orderBy(asc(ruleBinding.kind), asc(ruleBinding.variant))
      return rows.map(({ kind, variant, ruleId }) => {
        assert(isObservationKind(kind), `${kind} is a kind of observation`)
        return { kind, variant, ruleId }
      })
    },
    write: async (version, { kind, variant, ruleId }, { at, by }) => {
      await db
        .insert(ruleBinding)
        .values({ tenantId, version, kind, variant, ruleId, at, by })
        .onConflictDoUpdate({
          target: [ruleBinding.tenantId, ruleBinding.version, ruleBinding.kind, ruleBinding.variant],
          set: { ruleId, at, by },
        })
    },
  }
}
