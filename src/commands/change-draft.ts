import {
  replayDraft,
  type DraftReading,
  type DraftWork,
  type RefusedEdit,
} from '../domain/compiler/replay-draft.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Interpretation } from '../domain/regulation/diagnostic.ts'
import type { SchemeEdit, SchemeEditRefusal } from '../domain/scheme/edit-scheme.ts'
import { checkExamples } from '../domain/scoring/check-examples.ts'
import type { Act, DraftStore, StepWork, StoredDraft, StoredStep } from './draft-store.ts'
import type { AdoptionStore } from './proposal-store.ts'

/** What changing the draft takes: its store, and whether it lies before the leading group. */
export type DraftPorts = { readonly drafts: DraftStore; readonly adoptions: Pick<AdoptionStore, 'readOpen'> }

export type DraftRefusal =
  | { readonly code: 'no-open-draft' }
  /** Another tab or colleague changed the draft since this page was loaded. */
  | { readonly code: 'draft-changed'; readonly revision: number }
  | { readonly code: 'edit-refused'; readonly refusal: SchemeEditRefusal }
  /** This reading takes away what an earlier hand edit changed. */
  | { readonly code: 'edit-orphaned'; readonly edit: SchemeEdit; readonly refusal: SchemeEditRefusal }
  | { readonly code: 'nothing-to-undo' }
  /** The leading group has it before it: it stands still until that is decided or withdrawn. */
  | { readonly code: 'draft-proposed'; readonly by: string }

export type ReadDraft = { readonly draft: StoredDraft; readonly reading: DraftReading }

/**
 * What the draft says now: the text as interpreted, or the version it is a copy of, with the hand edits on top; and
 * which of its worked examples come to something else than they should, each an error that blocks adoption.
 */
export function readDraft({ regulation, title, steps, base }: StoredDraft): DraftReading {
  const reading = replayDraft(regulation?.text ?? null, title, steps.map(workOf), base)
  const failed = checkExamples(reading.scheme)
  return {
    ...reading,
    diagnostics: [...reading.diagnostics, ...failed],
    blocking: [...reading.blocking, ...failed],
    adoptable: reading.adoptable && failed.length === 0,
  }
}

function workOf({ work, undone }: StoredStep): DraftWork {
  if (!undone) return work
  return { kind: 'undone', made: work.kind === 'edit' ? (work.made ?? []) : [] }
}

/** The open draft, if it is the one the page shows, at the revision it shows. */
export async function findDraft(
  drafts: DraftStore,
  draftId: string,
  revision: number,
): Promise<Result<StoredDraft, DraftRefusal>> {
  const draft = await drafts.readOpen()
  if (draft === null || draft.id !== draftId) return refuse({ code: 'no-open-draft' })
  if (draft.revision !== revision) return refuse({ code: 'draft-changed', revision: draft.revision })
  return accept(draft)
}

/** Refused while the leading group has the open draft before it: what it decides about stands still. */
export async function findProposed({ adoptions }: DraftPorts): Promise<Result<null, DraftRefusal>> {
  const proposal = await adoptions.readOpen()
  return proposal === null ? accept(null) : refuse({ code: 'draft-proposed', by: proposal.proposedBy })
}

async function findChangeable(
  stores: DraftPorts,
  at: { readonly draftId: string; readonly revision: number },
): Promise<Result<StoredDraft, DraftRefusal>> {
  const free = await findProposed(stores)
  return free.ok ? findDraft(stores.drafts, at.draftId, at.revision) : free
}

/**
 * Answers diagnostics of the open draft, and takes back earlier answers by their steps: both at once is another answer
 * to the same question. Refused when a hand edit would lose what it changed, or a step does not stand any more.
 */
export async function interpretClauses(
  stores: DraftPorts,
  act: Act,
  input: {
    readonly draftId: string
    readonly revision: number
    readonly interpretations: readonly Interpretation[]
    readonly takesBack?: readonly string[]
  },
): Promise<Result<ReadDraft, DraftRefusal>> {
  return addSteps(
    stores,
    act,
    input,
    input.interpretations.map((interpretation) => ({ kind: 'interpretation', interpretation })),
    input.takesBack,
  )
}

