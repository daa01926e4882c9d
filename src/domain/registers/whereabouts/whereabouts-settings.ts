import { z } from 'zod'

/** How the board begins each morning. Suggested by this system; the text says only that whereabouts are to be shown. */
export const whereaboutsSettingsSchema = z.object({ unsaid: z.enum(['in', 'unknown']).default('in') }).readonly()
export type WhereaboutsSettings = z.infer<typeof whereaboutsSettingsSchema>

/** Under which the town's choice is kept. */
export const whereaboutsSettingsName = 'whereabouts'

export function readWhereaboutsSettings(kept: unknown): WhereaboutsSettings {
  const parsed = whereaboutsSettingsSchema.safeParse(kept ?? {})
  return parsed.success ? parsed.data : whereaboutsSettingsSchema.parse({})
}
