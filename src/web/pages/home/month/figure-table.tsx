import type { ReactNode } from 'react'
import styles from './month.module.css'

type Column = { readonly title: string; readonly isNumber?: boolean }

/** The figures of a chart line by line, for who would rather read; the first cell names the row. */
export function FigureTable({
  columns,
  rows,
  label,
}: {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  readonly label: string
}) {
  const classOf = (at: number) => (columns[at]?.isNumber === true ? (styles.number ?? '') : '')
  return (
    <div className={styles.table} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title }, at) => (
              <th key={title} scope="col" className={classOf(at)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={columns[at]?.title ?? at} className={classOf(at)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
