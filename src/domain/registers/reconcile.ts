import { groupBy } from '../primitives/group-by.ts'
import { assert } from '../primitives/result.ts'
import { isSameObservation, type Observation } from './observation.ts'
import type { ProposedEntry } from './proposed-entry.ts'

/** What has to be written so that the proposals say what the register says now. */
export type Reconciliation = {
  readonly added: readonly Pick<ProposedEntry, 'sort' | 'observation' | 'entryId'>[]
  /** Open ones that no longer hold. */
  readonly superseded: readonly ProposedEntry[]
}

/**
 * Holds what a register shows now against everything proposed before under the same facts (SPEC §6). A fact is proposed
 * once: read again or imported again it adds nothing; dismissed, it stays dismissed until the register says something
 * else of it. When the fact of an entry is gone or changed, the entry's reversal is proposed first, and what is true now
 * only once that is done. An entry reversed for another reason (an objection upheld) is not proposed again.
 *
 * `known`: every proposal under these facts, and under facts of the same scope that are gone, oldest first.
 * `isReversed`: of an entry by its id.
 */
export function reconcile(
  observed: readonly Observation[],
  known: readonly ProposedEntry[],
  isReversed: (entryId: string) => boolean,
): Reconciliation {
  const now = new Map(observed.map((observation) => [observation.factKey, observation]))
  assert(now.size === observed.length, 'a register observes each fact once')
  const earlier = groupBy(known, ({ observation }) => observation.factKey)
  const facts = [...new Set([...now.keys(), ...earlier.keys()])]
  const parts = facts.map((factKey) =>
    reconcileFact(now.get(factKey) ?? null, earlier.get(factKey) ?? [], isReversed),
  )
  return {
    added: parts.flatMap(({ added }) => added),
    superseded: parts.flatMap(({ superseded }) => superseded),
  }
}

function reconcileFact(
  now: Observation | null,
  earlier: readonly ProposedEntry[],
  isReversed: (entryId: string) => boolean,
): Reconciliation {
  const open = earlier.filter(({ state }) => state === 'open')
  const wanted = wantedOf(now, earlier, isReversed)
  if (wanted === null) return { added: [], superseded: open }
  const kept = open.find(
    (one) =>
      one.sort === wanted.sort &&
      isSameObservation(one.observation, wanted.observation) &&
      // A reversal says in its words what became of the fact; decided on, it was decided on for that.
      (one.sort === 'entry' || one.observation.words === wanted.observation.words),
  )
  return {
    added: kept === undefined ? [wanted] : [],
    superseded: open.filter((one) => one !== kept),
  }
}

/** The one proposal that should stand open under the fact, or null. */
function wantedOf(
  now: Observation | null,
  earlier: readonly ProposedEntry[],
  isReversed: (entryId: string) => boolean,
): Reconciliation['added'][number] | null {
  const decided = earlier.filter(({ state }) => state === 'adopted' || state === 'dismissed')
  const adopted = decided.findLast(({ sort, state }) => sort === 'entry' && state === 'adopted')
  const entryId = adopted?.entryId ?? null
  if (adopted !== undefined && entryId !== null) {
    const says = now !== null && isSameObservation(now, adopted.observation)
    if (!isReversed(entryId)) {
      if (says) return null
      const reversal = reversalOf(adopted.observation, now)
      // Dismissed for just this: the office leaves the entry as it is. What was left once may still go, or change again.
      const refused = decided.some(
        (one) =>
          one.sort === 'reversal' &&
          one.state === 'dismissed' &&
          one.entryId === entryId &&
          one.observation.words === reversal.words,
      )
      return refused ? null : { sort: 'reversal', observation: reversal, entryId }
    }
    // Reversed because the fact was gone: it may come back. Reversed otherwise: what was decided stands.
    const taken = decided.some(
      (one) => one.sort === 'reversal' && one.state === 'adopted' && one.entryId === entryId,
    )
    if (says && !taken) return null
  }
  if (now === null) return null
  const last = decided.findLast(({ sort }) => sort === 'entry')
  if (last?.state === 'dismissed' && isSameObservation(last.observation, now)) return null
  return { sort: 'entry', observation: now, entryId: null }
}

/** A reversal carries what the entry was made of, in the words of today. */
function reversalOf(was: Observation, now: Observation | null): Observation {
  return now === null ? was : { ...was, words: now.words, recordIds: now.recordIds }
}
