import type { Charged, Outcome } from './outcome.ts'

/** 绩效考核以0分计算: one charged step makes the year's score 0, after everything and in no mean over windows. */
export function zeroes({ steps }: Charged): Outcome {
  return steps === 0 ? { does: 'nothing' } : { does: 'zero' }
}
