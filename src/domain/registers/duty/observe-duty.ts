import { isWithin } from '../../primitives/local-date.ts'
import { oneUnit } from '../../primitives/quantity.ts'
import { isOnLeave, takenLeave } from '../away-on-leave.ts'
import type { Observation } from '../observation.ts'
import { theSameDays, type RegisterObserver } from '../register-facts.ts'
import { dutyBodySchema, dutyDefinition, hoursOfShift, turnKey } from './duty-record.ts'
import { dutySettingName, dutySettingsOf } from './duty-settings.ts'

/**
 * 值班缺岗: found missing, or (where the town has it so) over without a check-in. Whoever was granted leave for the day
 * was not missing, whatever the roster still says.
 */
export const dutyObserver: RegisterObserver = {
  register: 'duty',
  alsoReads: ['leave'],
  isOfOnePerson: true,
  settings: [dutySettingName],
  readOver: theSameDays,
  observe: (records, facts) => {
    const settings = dutySettingsOf(facts.setting(dutySettingName))
    const leaves = takenLeave(facts.recordsOf('leave'))
    return records.flatMap(({ id, state, staffNumber, office, days, body: stored }): Observation[] => {
      const day = days.first
      if (staffNumber === null || day > facts.today || !isWithin(day, facts.days)) return []
      if (isOnLeave(leaves, staffNumber, day)) return []
      const body = dutyBodySchema.parse(stored)
      const isOver = facts.at.getTime() > hoursOfShift(day, body.shift, settings).to
      const isUnseen = settings.missedWithoutCheckIn && state === 'planned' && isOver
      if (state !== 'missing' && !isUnseen) return []
      const turn = dutyDefinition.summary({ staffNumber, office, days, body })
      const found = body.check === null || body.check.words === '' ? '' : `（${body.check.words}）`
      return [
        {
          register: 'duty',
          kind: 'duty-missed',
          factKey: `duty/${turnKey({ staffNumber, day, post: body.post, shift: body.shift })}`,
          staffNumber,
          occurredOn: day,
          quantity: oneUnit,
          level: null,
          variant: null,
          matter: null,
          place: null,
          words: state === 'missing' ? `${turn}，查岗时不在岗${found}。` : `${turn}，没有签到。`,
          recordIds: [id],
        },
      ]
    })
  },
}
