import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function listen(notify: () => void): () => void {
  listeners.add(notify)
  return () => listeners.delete(notify)
}

/**
 * A choice of this browser (column choice, density, …) that outlives the page; never facts of the town. Everyone who
 * asks for the same name sees a change at once.
 */
export function useRemembered(name: string, fallback: string): [value: string, remember: (value: string) => void] {
  const storageKey = `gongdao.${name}`
  const value = useSyncExternalStore(listen, () => localStorage.getItem(storageKey) ?? fallback)
  const remember = useCallback(
    (next: string) => {
      localStorage.setItem(storageKey, next)
      for (const notify of listeners) notify()
    },
    [storageKey],
  )
  return [value, remember]
}
