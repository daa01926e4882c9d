import { useSyncExternalStore } from 'react'
import type { Focus } from './text-marks.ts'

/** What the pointer or the keyboard is on, on either side, and the parts of the outline it belongs to. */
export type Hovered = { readonly focus: Focus | null; readonly parts: ReadonlySet<string> }

export type HoverStore = {
  readonly read: () => Hovered
  readonly hover: (focus: Focus | null) => void
  readonly subscribe: (notify: () => void) => () => void
}

const nothing: Hovered = { focus: null, parts: new Set() }

/** Kept outside the page's state: moving the pointer draws anew only the rows and words that light up or go out. */
export function createHoverStore(partsOf: (focus: Focus) => readonly string[]): HoverStore {
  let hovered = nothing
  const listeners = new Set<() => void>()
  return {
    read: () => hovered,
    hover: (focus) => {
      if (focus?.kind === hovered.focus?.kind && focus?.id === hovered.focus?.id) return
      hovered = focus === null ? nothing : { focus, parts: new Set(partsOf(focus)) }
      for (const notify of listeners) notify()
    },
    subscribe: (notify) => {
      listeners.add(notify)
      return () => listeners.delete(notify)
    },
  }
}

/** What a row or a word has of the hovered; drawn anew only when that changes, so it is a plain value or a part of it. */
export function useHovered<Seen>(store: HoverStore, see: (hovered: Hovered) => Seen): Seen {
  return useSyncExternalStore(store.subscribe, () => see(store.read()))
}
