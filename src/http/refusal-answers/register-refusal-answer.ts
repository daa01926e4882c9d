import type { Refusal } from '../refusal.ts'
import type { RefusalAnswer } from './answer.ts'
import { describeComplaintRefusal, isComplaintRefusal } from './complaint-refusal-answer.ts'
import { describeLeaveRefusal, isLeaveRefusal } from './leave-refusal-answer.ts'
import { describeProposedEntryRefusal, isProposedEntryRefusal } from './proposed-entry-refusal-answer.ts'
import { describeRecordRefusal, isRecordRefusal } from './record-refusal-answer.ts'
import { describeRollRefusal, isRollRefusal } from './roll-refusal-answer.ts'
import { describeStudyTaskRefusal, isStudyTaskRefusal } from './study-task-refusal-answer.ts'

type OfRegisters =
  | Parameters<typeof describeComplaintRefusal>[0]
  | Parameters<typeof describeLeaveRefusal>[0]
  | Parameters<typeof describeProposedEntryRefusal>[0]
  | Parameters<typeof describeRecordRefusal>[0]
  | Parameters<typeof describeRollRefusal>[0]
  | Parameters<typeof describeStudyTaskRefusal>[0]

const kinds = [
  isComplaintRefusal,
  isLeaveRefusal,
  isProposedEntryRefusal,
  isRecordRefusal,
  isRollRefusal,
  isStudyTaskRefusal,
]

export function isRegisterRefusal(refusal: Refusal): refusal is Extract<Refusal, OfRegisters> {
  return kinds.some((isOfKind) => isOfKind(refusal))
}

/** The daily registers, and what they propose. */
export function describeRegisterRefusal(refusal: OfRegisters): RefusalAnswer {
  if (isComplaintRefusal(refusal)) return describeComplaintRefusal(refusal)
  if (isLeaveRefusal(refusal)) return describeLeaveRefusal(refusal)
  if (isProposedEntryRefusal(refusal)) return describeProposedEntryRefusal(refusal)
  if (isRecordRefusal(refusal)) return describeRecordRefusal(refusal)
  if (isRollRefusal(refusal)) return describeRollRefusal(refusal)
  return describeStudyTaskRefusal(refusal)
}
