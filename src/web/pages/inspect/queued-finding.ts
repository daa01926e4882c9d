/** Who works on the telephone: what waits belongs to one account of one town, and to nobody else who signs in on it. */
export type Inspector = { readonly townId: string; readonly userName: string }

export type QueuedPhoto = {
  /** Of the picture, whatever it is handed in to. */
  readonly key: string
  readonly bytes: ArrayBuffer
  /** null: the town does not want it. */
  readonly taken: {
    readonly at: string
    readonly place: { readonly latitude: string; readonly longitude: string } | null
  } | null
}

/** What was ticked at a door: one person, or several who were found at the same, under one rule. */
export type Ticked = {
  readonly staffNumber: string
  readonly name: string
  /** Those found with him; a telephone may still keep findings from before there were several. */
  readonly others?: readonly Pick<Ticked, 'staffNumber' | 'name'>[]
  readonly ruleId: string
  readonly sentence: string
  readonly quantity: string
  readonly unit: string | null
  readonly note: string
  readonly occurredOn: string
}

/** One thing seen, kept on the telephone until the server has it whole. */
export type QueuedFinding = {
  /** Its idempotency key: however often it is sent, it is recorded once. */
  readonly key: string
  readonly inspector: Inspector
  readonly roundId: string
  readonly office: string
  /** By the telephone's clock: the order they are sent in. */
  readonly madeAt: string
  /** null: 未发现问题. */
  readonly ticked: Ticked | null
  readonly photos: readonly QueuedPhoto[]
  readonly progress: Progress
}

type Progress =
  | { readonly kind: 'waiting' }
  /** Recorded as these entries; so many of its pictures have been handed in to all of them. */
  | { readonly kind: 'recorded'; readonly entryIds: readonly string[]; readonly photosSent: number }
  /** The server has said why not, and will say it again: a person decides. `entryIds`: the finding itself is in. */
  | {
      readonly kind: 'refused'
      readonly sentence: string
      readonly entryIds: readonly string[] | null
      readonly photosSent: number
    }

/** What is to be sent of it next; null: nothing, it is whole, or a person must decide. */
export type NextCall =
  | { readonly kind: 'nothing-found' }
  | { readonly kind: 'record'; readonly ticked: Ticked }
  | { readonly kind: 'photo'; readonly entryIds: readonly string[]; readonly photo: QueuedPhoto }

export function nextCall({ ticked, photos, progress }: QueuedFinding): NextCall | null {
  if (progress.kind === 'refused') return null
  if (progress.kind === 'waiting') return ticked === null ? { kind: 'nothing-found' } : { kind: 'record', ticked }
  const photo = photos[progress.photosSent]
  return photo === undefined ? null : { kind: 'photo', entryIds: progress.entryIds, photo }
}

/** Nothing is left to send: it may be forgotten. */
export function isWhole(finding: QueuedFinding): boolean {
  return finding.progress.kind !== 'refused' && nextCall(finding) === null
}

export function afterRecorded(finding: QueuedFinding, entryIds: readonly string[]): QueuedFinding {
  return { ...finding, progress: { kind: 'recorded', entryIds, photosSent: 0 } }
}

export function afterPhoto(finding: QueuedFinding): QueuedFinding {
  const { progress } = finding
  if (progress.kind !== 'recorded') return finding
  return { ...finding, progress: { ...progress, photosSent: progress.photosSent + 1 } }
}

export function afterRefusal(finding: QueuedFinding, sentence: string): QueuedFinding {
  const { progress } = finding
  const [entryIds, photosSent] =
    progress.kind === 'recorded' ? [progress.entryIds, progress.photosSent] : [null, 0]
  return { ...finding, progress: { kind: 'refused', sentence, entryIds, photosSent } }
}

/**
 * 弃: what was refused is let go. Of a picture that was not taken only the picture; null: nothing of it is left to send.
 */
export function afterLettingGo(finding: QueuedFinding): QueuedFinding | null {
  const { progress } = finding
  if (progress.kind !== 'refused' || progress.entryIds === null) return null
  const { entryIds, photosSent } = progress
  const next: QueuedFinding = { ...finding, progress: { kind: 'recorded', entryIds, photosSent: photosSent + 1 } }
  return isWhole(next) ? null : next
}

/** 改: another question needs another key; its pictures come along. */
export function changed(finding: QueuedFinding, ticked: Ticked, key: string): QueuedFinding {
  return { ...finding, key, ticked, progress: { kind: 'waiting' } }
}

/** Everyone it is about. */
export function peopleIn(ticked: Ticked): readonly Pick<Ticked, 'staffNumber' | 'name'>[] {
  return [ticked, ...(ticked.others ?? [])]
}

export function isOf({ inspector }: QueuedFinding, { townId, userName }: Inspector): boolean {
  return inspector.townId === townId && inspector.userName === userName
}
