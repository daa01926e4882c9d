import { isWithin } from '../../primitives/local-date.ts'
import { oneUnit } from '../../primitives/quantity.ts'
import { toLeave } from '../leave/leave-record.ts'
import type { RegisterObserver } from '../register-facts.ts'
import { theSameDays } from '../register-facts.ts'
import { isAwayThen } from './day-status.ts'
import { toWhereabouts } from './whereabouts-record.ts'

/**
 * Each time somebody was looked for and found neither in nor accounted for; leave granted for that half of the day, also
 * afterwards, accounts for it.
 */
export const whereaboutsObserver: RegisterObserver = {
  register: 'whereabouts',
  alsoReads: ['leave'],
  isOfOnePerson: true,
  settings: [],
  readOver: theSameDays,
  observe: (records, facts) => {
    const leave = facts.recordsOf('leave').map(toLeave)
    return records.map(toWhereabouts).flatMap(({ id, staffNumber, days: { first: day }, body }) => {
      if (body.kind !== 'missing' || staffNumber === null || day > facts.today) return []
      const isExcused = leave.some(
        (record) => record.staffNumber === staffNumber && isAwayThen(record, { day, time: body.at }),
      )
      if (isExcused || !isWithin(day, facts.days)) return []
      const found = body.words === null ? '' : `：${body.words.replace(/。$/, '')}`
      return [
        {
          register: 'whereabouts' as const,
          kind: 'whereabouts-unknown' as const,
          factKey: `whereabouts-unknown/${staffNumber}/${day}/${id}`,
          staffNumber,
          occurredOn: day,
          quantity: oneUnit,
          level: null,
          variant: null,
          matter: null,
          place: body.place,
          words: `${body.at}查岗不在，去向告示牌没有注明${found}。`,
          recordIds: [id],
        },
      ]
    })
  },
}
