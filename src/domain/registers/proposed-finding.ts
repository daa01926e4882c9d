import type { Finding } from '../ledger/check-finding.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import type { Observation } from './observation.ts'
import type { ProposedEntry } from './proposed-entry.ts'
import { registerTitles } from './register.ts'

/** What the office puts otherwise than proposed (改后采纳); everything is said, also what stays. */
export type ProposalChange = {
  readonly ruleId: string
  /** As typed. */
  readonly quantity: string
  readonly occurredOn: LocalDate
  readonly level: string | null
  readonly note: string | null
}

/** 考勤登记（2026-03-02，编号 1a2b3c4d）: where what an entry rests on can be looked up. */
export function basisOf({ register, occurredOn, recordIds }: Observation): string {
  const [record] = recordIds
  const number = record === undefined ? '' : `，编号 ${record.slice(0, 8)}`
  return `${registerTitles[register]}登记（${occurredOn}${number}）`
}

/** The finding a proposal comes to under a rule, as it is or as the office puts it. */
export function findingOf(
  { observation }: Pick<ProposedEntry, 'observation'>,
  ruleId: string,
  change: ProposalChange | null,
): Finding {
  const { staffNumber, occurredOn, quantity, level, matter, place, words } = observation
  return {
    about: { kind: 'people', staffNumbers: [staffNumber] },
    ruleId,
    quantity: change?.quantity ?? formatQuantity(quantity),
    occurredOn: change?.occurredOn ?? occurredOn,
    level: change === null ? level : change.level,
    matter,
    discretion: null,
    place,
    note: change?.note ?? words,
    basis: basisOf(observation),
  }
}
