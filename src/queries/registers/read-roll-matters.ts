import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { addDays, townDay } from '../../domain/primitives/local-date.ts'
import { attendanceAt } from '../../domain/registers/gathering/attendance-at.ts'
import type { DueDay, Matter } from '../../policies/due/matter.ts'
import { dutyMatters, gatheringMatters } from '../../policies/due/roll-matters.ts'
import { dutyRecords } from './draft-duty-roster.ts'
import { gatheringRecords } from './read-gathering.ts'

export type RollMatterStores = {
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly roster: Pick<RosterStore, 'assignments'>
}

/** So many days ahead one is told of a turn or a gathering. */
const daysAhead = 7
/** A turn may be exchanged so long ahead; a roll that is older than this is no longer asked for. */
const daysOfSwaps = 92

/** Turns and gatherings of the next days, turns somebody is asked to take, and rolls that were not closed. */
export async function readRollMatters(
  { records, roster }: RollMatterStores,
  day: DueDay,
): Promise<readonly Matter[]> {
  const { today } = day
  const soon = addDays(today, daysAhead)
  const ahead = { first: today, last: addDays(today, daysOfSwaps) }
  const turns = dutyRecords(await records.list({ register: 'duty', days: ahead, states: ['planned'] }))
  const wanted = turns.filter(({ days, body }) => days.first <= soon || body.swap !== null)
  const rolls = { first: addDays(today, -daysOfSwaps), last: soon }
  const gatherings = gatheringRecords(
    await records.list({ register: 'gathering', days: rolls, states: ['called'] }),
  )
  const leaves = gatherings.length === 0 ? [] : await records.list({ register: 'leave', days: rolls })
  const assignments = gatherings.length === 0 ? [] : await roster.assignments()
  return [
    ...dutyMatters(
      wanted.map(({ id, staffNumber, days, at, body }) => ({
        id,
        staffNumber: staffNumber ?? '',
        day: days.first,
        madeOn: townDay(at.getTime()),
        isPlanned: days.first <= soon,
        askedOf: body.swap?.to ?? null,
      })),
    ),
    ...gatheringMatters(
      gatherings.map((gathering) => ({
        id: gathering.id,
        title: gathering.body.title,
        day: gathering.days.first,
        startsAt: gathering.body.startsAt,
        calledOn: townDay(gathering.at.getTime()),
        awaited: attendanceAt(gathering, assignments, leaves).flatMap(({ status, staffNumber }) =>
          status === 'missing' ? [staffNumber] : [],
        ),
      })),
      day,
    ),
  ]
}
