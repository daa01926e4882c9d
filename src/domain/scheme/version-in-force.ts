import type { LocalDate } from '../primitives/local-date.ts'

/**
 * The version in force on a day: of those effective by then, the one adopted last (it may replace an earlier one
 * from an earlier day on). Null before the first one takes effect.
 */
export function versionInForce<Version extends { readonly version: number; readonly effectiveFrom: LocalDate }>(
  versions: readonly Version[],
  day: LocalDate,
): Version | null {
  let inForce: Version | null = null
  for (const candidate of versions)
    if (candidate.effectiveFrom <= day && (inForce === null || candidate.version > inForce.version))
      inForce = candidate
  return inForce
}

/** The first day any version is in force; null while none is adopted. */
export function firstEffectiveDay(versions: readonly { readonly effectiveFrom: LocalDate }[]): LocalDate | null {
  const days = versions.map(({ effectiveFrom }) => effectiveFrom).toSorted()
  return days[0] ?? null
}
