import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { lastDayWithin, type DayCount } from '../../domain/primitives/working-calendar.ts'
import { noPerson, type DueDay, type Matter } from './matter.ts'

/** A turn of duty of today or of the days to come. */
export type TurnFacts = {
  readonly id: string
  readonly staffNumber: string
  readonly day: LocalDate
  readonly madeOn: LocalDate
  /** Whether it is still to be served: not checked in, not looked at. */
  readonly isPlanned: boolean
  /** Who is asked to take it; null: nobody. */
  readonly askedOf: string | null
}

/** A gathering of today or of the days to come, or one whose roll is still open. */
export type GatheringFacts = {
  readonly id: string
  readonly title: string
  readonly day: LocalDate
  readonly startsAt: string
  readonly calledOn: LocalDate
  /** 工号 of those called who have neither come nor are excused. */
  readonly awaited: readonly string[]
}

/** Suggested by this system: a roll is closed within so long. */
const closeWithin: DayCount = { days: 2, kind: 'working' }

/** One's next turns, and turns one is asked to take. */
export function dutyMatters(turns: readonly TurnFacts[]): readonly Matter[] {
  return turns.flatMap(({ id, staffNumber, day, madeOn, isPlanned, askedOf }): readonly Matter[] => {
    const common = {
      action: 'duty.serve' as const,
      subject: id,
      about: day,
      since: madeOn,
      dueOn: day,
      path: `/registers/duty?month=${day.slice(0, 7)}`,
    }
    return [
      ...(isPlanned ? [{ ...common, kind: 'duty-next' as const, object: { about: staffNumber } }] : []),
      ...(askedOf === null ? [] : [{ ...common, kind: 'duty-swap' as const, object: { about: askedOf } }]),
    ]
  })
}

/** What one is called to, and rolls the office has not closed. */
export function gatheringMatters(
  gatherings: readonly GatheringFacts[],
  { today, calendar }: DueDay,
): readonly Matter[] {
  return gatherings.flatMap(({ id, title, day, startsAt, calledOn, awaited }): readonly Matter[] => {
    if (day < today)
      return [
        {
          kind: 'roll-open',
          action: 'gathering.keep',
          object: noPerson,
          subject: id,
          about: title,
          since: day,
          dueOn: lastDayWithin(day, closeWithin, calendar),
          path: `/registers/gathering?record=${id}`,
        },
      ]
    return awaited.map((staffNumber) => ({
      kind: 'gathering-called' as const,
      action: 'gathering.sign' as const,
      object: { about: staffNumber },
      subject: id,
      about: `${day} ${startsAt} ${title}`,
      since: calledOn,
      dueOn: day,
      path: `/sign-in-at/${id}`,
    }))
  })
}
