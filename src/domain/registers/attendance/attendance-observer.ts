import { isWithin } from '../../primitives/local-date.ts'
import type { RegisterFacts, RegisterObserver } from '../register-facts.ts'
import { theSameDays } from '../register-facts.ts'
import type { RegisterRecord } from '../register-record.ts'
import { attendanceDefinition, type AttendanceBody } from './attendance-record.ts'
import { attendanceRulesSetting, earlierRulesSetting, rulesByDay } from './attendance-rules.ts'
import { excuseKey, excusesOf, excusingRegisters, rosterPresence } from './excuses.ts'
import type { AttendanceFacts } from './judge-day.ts'
import { observeAttendance } from './observe-attendance.ts'

/** How the register of attendance is read: with the leave and the whereabouts of the same days. */
export const attendanceObserver: RegisterObserver = {
  register: 'attendance',
  alsoReads: excusingRegisters,
  isOfOnePerson: true,
  settings: [attendanceRulesSetting, earlierRulesSetting],
  readOver: theSameDays,
  observe: (records, facts) =>
    observeAttendance(
      records.filter(({ days }) => isWithin(days.first, facts.days)).map(attendanceRecord),
      attendanceFacts(facts),
    ),
}

/** A stored record with its body read. */
export function attendanceRecord(record: RegisterRecord): RegisterRecord<AttendanceBody> {
  return { ...record, body: attendanceDefinition.bodySchema.parse(record.body) }
}

/** What the days are judged by. */
export function attendanceFacts(
  facts: Pick<RegisterFacts, 'today' | 'days' | 'roster' | 'calendar' | 'setting' | 'recordsOf' | 'schemeOn'>,
): AttendanceFacts {
  const excuses = excusesOf(facts)
  return {
    rulesOn: rulesByDay(facts.setting(attendanceRulesSetting), facts.setting(earlierRulesSetting), facts.schemeOn),
    calendar: rememberingCalendar(facts.calendar),
    today: facts.today,
    excusesOf: (staffNumber, day) => excuses.get(excuseKey(staffNumber, day)) ?? [],
    isOnRoster: rosterPresence(facts.roster),
  }
}

/** A month asks of each day as often as there are people. */
function rememberingCalendar({ isWorkingDay }: RegisterFacts['calendar']): AttendanceFacts['calendar'] {
  const known = new Map<string, boolean>()
  return {
    isWorkingDay: (day) => {
      const found = known.get(day) ?? isWorkingDay(day)
      known.set(day, found)
      return found
    },
  }
}
