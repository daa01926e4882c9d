import { Link } from 'react-router'
import type { StandingRow } from '../../../http/contract/results.ts'
import { Points } from '../../parts/figure.tsx'
import type { ListColumn } from '../../parts/list-page.tsx'
import type { useText } from '../../text/dictionary.ts'
import type { standingsText } from '../../text/standings.ts'
import { CategoryBar, ScoreFigure } from './category-bars.tsx'
import { categoryTitles } from './standing-view.ts'
import styles from './standings.module.css'

type Text = ReturnType<typeof useText<(typeof standingsText)['zh']>>

/** Names lead to the sheet, and so do scores; rows give the categories there are. */
export function standingColumns(
  text: Text,
  rows: readonly StandingRow[],
  sheetOf: (row: StandingRow) => string,
): readonly ListColumn<StandingRow>[] {
  return [
    {
      key: 'name',
      title: text.person,
      pinned: true,
      render: (_, row) => (
        <Link to={sheetOf(row)} className={styles.name}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'rank',
      title: text.rank,
      pinned: true,
      align: 'right',
      width: 72,
      render: (_, row) =>
        row.rank === null ? <Points hundredths={null} /> : <span className="figure">{row.rank}</span>,
    },
    { key: 'office', title: text.columnOffice, dataIndex: 'office' },
    { key: 'post', title: text.post, dataIndex: 'post' },
    ...categoryTitles(rows).map((title, at) => ({
      key: `category-${title}`,
      title,
      align: 'right' as const,
      render: (_: unknown, row: StandingRow) => (
        <CategoryBar category={row.categories.find((category) => category.title === title)} saysMean={at === 0} />
      ),
    })),
    {
      key: 'reward',
      title: text.reward,
      align: 'right',
      render: (_, row) => row.reward !== 0 && <Points hundredths={row.reward} table change />,
    },
    {
      key: 'score',
      title: text.score,
      pinned: true,
      align: 'right',
      render: (_, row) => (
        <Link to={sheetOf(row)} className={styles.score}>
          <ScoreFigure row={row} />
        </Link>
      ),
    },
    {
      key: 'change',
      title: text.periodChange,
      align: 'right',
      render: (_, row) => row.periodChange !== 0 && <Points hundredths={row.periodChange} table change />,
    },
    {
      key: 'unconfirmed',
      title: text.unconfirmed,
      align: 'right',
      render: (_, row) =>
        row.unconfirmedEntries > 0 && (
          <Link to={`/entries?state=recorded&person=${encodeURIComponent(row.staffNumber)}`}>
            {text.unconfirmedCount(row.unconfirmedEntries)}
          </Link>
        ),
    },
  ]
}

/** The same row for the phone. */
export function standingCard(row: StandingRow) {
  return (
    <span className={styles.card}>
      <span className={styles.cardHead}>
        <span>
          {row.rank !== null && <span className={`${styles.cardRank ?? ''} figure`}>{row.rank}</span>}
          <b>{row.name}</b> <span className="quiet">{row.office === '' ? row.post : row.office}</span>
        </span>
        <span className={styles.score}>
          <ScoreFigure row={row} />
        </span>
      </span>
      {row.categories.length > 0 && (
        <span className={styles.cardBars}>
          {row.categories.map((category) => (
            <span key={category.title}>
              <span className="quiet">{category.title}</span>
              <CategoryBar category={category} />
            </span>
          ))}
        </span>
      )}
    </span>
  )
}
