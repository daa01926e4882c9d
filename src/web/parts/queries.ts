import {
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { App } from 'antd'
import type { z } from 'zod'
import type { Endpoint } from '../../http/contract/endpoint.ts'
import { callLoosely, messageOf, type CallInput, type LooseInput } from './api.ts'

type Schema = z.ZodType | undefined

/** Asks; while the same list is asked for with other conditions, the old answer stays on screen. */
export function useAnswer<Params extends Schema, Query extends Schema, Body extends Schema, AnswerBody>(
  operation: Endpoint<Params, Query, Body, AnswerBody>,
  input: CallInput<Params, Query, Body>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<AnswerBody> {
  const queryKey = answerKey(operation, input)
  return useQuery<AnswerBody, Error, AnswerBody, unknown[]>({
    queryKey,
    queryFn: ({ signal }) => callLoosely(operation, { ...input, signal }),
    enabled: options.enabled ?? true,
    // Never under another person's name: only the conditions may differ, not what is asked about.
    placeholderData: (previous, query) =>
      JSON.stringify(query?.queryKey.slice(0, 3)) === JSON.stringify(queryKey.slice(0, 3)) ? previous : undefined,
  })
}

/** The cache key of an answer, for setting it after a command that answers the whole anew. */
export function answerKey(operation: Endpoint, input: LooseInput): unknown[] {
  return [operation.method, operation.path, input.params ?? null, input.query ?? null]
}

/**
 * Does something, then asks anew for everything on screen: figures never lag behind a change.
 * A refusal is shown as a message unless `quiet`, when the page shows it itself.
 */
export function useCommand<Params extends Schema, Query extends Schema, Body extends Schema, AnswerBody>(
  operation: Endpoint<Params, Query, Body, AnswerBody>,
  options: {
    readonly quiet?: boolean
    readonly onDone?: (answer: AnswerBody) => void
    readonly onFailed?: (error: Error) => void
  } = {},
): UseMutationResult<AnswerBody, Error, CallInput<Params, Query, Body>> {
  const queryClient = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationKey: commandKey(operation),
    mutationFn: (input: CallInput<Params, Query, Body>) => callLoosely(operation, input),
    onSuccess: async (answer) => {
      options.onDone?.(answer)
      await queryClient.invalidateQueries()
    },
    onError: (error) => {
      options.onFailed?.(error)
      if (options.quiet !== true) void message.error({ content: messageOf(error), duration: 8 })
    },
  })
}

/** Whether the command is on its way, from wherever on screen it was given. */
export function useIsUnderWay(operation: Endpoint): boolean {
  return useIsMutating({ mutationKey: commandKey(operation) }) > 0
}

function commandKey({ method, path }: Endpoint): unknown[] {
  return [method, path]
}
