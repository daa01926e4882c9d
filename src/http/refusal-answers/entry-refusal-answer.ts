import type { ConfirmEntriesRefusal } from '../../commands/confirm-entries.ts'
import type { ReverseEntryRefusal } from '../../commands/reverse-entry.ts'
import type { FindingRefusal } from '../../domain/ledger/check-finding.ts'
import { findingRefusalSentence } from '../../domain/ledger/finding-refusal-sentence.ts'
import type { ReversalBar } from '../../policies/entry-bars.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

type EntryRefusal = FindingRefusal | ConfirmEntriesRefusal | ReverseEntryRefusal

/** Each code once: one that is missing here does not compile. */
const entryCodes: Readonly<Record<EntryRefusal['code'], true>> = {
  'no-scheme-in-force': true,
  'day-in-future': true,
  'quantity-unreadable': true,
  'discretion-unreadable': true,
  'basis-missing': true,
  'discretion-undecided': true,
  'discretion-not-asked': true,
  'office-empty': true,
  'person-repeated': true,
  'entry-refused': true,
  'entries-unknown': true,
  'entries-reversed': true,
  'entries-own': true,
  'reversal-barred': true,
  'entry-unknown': true,
  'entry-already-reversed': true,
}

export function isEntryRefusal(refusal: Refusal): refusal is EntryRefusal {
  return Object.hasOwn(entryCodes, refusal.code)
}

/** Recording, confirming and reversing. */
export function describeEntryRefusal(refusal: EntryRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'no-scheme-in-force':
    case 'day-in-future':
    case 'quantity-unreadable':
    case 'discretion-unreadable':
    case 'basis-missing':
    case 'discretion-undecided':
    case 'discretion-not-asked':
    case 'office-empty':
    case 'person-repeated':
      return answer(422, findingRefusalSentence(refusal), findingPlaces[refusal.code])
    case 'entry-refused':
      return answerTo(refusal.refusal)(422, findingRefusalSentence(refusal), fieldPlaces[refusal.field])
    case 'entries-unknown':
      return answer(404, `有 ${String(refusal.count)} 条记录找不到，一条都没有确认，请刷新列表后再试。`)
    case 'entries-reversed':
      return answer(409, `有 ${String(refusal.count)} 条记录已被更正（冲销），一条都没有确认，请刷新列表后再试。`)
    case 'entries-own':
      return answer(409, `${ownEntriesWords(refusal)}，须由考核办的另一人确认，一条都没有确认。`)
    case 'reversal-barred':
      return answer(409, reversalBarWords[refusal.bar])
    case 'entry-unknown':
      return answer(404, '找不到这条记录，请刷新列表。')
    case 'entry-already-reversed':
      return answer(409, `这条记录已由${refusal.by}更正（冲销）过，不能再次更正。`)
  }
}

function ownEntriesWords({ recorded, aboutOneself }: { recorded: number; aboutOneself: number }): string {
  const parts = [
    ...(recorded > 0 ? [`有 ${String(recorded)} 条是您自己登记的`] : []),
    ...(aboutOneself > 0 ? [`有 ${String(aboutOneself)} 条记的是您本人`] : []),
  ]
  return parts.join('，')
}

const reversalBarWords = {
  recorder: '这条记录是您登记的，确认以后须由没有登记也没有确认过它的人来更正。',
  confirmer: '这条记录是您确认的，须由没有登记也没有确认过它的人来更正。',
  aboutOneself: '这条记录记的是您本人，须由别人来更正。',
  notRecorder: '这条记录不是您登记的，请联系考核办更正。',
  role: '这条记录已经确认，请由考核办或考核领导小组更正。',
  state: '这条记录已被更正（冲销），请刷新列表。',
} as const satisfies Record<ReversalBar, string>

const findingPlaces = {
  'no-scheme-in-force': 'occurredOn',
  'day-in-future': 'occurredOn',
  'quantity-unreadable': 'quantity',
  'discretion-unreadable': 'discretion',
  'basis-missing': 'basis',
  'discretion-undecided': 'ruleId',
  'discretion-not-asked': 'ruleId',
  'office-empty': 'about',
  'person-repeated': 'about',
} as const

const fieldPlaces = {
  person: 'about',
  rule: 'ruleId',
  quantity: 'quantity',
  date: 'occurredOn',
  level: 'level',
  discretion: 'discretion',
} as const
