import { findDraft } from '../../commands/change-draft.ts'
import { accept } from '../../domain/primitives/result.ts'
import { readReadingEffects } from '../../queries/read-reading-effects.ts'
import type { schemeEffectEndpoints } from '../contract/scheme-effects.ts'
import type { RouteGroup } from '../route.ts'

export const schemeEffectRoutes: RouteGroup<typeof schemeEffectEndpoints> = {
  readReadingEffects: {
    inTown: async ({ params, query, stores }) => {
      const { revision, year, ...finding } = query
      const draft = await findDraft(stores.drafts, params.draftId, revision)
      if (!draft.ok) return draft
      return accept(await readReadingEffects(stores, { finding, year }))
    },
  },
}
