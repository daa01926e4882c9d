import type { CalendarStore } from '../../commands/calendar-store.ts'
import type { RegisterRecordStore, RegisterSettingStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import {
  daysOf,
  isWithin,
  yearOf,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../../domain/primitives/local-date.ts'
import { daysOfLeave, takenLeave } from '../../domain/registers/away-on-leave.ts'
import { dayClassOf, type DayClass } from '../../domain/registers/duty/day-class.ts'
import { dutyPeople } from '../../domain/registers/duty/duty-people.ts'
import { dutyBodySchema, type DutyRecord } from '../../domain/registers/duty/duty-record.ts'
import { dutySettingName, dutySettingsOf, type DutySettings } from '../../domain/registers/duty/duty-settings.ts'
import { planDuty, type DutyPlan, type FilledPlace } from '../../domain/registers/duty/plan-duty.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'

export type DutyStores = {
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly registerSettings: Pick<RegisterSettingStore, 'read'>
  readonly calendar: Pick<CalendarStore, 'read' | 'national'>
  readonly roster: Pick<RosterStore, 'assignments'>
}

/** What a roster of the days would be, and what it would put in the place of what stands. */
export type DutyDraft = {
  readonly span: DaySpan
  readonly days: readonly { readonly day: LocalDate; readonly dayClass: DayClass }[]
  readonly plan: DutyPlan
  /** Turns that are given out anew: none has begun, none is being exchanged. */
  readonly replaced: readonly DutyRecord[]
  /** Turns of the days that stay as they are. */
  readonly kept: number
}

export type RosterWanted = {
  /** Within one year. */
  readonly span: DaySpan
  /** Give out turns that have not begun once more, and not only free places. */
  readonly again: boolean
  readonly today: LocalDate
}

/** Reads calendar, roster, leave and the turns of the year, and plans the days (domain/registers/duty/plan-duty). */
export async function draftDutyRoster(
  stores: DutyStores,
  { span, again, today }: RosterWanted,
): Promise<DutyDraft> {
  const facts = await readDutyFacts(stores, span)
  const isReplaced = ({ days, state, body }: DutyRecord) =>
    again && isWithin(days.first, span) && days.first > today && state === 'planned' && body.swap === null
  const replaced = facts.turns.filter(isReplaced)
  const standing = facts.turns.filter((turn) => !isReplaced(turn))
  const days = daysOf(span).map((day) => ({ day, dayClass: facts.classOf(day) }))
  const people = dutyPeople(span, facts.roster, facts.leaves, facts.settings)
  const plan = planDuty({
    // What is past is not given out.
    days: days.filter(({ day }) => day >= today),
    people,
    settings: facts.settings,
    standing: seated(standing, facts.classOf),
  })
  return { span, days, plan, replaced, kept: standing.filter((turn) => isWithin(turn.days.first, span)).length }
}

/** All that rosters are made of, of the year that holds the span. */
export async function readDutyFacts({ records, registerSettings, calendar, roster }: DutyStores, span: DaySpan) {
  const year = yearSpan(yearOf(span.first))
  const working = await calendar.read()
  const settings: DutySettings = dutySettingsOf(await registerSettings.read(dutySettingName))
  const leaves = takenLeave(await records.list({ register: 'leave', days: year }))
  return {
    settings,
    roster: await roster.assignments(),
    leaves: leaves.map((leave) => ({ staffNumber: leave.staffNumber, days: daysOfLeave(leave) })),
    turns: dutyRecords(await records.list({ register: 'duty', days: year })),
    classOf: (day: LocalDate) => dayClassOf(day, working, calendar.national.holidayOf),
  }
}

/** Parses what the store kept: throws on a body that is not a turn's. */
export function dutyRecords(records: readonly RegisterRecord[]): readonly DutyRecord[] {
  return records.map((record) => ({ ...record, body: dutyBodySchema.parse(record.body) }))
}

/** Turns as places, numbered within their shift. */
export function seated(
  turns: readonly DutyRecord[],
  classOf: (day: LocalDate) => DayClass,
): readonly FilledPlace[] {
  const ofShift = groupBy(turns, ({ days, body }) => `${days.first} ${body.post} ${body.shift}`)
  return [...ofShift.values()].flatMap((group) =>
    group.flatMap(({ days, body, staffNumber }, index): FilledPlace[] =>
      staffNumber === null
        ? []
        : [
            {
              day: days.first,
              dayClass: classOf(days.first),
              post: body.post,
              shift: body.shift,
              seat: index + 1,
              staffNumber,
            },
          ],
    ),
  )
}
