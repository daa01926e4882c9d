import type { Workbench } from '../../../http/contract/schemes.ts'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'

/** Whether every scoring word of the text has found its place. */
export function CoverageWords({ coverage }: { readonly coverage: Workbench['coverage'] }) {
  const text = useText(schemeText).bar
  if (coverage === null) return null
  if (coverage.unexplained.length > 0)
    return <span className="figure-missing">{text.uncovered(coverage.unexplained.length)}</span>
  if (coverage.tokens === 0 || coverage.explained.length > 0) return null
  return <span className="quiet no-phone">{text.covered}</span>
}
