import type { z } from 'zod'

/** The contract's own rule and sentence, so that the form and the server never disagree. */
export function fits(schema: z.ZodType | undefined) {
  return (_: unknown, value: unknown): Promise<void> => {
    const outcome = schema?.safeParse(value ?? '')
    return outcome === undefined || outcome.success
      ? Promise.resolve()
      : Promise.reject(new Error(outcome.error.issues[0]?.message ?? ''))
  }
}
