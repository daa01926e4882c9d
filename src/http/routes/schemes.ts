import { adoptScheme } from '../../commands/adopt-scheme.ts'
import { discardDraft, editDraft, interpretClauses, readDraft, undoStep } from '../../commands/change-draft.ts'
import { copyVersion, reopenDraft, startDraft } from '../../commands/start-draft.ts'
import { localDate } from '../../domain/primitives/local-date.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import type { schemeEndpoints } from '../contract/schemes.ts'
import { describeTextChanges } from '../../queries/compare-regulations.ts'
import { describeSchemeChanges } from '../../queries/compare-schemes.ts'
import { comparedSide, comparedText } from '../compared-side.ts'
import type { RouteGroup } from '../route.ts'
import { opened, presented, toDraftHead, toVersion, toVersionHead, toWorkbench } from '../scheme-answers.ts'

export const schemeRoutes: RouteGroup<typeof schemeEndpoints> = {
  pasteRegulation: {
    inTown: async ({ body, stores, act }) =>
      opened(await startDraft(stores, act, { title: body.title, fileName: null, text: body.text })),
  },
  uploadRegulation: {
    inTown: async ({ file, stores, act, services }) => {
      const text = await services.readRegulation(file)
      if (!text.ok) return text
      const title = file.name.replace(/\.[^.]*$/, '')
      return opened(await startDraft(stores, act, { title, fileName: file.name, text: text.value }))
    },
  },
  startBlankDraft: {
    inTown: async ({ body, stores, act }) =>
      opened(await startDraft(stores, act, { title: body.title, fileName: null, text: null })),
  },
  startDraftFromVersion: {
    inTown: async ({ body, stores, act }) => opened(await copyVersion(stores, act, body)),
  },
  listDrafts: {
    inTown: async ({ stores }) => accept({ drafts: (await stores.drafts.list()).map(toDraftHead) }),
  },
  reopenDraft: {
    inTown: async ({ params, stores, act }) => opened(await reopenDraft(stores.drafts, act, params)),
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
      return version === null
        ? refuse({ code: 'version-unknown', version: params.version })
        : accept(toVersion(version))
    },
  },
}
