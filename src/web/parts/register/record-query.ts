/** A register's list as the address bar keeps it; empty means any. */
export const recordDefaults = {
  text: '',
  state: '',
  office: '',
  person: '',
  from: '',
  to: '',
  page: '1',
  size: '20',
  record: '',
} as const satisfies Readonly<Record<string, string>>

export type RecordState = { readonly [Field in keyof typeof recordDefaults]: string }

const day = /^\d{4}-\d{2}-\d{2}$/
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** What narrows the list: an address typed by hand can hold anything, so what makes no sense is left out. */
export function recordFilterOf(state: RecordState) {
  return {
    text: filled(state.text.slice(0, 100)),
    state: filled(state.state),
    office: filled(state.office),
    staffNumber: filled(state.person),
    from: day.test(state.from) ? state.from : undefined,
    to: day.test(state.to) ? state.to : undefined,
  }
}

export function recordQueryOf(state: RecordState) {
  return {
    ...recordFilterOf(state),
    page: wholeNumber(state.page, 1, 1_000_000),
    pageSize: wholeNumber(state.size, 20, 500),
  }
}

export function openedRecordOf(state: RecordState): string | null {
  return uuid.test(state.record) ? state.record : null
}

export function isNarrowed(state: RecordState): boolean {
  return Object.values(recordFilterOf(state)).some((value) => value !== undefined)
}

function filled(value: string): string | undefined {
  return value.trim() === '' ? undefined : value.trim()
}

function wholeNumber(text: string, fallback: number, most: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : fallback
}
