import { absenceWords } from '../../../domain/roster/absence.ts'
import { historyOf, type HistoryEvent } from '../../../domain/roster/person-history.ts'
import type { Person, PersonStay } from '../../../http/contract/people.ts'

type Stretch = {
  readonly key: string
  readonly from: string | null
  readonly to: string | null
  /** What happened at its beginning and end, and can be corrected. */
  readonly events: readonly HistoryEvent[]
}

export type TimelineStretch = Stretch &
  (
    | { readonly kind: 'stay'; readonly stay: PersonStay }
    | { readonly kind: 'absence'; readonly word: string; readonly note: string }
  )

/** Stays and absences of a person, one after another by their first day; a stay comes before what falls into it. */
export function timelineOf({ stays, absences }: Person): readonly TimelineStretch[] {
  const events = historyOf({ assignments: stays, absences })
  const at = (kinds: readonly HistoryEvent['what'][], day: string | null) =>
    events.filter(({ what, on }) => kinds.includes(what) && on === day)
  const all: TimelineStretch[] = [
    ...stays.map((stay) => ({
      kind: 'stay' as const,
      key: `stay ${stay.from ?? ''}`,
      from: stay.from,
      to: stay.to,
      stay,
      events: [...at(['join', 'move'], stay.from), ...at(['leave'], stay.to)],
    })),
    ...absences.map(({ kind, from, to, note }) => ({
      kind: 'absence' as const,
      key: `absence ${from}`,
      from,
      to,
      word: absenceWords[kind],
      note,
      events: [...at(['absence-start'], from), ...at(['absence-end'], to)],
    })),
  ]
  return all.toSorted((left, right) => {
    const [first, second] = [left.from ?? '', right.from ?? '']
    if (first !== second) return first < second ? -1 : 1
    return left.kind === right.kind ? 0 : left.kind === 'stay' ? -1 : 1
  })
}
