/**
 * A value of the scheme without where it stands and who says so, to tell whether two say the same; nothing, null and an
 * empty list do.
 */
export function saidOf(value: unknown): unknown {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null
  if (Array.isArray(value)) return value.map(saidOf)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).filter(([field]) => field !== 'source' && field !== 'origin'))
}
