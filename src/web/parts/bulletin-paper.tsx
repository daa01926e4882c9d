import type { ReactNode } from 'react'
import type { BulletinContent } from '../../http/contract/inspections.ts'
import styles from './bulletin-paper.module.css'

type Block = BulletinContent['blocks'][number]
type Table = Extract<Block, { readonly kind: 'table' }>

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 12 → 十二, 23 → 二十三; below 100. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens - 1] ?? ''}十`
  return ten + (ones === 0 ? '' : (digits[ones - 1] ?? ''))
}

/** Headings carry their numbers as an official document has them: 一、 （一） 1. */
function numbered(blocks: readonly Block[]): readonly { readonly block: Block; readonly mark: string }[] {
  const counts = [0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return { block, mark: '' }
    const level = block.level - 1
    counts[level] = (counts[level] ?? 0) + 1
    for (let deeper = level + 1; deeper < counts.length; deeper += 1) counts[deeper] = 0
    const number = counts[level] ?? 0
    const mark =
      level === 0 ? `${inChinese(number)}、` : level === 1 ? `（${inChinese(number)}）` : `${String(number)}. `
    return { block, mark }
  })
}

/** What a bulletin shows, as a sheet of paper: words and tables in their order. */
export function BulletinPaper({
  content,
  mark = null,
  seal,
}: {
  readonly content: BulletinContent
  /** Above the title: 草稿，未发布. */
  readonly mark?: string | null
  /** What it can be checked by, at its end. */
  readonly seal?: ReactNode
}) {
  const isWide = content.blocks.some((block) => block.kind === 'table' && block.columns.length > 7)
  return (
    <article className={styles.paper} data-wide={isWide} aria-label={content.title}>
      {mark !== null && <p className={styles.mark}>{mark}</p>}
      <h2 className={styles.title}>{content.title}</h2>
      {content.subtitle !== null && <p className={styles.subtitle}>{content.subtitle}</p>}
      {numbered(content.blocks).map(({ block, mark }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a paper's blocks have no other name and never move
        <PaperBlock key={place} block={block} mark={mark} />
      ))}
      <p className={styles.issuer}>
        {content.town}
        <br />
        <span className="figure">{content.publishedOn}</span>
      </p>
      {seal}
    </article>
  )
}

function PaperBlock({ block, mark }: { readonly block: Block; readonly mark: string }) {
  if (block.kind === 'heading')
    return (
      <h3 className={block.level === 1 ? styles.first : styles.second}>
        {mark}
        {block.text}
      </h3>
    )
  if (block.kind === 'paragraph') return <p className={styles.words}>{block.text}</p>
  if (block.kind === 'table') return <PaperTable table={block} />
  return (
    <p className={styles.signatures}>
      {block.lines.map((line) => (
        <span key={line}>{line}：</span>
      ))}
    </p>
  )
}

function PaperTable({ table }: { readonly table: Table }) {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        {table.title !== null && <caption>{table.title}</caption>}
        <colgroup>
          {table.columns.map(({ title, width }) => (
            <col key={title} style={{ width: `${String((width / whole) * 100)}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {table.columns.map(({ title, figure }) => (
              <th key={title} scope="col" className={figure ? styles.figure : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a frozen table never move
            <tr key={row} className={row >= table.rows.length - (table.sums ?? 0) ? styles.sum : undefined}>
              {cells.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- nor do its cells
                <td key={column} className={table.columns[column]?.figure === true ? styles.figure : undefined}>
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
