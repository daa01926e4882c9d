import type { WorkedExample } from '../../../../domain/scheme/scheme.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { expectedWords, givenWords } from '../examples/example-words.ts'
import styles from './scheme-paper.module.css'

export function PaperExamples({ examples }: { readonly examples: readonly WorkedExample[] }) {
  const words = useText(schemeVersionsText).paper
  if (examples.length === 0) return null
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th colSpan={3} className={styles.title}>
            {words.examples}
          </th>
        </tr>
        <tr>
          <th className={styles.item}>{words.item}</th>
          <th>{words.exampleGiven}</th>
          <th className={styles.expected}>{words.exampleExpected}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map((example) => (
          <tr key={example.id} className={styles.first}>
            <td className={styles.item}>{example.title}</td>
            <td>{example.given.map((one) => givenWords(one)).join('；')}</td>
            <td className={styles.expected}>{expectedWords(example.expected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
