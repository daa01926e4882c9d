type Effective = { readonly effectiveFrom: string }

/**
 * The day offered for the next version: 1 January of the year at work; where a version is in force from then on
 * already, today, or the next 1 January after the last.
 */
export function firstDayOfNext(versions: readonly Effective[], year: number, today: string): string {
  const last =
    versions
      .map(({ effectiveFrom }) => effectiveFrom)
      .toSorted()
      .at(-1) ?? ''
  const newYear = `${String(year)}-01-01`
  if (last < newYear) return newYear
  return last < today ? today : `${String(Number(last.slice(0, 4)) + 1)}-01-01`
}
