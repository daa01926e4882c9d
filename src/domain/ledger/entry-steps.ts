import type { EntryState } from './entry.ts'

/** recorded → confirmed, and from either to reversed, where it ends (SPEC §3). */
const nextStates: Readonly<Record<EntryState, readonly EntryState[]>> = {
  recorded: ['confirmed', 'reversed'],
  confirmed: ['reversed'],
  reversed: [],
}

/** Whether a later row may bring an entry from one state to another. */
export function canBecome(from: EntryState, to: EntryState): boolean {
  return nextStates[from].includes(to)
}
