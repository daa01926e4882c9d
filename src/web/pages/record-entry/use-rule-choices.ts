import { useQueries } from '@tanstack/react-query'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { RuleChoice } from '../../../http/contract/entries.ts'
import { call } from '../../parts/api.ts'
import type { Whom } from './find-person.ts'

export type RuleChoices =
  | { readonly state: 'nobody' | 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'ready'; readonly rules: readonly RuleChoice[] }

/** The rules that stand on the sheets of everyone chosen, on that day. */
export function useRuleChoices(about: readonly Whom[], on: string): RuleChoices {
  return useQueries({
    queries: about.map((whom) => ({
      queryKey: ['rule-choices', whom.key, on],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const answer =
          whom.kind === 'person'
            ? await call(endpoints.listRuleChoices, {
                params: { staffNumber: whom.person.staffNumber },
                query: { on },
                signal,
              })
            : await call(endpoints.listOfficeRuleChoices, {
                params: { office: whom.office },
                query: { on },
                signal,
              })
        return answer.rules
      },
      // A scheme in force on a day does not change while one types.
      staleTime: 60_000,
      retry: false,
    })),
    combine: (answers): RuleChoices => {
      if (answers.length === 0) return { state: 'nobody' }
      const failed = answers.find((answer) => answer.error !== null)
      if (failed?.error) return { state: 'failed', error: failed.error }
      const lists = answers.flatMap((answer) => (answer.data === undefined ? [] : [answer.data]))
      return lists.length < answers.length ? { state: 'loading' } : { state: 'ready', rules: commonRules(lists) }
    },
  })
}

/** Only what every list holds, in the order of the first. */
function commonRules(lists: readonly (readonly RuleChoice[])[]): readonly RuleChoice[] {
  const [first = [], ...others] = lists
  const otherIds = others.map((list) => new Set(list.map((rule) => rule.ruleId)))
  return first.filter((rule) => otherIds.every((ids) => ids.has(rule.ruleId)))
}
