import { addDays, type LocalDate } from '../../domain/primitives/local-date.ts'
import { firstWorkingDayFrom, lastDayWithin, type DayCount } from '../../domain/primitives/working-calendar.ts'
import { noPerson, type DueDay, type Matter } from './matter.ts'

/** A leave that waits for a hand. */
export type LeaveFacts = {
  readonly id: string
  readonly staffNumber: string
  readonly state: 'asked' | 'approved' | 'registered'
  readonly first: LocalDate
  readonly last: LocalDate
  /** Asked for, or granted. */
  readonly since: LocalDate
  /** 工号 of whoever may decide. */
  readonly approvers: readonly string[]
  readonly isRegistered: boolean
}

/** Suggested by this system: a leave is decided, and registered, within so long. */
const decideWithin: DayCount = { days: 1, kind: 'working' }
const registerWithin: DayCount = { days: 2, kind: 'working' }

/** What an approver is to decide, 政府办 to register, and who should be back to say so. */
export function leaveMatters(leave: readonly LeaveFacts[], { today, calendar }: DueDay): readonly Matter[] {
  return leave.flatMap(({ id, staffNumber, state, last, since, approvers, isRegistered }): readonly Matter[] => {
    if (state === 'asked')
      return [
        {
          kind: 'leave-to-decide',
          action: 'leave.approve',
          object: { about: staffNumber },
          onlyFor: approvers,
          subject: id,
          about: null,
          since,
          dueOn: lastDayWithin(since, decideWithin, calendar),
          path: '/registers/leave?show=decide',
        },
      ]
    const backOn = firstWorkingDayFrom(addDays(last, 1), calendar)
    return [
      ...(isRegistered
        ? []
        : [
            {
              kind: 'leave-to-register' as const,
              action: 'leave.keep' as const,
              object: noPerson,
              subject: id,
              about: null,
              since,
              dueOn: lastDayWithin(since, registerWithin, calendar),
              path: '/registers/leave?show=list&state=approved',
            },
          ]),
      ...(today < backOn
        ? []
        : [
            {
              kind: 'leave-return-due' as const,
              action: 'leave.request' as const,
              object: { about: staffNumber },
              subject: id,
              about: null,
              since: backOn,
              dueOn: backOn,
              path: '/registers/leave?show=own',
              lookAt: '/registers/leave?show=list&state=registered',
            },
          ]),
    ]
  })
}
