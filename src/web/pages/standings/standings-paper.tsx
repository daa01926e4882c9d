import { groupBy } from '../../../domain/primitives/group-by.ts'
import type { StandingRow } from '../../../http/contract/results.ts'
import { Points } from '../../parts/figure.tsx'
import { useSession } from '../../parts/session.tsx'
import { SignatureLines } from '../../parts/signature-lines.tsx'
import { useText } from '../../text/dictionary.ts'
import { periodText, pointsText } from '../../text/figure.ts'
import { standingsText } from '../../text/standings.ts'
import { categoryTitles } from './standing-view.ts'
import styles from './standings-paper.module.css'

type Props = {
  readonly rows: readonly StandingRow[]
  readonly period: string
  readonly asOf: string
  readonly schemeVersion: number | null
  /** What the list was narrowed to; empty for everyone. */
  readonly narrowedTo: readonly string[]
}

/** 成绩表 on paper: everyone the page shows, whatever page of the list is on screen; seen in print alone. */
export function StandingsPaper({ rows, period, asOf, schemeVersion, narrowedTo }: Props) {
  const text = useText(standingsText)
  const { town } = useSession()
  const titles = categoryTitles(rows)
  return (
    <article className={styles.paper} data-wide={titles.length > 4}>
      <h2 className={styles.title}>
        {town.name} {text.paperTitle(periodText(period))}
      </h2>
      <p className={styles.facts}>
        <span>{text.paperAsOf(asOf)}</span>
        {schemeVersion !== null && <span>{text.paperScheme(schemeVersion)}</span>}
        {narrowedTo.length > 0 && <span>{text.paperOnly(narrowedTo)}</span>}
        <span>{text.totals(rows.length, rows.filter((row) => !row.partial).length)}</span>
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {text.rank}
            </th>
            <th scope="col">{text.person}</th>
            <th scope="col">{text.columnOffice}</th>
            <th scope="col">{text.employment}</th>
            {[...titles, text.reward, text.score].map((title) => (
              <th scope="col" key={title} className={styles.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {[...groupBy(rows, (row) => row.rankingGroup)].map(([group, members]) => (
          <tbody key={group}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={titles.length + 6}>
                {group}　<span className="quiet">{text.people(members.length)}</span>
              </th>
            </tr>
            {members.map((row) => (
              <PaperRow key={row.staffNumber} row={row} titles={titles} />
            ))}
          </tbody>
        ))}
      </table>
      <p className={styles.note}>{text.paperNote}</p>
      <SignatureLines labels={[text.made, text.reviewed, text.approved, text.date]} />
    </article>
  )
}

function PaperRow({ row, titles }: { readonly row: StandingRow; readonly titles: readonly string[] }) {
  const text = useText(standingsText)
  return (
    <tr>
      <td className={styles.number}>{row.rank ?? ''}</td>
      <td className={styles.name}>{row.name}</td>
      <td>{row.office}</td>
      <td>{row.employment}</td>
      {row.categories.length === 0 ? (
        <td colSpan={titles.length} className={styles.mean}>
          {text.leaderMean}
        </td>
      ) : (
        titles.map((title) => {
          const category = row.categories.find((one) => one.title === title)
          return (
            <td key={title} className={styles.number}>
              {category !== undefined && <Points hundredths={category.score} table />}
            </td>
          )
        })
      )}
      <td className={styles.number}>{row.reward !== 0 && <Points hundredths={row.reward} table change />}</td>
      <td className={styles.number}>
        <b>
          <Points hundredths={row.score} table />
        </b>
        {row.score === null && <div className={styles.soFar}>{text.soFar(pointsText(row.soFar))}</div>}
      </td>
    </tr>
  )
}
