import type { Sha256 } from '../domain/primitives/canonical-json.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { fromHex } from '../domain/proof/hash-bytes.ts'
import type { LogHead } from '../domain/proof/log-entry.ts'
import { isConsistent } from '../domain/proof/verify-tree.ts'
import type { Act } from './draft-store.ts'
import type { KeptHead, LogStore } from './log-store.ts'

export type KeepHeadRefusal =
  | { readonly code: 'log-empty' }
  /** The log no longer holds what it held when this head was kept. */
  | { readonly code: 'log-rewritten'; readonly size: number; readonly keptAt: Date; readonly by: string }

export type KeptOutcome = {
  readonly kept: KeptHead
  /** What it was found to go on from; null: the first one. */
  readonly before: KeptHead | null
  /** Nothing had come since: the head kept before still stands. */
  readonly isUnchanged: boolean
}

/**
 * Puts the log's head of now aside, when the log can be shown to go on from the one kept before. Once for each size:
 * done again without news it answers the one there is.
 */
export async function keepHead(
  log: Pick<LogStore, 'checkpoint' | 'consistencyProof' | 'keep' | 'keptHeads'>,
  act: Act,
  sha256: Sha256,
): Promise<Result<KeptOutcome, KeepHeadRefusal>> {
  const signed = await log.checkpoint(act.at)
  const [last] = await log.keptHeads(1)
  if (signed === null && last === undefined) return refuse({ code: 'log-empty' })
  if (last !== undefined && !(signed !== null && (await goesOn(log, last, signed, sha256)))) {
    const { size, at: keptAt, by } = last
    return refuse({ code: 'log-rewritten', size, keptAt, by })
  }
  if (last !== undefined && last.size === signed?.size)
    return accept({ kept: last, before: last, isUnchanged: true })
  if (signed === null) return refuse({ code: 'log-empty' })
  const { size, root, note } = signed
  const kept = { id: act.newId(), size, root, note, at: act.at, by: act.by }
  await log.keep(kept)
  return accept({ kept, before: last ?? null, isUnchanged: false })
}

async function goesOn(
  log: Pick<LogStore, 'consistencyProof'>,
  before: LogHead,
  now: LogHead,
  sha256: Sha256,
): Promise<boolean> {
  if (before.size > now.size) return false
  const proof = await log.consistencyProof(before.size, now.size)
  const [earlier, later] = [asBytes(before), asBytes(now)]
  return isConsistent(earlier, later, proof.map(fromHex), sha256)
}

function asBytes({ size, root }: LogHead) {
  return { size, root: fromHex(root) }
}
