import { useText } from '../../../text/dictionary.ts'
import { schemeWholeText } from '../../../text/scheme-whole.ts'
import styles from './cards.module.css'
import { useWorkbench } from './workbench-context.ts'

/** How a scheme without a text comes about, with what is done ticked off. */
export function BlankSteps() {
  const words = useText(schemeWholeText)
  const { scheme } = useWorkbench().model
  const sheets = scheme.categories.flatMap((category) => category.sheets)
  const steps: readonly (readonly [key: 'total' | 'categories' | 'sheets' | 'items' | 'rest', isDone: boolean])[] =
    [
      ['total', scheme.total !== null],
      ['categories', scheme.categories.length > 0],
      ['sheets', sheets.length > 0],
      ['items', sheets.some((sheet) => sheet.items.some((item) => item.rules.length > 0))],
      ['rest', false],
    ]
  if (steps.slice(0, -1).every(([, isDone]) => isDone)) return null
  return (
    <div className={styles.steps}>
      <p className={styles.message}>{words.startBlank}</p>
      <p className={styles.place}>{words.steps.intro}</p>
      <ol>
        {steps.map(([key, isDone]) => (
          <li key={key} className={isDone ? styles.settled : undefined}>
            {words.steps[key]}
            {isDone && ' ✓'}
          </li>
        ))}
      </ol>
    </div>
  )
}
