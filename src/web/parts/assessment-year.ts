import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { useRemembered } from './remembered.ts'
import { useSession } from './session.tsx'

/** The assessment year at work: in the address when chosen, else the last one chosen, else that of the town's latest entry. */
export function useAssessmentYear(): [year: number, choose: (year: number) => void] {
  const { town, assessmentYear } = useSession()
  const [search, setSearch] = useSearchParams()
  const [remembered, remember] = useRemembered(`year.${town.id}`, '')
  const year = [search.get('year') ?? '', remembered, String(assessmentYear)].find((text) => /^20\d\d$/.test(text))
  const choose = useCallback(
    (next: number) => {
      remember(String(next))
      setSearch(
        (current) => {
          const changed = new URLSearchParams(current)
          changed.set('year', String(next))
          return changed
        },
        { replace: true },
      )
    },
    [remember, setSearch],
  )
  return [Number(year), choose]
}
