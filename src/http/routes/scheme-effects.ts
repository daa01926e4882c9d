import { findDraft, readDraft } from '../../commands/change-draft.ts'
import { accept } from '../../domain/primitives/result.ts'
import { assessmentPeriod } from '../../queries/assessment-period.ts'
import { readReadingEffects, type ReplayDraft } from '../../queries/read-reading-effects.ts'
import type { schemeEffectEndpoints } from '../contract/scheme-effects.ts'
import type { RouteGroup } from '../route.ts'

export const schemeEffectRoutes: RouteGroup<typeof schemeEffectEndpoints> = {
  readReadingEffects: {
    inTown: async ({ params, query, stores, act, today }) => {
      const { revision, year, ...finding } = query
      const found = await findDraft(stores.drafts, params.draftId, revision)
      if (!found.ok) return found
      const draft = found.value
      const replay: ReplayDraft = (interpretation) => {
        if (interpretation === null) return readDraft(draft)
        const work = { kind: 'interpretation', interpretation } as const
        const step = { id: act.newId(), at: act.at, by: act.by, undone: false, work }
        return readDraft({ ...draft, steps: [...draft.steps, step] })
      }
      const period = assessmentPeriod(String(year), today, null)
      return accept(await readReadingEffects(stores, replay, finding, period))
    },
  },
}
