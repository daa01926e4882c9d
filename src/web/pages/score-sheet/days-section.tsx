import type { ScoreSheet } from '../../../domain/scoring/score-sheet.ts'
import { useText } from '../../text/dictionary.ts'
import { pointsInTable } from '../../text/figure.ts'
import { scoreSheetText } from '../../text/score-sheet.ts'
import { daysRows, hasDaysToTell, weightedCategories, type WeightedCategory } from './days-on-roster.ts'
import styles from './score-sheet.module.css'

/** Of somebody who moved, joined, left or was away: each stretch of days, and what a mean over offices is made of. */
export function DaysSection({ sheet }: { readonly sheet: ScoreSheet }) {
  const text = useText(scoreSheetText)
  if (!hasDaysToTell(sheet)) return null
  return (
    <section className={styles.stretches} aria-label={text.stretches}>
      <table>
        <caption>{text.stretches}</caption>
        <tbody>
          {daysRows(sheet).map((row) => (
            <tr key={row.first} className={row.isAway ? styles.away : undefined}>
              <td className="figure">
                {row.first} {text.until} {row.last}
              </td>
              <td>{row.where}</td>
              <td className={`${styles.number ?? ''} figure`}>
                {row.isAway ? text.awayDays(row.days) : text.stretchDays(row.days)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{text.onRosterInAll}</td>
            <td className={`${styles.number ?? ''} figure`}>
              {text.daysValue(sheet.days.onRoster, sheet.days.ofYear)}
            </td>
          </tr>
        </tfoot>
      </table>
      {weightedCategories(sheet.categories).map((category) => (
        <p key={category.categoryId} className="figure">
          {category.title}：<Formula category={category} />
        </p>
      ))}
    </section>
  )
}

/** 司法所 50.00 × 181/365 + 党办 60.00 × 184/365 = 55.04 */
function Formula({ category: { parts, days, score } }: { readonly category: WeightedCategory }) {
  const text = useText(scoreSheetText)
  const points = (hundredths: number | null) => (hundredths === null ? text.pending : pointsInTable(hundredths))
  const terms = parts.map((part) => `${part.title} ${points(part.score)} × ${String(part.days)}/${String(days)}`)
  return (
    <>
      {terms.join(' + ')} = {points(score)}
    </>
  )
}
