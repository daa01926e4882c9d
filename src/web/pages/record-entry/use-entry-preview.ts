import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { EntryDraft, EntryEffect } from '../../../http/contract/entries.ts'
import { call } from '../../parts/api.ts'

export type EntryPreview =
  | { readonly state: 'idle' | 'pending' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'shown'; readonly effects: readonly EntryEffect[] }

const typingPause = 180

/**
 * What saving this body would change. Asked after a pause in typing; what is shown always belongs to the body as it
 * stands now, never to an earlier one.
 */
export function useEntryPreview(body: EntryDraft | null): {
  readonly preview: EntryPreview
  readonly ask: () => void
} {
  const content = body === null ? null : JSON.stringify(body)
  const [asked, setAsked] = useState<{ readonly content: string; readonly body: EntryDraft } | null>(null)
  const ask = useCallback(() => {
    if (content !== null && body !== null) setAsked({ content, body })
    // The content stands for the body, which is a new object at every keystroke.
  }, [content])

  useEffect(() => {
    const timer = setTimeout(ask, typingPause)
    return () => {
      clearTimeout(timer)
    }
  }, [ask])

  const isAsked = asked !== null && asked.content === content
  const answer = useQuery({
    queryKey: ['entry-preview', asked?.content],
    queryFn: ({ signal }) => (asked === null ? null : call(endpoints.previewEntry, { body: asked.body, signal })),
    enabled: isAsked,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  if (content === null) return { preview: { state: 'idle' }, ask }
  if (!isAsked || answer.isFetching) return { preview: { state: 'pending' }, ask }
  if (answer.error !== null)
    return { preview: { state: 'failed', error: answer.error }, ask: () => void answer.refetch() }
  return answer.data
    ? { preview: { state: 'shown', effects: answer.data.effects }, ask }
    : { preview: { state: 'pending' }, ask }
}
