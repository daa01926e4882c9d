import { z } from 'zod'

/** The name of the setting that remembers who a name, number or card of a device is. */
export const settledPeopleSetting = 'attendance.people'

/** Pairs of a person's key in a sheet (find-person.ts) and the 工号, or null for nobody of the town's. */
export const settledPeopleSchema = z
  .array(z.tuple([z.string().max(400), z.string().min(1).max(32).nullable()]))
  .max(2_000)
  .catch([])
