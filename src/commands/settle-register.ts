import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { DaySpan } from '../domain/primitives/local-date.ts'
import type { Act } from './draft-store.ts'
import type { RegisterStore } from './rating-store.ts'

export type RegisterRefusal = { readonly code: 'register-not-unkept' }

/**
 * The office's word on a register nobody kept: checked (who has no entry achieved 0) or waived (SPEC §4.1). Refused for
 * anything that is not an unkept register of that window; a later word replaces an earlier one, both stay on record.
 */
export async function settleRegister(
  registers: RegisterStore,
  act: Act,
  input: {
    readonly ruleId: string
    readonly span: DaySpan
    readonly kind: 'checked' | 'waived'
    readonly reason: string
  },
  unkept: readonly { readonly rule: { readonly id: string }; readonly span: DaySpan }[],
): Promise<Result<true, RegisterRefusal>> {
  const isUnkept = unkept.some(
    ({ rule, span }) =>
      rule.id === input.ruleId && span.first === input.span.first && span.last === input.span.last,
  )
  if (!isUnkept) return refuse({ code: 'register-not-unkept' })
  await registers.add({ id: act.newId(), ...input, at: act.at, by: act.by })
  return accept(true)
}
