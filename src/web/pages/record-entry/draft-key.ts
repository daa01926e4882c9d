/**
 * The idempotency key of a draft. One content keeps one key until it is known to be saved: a double click or a
 * retry after a lost answer sends the same key and is one entry. Changed content is another entry and gets a new
 * key, since the same key with another body is refused.
 */
export type DraftKeys = {
  readonly keyFor: (body: unknown) => string
  /** Saved for certain: the next draft is a new one even when it says the same. */
  readonly settle: () => void
}

export function createDraftKeys(newKey: () => string): DraftKeys {
  let held: { readonly content: string; readonly key: string } | null = null
  return {
    keyFor: (body) => {
      const content = JSON.stringify(body)
      if (held === null || held.content !== content) held = { content, key: newKey() }
      return held.key
    },
    settle: () => {
      held = null
    },
  }
}
