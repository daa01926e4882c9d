import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { MatterWords, type Matter } from '../workbench/matter-words.tsx'
import styles from './scheme-paper.module.css'

/** 方案总则 on paper: what holds for the whole, without the ladders, which stand among the rewards. */
export function PaperWhole({ scheme }: { readonly scheme: Scheme }) {
  const words = useText(schemeWholeText)
  const more = useText(schemeWorkText).matters
  const paper = useText(schemeVersionsText).paper
  const rows: readonly (readonly [Matter, string])[] = [
    ['appraisees', more.appraisees],
    ['window', words.window],
    ['cadence', more.cadence],
    ['rollUps', words.rollUps],
    ['rewardCap', more.rewardCap],
    ['grades', more.grades],
    ['deadlines', more.deadlines],
    ['pay', words.pay],
  ]
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th colSpan={2} className={styles.title}>
            {paper.whole}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([matter, label]) => (
          <tr key={matter} className={styles.first}>
            <td className={styles.item}>{label}</td>
            <td>
              <MatterWords matter={matter} scheme={scheme} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
