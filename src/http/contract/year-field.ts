import { z } from 'zod'

/** An assessment year, as a number or as the text of an address or a form. */
export const yearField = z.coerce.number<number | string>().int().min(2000).max(2100)
