import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

type Fields = Readonly<Record<string, string>>

/**
 * The state of a list, kept in the address bar: a link sent to a colleague opens the same view.
 * Fields at their default leave no trace in the address.
 */
export function useUrlState<State extends Fields>(
  defaults: State,
): [state: State, change: (changes: Partial<State>) => void] {
  const [search, setSearch] = useSearchParams()
  const state = useMemo(() => {
    const entries: [string, string][] = Object.entries(defaults).map(([name, fallback]) => [
      name,
      search.get(name) ?? fallback,
    ])
    return { ...defaults, ...Object.fromEntries(entries) }
  }, [defaults, search])
  const change = useCallback(
    (changes: Partial<State>) => {
      setSearch(
        (current) => {
          const next = new URLSearchParams(current)
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === defaults[name]) next.delete(name)
            else next.set(name, String(value))
          }
          return next
        },
        { replace: true },
      )
    },
    [defaults, setSearch],
  )
  return [state, change]
}

/** The value of a search field that must be one of a few; anything else is the fallback. */
export function oneOf<Choice extends string>(value: string, choices: readonly Choice[], fallback: Choice): Choice {
  return choices.find((choice) => choice === value) ?? fallback
}
