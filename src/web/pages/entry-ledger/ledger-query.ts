import type { Person } from '../../../http/contract/people.ts'

/** The query of the ledger as the address bar keeps it; empty means any. */
export const ledgerDefaults = {
  state: '',
  office: '',
  person: '',
  from: '',
  to: '',
  words: '',
  page: '1',
  size: '20',
  entry: '',
} as const satisfies Readonly<Record<string, string>>

export type LedgerState = { readonly [Field in keyof typeof ledgerDefaults]: string }

const states = ['recorded', 'confirmed', 'reversed'] as const
const day = /^\d{4}-\d{2}-\d{2}$/

/** What is asked of the server: an address typed by hand can hold anything, so what makes no sense is left out. */
export function ledgerQuery(state: LedgerState) {
  return {
    state: states.find((known) => known === state.state),
    office: filled(state.office),
    staffNumber: filled(state.person),
    from: day.test(state.from) ? state.from : undefined,
    to: day.test(state.to) ? state.to : undefined,
    words: filled(state.words.slice(0, 100)),
    page: wholeNumber(state.page, 1, 1_000_000),
    pageSize: wholeNumber(state.size, 20, 500),
  }
}

export function isFiltered(state: LedgerState): boolean {
  return [state.state, state.office, state.person, state.from, state.to, state.words].some((value) => value !== '')
}

/** 工号 → 张三（党办）, for the choice of a person. */
export function personChoices(
  people: readonly Person[],
): readonly { readonly value: string; readonly label: string }[] {
  return people.map((person) => ({
    value: person.staffNumber,
    label: `${person.name}（${person.stays.at(-1)?.office ?? ''}）${person.staffNumber}`,
  }))
}

function filled(value: string): string | undefined {
  return value.trim() === '' ? undefined : value.trim()
}

function wholeNumber(text: string, fallback: number, most: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : fallback
}
