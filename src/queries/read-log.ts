import type { Checkpoint, KeptHead, LogStore } from '../commands/log-store.ts'
import type { Signer } from '../commands/signer.ts'
import { headText } from '../domain/bulletin/printed-head.ts'
import type { Sha256 } from '../domain/primitives/canonical-json.ts'
import { openCheckpoint, originOf } from '../domain/proof/checkpoint.ts'
import type { LogHead } from '../domain/proof/log-entry.ts'
import { fingerprint, verifierKey, type SignatureAlgorithm } from '../domain/proof/public-key.ts'
import { readShortHex } from '../domain/proof/short-hex.ts'

/** A key the log signs or signed with, as people compare it. */
export type KeyView = {
  readonly algorithm: SignatureAlgorithm
  readonly fingerprint: string
  /** As tools for signed notes take it. */
  readonly verifierKey: string
}

export type LogHeadView = {
  readonly head: LogHead
  /** The signed head; null of an empty log. */
  readonly note: string | null
  /** What the QR code says. */
  readonly qr: string
  /** The one of now first. */
  readonly keys: readonly KeyView[]
  /** The head that was put aside last; null: none so far. */
  readonly lastKept: HeadView | null
}

/** A signed or kept head; `by`: who kept it. */
export type HeadView = {
  readonly size: number
  readonly root: string
  readonly at: string
  readonly note: string
  readonly by: string | null
  /** Whether a key of ours signed it: null: none did. */
  readonly signedWith: SignatureAlgorithm | null
}

type Stores = { readonly log: LogStore; readonly readTownCode: () => Promise<string> }
type Trust = { readonly tenantId: string; readonly signer: Signer; readonly sha256: Sha256 }

/** The log's head of now, signed, with the keys it is checked with. */
export async function readLogHead({ log, readTownCode }: Stores, trust: Trust, at: Date): Promise<LogHeadView> {
  const { tenantId, signer, sha256 } = trust
  const head = await log.head()
  const signed = await log.checkpoint(at)
  const [kept] = await log.keptHeads(1)
  const origin = originOf(tenantId)
  return {
    head,
    note: signed?.note ?? null,
    qr: headText(await readTownCode(), head, fingerprint(signer.key, sha256)),
    keys: signer.keys.map((key) => ({
      algorithm: key.algorithm,
      fingerprint: fingerprint(key, sha256),
      verifierKey: verifierKey(origin, key, sha256),
    })),
    lastKept: kept === undefined ? null : headView(kept, trust, kept.by),
  }
}

export function headView(
  { size, root, at, note }: Checkpoint | KeptHead,
  { tenantId, signer, sha256 }: Trust,
  by: string | null = null,
): HeadView {
  const opened = openCheckpoint(note, originOf(tenantId), signer.keys, { sha256, verify: signer.verify })
  const isOurs = opened.ok && opened.value.head.size === size && opened.value.head.root === root
  return { size, root, at: at.toISOString(), note, by, signedWith: isOurs ? opened.value.key.algorithm : null }
}

/** What there is to say of a head that somebody holds on paper. */
export type PrintedHeadVerdict = {
  /** contained: the log of today still begins with it; differs: it begins otherwise; beyond: it has not so many. */
  readonly verdict: 'contained' | 'differs' | 'beyond'
  readonly size: number
  /** The log's own root at that size, in full; null when it has not so many. */
  readonly root: string | null
  readonly head: LogHead
}

/** Whether the log of today begins with a printed head: so many entries, and the first digits of the root over them. */
export async function checkPrintedHead(
  log: Pick<LogStore, 'head' | 'headAt'>,
  size: number,
  typed: string,
): Promise<PrintedHeadVerdict | null> {
  const digits = readDigits(typed)
  if (digits === null) return null
  const [head, then] = [await log.head(), await log.headAt(size)]
  if (then === null) return { verdict: 'beyond', size, root: null, head }
  return { verdict: then.root.startsWith(digits) ? 'contained' : 'differs', size, root: then.root, head }
}

function readDigits(typed: string): string | null {
  const whole = typed.trim().toLowerCase()
  return /^[0-9a-f]{64}$/.test(whole) ? whole : readShortHex(typed)
}
