import { checkDecided, type FindingRefusal, type FindingScope } from '../domain/ledger/check-finding.ts'
import type { Recording } from '../domain/ledger/ledger-row.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { decidedFindings, type DecidedAmount } from '../domain/review/decided-findings.ts'
import type { Discretion } from '../domain/review/proceeding.ts'
import type { DeedOf, Minutes } from '../domain/review/step-deed.ts'
import type { StepFacts } from '../domain/review/take-step.ts'
import { appendToLedger, type LedgerAct } from './append-to-ledger.ts'
import type { SchemeVersionStore } from './draft-store.ts'
import type { LedgerStore, StoredEntry } from './ledger-store.ts'
import type { ProceedingStore } from './proceeding-store.ts'
import type { RosterStore } from './roster-store.ts'
import { takeProceedingStep, type ProceedingRefusal } from './take-proceeding-step.ts'

export type DecideDiscretionRefusal = ProceedingRefusal | FindingRefusal

type Stores = {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
  readonly proceedings: ProceedingStore
}

/**
 * The leading group's decision, with its minutes: at once an entry for each person with an amount, which waits for the
 * office's confirmation as every other does. Decision and entries are one: all of them, or nothing.
 */
export async function decideDiscretion(
  stores: Stores,
  act: LedgerAct,
  decided: {
    readonly proceeding: Discretion
    readonly seen: number
    readonly deed: DeedOf<'decided'>
    readonly facts: StepFacts
  },
): Promise<Result<readonly StoredEntry[], DecideDiscretionRefusal>> {
  const { proceeding, seen, deed, facts } = decided
  const { versions, roster, ledger, proceedings } = stores
  const taken = await takeProceedingStep(proceedings, { proceeding, seen, deed, facts })
  if (!taken.ok) return taken
  const scope = { versions: await versions.list(), roster: await roster.assignments(), today: act.today }
  const recordings = decidedRecordings(scope, proceeding, deed.amounts, deed.minutes)
  if (!recordings.ok) return recordings
  if (recordings.value.length === 0) return accept([])
  const contents = recordings.value.map((recording) => ({ kind: 'recording', recording }) as const)
  const rows = await appendToLedger(ledger, act, contents)
  const entryIds = rows.map(({ id }) => id)
  const entered = await takeProceedingStep(proceedings, {
    proceeding: taken.value,
    seen: null,
    deed: { kind: 'entered', entryIds },
    facts,
  })
  return entered.ok ? accept(await ledger.find(entryIds)) : entered
}

/** The entries a decision comes to, checked as of today: what was proposed may no longer stand on a sheet. */
export function decidedRecordings(
  scope: FindingScope,
  proceeding: Pick<Discretion, 'subject' | 'year' | 'number'>,
  amounts: readonly DecidedAmount[],
  minutes: Pick<Minutes, 'title' | 'meetingOn'>,
): Result<readonly Recording[], FindingRefusal> {
  const recordings: Recording[] = []
  for (const finding of decidedFindings(proceeding, amounts, minutes)) {
    const checked = checkDecided(scope, finding)
    if (!checked.ok) return refuse(checked.refusal)
    recordings.push(...checked.value)
  }
  return accept(recordings)
}
