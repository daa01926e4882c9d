import type { Charged, Outcome } from './outcome.ts'

/** 此项不得分: one charged step loses the whole item, whatever else is there. */
export function forfeits({ steps }: Charged): Outcome {
  return steps === 0 ? { does: 'nothing' } : { does: 'forfeit' }
}
