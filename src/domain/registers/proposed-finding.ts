import type { Finding } from '../ledger/check-finding.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import { formatQuantity, isCountUnit, oneUnit, type Quantity } from '../primitives/quantity.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import type { Rule } from '../scheme/scheme.ts'
import { unitOfQuantity } from '../scheme/unit-of-rule.ts'
import { kindTerms, type ObservationKind } from './observation-kinds.ts'
import type { Observation } from './observation.ts'
import type { ProposedEntry } from './proposed-entry.ts'
import { registerTitles } from './register.ts'
import { countsPieces } from './study/counts-pieces.ts'

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

/** `unit`: the rule's. */
export type UnitUnfit = {
  readonly code: 'proposal-unit-unfit'
  readonly kind: ObservationKind
  readonly unit: string
}

/**
 * What a fact comes to under a rule, in the rule's unit: a piece of reading notes is one where the rule counts pieces,
 * whatever its words. Refused where the units are not of one sort: the office has to say how many.
 */
export function quantityUnder(
  { kind, quantity }: Observation,
  rule: Rule | undefined,
): Result<Quantity, UnitUnfit> {
  const { unit } = kindTerms[kind]
  const ofRule = rule === undefined ? null : unitOfQuantity(rule)
  if (ofRule === null || ofRule === unit) return accept(quantity)
  if (kind === 'study-notes' && countsPieces(ofRule)) return accept(oneUnit)
  if (isOfOccurrences(unit) && isOfOccurrences(ofRule)) return accept(quantity)
  return refuse({ code: 'proposal-unit-unfit', kind, unit: ofRule })
}

/** A day that went wrong is counted like an occurrence; words, hours, yuan and percent are not. */
function isOfOccurrences(unit: string): boolean {
  return isCountUnit(unit) || unit === '天'
}

/** The finding a proposal comes to under a rule, as it is or as the office puts it. */
export function findingOf(
  { observation }: Pick<ProposedEntry, 'observation'>,
  ruleId: string,
  change: ProposalChange | null,
  units: Quantity = observation.quantity,
): Finding {
  const { staffNumber, occurredOn, level, matter, place, words } = observation
  return {
    about: { kind: 'people', staffNumbers: [staffNumber] },
    ruleId,
    quantity: change?.quantity ?? formatQuantity(units),
    occurredOn: change?.occurredOn ?? occurredOn,
    level: change === null ? level : change.level,
    matter,
    discretion: null,
    place,
    note: change?.note ?? words,
    basis: basisOf(observation),
  }
}
