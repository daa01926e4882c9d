import { checkProposal, type Finding, type FindingRefusal } from '../domain/ledger/check-finding.ts'
import { yearOf } from '../domain/primitives/local-date.ts'
import { accept, assert, type Result } from '../domain/primitives/result.ts'
import type { Discretion } from '../domain/review/proceeding.ts'
import type { StepRefusal } from '../domain/review/step-refusal.ts'
import { takeStep, type StepFacts } from '../domain/review/take-step.ts'
import type { LedgerAct } from './append-to-ledger.ts'
import type { SchemeVersionStore } from './draft-store.ts'
import type { ProceedingStore } from './proceeding-store.ts'
import type { RosterStore } from './roster-store.ts'

export type ProposeDiscretionRefusal = StepRefusal | FindingRefusal

type Stores = {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly proceedings: ProceedingStore
}

/** What happened, under a rule whose amount the leading group decides. */
export type ProposedFinding = Omit<Finding, 'discretion' | 'basis' | 'level' | 'note'> & {
  /** For the leading group to weigh. */
  readonly facts: string
}

/** 提请裁量: puts a finding before the leading group, for each person and without an amount (SPEC §5). */
export async function proposeDiscretion(
  { versions, roster, proceedings }: Stores,
  { newId, by, today }: LedgerAct,
  finding: ProposedFinding,
  factsOf: (discretion: Discretion) => Promise<StepFacts>,
): Promise<Result<Discretion, ProposeDiscretionRefusal>> {
  const { facts } = finding
  const scope = { versions: await versions.list(), roster: await roster.assignments(), today }
  const checked = checkProposal(scope, { ...finding, note: facts, level: null })
  if (!checked.ok) return checked
  const [first] = checked.value
  assert(first !== undefined, 'a finding that was checked is about somebody')
  const { ruleId, schemeVersion, occurredOn, quantity, matter, place, staffNumber } = first
  const staffNumbers = checked.value.map((recording) => recording.staffNumber)
  const subject = { ruleId, schemeVersion, staffNumbers, occurredOn, quantity, matter, place, facts }
  const opened = { id: newId(), year: yearOf(today), number: 0, staffNumber, openedBy: by, steps: [] }
  const unproposed: Discretion = { kind: 'discretion', ...opened, subject }
  const taken = takeStep(unproposed, { kind: 'proposed' }, await factsOf(unproposed))
  if (!taken.ok) return taken
  const proposed = { ...taken.value, number: await proceedings.nextNumber('discretion', opened.year) }
  await proceedings.add(proposed)
  return accept(proposed)
}
