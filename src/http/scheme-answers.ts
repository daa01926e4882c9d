import type { ReadDraft } from '../commands/change-draft.ts'
import type { StoredDraftHead, StoredRegulation, StoredVersion } from '../commands/draft-store.ts'
import type { OpenedDraft } from '../commands/start-draft.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import { placedRules, schemeToFile } from '../domain/scheme/scheme.ts'
import type { DraftHead, DraftStep, Regulation, SchemeVersion, Workbench } from './contract/schemes.ts'

/** Drafts and versions as the contract has them. */

function toRegulation({ id, title, fileName, text, receivedAt }: StoredRegulation): Regulation {
  return { id, title, fileName, text, receivedAt: receivedAt.toISOString() }
}

export function toWorkbench({ draft, reading }: ReadDraft): Workbench {
  return {
    draftId: draft.id,
    revision: draft.revision,
    regulation: draft.regulation === null ? null : toRegulation(draft.regulation),
    scheme: schemeToFile(reading.scheme),
    diagnostics: reading.diagnostics,
    coverage: reading.coverage,
    steps: draft.steps.map(({ id, at, by, undone, work }): DraftStep => {
      const step = { id, at: at.toISOString(), by, undone }
      if (work.kind === 'edit') return { ...step, kind: work.kind, edit: work.edit }
      const { kind, interpretation } = work
      return { ...step, kind, interpretation, idle: reading.idleAnswers.includes(interpretation) }
    }),
    adoptable: reading.adoptable,
    ruleCount: [...placedRules(reading.scheme)].length,
    base: draft.base === null ? null : { version: draft.base.version, part: draft.base.part },
  }
}

export function toDraftHead(head: StoredDraftHead): DraftHead {
  const { title, state, hasRegulation, fileName, base, steps, createdBy, closedBy } = head
  return {
    draftId: head.id,
    title,
    state,
    startedFrom: base?.part === 'scheme' ? 'version' : hasRegulation ? 'text' : 'blank',
    base,
    fileName,
    steps,
    createdAt: head.createdAt.toISOString(),
    createdBy,
    changedAt: head.changedAt.toISOString(),
    closedAt: head.closedAt?.toISOString() ?? null,
    closedBy,
  }
}

export function toVersionHead(stored: StoredVersion, proposedBy: string | null) {
  const { version, effectiveFrom, adoptedAt, adoptedBy, basis } = stored
  return { version, effectiveFrom, adoptedAt: adoptedAt.toISOString(), proposedBy, adoptedBy, basis }
}

export function toVersion(stored: StoredVersion, proposedBy: string | null): SchemeVersion {
  return {
    ...toVersionHead(stored, proposedBy),
    scheme: schemeToFile(stored.scheme),
    regulation: stored.regulation === null ? null : toRegulation(stored.regulation),
  }
}

export function presented<Refusal>(outcome: Result<ReadDraft, Refusal>): Result<Workbench, Refusal> {
  return outcome.ok ? accept(toWorkbench(outcome.value)) : outcome
}

/** A draft just opened, with the one it put aside. */
export function opened<Refusal>(outcome: Result<OpenedDraft, Refusal>): Result<Workbench, Refusal> {
  if (!outcome.ok) return outcome
  const { replaced, ...draft } = outcome.value
  return accept({ ...toWorkbench(draft), ...(replaced === null ? {} : { replaced: toDraftHead(replaced) }) })
}
