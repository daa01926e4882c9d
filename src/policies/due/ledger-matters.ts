import { toldOn } from '../../domain/ledger/told-on.ts'
import type { MonthClose } from '../../domain/ledger/month-close.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { lastDayWithin, type DayCount } from '../../domain/primitives/working-calendar.ts'
import { lastDayToObject, type Terms } from '../../domain/review/objection-term.ts'
import type { DueDay, Matter } from './matter.ts'

/** An entry as far as its next step asks. */
export type EntryFacts = {
  readonly id: string
  readonly staffNumber: string
  readonly state: 'recorded' | 'confirmed' | 'reversed'
  readonly occurredOn: LocalDate
  readonly position: number
  readonly recordedOn: LocalDate
  readonly recordedBy: string
}

/** Suggested by this system, no regulation gives them: 登记 is confirmed within so long. */
const confirmWithin: DayCount = { days: 5, kind: 'working' }

/** 待确认: of whoever may confirm them, recorder and subject apart. */
export function unconfirmedMatters(entries: readonly EntryFacts[], { calendar }: DueDay): readonly Matter[] {
  return entries
    .filter(({ state }) => state === 'recorded')
    .map((entry) => ({
      kind: 'entries-unconfirmed',
      action: 'entry.confirm',
      object: { about: entry.staffNumber, recorder: entry.recordedBy },
      subject: entry.id,
      about: null,
      since: entry.recordedOn,
      dueOn: lastDayWithin(entry.recordedOn, confirmWithin, calendar),
      path: '/entries/confirm',
      lookAt: '/entries?state=recorded',
    }))
}

/** Suggested by this system: what a register proposes is adopted or dismissed within so long. */
const decideWithin: DayCount = { days: 5, kind: 'working' }

/** 登记建议: of whoever may decide on them, whom they are about apart. */
export function proposedEntryMatters(
  proposals: readonly { readonly id: string; readonly staffNumber: string; readonly madeOn: LocalDate }[],
  { calendar }: DueDay,
): readonly Matter[] {
  return proposals.map(({ id, staffNumber, madeOn }) => ({
    kind: 'proposals-open',
    action: 'proposed-entry.decide',
    object: { about: staffNumber },
    subject: id,
    about: null,
    since: madeOn,
    dueOn: lastDayWithin(madeOn, decideWithin, calendar),
    path: '/suggestions',
  }))
}

type Known = {
  readonly entries: readonly EntryFacts[]
  /** 签收, by entry. */
  readonly acknowledged: ReadonlyMap<string, LocalDate>
  readonly closes: readonly MonthClose[]
  /** Entries somebody has objected to already. */
  readonly objectedTo: ReadonlySet<string>
  readonly terms: Terms
}

/** Of entries about oneself: those to be signed for, and the last days on which they may still be objected to. */
export function ownEntryMatters(
  { entries, acknowledged, closes, objectedTo, terms }: Known,
  { today, calendar }: DueDay,
): readonly Matter[] {
  return entries.flatMap((entry): readonly Matter[] => {
    const { id, staffNumber, state } = entry
    if (state === 'reversed') return []
    const path = `/people/${encodeURIComponent(staffNumber)}/sheet?year=${entry.occurredOn.slice(0, 4)}`
    const common = { object: { about: staffNumber }, subject: id, about: null, path } as const
    const acknowledgedOn = acknowledged.get(id) ?? null
    const told = toldOn(entry, acknowledgedOn, closes)
    const last = lastDayToObject({ about: 'entry', toldOn: told }, terms, calendar)
    if (told === null)
      return [
        {
          ...common,
          kind: 'entries-to-sign',
          action: 'entry.acknowledge',
          since: entry.recordedOn,
          dueOn: null,
        },
      ]
    if (last === null || last < today || objectedTo.has(id)) return []
    return [{ ...common, kind: 'objection-ending', action: 'objection.file', since: told, dueOn: last }]
  })
}
