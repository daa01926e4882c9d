import { isWithin } from '../../primitives/local-date.ts'
import { oneUnit } from '../../primitives/quantity.ts'
import { leaveBodySchema } from '../leave/leave-record.ts'
import type { RegisterObserver } from '../register-facts.ts'
import { theSameDays } from '../register-facts.ts'
import { isAwayThen } from './day-status.ts'
import { whereaboutsBodySchema } from './whereabouts-record.ts'

/**
 * Each time somebody was looked for and found neither in nor accounted for; leave granted for that half of the day, also
 * afterwards, accounts for it.
 */
export const whereaboutsObserver: RegisterObserver = {
  register: 'whereabouts',
  alsoReads: ['leave'],
  settings: [],
  readOver: theSameDays,
  observe: (records, facts) => {
    const leave = facts
      .recordsOf('leave')
      .map((record) => ({ ...record, body: leaveBodySchema.parse(record.body) }))
    return records.flatMap(({ id, staffNumber, days, body: kept }) => {
      const body = whereaboutsBodySchema.parse(kept)
      const day = days.first
      if (body.sort !== 'checked' || staffNumber === null || day > facts.today) return []
      const isExcused = leave.some(
        (record) => record.staffNumber === staffNumber && isAwayThen(record, { day, time: body.at }),
      )
      if (isExcused || !isWithin(day, facts.days)) return []
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
          place: body.place === '' ? null : body.place,
          words: `${body.at}查岗不在，去向告示牌没有注明${body.words === '' ? '' : `：${body.words.replace(/。$/, '')}`}。`,
          recordIds: [id],
        },
      ]
    })
  },
}
