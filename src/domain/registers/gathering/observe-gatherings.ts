import { isWithin } from '../../primitives/local-date.ts'
import { oneUnit } from '../../primitives/quantity.ts'
import type { Observation } from '../observation.ts'
import { theSameDays, type RegisterObserver } from '../register-facts.ts'
import { attendanceAt } from './attendance-at.ts'
import { absenceKindOf, gatheringBodySchema, gatheringDefinition } from './gathering-record.ts'

/** 缺席: one fact per person and gathering, once the roll is closed; leave and what the office excused are none. */
export const gatheringObserver: RegisterObserver = {
  register: 'gathering',
  alsoReads: ['leave'],
  isOfOnePerson: false,
  settings: [],
  readOver: theSameDays,
  observe: (records, facts) => {
    const leaves = facts.recordsOf('leave')
    return records.flatMap((record): Observation[] => {
      const { id, state, days } = record
      if (state !== 'ended' || days.first > facts.today || !isWithin(days.first, facts.days)) return []
      const body = gatheringBodySchema.parse(record.body)
      return attendanceAt({ days, body }, facts.roster, leaves)
        .filter(({ status }) => status === 'missing')
        .map(({ staffNumber, office }) => ({
          register: 'gathering',
          kind: absenceKindOf[body.kind],
          factKey: `gathering/${id}/${staffNumber}`,
          staffNumber,
          occurredOn: days.first,
          quantity: oneUnit,
          level: null,
          variant: null,
          matter: null,
          place: body.place,
          words: `${gatheringDefinition.summary({ staffNumber, office, days, body })}，没有签到，也没有请假。`,
          recordIds: [id],
        }))
    })
  },
}
