import type { DayCount } from '../primitives/working-calendar.ts'
import type { DueStep, Scheme } from './scheme.ts'

/** What holds where a regulation gives no days (SPEC §5): «本系统建议值，非办法原文». */
const defaultDays: Readonly<Record<DueStep, number>> = { 公示: 5, 异议: 5, 答复: 5, 申请复核: 5, 复核: 10 }

export type DueTerm = DayCount & {
  /** true: not of the regulation, but this system's own suggestion. */
  readonly isDefault: boolean
}

/** How long a step of due process lasts by the scheme, else 5 working days (10 for the review). */
export function dueTerm(scheme: Pick<Scheme, 'deadlines'>, step: DueStep): DueTerm {
  const given = scheme.deadlines?.find((deadline) => deadline.step === step)
  if (given === undefined) return { days: defaultDays[step], kind: 'working', isDefault: true }
  return { days: given.days, kind: given.kind, isDefault: given.origin === 'default' }
}
