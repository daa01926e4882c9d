import { draftedKinds } from '../domain/bulletin/bulletin-titles.ts'
import { refuse, type Result } from '../domain/primitives/result.ts'
import { upheldAt } from '../domain/review/proceeding-state.ts'
import type { Objection } from '../domain/review/proceeding.ts'
import type { StepDeed } from '../domain/review/step-deed.ts'
import type { StepFacts } from '../domain/review/take-step.ts'
import type { Subject } from '../policies/permit.ts'
import type { LedgerAct } from './append-to-ledger.ts'
import type { BulletinHead, BulletinStore } from './bulletin-store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { ProceedingStore } from './proceeding-store.ts'
import { reverseEntry, type ReverseEntryRefusal } from './reverse-entry.ts'
import { takeProceedingStep, type ProceedingRefusal } from './take-proceeding-step.ts'

export type CureRefusal =
  | ProceedingRefusal
  /** A figure is not an entry: what was published is corrected by another bulletin. */
  | { readonly code: 'cure-needs-correction' }
  | { readonly code: 'correction-bulletin-unknown' }

type Ports = { readonly ledger: LedgerStore; readonly proceedings: Pick<ProceedingStore, 'appendStep'> }
type Cured = { readonly objection: Objection; readonly seen: number; readonly facts: StepFacts }

/**
 * Puts an upheld objection right by reversing its entry, for the reason the decision gave; whoever recorded or confirmed
 * it may not. An entry that somebody has reversed already is only put on record.
 */
export async function cureByReversal(
  { ledger, proceedings }: Ports,
  act: LedgerAct,
  subject: Subject,
  { objection, seen, facts, reason }: Cured & { readonly reason: string },
): Promise<Result<Objection, CureRefusal | ReverseEntryRefusal>> {
  if (objection.subject.about === 'figure') return refuse({ code: 'cure-needs-correction' })
  const { entryId } = objection.subject
  const deed: StepDeed = { kind: 'cured', by: { kind: 'reversal', entryIds: [entryId] } }
  const after = { ...facts, reversedEntryIds: [...facts.reversedEntryIds, entryId] }
  const taken = await takeProceedingStep(proceedings, { proceeding: objection, seen, deed, facts: after })
  if (!taken.ok || facts.reversedEntryIds.includes(entryId)) return taken
  const reversed = await reverseEntry(ledger, act, subject, { entryId, reason })
  return reversed.ok ? taken : reversed
}

/**
 * Says which published correction puts an upheld figure right, or follows a reversal of what was published. A figure in a
 * notice that was called off is put right by the bulletin published in its place.
 */
export async function cureByCorrection(
  ports: Pick<Ports, 'proceedings'> & { readonly bulletins: Pick<BulletinStore, 'list'> },
  { objection, seen, facts, bulletinId }: Cured & { readonly bulletinId: string },
): Promise<Result<Objection, CureRefusal>> {
  const all = await ports.bulletins.list()
  const correction = all.find(({ id }) => id === bulletinId)
  if (correction === undefined || !putsRight(correction, objection, all))
    return refuse({ code: 'correction-bulletin-unknown' })
  const deed: StepDeed = { kind: 'cured', by: { kind: 'correction', bulletinId } }
  return takeProceedingStep(ports.proceedings, { proceeding: objection, seen, deed, facts })
}

/** Published after it was upheld, and of what is objected to: the one before can have put nothing right. */
function putsRight(
  { id, kind, period, corrects, state, publishedAt }: BulletinHead,
  objection: Objection,
  all: readonly BulletinHead[],
): boolean {
  const upheld = upheldAt(objection)
  if (state === 'withdrawn' || (upheld !== null && publishedAt < upheld)) return false
  const { subject } = objection
  if (subject.about === 'entry') return corrects !== null
  if (corrects === subject.bulletinId) return true
  const about = all.find((one) => one.id === subject.bulletinId)
  if (about === undefined || about.id === id || about.kind !== kind) return false
  // A monthly table or a report has no correction of its own: the next one tells of it.
  return about.period === period || !draftedKinds.some((drafted) => drafted === kind)
}
