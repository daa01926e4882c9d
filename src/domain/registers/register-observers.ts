import { attendanceObserver } from './attendance/attendance-observer.ts'
import { complaintObserver } from './complaint/observe-complaints.ts'
import { dutyObserver } from './duty/observe-duty.ts'
import { gatheringObserver } from './gathering/observe-gatherings.ts'
import { leaveObserver } from './leave/observe-leave.ts'
import type { RegisterObserver } from './register-facts.ts'
import { superiorResultObserver } from './superior-result/observe-superior-results.ts'
import { studyObserver } from './study/observe-study.ts'
import { taskObserver } from './task/observe-tasks.ts'
import { whereaboutsObserver } from './whereabouts/observe-whereabouts.ts'

/** How each register is read; one that is not here shows nothing. Each register adds its line. */
export const registerObservers: readonly RegisterObserver[] = [
  attendanceObserver,
  complaintObserver,
  leaveObserver,
  whereaboutsObserver,
  dutyObserver,
  gatheringObserver,
  studyObserver,
  taskObserver,
  superiorResultObserver,
]
