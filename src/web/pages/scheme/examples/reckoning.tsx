import type { WorkedExample } from '../../../../domain/scheme/scheme.ts'
import type { ExampleReckoning } from '../../../../domain/scoring/reckon-example.ts'
import { useText } from '../../../text/dictionary.ts'
import { changeText, dayText, yuanText } from '../../../text/figure.ts'
import { schemeExamplesText } from '../../../text/scheme-examples.ts'
import { sheetLine } from '../../score-sheet/sheet-lines.ts'
import { isAsExpected } from './as-expected.ts'
import styles from './examples.module.css'

/** What the scheme makes of an example: the figure, whether it is the expected one, and the lines that make it. */
export function Reckoning({
  example,
  reckoning,
  isStated = true,
}: {
  readonly example: WorkedExample
  readonly reckoning: ExampleReckoning
  /** false while no expectation has been typed. */
  readonly isStated?: boolean
}) {
  const words = useText(schemeExamplesText)
  if (reckoning.refusal !== null) return <p className={styles.fail}>{reckoning.refusal}</p>
  const isRight = isAsExpected(example, reckoning)
  const lines = reckoning.lines
    .map((line, place) => ({ line, shown: sheetLine(line, place) }))
    .filter(({ line }) => line.kind !== 'base')
  return (
    <div className={styles.reckoning}>
      <p>
        {words.gives}：<b className="figure">{words.change(changeText(reckoning.movedCentipoints))}</b>
        {reckoning.yuanFen !== 0 && `，${words.money(yuanText(reckoning.yuanFen))}`}{' '}
        {isStated && (
          <span className={isRight ? styles.pass : styles.fail}>{isRight ? words.agrees : words.differs}</span>
        )}
      </p>
      {lines.length > 0 && (
        <>
          <p className={styles.label}>{words.lines}</p>
          <ul className={styles.lines}>
            {lines.map(({ shown }) => (
              <li key={shown.key}>
                <span>
                  {[shown.day === null ? null : dayText(shown.day), ...shown.facts, shown.clause]
                    .filter((part) => part !== null && part !== '')
                    .join('，')}
                  {shown.reason !== null && <span className="quiet">（{shown.reason}）</span>}
                </span>
                <span className="figure">
                  {shown.moneyFen === null ? changeText(shown.change) : words.money(yuanText(shown.moneyFen))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
