import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import { registerIds } from './register.ts'
import { observationKinds } from './observation-kinds.ts'

const day = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

/**
 * What a register shows about one person on one day, without judgement (SPEC §6). The scheme says which rule it falls
 * under (rule-bindings.ts); it deducts nothing by itself.
 */
export const observationSchema = z
  .object({
    register: z.enum(registerIds),
    kind: z.enum(observationKinds),
    /**
     * The fact's own name, the same however often the register is read or imported: `late/001/2026-03-02/1`. Unique in
     * the town: the same fact is never proposed twice.
     */
    factKey: z.string().min(1).max(200),
    staffNumber: z.string().min(1),
    occurredOn: day,
    /** Hundredths of the kind's unit: 1次 is 100; what was achieved, for a kind that reports achievement. */
    quantity: z.int().transform((hundredths) => quantity(hundredths)),
    /** 区 市 省 国家, where the kind has a level. */
    level: z.string().nullable(),
    /** Which of the kind it is, where rules differ by it: 末位, 警告. Part of what a rule is bound to. */
    variant: z.string().nullable(),
    /** 事项: observations that share it are charged once among rules that differ only in level. */
    matter: z.string().nullable(),
    place: z.string().nullable(),
    /** One Chinese sentence with the figures of the register: 上午8:30上班，9:12打卡，迟到42分钟。 */
    words: z.string().min(1),
    /** Of the register: where it can be looked up. */
    recordIds: z.array(z.uuid()).readonly(),
  })
  .readonly()

export type Observation = z.infer<typeof observationSchema>

/** Whether two readings of a fact say the same; the words may be put otherwise, what is charged may not. */
export function isSameObservation(one: Observation, other: Observation): boolean {
  return (
    one.factKey === other.factKey &&
    one.kind === other.kind &&
    one.staffNumber === other.staffNumber &&
    one.occurredOn === other.occurredOn &&
    one.quantity === other.quantity &&
    one.level === other.level &&
    one.variant === other.variant &&
    one.matter === other.matter
  )
}
