import type { Finding } from '../ledger/check-finding.ts'
import { formatPoints, centipoints } from '../primitives/centipoints.ts'
import { formatQuantity, quantity } from '../primitives/quantity.ts'
import type { Discretion } from './proceeding.ts'
import type { Minutes } from './step-deed.ts'

/** What was decided for one person, in whole hundredths of a point; null: nothing is taken or given. */
export type DecidedAmount = { readonly staffNumber: string; readonly centipoints: number | null }

/**
 * What a decision puts into the ledger: one finding for each person with an amount, in the order of the decision. All
 * share one matter, as they were proposed together; the facts are its note, and the decision its basis.
 */
export function decidedFindings(
  { subject, year, number }: Pick<Discretion, 'subject' | 'year' | 'number'>,
  amounts: readonly DecidedAmount[],
  minutes: Pick<Minutes, 'title' | 'meetingOn'>,
): readonly Finding[] {
  const { ruleId, occurredOn, matter, place, facts } = subject
  return amounts.flatMap((amount) =>
    amount.centipoints === null
      ? []
      : [
          {
            about: { kind: 'people' as const, staffNumbers: [amount.staffNumber] },
            ruleId,
            quantity: formatQuantity(quantity(subject.quantity)),
            occurredOn,
            level: null,
            matter,
            discretion: formatPoints(centipoints(amount.centipoints)),
            place,
            note: facts,
            basis: decisionBasis({ year, number }, minutes),
          },
        ],
  )
}

/** 裁量〔2026〕3号，2026-11-20考核领导小组会议，《纪要》: what an entry says of where it was decided. */
export function decisionBasis(
  { year, number }: Pick<Discretion, 'year' | 'number'>,
  { title, meetingOn }: Pick<Minutes, 'title' | 'meetingOn'>,
): string {
  return `裁量〔${String(year)}〕${String(number)}号，${meetingOn}考核领导小组会议，${title}`
}
