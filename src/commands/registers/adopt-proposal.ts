import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../../domain/primitives/result.ts'
import type { ProposedEntry } from '../../domain/registers/proposed-entry.ts'
import { basisOf, findingOf, quantityUnder, type ProposalChange } from '../../domain/registers/proposed-finding.ts'
import { placedRules, type Rule } from '../../domain/scheme/scheme.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import { proposeDiscretion } from '../propose-discretion.ts'
import { recordEntry } from '../record-entry.ts'
import { reverseEntry } from '../reverse-entry.ts'
import type { AdoptionRefusal, DecidedProposal, DecidingPorts } from './decide-proposed-entries.ts'

type Became = DecidedProposal['became']

/**
 * Records the entry a proposal comes to; under a rule whose amount the leading group decides it is put before the group
 * instead (提请裁量). What recording refuses is refused.
 */
export async function adoptProposal(
  { stores, act, factsOf }: DecidingPorts,
  proposal: ProposedEntry,
  {
    ruleId: bound,
    change,
    reason,
  }: { readonly ruleId: string | null; readonly change: ProposalChange | null; readonly reason: string | null },
): Promise<Result<Became, AdoptionRefusal>> {
  const ruleId = change?.ruleId ?? bound
  if (ruleId === null) return refuse({ code: 'proposal-unbound' })
  const rule = await ruleOn(stores, change?.occurredOn ?? proposal.observation.occurredOn, ruleId)
  const units = quantityUnder(proposal.observation, rule)
  if (change === null && !units.ok) return units
  const finding = findingOf(proposal, ruleId, change, units.ok ? units.value : undefined)
  if (rule?.effect === 'discretionary') {
    const facts = [finding.note, reason, `依据：${finding.basis ?? ''}`]
      .filter((words) => words !== null)
      .join('\n')
    const proposed = await proposeDiscretion(stores, act, { ...finding, facts }, factsOf)
    return proposed.ok ? accept({ kind: 'discretion', id: proposed.value.id }) : proposed
  }
  const note = reason === null ? finding.note : `${finding.note ?? ''}（改后采纳：${reason}）`
  const recorded = await recordEntry(stores, act, { ...finding, note })
  if (!recorded.ok) return recorded
  const [entry] = recorded.value
  assert(entry !== undefined, 'a finding about one person is one entry')
  return accept({ kind: 'entry', id: entry.id })
}

/** The rule of the version in force that day. */
async function ruleOn(
  { versions }: DecidingPorts['stores'],
  day: LocalDate,
  ruleId: string,
): Promise<Rule | undefined> {
  const version = versionInForce(await versions.list(), day)
  if (version === null) return undefined
  for (const { rule } of placedRules(version.scheme)) if (rule.id === ruleId) return rule
  return undefined
}

/**
 * Reverses the entry that was made of a fact which is gone or changed, under the bars of every reversal. Of what was put
 * before the leading group the entry is the one its decision made for this person.
 */
export async function reverseForProposal(
  { stores, act, subject }: DecidingPorts,
  { entryId, observation }: ProposedEntry,
  reason: string | null,
): Promise<Result<Became, AdoptionRefusal>> {
  assert(entryId !== null, 'a reversal names its entry')
  const made = await entryMadeOf(stores, entryId, observation.staffNumber)
  if (!made.ok) return made
  const words = reason ?? `登记情况有变，原记录的事实不再成立（${basisOf(observation)}）`
  const reversed = await reverseEntry(stores.ledger, act, subject, { entryId: made.value, reason: words })
  return reversed.ok ? accept({ kind: 'reversal', id: made.value }) : reversed
}

/** The entry itself, or the one a discretion was decided as for the person. */
async function entryMadeOf(
  { ledger, proceedings }: DecidingPorts['stores'],
  entryId: string,
  staffNumber: string,
): Promise<Result<string, AdoptionRefusal>> {
  const proceeding = await proceedings.find(entryId)
  if (proceeding === null) return accept(entryId)
  const entered = proceeding.steps.flatMap(({ deed }) => (deed.kind === 'entered' ? deed.entryIds : []))
  const own = (await ledger.find(entered)).find((entry) => entry.staffNumber === staffNumber)
  const { year, number } = proceeding
  return own === undefined ? refuse({ code: 'proposal-undecided', year, number }) : accept(own.id)
}
