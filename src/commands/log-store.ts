import type { Salts } from '../domain/proof/leaf-of.ts'
import type { LogEntry, LogHead } from '../domain/proof/log-entry.ts'

/** A leaf as it is kept: where, the bytes that are hashed, and what opens it while that has not been erased. */
export type StoredLeaf = {
  readonly index: number
  readonly kind: LogEntry['kind'] | 'earlier'
  /** Which row, version, month or bulletin it stands for. */
  readonly subject: string
  readonly content: Uint8Array
  readonly salts: Salts | null
  readonly at: Date
}

/** A signed head: the note as it is handed out, the root in lower-case hex. */
export type Checkpoint = LogHead & { readonly note: string; readonly at: Date }

/** A head put aside by 纪检 or the district. */
export type KeptHead = Checkpoint & { readonly id: string; readonly by: string }

/** What does not fit when everything is reckoned anew. */
export type LogProblem = {
  readonly kind:
    /** A leaf is gone, or another stands in its place. */
    | 'leaf-missing'
    /** Its bytes are not those that were hashed, or no leaf at all. */
    | 'leaf-changed'
    /** What it stands for is gone. */
    | 'subject-missing'
    /** What it stands for is not what was logged. */
    | 'subject-changed'
    /** A ledger row, version or bulletin without a leaf. */
    | 'not-logged'
    /** The tree no longer leads to what was signed or kept at this size. */
    | 'root-differs'
    /** A checkpoint that no key of ours has signed. */
    | 'signature-wrong'
  /** Of the leaf; of a head its size; null where there is no leaf. */
  readonly index: number | null
  readonly subject: string
  readonly of: StoredLeaf['kind'] | 'checkpoint' | 'kept-head' | 'tree'
}

export type LogComparison = {
  readonly head: LogHead
  readonly ledgerRows: number
  /** Leaves whose salts have been erased: their open fields alone were compared. */
  readonly erased: number
  readonly heads: number
  /** The first hundred. */
  readonly problems: readonly LogProblem[]
}

/** The town's tamper-evident log. What is logged enters it inside the stores that write it (storage/log-leaves.ts). */
export type LogStore = {
  readonly head: () => Promise<LogHead>
  /** Of the first so many leaves; null: there are not so many. */
  readonly headAt: (size: number) => Promise<LogHead | null>
  readonly leafOf: (kind: StoredLeaf['kind'], subject: string) => Promise<StoredLeaf | null>
  /** From `start` up to before `end`, in their order. */
  readonly leavesBetween: (start: number, end: number) => Promise<readonly StoredLeaf[]>
  /** Hashes in lower-case hex, lowest first. */
  readonly inclusionProof: (index: number, size: number) => Promise<readonly string[]>
  readonly consistencyProof: (earlier: number, size: number) => Promise<readonly string[]>
  /**
   * The log's head, signed; kept on record as handed out, whether asked for by who reads or by who writes. Null of an
   * empty log.
   */
  readonly checkpoint: (at: Date) => Promise<Checkpoint | null>
  /** The latest first, so many. */
  readonly checkpoints: (most: number) => Promise<readonly Checkpoint[]>
  /** The latest first, so many. */
  readonly keptHeads: (most: number) => Promise<readonly KeptHead[]>
  readonly keep: (head: KeptHead) => Promise<void>
  /** Reckons every leaf and node anew and holds them against what they stand for and what was signed. */
  readonly compare: () => Promise<LogComparison>
}
