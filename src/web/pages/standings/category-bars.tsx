import type { StandingRow } from '../../../http/contract/results.ts'
import { Points } from '../../parts/figure.tsx'
import { useText } from '../../text/dictionary.ts'
import { pointsText } from '../../text/figure.ts'
import { standingsText } from '../../text/standings.ts'
import { barFill } from './standing-view.ts'
import styles from './standings.module.css'

type Category = StandingRow['categories'][number]

/** One category of one person: the figure, and a thin bar of how much of the full points it is. */
export function CategoryBar({
  category,
  saysMean = true,
}: {
  readonly category: Category | undefined
  /** Says once a row, not in every column, that a leader has a mean instead of categories. */
  readonly saysMean?: boolean
}) {
  const text = useText(standingsText)
  if (category === undefined) return saysMean && <span className="quiet">{text.leaderMean}</span>
  const fill = barFill(category)
  return (
    <span className={styles.category} title={category.title}>
      {category.score === null ? (
        <span>
          <Points hundredths={null} />{' '}
          <span className="quiet figure">{text.soFar(pointsText(category.soFar))}</span>
        </span>
      ) : (
        <Points hundredths={category.score} table />
      )}
      {fill !== null && (
        <span className={styles.bar} data-partial={category.score === null} aria-hidden="true">
          <span style={{ width: `${String(fill)}%` }} />
        </span>
      )}
    </span>
  )
}

/** The score, or 待评 with what is known so far. */
export function ScoreFigure({ row }: { readonly row: Pick<StandingRow, 'score' | 'soFar'> }) {
  const text = useText(standingsText)
  if (row.score !== null) return <Points hundredths={row.score} table />
  return (
    <span>
      <Points hundredths={null} /> <span className="quiet figure">{text.soFar(pointsText(row.soFar))}</span>
    </span>
  )
}
