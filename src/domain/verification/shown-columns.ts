import type { BulletinBlock, BulletinContent } from '../bulletin/bulletin.ts'
import { pointsText } from './figure-text.ts'
import type { Finding } from './finding.ts'

type Figures = NonNullable<BulletinContent['figures']>
type Table = Extract<BulletinBlock, { readonly kind: 'table' }>
type Figure = Figures[number]

/** Columns of tables of people, with what must stand in them; null: the figures do not say. */
const columns: Readonly<Record<string, (figure: Figure) => string | null>> = {
  名次: ({ rank }) => (rank === null ? null : String(rank)),
  '成绩（分）': ({ score }) => (score === null ? null : pointsText(score)),
  '累计（分）': ({ score }) => (score === null ? null : pointsText(score)),
  等次: ({ grade }) => grade,
}

/** Cells of a bulletin's tables that say something else than its own figures of a person of that name. */
export function differingCells(content: BulletinContent, figures: Figures, title: string): readonly Finding[] {
  return content.blocks.flatMap((block) => (block.kind === 'table' ? cellsOf(block, figures, title) : []))
}

function cellsOf(table: Table, figures: Figures, title: string): readonly Finding[] {
  const names = table.columns.findIndex((column) => column.title === '姓名')
  return table.columns.flatMap((column, place) => {
    const textOf = columns[column.title]
    if (names === -1 || textOf === undefined) return []
    return table.rows.flatMap((row): Finding[] => {
      const [name, cell] = [row[names] ?? '', (row[place] ?? '').replaceAll('−', '-')]
      const possible = figures.filter((figure) => figure.name === name).map(textOf)
      if (possible.length === 0 || possible.includes(null) || possible.includes(cell)) return []
      const where = { kind: 'person', bulletin: title, name, what: column.title } as const
      return [{ code: 'shown-words', place: where, said: cell, found: possible.join(' / ') }]
    })
  })
}
