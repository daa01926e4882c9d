import type { LocalDate } from '../../primitives/local-date.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'
import type { Assignment } from '../../roster/assignment.ts'
import { isSameOffice } from '../../roster/office-names.ts'
import { halfAt, shareHalves } from './half-days.ts'
import { askedHalves, countedHalves, isStanding, usedHalves, type LeaveRecord } from './leave-record.ts'

/** A working day of a leave on which others of the office are away too. */
export type OfficeAway = {
  readonly day: LocalDate
  /** 工号 of the others who are, or have asked to be. */
  readonly others: readonly string[]
  /** Staff of the office that day, who asks among them. */
  readonly members: number
  /** Two of three are away, or more, with who asks. Suggested by this system. */
  readonly isShort: boolean
}

/** Who of the same office is away on the days asked for, by day; days on which nobody else is are left out. */
export function officeAway(
  asked: Pick<LeaveRecord, 'id' | 'staffNumber' | 'days' | 'body'>,
  leave: readonly LeaveRecord[],
  { roster, calendar }: { readonly roster: readonly Assignment[]; readonly calendar: WorkingCalendar },
): readonly OfficeAway[] {
  const days = [...new Set(countedHalves(asked, calendar).map(({ day }) => day))]
  const span = askedHalves(asked)
  return days.flatMap((day) => {
    const present = roster.filter(
      ({ post, from, to }) => post === '工作人员' && (from === null || from <= day) && (to === null || day <= to),
    )
    const own = present.find(({ staffNumber }) => staffNumber === asked.staffNumber)
    if (own === undefined || own.office === '') return []
    const members = new Set(
      present.filter(({ office }) => isSameOffice(office, own.office)).map(({ staffNumber }) => staffNumber),
    )
    const whole = { from: halfAt(day, 'morning'), until: halfAt(day, 'evening') }
    const wanted = { from: Math.max(whole.from, span.from), until: Math.min(whole.until, span.until) }
    const others = new Set(
      leave
        .filter(
          (record) => record.id !== asked.id && isStanding(record) && shareHalves(usedHalves(record), wanted),
        )
        .flatMap(({ staffNumber }) =>
          staffNumber !== null && staffNumber !== asked.staffNumber && members.has(staffNumber)
            ? [staffNumber]
            : [],
        ),
    )
    if (others.size === 0) return []
    return [
      { day, others: [...others], members: members.size, isShort: (others.size + 1) * 3 >= members.size * 2 },
    ]
  })
}
