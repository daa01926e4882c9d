import QRCode from 'qrcode'
import type { BulletinBlock } from '../domain/bulletin/bulletin.ts'
import { dayInWords } from '../domain/bulletin/bulletin-titles.ts'
import { printedHead } from '../domain/bulletin/printed-head.ts'
import type { LogHead } from '../domain/proof/log-entry.ts'
import { typeAreaWidth, writeOfficialDocument, type OfficialBlock } from './official-document.ts'
import { fileNameOf, tableFile } from './table-file.ts'
import { writeWorkbook, type BookCell, type BookSheet } from './workbook.ts'

/** A bulletin to print, or to fill in elsewhere (http/services has the same shape). */
export type BulletinPaper = {
  readonly content: {
    readonly town: string
    readonly title: string
    readonly subtitle: string | null
    readonly blocks: readonly BulletinBlock[]
    readonly asOf: string
    readonly schemes: readonly {
      readonly version: number
      readonly title: string
      readonly effectiveFrom: string
    }[]
    readonly engineVersion: string
    readonly ledgerPosition: number
    readonly publishedOn?: string
  }
  readonly seal: { readonly head: LogHead; readonly text: string } | null
  readonly mark: string | null
}

type BulletinTable = Extract<BulletinBlock, { kind: 'table' }>

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A bulletin in official layout, or as a workbook with a sheet per table; both of its blocks and nothing else. */
export async function writeBulletin(paper: BulletinPaper, format: 'docx' | 'xlsx') {
  const { title } = paper.content
  if (format === 'xlsx') return tableFile(title, 'xlsx', await writeWorkbook(bulletinBook(paper)))
  return { fileName: fileNameOf(title, 'docx'), contentType: wordType, bytes: await bulletinDocument(paper) }
}

async function bulletinDocument({ content, seal, mark }: BulletinPaper): Promise<Uint8Array> {
  const landscape = isWide(content.blocks)
  const picture = seal === null ? null : await qrPicture(seal.text)
  return writeOfficialDocument({
    title: content.title,
    subtitle: content.subtitle,
    landscape,
    mark,
    blocks: [
      ...content.blocks.map((block) => officialBlock(block, landscape)),
      ...(content.publishedOn === undefined
        ? []
        : [{ kind: 'issuer' as const, lines: [content.town, dayInWords(content.publishedOn)] }]),
      { kind: 'seal', lines: sealLines({ content, seal, mark }), picture },
    ],
  })
}

/** What the figures rest on, and the head by which they can be checked. */
function sealLines({ content, seal }: BulletinPaper): readonly string[] {
  const schemes = content.schemes
    .map(
      ({ version, title, effectiveFrom }) =>
        `第${String(version)}版《${title}》（${dayInWords(effectiveFrom)}起施行）`,
    )
    .join('、')
  const basis = [
    `依据方案${schemes}`,
    `数据截至${dayInWords(content.asOf)}`,
    `台账到第${String(content.ledgerPosition)}条`,
    `程序 ${content.engineVersion}`,
  ]
  return [
    `${basis.join('，')}。`,
    ...(seal === null ? [] : [`${printedHead(seal.head)}。扫码可得完整校验码，供离线核验。`]),
  ]
}

async function qrPicture(text: string): Promise<Uint8Array> {
  return QRCode.toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 1, width: 368 })
}

/** More columns than a page is wide enough for. */
function isWide(blocks: readonly BulletinBlock[]): boolean {
  return blocks.some((block) => block.kind === 'table' && block.columns.length > 7)
}

function officialBlock(block: BulletinBlock, isLandscape: boolean): OfficialBlock {
  return block.kind === 'table' ? officialTable(block, typeAreaWidth(isLandscape)) : block
}

function officialTable({ title, columns, rows, sums = 0 }: BulletinTable, wide: number): OfficialBlock {
  const shares = columns.reduce((sum, { width }) => sum + width, 0)
  return {
    kind: 'table',
    title,
    columns: columns.map((column) => ({ title: column.title, width: (column.width / shares) * wide })),
    rows: rows.map((cells, place) =>
      cells.map((text, index) => ({
        text,
        figure: columns[index]?.figure === true,
        bold: place >= rows.length - sums,
      })),
    ),
  }
}

/** The words first, then a sheet per table; what is a figure there is a number here. */
function bulletinBook(paper: BulletinPaper): readonly BookSheet[] {
  const { title, subtitle, blocks } = paper.content
  const head = [...(paper.mark === null ? [] : [paper.mark]), title, ...(subtitle === null ? [] : [subtitle])]
  const words = blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'paragraph'
      ? [block.text]
      : block.kind === 'signatures'
        ? [block.lines.map((line) => `${line}：＿＿＿＿`).join('　')]
        : [],
  )
  const tables = blocks.filter((block) => block.kind === 'table')
  return [
    {
      name: '说明',
      header: [title],
      rows: [...head.filter((line) => line !== title), ...words, ...sealLines(paper)].map((line) => [line]),
      widths: [100],
    },
    ...tables.map((table, place) => tableSheet(table, place, tables.length, head)),
  ]
}

function tableSheet(
  { title, columns, rows, sums = 0 }: BulletinTable,
  place: number,
  of: number,
  head: readonly string[],
): BookSheet {
  const number = of > 1 ? `${String(place + 1)} ` : ''
  const cells = rows.map((row) => row.map((text, index) => cellOf(text, columns[index]?.figure === true)))
  return {
    name: `${number}${title ?? '表'}`,
    preface: title === null ? head : [...head, title],
    header: columns.map((column) => column.title),
    rows: cells.slice(0, rows.length - sums),
    totals: cells.slice(rows.length - sums),
    widths: columns.map(({ width }) => Math.max(8, width * 3)),
  }
}

/** 1,234.50 and −2.00 are numbers; words among figures (待评, 未列入) stay words. */
function cellOf(text: string, isFigure: boolean): BookCell {
  if (text === '') return null
  const plain = text.replaceAll(',', '').replace('−', '-').replace(/^\+/, '')
  if (!isFigure || !/^-?\d+(?:\.\d+)?$/.test(plain)) return text
  const hasGroups = text.includes(',')
  return { number: Number(plain), format: plain.includes('.') ? (hasGroups ? '#,##0.00' : '0.00') : '0' }
}
