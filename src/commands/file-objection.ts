import { yearOf } from '../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { isOpen, stateOfObjection } from '../domain/review/proceeding-state.ts'
import type { Objection } from '../domain/review/proceeding.ts'
import type { StepRefusal } from '../domain/review/step-refusal.ts'
import { takeStep, type StepFacts } from '../domain/review/take-step.ts'
import type { LedgerAct } from './append-to-ledger.ts'
import type { ProceedingStore } from './proceeding-store.ts'

export type FileObjectionRefusal =
  | StepRefusal
  /** No such entry or figure of his own. */
  | { readonly code: 'objection-subject-unknown' }
  /** The entry counts no more: there is nothing to put right. */
  | { readonly code: 'entry-reversed-already'; readonly by: string }
  | { readonly code: 'bulletin-withdrawn' }
  /** He has objected to it before; what became of it stands there. */
  | { readonly code: 'objection-on-record'; readonly proceedingId: string; readonly isOpen: boolean }

type Filed = {
  readonly words: string
  /** What the filing is judged by. */
  readonly facts: StepFacts
}

/** An objection as it is about to be filed: without a number and a step. */
export function unfiledObjection(
  { newId, by, today }: LedgerAct,
  { subject, staffNumber }: Pick<Objection, 'subject' | 'staffNumber'>,
): Objection {
  const id = newId()
  return { kind: 'objection', id, year: yearOf(today), number: 0, staffNumber, subject, openedBy: by, steps: [] }
}

/**
 * 异议: somebody says that an entry about him, or a figure of his, is wrong. About one thing once; whoever withdrew may
 * come back while the days last.
 */
export async function fileObjection(
  proceedings: ProceedingStore,
  objection: Objection,
  { words, facts }: Filed,
): Promise<Result<Objection, FileObjectionRefusal>> {
  const known = (await sameSubject(proceedings, objection)).find(
    (other) => other.staffNumber === objection.staffNumber && stateOfObjection(other, facts.today) !== 'withdrawn',
  )
  if (known !== undefined)
    return refuse({ code: 'objection-on-record', proceedingId: known.id, isOpen: isOpen(known, facts.today) })
  const taken = takeStep(objection, { kind: 'filed', words }, facts)
  if (!taken.ok) return taken
  const filed = { ...taken.value, number: await proceedings.nextNumber('objection', objection.year) }
  await proceedings.add(filed)
  const stored = await proceedings.find(filed.id)
  assert(stored?.kind === 'objection', 'what was written is there')
  return accept(stored)
}

async function sameSubject(proceedings: ProceedingStore, { subject }: Objection): Promise<readonly Objection[]> {
  if (subject.about === 'entry') return proceedings.againstEntries([subject.entryId])
  const { bulletinId, what } = subject
  const all = await proceedings.againstBulletin(bulletinId)
  return all.filter((other) => other.subject.about === 'figure' && other.subject.what === what)
}
