import { Link, useSearchParams } from 'react-router'
import { useText } from '../text/dictionary.ts'
import { firstStepsText } from '../text/first-steps.ts'

/** The way back for whoever came from the first steps of a new town: the address says so. */
export function BackToStart() {
  const text = useText(firstStepsText)
  const [search] = useSearchParams()
  if (!search.has('start')) return null
  return (
    <p className="no-print">
      <Link to="/">{text.back}</Link>
    </p>
  )
}
