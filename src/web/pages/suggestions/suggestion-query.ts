import { isRegisterId } from '../../../domain/registers/register.ts'
import type { ProposedEntryState } from '../../../domain/registers/proposed-entry.ts'

/** The list's state in the address bar. */
export const suggestionDefaults = {
  tab: 'open',
  register: '',
  office: '',
  person: '',
  from: '',
  to: '',
  page: '1',
  size: '20',
  proposal: '',
}
export type SuggestionState = typeof suggestionDefaults

/** What the state asks of the list; what is empty or no register does not narrow. */
export function queryOf(
  { register, office, person, from, to, page, size }: SuggestionState,
  state: ProposedEntryState,
) {
  return {
    state,
    ...(isRegisterId(register) ? { register } : {}),
    ...(office === '' ? {} : { office }),
    ...(person === '' ? {} : { staffNumber: person }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    page: wholeOf(page, 1),
    pageSize: wholeOf(size, 20),
  }
}

function wholeOf(typed: string, fallback: number): number {
  return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : fallback
}
