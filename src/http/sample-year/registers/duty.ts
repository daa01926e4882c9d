import { toRegisterRecord } from '../../../commands/registers/add-records.ts'
import {
  daysOf,
  localDate,
  windowAround,
  yearOf,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../../../domain/primitives/local-date.ts'
import { daysOfLeave, takenLeave } from '../../../domain/registers/away-on-leave.ts'
import { dayClassOf } from '../../../domain/registers/duty/day-class.ts'
import { dutyPeople } from '../../../domain/registers/duty/duty-people.ts'
import { dutyDefinition, hoursOfShift } from '../../../domain/registers/duty/duty-record.ts'
import { suggestedDutySettings } from '../../../domain/registers/duty/duty-settings.ts'
import { placeKey, planDuty, type FilledPlace } from '../../../domain/registers/duty/plan-duty.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import type { FillSampleRegister, SampleRegisterPorts } from '../registers.ts'

const register = anyRegister(dutyDefinition)

/** Rosters month by month, of the sample's year and of the month it is loaded in; who was found missing is in the ledger. */
export const fillDuty: FillSampleRegister = async (ports) => {
  const { year, today, entries } = ports
  const missed = entries.filter(({ basis, state }) => basis === '值班抽查' && state !== 'reversed')
  const months = Array.from(
    { length: 12 },
    (_, index) => `${String(year)}-${String(index + 1).padStart(2, '0')}-01`,
  )
  const spans = months.map((first) => windowAround(localDate(first), 'month'))
  if (yearOf(today) !== year) spans.push(windowAround(today, 'month'))
  const standing: FilledPlace[] = []
  const records: RegisterRecord[] = []
  for (const span of spans) {
    const caught = missed.filter(({ occurredOn }) => occurredOn >= span.first && occurredOn <= span.last)
    const places = await planMonth(ports, span, standing, caught)
    standing.push(...places)
    const isCaught = ({ day, staffNumber }: FilledPlace) =>
      caught.some((entry) => entry.occurredOn === day && entry.staffNumber === staffNumber)
    records.push(...places.map((place) => recordOf(ports, place, isCaught(place))))
  }
  await ports.stores.records.add(records)
}

async function planMonth(
  { stores, roster, calendar }: SampleRegisterPorts,
  span: DaySpan,
  earlier: readonly FilledPlace[],
  caught: readonly { readonly staffNumber: string; readonly occurredOn: LocalDate }[],
): Promise<readonly FilledPlace[]> {
  const { holidayOf } = stores.calendar.national
  const leaves = takenLeave(await stores.records.list({ register: 'leave', days: yearSpan(yearOf(span.first)) }))
  const away = leaves.map((leave) => ({ staffNumber: leave.staffNumber, days: daysOfLeave(leave) }))
  const fixed = caught.map(({ staffNumber, occurredOn: day }) => ({
    staffNumber,
    day,
    dayClass: dayClassOf(day, calendar, holidayOf),
    post: 'member' as const,
    shift: 'whole' as const,
    seat: 1,
  }))
  const taken = new Set(fixed.map(placeKey))
  const { filled } = planDuty({
    days: daysOf(span).map((day) => ({ day, dayClass: dayClassOf(day, calendar, holidayOf) })),
    people: dutyPeople(span, roster, away, suggestedDutySettings),
    settings: suggestedDutySettings,
    standing: [...earlier.filter(({ day }) => yearOf(day) === yearOf(span.first)), ...fixed],
  })
  return [...fixed, ...filled.filter((place) => !taken.has(placeKey(place)))]
}

/** Made on the twentieth of the month before; who served signed in a little before the shift began. */
function recordOf(
  { act, now, today, newId }: SampleRegisterPorts,
  { day, post, shift, staffNumber, seat }: FilledPlace,
  isCaught: boolean,
): RegisterRecord {
  const made = act(localDate(`${day.slice(0, 4)}-01-02`), 9, '丁岚')
  const { from } = hoursOfShift(day, shift, suggestedDutySettings)
  const checkedIn = new Date(
    from - (3 + ((Number(staffNumber) * 7 + seat * 5 + Number(day.slice(8))) % 20)) * 60_000,
  )
  const isServed = day < today && checkedIn < now
  const body = dutyDefinition.bodySchema.parse({
    post,
    shift,
    checkedInAt: isServed && !isCaught ? checkedIn.toISOString() : null,
    check: isCaught ? { found: 'missing', words: '抽查时离岗约一小时' } : null,
  })
  const record = toRegisterRecord(
    register,
    { staffNumber, office: null, days: { first: day, last: day }, body },
    { ...made, newId },
  )
  return { ...record, state: isCaught ? 'missing' : isServed ? 'present' : 'planned' }
}
