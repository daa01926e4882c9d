import type { PersonStay } from '../../../http/contract/people.ts'
import type { peopleText } from '../../text/people.ts'

type Words = (typeof peopleText)['zh']

export function employmentText(stay: PersonStay | null, text: Words): string {
  return stay?.employment ?? text.unspecified
}

/** First and last day; an open side says so in words. */
export function daysText(
  stay: { readonly from: string | null; readonly to: string | null } | null,
  text: Words,
): string {
  if (stay === null || (stay.from === null && stay.to === null)) return text.wholeTime
  if (stay.from === null) return text.to(stay.to ?? '')
  return stay.to === null ? text.from(stay.from) : text.fromTo(stay.from, stay.to)
}
