import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('screen and (max-width: 767px)')

/** A screen too narrow for tables: lists become cards, panes become tabs. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (notify) => {
      narrow.addEventListener('change', notify)
      return () => {
        narrow.removeEventListener('change', notify)
      }
    },
    () => narrow.matches,
  )
}
