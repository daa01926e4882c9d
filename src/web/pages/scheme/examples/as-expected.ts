import type { WorkedExample } from '../../../../domain/scheme/scheme.ts'
import type { ExampleReckoning } from '../../../../domain/scoring/reckon-example.ts'

/** Whether an example comes to what it should: points always, pay where the example states it. */
export function isAsExpected({ expected }: WorkedExample, reckoning: ExampleReckoning): boolean {
  return (
    reckoning.refusal === null &&
    reckoning.movedCentipoints === expected.points &&
    (expected.yuan === undefined || expected.yuan === reckoning.yuanFen)
  )
}
