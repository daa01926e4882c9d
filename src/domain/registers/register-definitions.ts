import { attendanceDefinition } from './attendance/attendance-record.ts'
import { dutyDefinition } from './duty/duty-record.ts'
import { gatheringDefinition } from './gathering/gathering-record.ts'
import { leaveDefinition } from './leave/leave-record.ts'
import { anyRegister, type AnyRegister } from './register-definition.ts'
import type { RegisterId } from './register.ts'
import { studyDefinition } from './study/study-record.ts'
import { superiorResultDefinition } from './superior-result/superior-result-record.ts'
import { taskDefinition } from './task/task-record.ts'
import { whereaboutsDefinition } from './whereabouts/whereabouts-record.ts'

/** All registers, one line each. */
export const registerDefinitions: readonly AnyRegister[] = [
  anyRegister(attendanceDefinition),
  anyRegister(leaveDefinition),
  anyRegister(whereaboutsDefinition),
  anyRegister(dutyDefinition),
  anyRegister(gatheringDefinition),
  anyRegister(studyDefinition),
  anyRegister(taskDefinition),
  anyRegister(superiorResultDefinition),
]

export function findRegister(id: string): AnyRegister | null {
  return registerDefinitions.find((one) => one.id === id) ?? null
}

/** Of a register that is known to be there. */
export function registerOf(id: RegisterId): AnyRegister {
  const found = findRegister(id)
  if (found === null) throw new Error(`assertion failed: ${id} is defined`)
  return found
}
