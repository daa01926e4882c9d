import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type RefusalAnswer = {
  readonly status: ContentfulStatusCode
  readonly code: string
  /** One Chinese sentence: what is wrong, and the way out. */
  readonly message: string
  /** Where in the input, or null. */
  readonly place: string | null
}

/** Answers one refusal under its own code. */
export function answerTo({ code }: { readonly code: string }) {
  return (status: ContentfulStatusCode, message: string, place: string | null = null): RefusalAnswer => ({
    status,
    code,
    message,
    place,
  })
}
