import { auditKindWords, auditOutcomeWords, operationGroupWords } from '../../../http/contract/audit-words.ts'

/** The query of the audit as the address bar keeps it; empty means any. */
export const auditDefaults = {
  from: '',
  to: '',
  person: '',
  kind: '',
  group: '',
  outcome: '',
  words: '',
  page: '1',
  size: '20',
  row: '',
} as const satisfies Readonly<Record<string, string>>

export type AuditState = { readonly [Field in keyof typeof auditDefaults]: string }

const day = /^\d{4}-\d{2}-\d{2}$/

/** What is asked of the server: an address typed by hand can hold anything, so what makes no sense is left out. */
export function auditFilter(state: AuditState) {
  return {
    from: day.test(state.from) ? state.from : undefined,
    to: day.test(state.to) ? state.to : undefined,
    person: filled(state.person, 60),
    kind: keyOf(auditKindWords, state.kind),
    group: keyOf(operationGroupWords, state.group),
    outcome: keyOf(auditOutcomeWords, state.outcome),
    words: filled(state.words, 100),
  }
}

export function auditPage(state: AuditState) {
  return { page: wholeNumber(state.page, 1, 1_000_000), pageSize: wholeNumber(state.size, 20, 200) }
}

/** Words to choose from, by the name that is asked for. */
export function choicesOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, text: string): Key | undefined {
  return isKey(words, text) ? text : undefined
}

function isKey<Key extends string>(words: Readonly<Record<Key, string>>, text: string): text is Key {
  return Object.hasOwn(words, text)
}

function filled(value: string, most: number): string | undefined {
  const trimmed = value.trim().slice(0, most)
  return trimmed === '' ? undefined : trimmed
}

function wholeNumber(text: string, fallback: number, most: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : fallback
}
