import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { useAssessmentYear } from '../../parts/assessment-year.ts'
import { periodOf, periodParts } from './period.ts'

/** The period looked at: the year of the top bar and the part of it that the address names. */
export function usePeriod() {
  const [year] = useAssessmentYear()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('part') ?? ''
  const part = periodParts.includes(asked) ? asked : ''
  const choosePart = useCallback(
    (next: string) => {
      setSearch(
        (current) => {
          const changed = new URLSearchParams(current)
          if (next === '') changed.delete('part')
          else changed.set('part', next)
          return changed
        },
        { replace: true },
      )
    },
    [setSearch],
  )
  return { year, part, period: periodOf(year, part), choosePart }
}
