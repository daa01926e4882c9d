import { toRegisterRecord } from '../../../commands/registers/add-records.ts'
import { clockTime, clockTimeOf, minutesOf } from '../../../domain/primitives/clock-time.ts'
import { townMoment, type LocalDate } from '../../../domain/primitives/local-date.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import {
  whereaboutsDefinition,
  type WhereaboutsBody,
} from '../../../domain/registers/whereabouts/whereabouts-record.ts'
import type { FillSampleRegister, SampleRegisterPorts } from '../registers.ts'

const register = anyRegister(whereaboutsDefinition)
const inspector = '郝嘉言'

/** Where some are today: every third person, one after the other. */
const today = [
  { kind: 'village', place: '石桥村', backAt: null },
  { kind: 'meeting', place: '二楼会议室', backAt: null },
  { kind: 'out', place: '区政府', backAt: null },
  { kind: 'village', place: '青禾村', backAt: null },
  { kind: 'in', place: null, backAt: null },
  { kind: 'out', place: null, backAt: '08:45' },
] as const

/** 去向 of the sample: the checks the ledger speaks of, and this morning's board. */
export const fillWhereabouts: FillSampleRegister = async (ports) => {
  const { stores, roster, entries, today: day, now } = ports
  const checks = entries
    .filter(({ clause, basis, state }) => clause.includes('去向') && basis === '周督查' && state !== 'reversed')
    .map(({ staffNumber, occurredOn, note }) => {
      const office = roster.find((one) => one.staffNumber === staffNumber)?.office ?? null
      const found = { kind: 'missing', at: '10:20', place: office, backAt: null, words: note } as const
      return recordOf(ports, staffNumber, occurredOn, { body: found, hour: 10, by: inspector })
    })
  const minutesNow = minutesOf(clockTime(townMoment(now.getTime()).slice(11, 16)))
  const people = roster.filter(({ to }) => to === null)
  const shown = people
    .filter((_, index) => index % 3 === 1)
    .map(({ staffNumber, name }, index) => {
      const said = today[index % today.length] ?? today[0]
      // Nobody said anything later than now, when the sample is loaded early in the morning.
      const minutes = Math.min(8 * 60 + 10 + (index % 20), minutesNow)
      const body = { ...said, at: clockTimeOf(minutes), words: null }
      return recordOf(ports, staffNumber, day, { body, hour: minutes / 60, by: name })
    })
  await stores.records.add([...checks, ...shown])
}

type Said = { readonly body: WhereaboutsBody; readonly hour: number; readonly by: string }

function recordOf(
  { act }: SampleRegisterPorts,
  staffNumber: string,
  day: LocalDate,
  { body, hour, by }: Said,
): RegisterRecord {
  return toRegisterRecord(
    register,
    { staffNumber, office: null, days: { first: day, last: day }, body },
    act(day, hour, by),
  )
}
