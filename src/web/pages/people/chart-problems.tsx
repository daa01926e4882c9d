import { chartProblemSentence, isHint, type ChartProblem } from '../../../domain/roster/chart-problem.ts'
import { useText } from '../../text/dictionary.ts'
import { organisationChartText } from '../../text/organisation-chart.ts'
import styles from './chart-page.module.css'

/** What leaves somebody without a score, by name; then what only wants to be seen. */
export function ChartProblems({ problems }: { readonly problems: readonly ChartProblem[] }) {
  const text = useText(organisationChartText)
  const errors = problems.filter((problem) => !isHint(problem)).map(chartProblemSentence)
  const hints = problems.filter(isHint).map(chartProblemSentence)
  return (
    <>
      {errors.length > 0 ? (
        <section className={styles.errors} role="alert">
          <b>{text.problems(errors.length)}</b>
          <Sentences sentences={errors} />
        </section>
      ) : (
        <p className={styles.sound}>{text.sound}</p>
      )}
      {hints.length > 0 && (
        <section className={styles.hints}>
          <b>{text.hints}</b>
          <Sentences sentences={hints} />
        </section>
      )}
    </>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
