import type { EntryState } from '../domain/ledger/entry.ts'
import { findBar, reachOf, type Subject } from './permit.ts'

/** What an entry's history says of who may go on with it. */
export type EntryHistory = {
  readonly staffNumber: string
  readonly state: EntryState
  readonly recordedBy: string
  readonly confirmedBy: string | null
}

/** What keeps somebody from confirming an entry: another has to do it, or it is no longer to be done. */
export type ConfirmationBar = 'role' | 'recorder' | 'aboutOneself' | 'state'

/** The same of reversing it. */
export type ReversalBar = 'role' | 'recorder' | 'confirmer' | 'aboutOneself' | 'notRecorder' | 'state'

/** SPEC §3: recorder ≠ confirmer, and nobody decides about himself. */
export function findConfirmationBar(subject: Subject, entry: EntryHistory): ConfirmationBar | null {
  if (reachOf(subject, 'entry.confirm') === null) return 'role'
  const { staffNumber: about, recordedBy: recorder, state } = entry
  const bar = findBar(subject, 'entry.confirm', { about, recorder, state })
  return bar === 'recorder' || bar === 'aboutOneself' || bar === 'state' ? bar : null
}

/** Before it is confirmed the office or its recorder takes it back; afterwards neither recorder nor confirmer may. */
export function findReversalBar(subject: Subject, entry: EntryHistory): ReversalBar | null {
  const action = entry.state === 'confirmed' ? 'entry.reverse' : 'entry.withdraw'
  if (reachOf(subject, action) === null) return 'role'
  const { staffNumber: about, recordedBy: recorder, confirmedBy: confirmer, state } = entry
  const bar = findBar(subject, action, { about, recorder, confirmer, state })
  return bar === 'proposer' ? null : bar
}
