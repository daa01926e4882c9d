import { z } from 'zod'

/** Parts of bodies, with what a form says when they are not filled in as they should be. */

export function requiredWords(title: string, most: number) {
  return z
    .string({ error: `请填写${title}` })
    .trim()
    .min(1, `请填写${title}`)
    .max(most, `${title}最多${String(most)}个字`)
}

/** null where it is left empty. */
export function optionalWords(title: string, most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most, `${title}最多${String(most)}个字`)
    .nullable()
}

/** YYYY-MM-DD. */
export function bodyDay(title: string) {
  return z.iso.date(`${title}请写成 2026-03-09`).regex(/^(19|20)\d\d/, `${title}请写成 2026-03-09`)
}

/** HH:MM. */
export function bodyTime(title: string) {
  return z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, `${title}请写成 08:30`)
}

/** Whole hundredths of a unit, not below 0. */
export function bodyQuantity(title: string, mostHundredths = 100_000_000) {
  return z
    .int(`${title}请填写最多两位小数的数`)
    .min(0, `${title}不能小于0`)
    .max(mostHundredths, `${title}最多是${String(mostHundredths / 100)}`)
}