/** Changes the scheme of the open draft by hand; refused when the edit does not fit it. */
export async function editDraft(
  stores: DraftPorts,
  act: Act,
  input: { readonly draftId: string; readonly revision: number; readonly edit: SchemeEdit },
): Promise<Result<ReadDraft, DraftRefusal>> {
  return addSteps(stores, act, input, [{ kind: 'edit', edit: input.edit }])
}

async function addSteps(
  stores: DraftPorts,
  act: Act,
  at: { readonly draftId: string; readonly revision: number },
  works: readonly StepWork[],
  takesBack: readonly string[] = [],
): Promise<Result<ReadDraft, DraftRefusal>> {
  const found = await findChangeable(stores, at)
  if (!found.ok) return found
  const standing = new Set(found.value.steps.filter((step) => !step.undone).map(({ id }) => id))
  if (takesBack.some((id) => !standing.has(id))) return refuse({ code: 'nothing-to-undo' })
  const steps: readonly StoredStep[] = works.map((work) => ({
    id: act.newId(),
    at: act.at,
    by: act.by,
    undone: false,
    work,
  }))
  const before = found.value.steps.map((step) => (takesBack.includes(step.id) ? { ...step, undone: true } : step))
  const next = { ...found.value, revision: found.value.revision + 1, steps: [...before, ...steps] }
  const reading = readDraft(next)
  const orphan = orphanedBy(found.value, reading)
  if (orphan !== null)
    return refuse(
      works.some((work) => work.kind === 'edit')
        ? { code: 'edit-refused', refusal: orphan.refusal }
        : { code: 'edit-orphaned', edit: orphan.edit, refusal: orphan.refusal },
    )
  const done = steps.map((step, index) => withRecord(step, reading, before.length + index))
  for (const id of takesBack) await stores.drafts.markUndone(next.id, next.revision, id)
  if (done.length > 0) await stores.drafts.appendSteps(next.id, next.revision, done)
  return accept({ draft: { ...next, steps: [...before, ...done] }, reading })
}

/** The hand edit that a step takes the ground from. One that has lost it already, to a newer program, holds nobody up. */
function orphanedBy(before: StoredDraft, after: DraftReading): RefusedEdit | null {
  if (after.refusedEdits.length === 0) return null
  const lost = new Set(readDraft(before).refusedEdits.map(({ edit }) => edit))
  return after.refusedEdits.find(({ edit }) => !lost.has(edit)) ?? null
}

/**
 * An edit keeps on record which ids it gave, so that no later part of the draft is given them again, and which words
 * it was aimed at, so that it never meets others that bear their id later.
 */
function withRecord(step: StoredStep, { made, aims }: DraftReading, index: number): StoredStep {
  if (step.work.kind !== 'edit') return step
  const [ids, words] = [made[index] ?? [], aims[index] ?? []]
  return {
    ...step,
    work: {
      ...step.work,
      ...(ids.length === 0 ? {} : { made: ids }),
      ...(words.length === 0 ? {} : { aims: words }),
    },
  }
}

/** Takes back the latest step that still stands; the step stays on record as undone. */
export async function undoStep(
  stores: DraftPorts,
  input: { readonly draftId: string; readonly revision: number },
): Promise<Result<ReadDraft, DraftRefusal>> {
  const found = await findChangeable(stores, input)
  if (!found.ok) return found
  const last = found.value.steps.findLast((step) => !step.undone)
  if (last === undefined) return refuse({ code: 'nothing-to-undo' })
  const next: StoredDraft = {
    ...found.value,
    revision: found.value.revision + 1,
    steps: found.value.steps.map((step) => (step.id === last.id ? { ...step, undone: true } : step)),
  }
  const reading = readDraft(next)
  const orphan = orphanedBy(found.value, reading)
  if (orphan !== null) return refuse({ code: 'edit-orphaned', edit: orphan.edit, refusal: orphan.refusal })
  await stores.drafts.markUndone(next.id, next.revision, last.id)
  return accept({ draft: next, reading })
}

export async function discardDraft(
  stores: DraftPorts,
  act: Act,
  input: { readonly draftId: string; readonly revision: number },
): Promise<Result<true, DraftRefusal>> {
  const found = await findChangeable(stores, input)
  if (!found.ok) return found
  await stores.drafts.close(found.value.id, 'discarded', act.at, act.by)
  return accept(true)
}
