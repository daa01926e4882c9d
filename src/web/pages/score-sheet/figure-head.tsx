import styles from './score-sheet.module.css'

/** A table head: words on the left, columns of figures right-aligned. */
export function FigureHead({ words, figures }: { readonly words: string; readonly figures: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{words}</th>
        {figures.map((figure) => (
          <th key={figure} scope="col" className={styles.number}>
            {figure}
          </th>
        ))}
      </tr>
    </thead>
  )
}
