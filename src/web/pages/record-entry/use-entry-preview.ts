import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { entryDraftSchema, type EntryEffect } from '../../../http/contract/entries.ts'
import { call } from '../../parts/api.ts'

export type EntryPreview =
  | { readonly state: 'idle' | 'pending' }
  | { readonly state: 'failed'; readonly error: Error }
  | {
      readonly state: 'shown'
      readonly effects: readonly EntryEffect[]
      readonly warnings: readonly string[]
    }

const typingPause = 180

/**
 * What saving this content (the request body as JSON) would change. Asked after a pause in typing; what is shown
 * always belongs to the content as it stands now, never to an earlier one. `ask` does not wait for the pause.
 */
export function useEntryPreview(content: string | null): {
  readonly preview: EntryPreview
  readonly ask: (content: string) => Promise<readonly EntryEffect[]>
} {
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(content)
    }, typingPause)
    return () => {
      clearTimeout(timer)
    }
  }, [content])
  const answer = useQuery({ ...previewOf(asked ?? ''), enabled: asked !== null && asked === content })
  const ask = async (wanted: string) => (await queryClient.fetchQuery(previewOf(wanted))).effects
  return { preview: previewState(content, asked, answer), ask }
}

function previewOf(content: string) {
  return queryOptions({
    queryKey: ['entry-preview', content],
    queryFn: ({ signal }) =>
      call(endpoints.previewEntry, { body: entryDraftSchema.parse(JSON.parse(content)), signal }),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
}

type Asked = {
  readonly isFetching: boolean
  readonly error: Error | null
  readonly data: { readonly effects: readonly EntryEffect[]; readonly warnings: readonly string[] } | undefined
}

function previewState(content: string | null, asked: string | null, answer: Asked): EntryPreview {
  if (content === null) return { state: 'idle' }
  if (asked !== content || answer.isFetching) return { state: 'pending' }
  if (answer.error !== null) return { state: 'failed', error: answer.error }
  return answer.data === undefined ? { state: 'pending' } : { state: 'shown', ...answer.data }
}
