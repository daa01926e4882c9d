import { takenIds } from '../../../../domain/scheme/edits/place-in-scheme.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'

/** The id of the part that an edit has added; null when it added none. */
export function newPartId(before: Scheme, after: Scheme): string | null {
  const had = takenIds(before)
  return [...takenIds(after)].find((id) => !had.has(id)) ?? null
}
