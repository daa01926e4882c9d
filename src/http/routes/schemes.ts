import type { AuditNote } from '../../commands/audit-store.ts'
import {
  discardDraft,
  editDraft,
  interpretClauses,
  readDraft,
  undoStep,
  type ReadDraft,
} from '../../commands/change-draft.ts'
import type { StoredDraft } from '../../commands/draft-store.ts'
import { copyVersion, reopenDraft, startDraft, type OpenedDraft } from '../../commands/start-draft.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { draftObject, openedNote, stepNote } from '../audit-notes.ts'
import type { schemeEndpoints } from '../contract/schemes.ts'
import { describeTextChanges } from '../../queries/compare-regulations.ts'
import { describeSchemeChanges } from '../../queries/compare-schemes.ts'
import { comparedSide, comparedText } from '../compared-side.ts'
import { proposersOf } from '../proposal-answers.ts'
import type { RouteGroup } from '../route.ts'
import { opened, presented, toDraftHead, toVersion, toVersionHead, toWorkbench } from '../scheme-answers.ts'

type Note = (note: Partial<AuditNote>) => void

function noted<Refusal>(outcome: Result<OpenedDraft, Refusal>, note: Note): Result<OpenedDraft, Refusal> {
  if (outcome.ok) note(openedNote(outcome.value))
  return outcome
}

function notedStep<Refusal>(
  before: StoredDraft | null,
  outcome: Result<ReadDraft, Refusal>,
  note: Note,
): Result<ReadDraft, Refusal> {
  if (outcome.ok) note(stepNote(before, outcome.value))
  return outcome
}

export const schemeRoutes: RouteGroup<typeof schemeEndpoints> = {
  pasteRegulation: {
    inTown: async ({ body, stores, act, note }) =>
      opened(noted(await startDraft(stores, act, { title: body.title, fileName: null, text: body.text }), note)),
  },
  uploadRegulation: {
    inTown: async ({ file, stores, act, services, note }) => {
      const text = await services.readRegulation(file)
      if (!text.ok) return text
      const title = file.name.replace(/\.[^.]*$/, '')
      return opened(noted(await startDraft(stores, act, { title, fileName: file.name, text: text.value }), note))
    },
  },
  startBlankDraft: {
    inTown: async ({ body, stores, act, note }) =>
      opened(noted(await startDraft(stores, act, { title: body.title, fileName: null, text: null }), note)),
  },
  startDraftFromVersion: {
    inTown: async ({ body, stores, act, note }) => opened(noted(await copyVersion(stores, act, body), note)),
  },
  listDrafts: {
    inTown: async ({ stores }) => accept({ drafts: (await stores.drafts.list()).map(toDraftHead) }),
  },
  reopenDraft: {
    inTown: async ({ params, stores, act, note }) => opened(noted(await reopenDraft(stores, act, params), note)),
  },
  readOpenDraft: {
    inTown: async ({ stores }) => {
      const draft = await stores.drafts.readOpen()
      return accept({ workbench: draft === null ? null : toWorkbench({ draft, reading: readDraft(draft) }) })
    },
  },
  interpretClause: {
    inTown: async ({ params, body, stores, act, note }) => {
      const before = await stores.drafts.readOpen()
      return presented(notedStep(before, await interpretClauses(stores, act, { ...params, ...body }), note))
    },
  },
  editScheme: {
    inTown: async ({ params, body, stores, act, note }) => {
      const before = await stores.drafts.readOpen()
      return presented(notedStep(before, await editDraft(stores, act, { ...params, ...body }), note))
    },
  },
  undoStep: {
    inTown: async ({ params, body, stores, note }) => {
      const before = await stores.drafts.readOpen()
      return presented(notedStep(before, await undoStep(stores, { ...params, ...body }), note))
    },
  },
  discardDraft: {
    inTown: async ({ params, body, stores, act, note }) => {
      const before = await stores.drafts.readOpen()
      const outcome = await discardDraft(stores, act, { ...params, ...body })
      if (!outcome.ok) return outcome
      if (before !== null) note({ object: draftObject(before), before: { revision: before.revision } })
      return accept({ done: true })
    },
  },
  listSchemeVersions: {
    inTown: async ({ stores }) => {
      const proposers = proposersOf(await stores.adoptions.list())
      const versions = await stores.versions.list()
      return accept({
        versions: versions.map((stored) => toVersionHead(stored, proposers.get(stored.version) ?? null)),
      })
    },
  },
  compareSchemes: {
    inTown: async ({ query, stores }) => {
      const [from, to] = [await comparedSide(stores, query.from), await comparedSide(stores, query.to)]
      if (!from.ok) return from
      return to.ok ? accept(describeSchemeChanges(from.value, to.value)) : to
    },
  },
  compareRegulations: {
    inTown: async ({ query, stores, services }) => {
      const [from, to] = [await comparedText(stores, query.from), await comparedText(stores, query.to)]
      if (!from.ok) return from
      return to.ok ? accept(describeTextChanges(from.value, to.value, services.compareTexts)) : to
    },
  },
  downloadSchemeVersion: {
    inTown: async ({ params, query, stores, services }) => {
      const version = await stores.versions.read(params.version)
      if (version === null) return refuse({ code: 'version-unknown', version: params.version })
      const { scheme, effectiveFrom, basis } = version
      const edition = { version: version.version, effectiveFrom, basis }
      const town = await stores.readTownName()
      return accept(await services.writeScheme({ town, scheme, edition }, query.format))
    },
  },
  downloadDraft: {
    inTown: async ({ params, query, stores, services }) => {
      const draft = await stores.drafts.read(params.draftId)
      if (draft === null) return refuse({ code: 'draft-unknown' })
      const town = await stores.readTownName()
      const { scheme } = readDraft(draft)
      return accept(await services.writeScheme({ town, scheme, edition: null }, query.format))
    },
  },
  readSchemeVersion: {
    inTown: async ({ params, stores }) => {
      const version = await stores.versions.read(params.version)
      if (version === null) return refuse({ code: 'version-unknown', version: params.version })
      const proposers = proposersOf(await stores.adoptions.list())
      return accept(toVersion(version, proposers.get(version.version) ?? null))
    },
  },
}
