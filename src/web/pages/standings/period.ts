/** The part of the assessment year looked at: '' is the whole year, else Q1–Q4 or 01–12. */
export const periodParts = [
  '',
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  ...Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')),
]

/** 2026, 2026-Q3 or 2026-09, as the API names a period; an unknown part is the whole year. */
export function periodOf(year: number, part: string): string {
  return part === '' || !periodParts.includes(part) ? String(year) : `${String(year)}-${part}`
}

/** The query that carries the period to another page. */
export function periodSearch(year: number, part: string): string {
  const search = new URLSearchParams({ year: String(year) })
  if (part !== '') search.set('part', part)
  return `?${search.toString()}`
}
