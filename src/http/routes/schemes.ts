import type { ReadDraft } from '../../commands/change-draft.ts'
import { discardDraft, editDraft, interpretClauses, readDraft, undoStep } from '../../commands/change-draft.ts'
import { adoptScheme } from '../../commands/adopt-scheme.ts'
import type { StoredRegulation, StoredVersion } from '../../commands/draft-store.ts'
import { startDraft } from '../../commands/start-draft.ts'
import { localDate } from '../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { placedRules, schemeToFile } from '../../domain/scheme/scheme.ts'
import type { DraftStep, Regulation, schemeEndpoints, SchemeVersion, Workbench } from '../contract/schemes.ts'
import type { RouteGroup } from '../route.ts'

function toRegulation({ id, title, fileName, text, receivedAt }: StoredRegulation): Regulation {
  return { id, title, fileName, text, receivedAt: receivedAt.toISOString() }
}

function toWorkbench({ draft, reading }: ReadDraft): Workbench {
  return {
    draftId: draft.id,
    revision: draft.revision,
    regulation: draft.regulation === null ? null : toRegulation(draft.regulation),
    scheme: schemeToFile(reading.scheme),
    diagnostics: reading.diagnostics,
    coverage: reading.coverage,
    steps: draft.steps.map(({ id, at, by, undone, work }): DraftStep => {
      const step = { id, at: at.toISOString(), by, undone }
      return work.kind === 'edit'
        ? { ...step, kind: work.kind, edit: work.edit }
        : { ...step, kind: work.kind, interpretation: work.interpretation, idle: false }
    }),
    base: null,
    adoptable: reading.adoptable,
    ruleCount: [...placedRules(reading.scheme)].length,
  }
}

function toVersionHead({ version, effectiveFrom, adoptedAt, adoptedBy, basis }: StoredVersion) {
  return { version, effectiveFrom, adoptedAt: adoptedAt.toISOString(), adoptedBy, basis }
}

function toVersion(stored: StoredVersion): SchemeVersion {
  return {
    ...toVersionHead(stored),
    scheme: schemeToFile(stored.scheme),
    regulation: stored.regulation === null ? null : toRegulation(stored.regulation),
  }
}

function presented<Refusal>(outcome: Result<ReadDraft, Refusal>): Result<Workbench, Refusal> {
  return outcome.ok ? accept(toWorkbench(outcome.value)) : outcome
}

const later = {
  inTown: () => {
    throw new Error('this operation follows')
  },
}

export const schemeRoutes: RouteGroup<typeof schemeEndpoints> = {
  startDraftFromVersion: later,
  listDrafts: later,
  reopenDraft: later,
  compareSchemes: later,
  compareRegulations: later,
  downloadSchemeVersion: later,
  downloadDraft: later,
  pasteRegulation: {
    inTown: async ({ body, stores, act }) =>
      presented(await startDraft(stores.drafts, act, { title: body.title, fileName: null, text: body.text })),
  },
  uploadRegulation: {
    inTown: async ({ file, stores, act, services }) => {
      const text = await services.readRegulation(file)
      if (!text.ok) return text
      const title = file.name.replace(/\.[^.]*$/, '')
      return presented(await startDraft(stores.drafts, act, { title, fileName: file.name, text: text.value }))
    },
  },
  startBlankDraft: {
    inTown: async ({ body, stores, act }) =>
      presented(await startDraft(stores.drafts, act, { title: body.title, fileName: null, text: null })),
  },
  readOpenDraft: {
    inTown: async ({ stores }) => {
      const draft = await stores.drafts.readOpen()
      return accept({ workbench: draft === null ? null : toWorkbench({ draft, reading: readDraft(draft) }) })
    },
  },
  interpretClause: {
    inTown: async ({ params, body, stores, act }) =>
      presented(await interpretClauses(stores.drafts, act, { ...params, ...body })),
  },
  editScheme: {
    inTown: async ({ params, body, stores, act }) =>
      presented(await editDraft(stores.drafts, act, { ...params, ...body })),
  },
  undoStep: {
    inTown: async ({ params, body, stores }) => presented(await undoStep(stores.drafts, { ...params, ...body })),
  },
  discardDraft: {
    inTown: async ({ params, body, stores, act }) => {
      const outcome = await discardDraft(stores.drafts, act, { ...params, ...body })
      return outcome.ok ? accept({ done: true }) : outcome
    },
  },
  adoptScheme: {
    inTown: async ({ params, body, stores, act }) => {
      const effectiveFrom = localDate(body.effectiveFrom)
      const outcome = await adoptScheme(stores, act, { ...params, ...body, effectiveFrom })
      return outcome.ok ? accept(toVersion(outcome.value)) : outcome
    },
  },
  listSchemeVersions: {
    inTown: async ({ stores }) => accept({ versions: (await stores.versions.list()).map(toVersionHead) }),
  },
  readSchemeVersion: {
    inTown: async ({ params, stores }) => {
      const version = await stores.versions.read(params.version)
      return version === null
        ? refuse({ code: 'version-unknown', version: params.version })
        : accept(toVersion(version))
    },
  },
}
