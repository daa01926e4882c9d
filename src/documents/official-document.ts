import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx'
import {
  bodyLine,
  fontOf,
  fontTable,
  plain,
  run,
  sizes,
  styleIds,
  styles,
  titleLine,
  twips,
  words,
  type Face,
} from './official-type.ts'

/**
 * Documents in the layout of GB/T 9704: A4, the type area 156 × 225 mm, titles in 小标宋 二号, text in 仿宋 三号 on lines of
 * 28 磅, headings 一、（一）1., page numbers — 1 — in the outer corner.
 */

/** A cell of a table; one that spans stands beside that many rows. */
export type OfficialCell = {
  readonly text: string
  readonly rows?: number
  readonly centred?: boolean
  /** Right-aligned. */
  readonly figure?: boolean
  readonly bold?: boolean
}

export type OfficialBlock =
  /** level 1: 一、 in 黑体; 2: （一） in 楷体; 3: 1. in 仿宋. The number comes with the layout. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table'
      /** Widths in millimetres; together the 156 mm of the type area. */
      readonly columns: readonly { readonly title: string; readonly width: number }[]
      /** A row leaves out the cells that one above it spans. */
      readonly rows: readonly (readonly (OfficialCell | 'spanned')[])[]
      /** Above it, in 黑体; it stays with its table. */
      readonly title?: string | null
    }
  /** Lines to sign on, two beside each other, that stay together. */
  | { readonly kind: 'signatures'; readonly lines: readonly string[] }
  /** Who issues it and when, at the right, four characters in. */
  | { readonly kind: 'issuer'; readonly lines: readonly string[] }
  /** Small print: what the figures rest on, with a picture (PNG) at its left. */
  | { readonly kind: 'seal'; readonly lines: readonly string[]; readonly picture: Uint8Array | null }

export type OfficialDocument = {
  readonly title: string
  /** Below the title, centred: （第1版，自2026年1月1日起施行）. */
  readonly subtitle: string | null
  readonly blocks: readonly OfficialBlock[]
  /** Across the long side, for tables that are wide: the type area is then 225 × 156 mm. */
  readonly landscape?: boolean
  /** Above the title, right: 草稿，未发布. */
  readonly mark?: string | null
}

/** Width of the type area in millimetres. */
export function typeAreaWidth(isLandscape: boolean): number {
  return isLandscape ? 225 : 156
}

const margins = { top: 37, bottom: 35, left: 28, right: 26 } as const

/**
 * Writes the .docx; its parts are the same for the same content, whenever. Text is text: control characters, which would
 * break the file, are left out.
 */
export function writeOfficialDocument(content: OfficialDocument): Promise<Uint8Array> {
  const counter = { 1: 0, 2: 0, 3: 0 }
  const file = new Document({
    evenAndOddHeaderAndFooters: true,
    styles: styles(),
    sections: [
      {
        properties: { page: pageOf(content.landscape === true) },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...titleBlock(content), ...content.blocks.flatMap((block) => partsOf(block, counter))],
      },
    ],
  })
  return Packer.toBuffer(file, undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'docProps/core.xml', data: coreProperties(content.title) },
  ])
}

