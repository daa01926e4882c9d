import { yearSpan } from '../../domain/primitives/local-date.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import { useAssessmentYear } from './assessment-year.ts'
import { useSession } from './session.tsx'

/** The version that scores the year at work: in force today, or on that year's last day when it is another; null: none. */
export function useSchemeOfYear() {
  const [year] = useAssessmentYear()
  const { today, schemeVersions } = useSession()
  const { first, last } = yearSpan(year)
  const day = today < first ? first : today > last ? last : today
  return versionInForce(schemeVersions, day)
}