/** Without a time: when it was downloaded says nothing about it. */
function coreProperties(title: string): string {
  const escaped = plain(title).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped}</dc:title><dc:creator>公道</dc:creator><cp:lastModifiedBy>公道</cp:lastModifiedBy></cp:coreProperties>`
}

/** Turned on its side a page keeps its margins with it: what was at the top is at the left. */
function pageOf(isLandscape: boolean) {
  const { top, bottom, left, right } = margins
  const turned = isLandscape ? { top: left, bottom: right, left: top, right: bottom } : margins
  return {
    size: {
      width: twips(210),
      height: twips(297),
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(turned.top),
      bottom: twips(turned.bottom),
      left: twips(turned.left),
      right: twips(turned.right),
      footer: twips(isLandscape ? 16 : 24),
    },
  }
}

function partsOf(block: OfficialBlock, counter: Counter): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'table':
      return [
        ...(block.title === undefined || block.title === null ? [] : [tableTitle(block.title)]),
        tableOf(block),
        gapAfterTable(),
      ]
    case 'signatures':
      return signatureLines(block.lines)
    case 'issuer':
      return block.lines.map(issuerLine)
    case 'seal':
      return [sealOf(block)]
    default:
      return [paragraphOf(block, counter)]
  }
}

function tableTitle(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: bodyLine,
    children: [run(text, 'black', sizes.fourth)],
  })
}

function issuerLine(line: string, place: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: place === 0 ? { ...bodyLine, before: 480 } : bodyLine,
    indent: { right: sizes.third * 40 },
    keepLines: true,
    children: [run(line, 'text', sizes.third)],
  })
}

/** Two beside each other, with room to write, and none alone on a page. */
function signatureLines(lines: readonly string[]): Paragraph[] {
  const pairs = Array.from({ length: Math.ceil(lines.length / 2) }, (_, row) => lines.slice(row * 2, row * 2 + 2))
  return pairs.map(
    (pair, row) =>
      new Paragraph({
        keepNext: row < pairs.length - 1,
        keepLines: true,
        spacing: { line: 700, lineRule: LineRuleType.EXACT },
        tabStops: [{ type: TabStopType.LEFT, position: twips(78) }],
        children: pair.flatMap((line, place) => [
          ...(place === 0 ? [] : [new TextRun({ children: [new Tab()] })]),
          run(`${line}：`, 'text', sizes.third),
        ]),
      }),
  )
}

/** The picture in a cell of its own, so that the words stand beside it wherever the page ends. */
function sealOf({ lines, picture }: Extract<OfficialBlock, { kind: 'seal' }>): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
  const borders = { top: none, bottom: none, left: none, right: none }
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      borders,
      width: { size: twips(width), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children,
    })
  const words = lines.map(
    (line) =>
      new Paragraph({
        spacing: { line: 300, lineRule: LineRuleType.EXACT },
        children: [run(line, 'song', sizes.ninth)],
      }),
  )
  const image = picture === null ? [] : [cell(28, [pictureOf(picture)])]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(150), type: WidthType.DXA },
    columnWidths: picture === null ? [twips(150)] : [twips(28), twips(122)],
    rows: [new TableRow({ cantSplit: true, children: [...image, cell(picture === null ? 150 : 122, words)] })],
  })
}

/** The one picture of its document: so its id, else the next of the process, is its own. */
function pictureOf(data: Uint8Array): Paragraph {
  const altText = { id: '1', name: '二维码', description: '台账校验码的二维码' }
  return new Paragraph({
    children: [new ImageRun({ type: 'png', data, transformation: { width: 92, height: 92 }, altText })],
  })
}

function titleBlock({ title, subtitle, mark = null }: OfficialDocument): Paragraph[] {
  const line = (text: string, face: Face, size: number, spacing: typeof titleLine | typeof bodyLine) =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [run(text, face, size)] })
  return [
    ...(mark === null
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            spacing: bodyLine,
            children: [run(mark, 'black', sizes.third)],
          }),
        ]),
    line(title, 'title', sizes.second, titleLine),
    ...(subtitle === null ? [] : [line(subtitle, 'script', sizes.third, bodyLine)]),
    line('', 'text', sizes.third, bodyLine),
  ]
}

type Counter = { 1: number; 2: number; 3: number }
type TextBlock = Extract<OfficialBlock, { kind: 'heading' | 'paragraph' }>

function paragraphOf(block: TextBlock, counter: Counter): Paragraph {
  if (block.kind === 'paragraph') return new Paragraph({ style: styleIds.body, children: [words(block.text)] })
  const { level, text } = block
  counter[level] += 1
  if (level < 3) counter[3] = 0
  if (level === 1) counter[2] = 0
  const numbered = `${numberOf(level, counter[level])}${text}`
  return new Paragraph({ heading: headingLevels[level], children: [words(numbered)] })
}

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
/** 一、 （一） 1. */
function numberOf(level: 1 | 2 | 3, number: number): string {
  if (level === 1) return `${chineseNumber(number)}、`
  return level === 2 ? `（${chineseNumber(number)}）` : `${String(number)}.`
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 to 99 in words; figures beyond. */
function chineseNumber(number: number): string {
  if (number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[ones] ?? ''}`
}

function tableOf({ columns, rows }: Extract<OfficialBlock, { kind: 'table' }>): Table {
  const widths = columns.map(({ width }) => twips(width))
  const row = (cells: TableCell[], isHead: boolean) =>
    new TableRow({
      children: cells,
      cantSplit: true,
      tableHeader: isHead,
      height: { value: 400, rule: HeightRule.ATLEAST },
    })
  const head = columns.map(({ title }, index) => cellOf({ text: title, centred: true }, widths[index] ?? 0, true))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 80, right: 80 },
    rows: [
      row(head, true),
      ...rows.map((cells) =>
        row(
          cells.map((cell, index) => cellOf(cell, widths[index] ?? 0, false)),
          false,
        ),
      ),
    ],
  })
}

function cellOf(cell: OfficialCell | 'spanned', width: number, isHead: boolean): TableCell {
  const isSpanned = cell === 'spanned'
  const { text, rows = 1, centred = false, figure = false, bold = false } = isSpanned ? { text: '' } : cell
  const lines = text.split('\n')
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(isSpanned || rows > 1
      ? { verticalMerge: isSpanned ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }
      : {}),
    children: lines.map(
      (line) =>
        new Paragraph({
          style: isHead ? styleIds.cellHead : styleIds.cell,
          ...(centred && !isHead ? { alignment: AlignmentType.CENTER } : {}),
          ...(figure && !isHead ? { alignment: AlignmentType.RIGHT } : {}),
          children: line === '' ? [] : [bold ? run(line, 'black', sizes.smallFourth) : words(line)],
        }),
    ),
  })
}

function gapAfterTable(): Paragraph {
  return new Paragraph({ spacing: { line: 280, lineRule: LineRuleType.EXACT }, children: [] })
}

/** — 1 — in 四号 宋体, one character in from the outer edge: right on odd pages, left on even ones. */
function pageNumber(side: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const oneCharacter = sizes.fourth * 10
  const options = { font: fontOf('song'), size: sizes.fourth }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: side === AlignmentType.RIGHT ? { right: oneCharacter } : { left: oneCharacter },
        children: [
          new TextRun({ ...options, text: '— ' }),
          new TextRun({ ...options, children: [PageNumber.CURRENT] }),
          new TextRun({ ...options, text: ' —' }),
        ],
      }),
    ],
  })
}
