import { crc32, deflateRawSync } from 'node:zlib'
import { writeZip } from '../../src/documents/zip-directory.ts'

/** Office files written by hand, so that tests say exactly what is in them. */
export type PackedFile = {
  readonly name: string
  readonly content: string | Uint8Array
  readonly claimedSize?: number
}

export function zipOf(files: readonly PackedFile[]): Uint8Array {
  return writeZip(
    files.map(({ name, content, claimedSize }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      return {
        name,
        method: 8,
        packed: deflateRawSync(bytes),
        size: claimedSize ?? bytes.length,
        checksum: crc32(bytes),
      }
    }),
  )
}

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/'
const officeNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const sheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function relationships(targets: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const each = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${officeNamespace}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageNamespace}relationships">${each.join('')}</Relationships>`
}

type WordParts = {
  readonly [Kind in 'numbering' | 'styles' | 'footnotes' | 'endnotes' | 'comments' | 'header']?: string
}

/** A .docx whose parts hold the given elements. */
export function wordFile(body: string, parts: WordParts = {}, more: readonly PackedFile[] = []): Uint8Array {
  const kinds = Object.entries(parts)
  const rootOf = (kind: string) => (kind === 'header' ? 'hdr' : kind)
  return zipOf([
    { name: '[Content_Types].xml', content: `<Types xmlns="${packageNamespace}content-types"/>` },
    { name: '_rels/.rels', content: relationships([['rId1', 'officeDocument', 'word/document.xml']]) },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships(kinds.map(([kind], i) => [`rId${String(i + 1)}`, kind, `${kind}.xml`])),
    },
    ...kinds.map(([kind, content]) => ({
      name: `word/${kind}.xml`,
      content: `<w:${rootOf(kind)} xmlns:w="${wordNamespace}">${content}</w:${rootOf(kind)}>`,
    })),
    ...more,
  ])
}

export function run(text: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
  return `<w:r>${own}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

export function paragraph(text: string, properties = '', more = ''): string {
  const own = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`
  return `<w:p>${own}${text === '' ? '' : run(text)}${more}</w:p>`
}

export function tableCell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
}

export function tableRow(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => (cell.startsWith('<') ? cell : tableCell(cell))).join('')}</w:tr>`
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
}

export type BookSheet = {
  readonly name: string
  /** Rows of cells; a cell that begins with < is XML of its own. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly merged?: readonly string[]
  readonly state?: string
}

/** An .xlsx of the sheets, its words in the cells themselves. */
export function bookFile(
  sheets: readonly BookSheet[],
  parts: { readonly styles?: string; readonly sharedStrings?: string } = {},
): Uint8Array {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${String(i + 1)}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${String(i + 1)}"/>`,
  )
  const kinds = Object.entries(parts)
  return zipOf([
    { name: '_rels/.rels', content: relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${sheetNamespace}" xmlns:r="${officeNamespace}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map(
          (_, i) => [`rId${String(i + 1)}`, 'worksheet', `worksheets/sheet${String(i + 1)}.xml`] as const,
        ),
        ...kinds.map(([kind]) => [`rId-${kind}`, kind, `${kind}.xml`] as const),
      ]),
    },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${String(i + 1)}.xml`, content: sheetXml(sheet) })),
    ...kinds.map(([kind, content]) => ({ name: `xl/${kind}.xml`, content })),
  ])
}

function sheetXml({ rows, merged = [] }: BookSheet): string {
  const written = rows.map((cells, i) => {
    const own = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${String(i + 1)}`))
    return `<row r="${String(i + 1)}">${own.join('')}</row>`
  })
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return `<worksheet xmlns="${sheetNamespace}"><sheetData>${written.join('')}</sheetData><mergeCells>${ranges}</mergeCells></worksheet>`
}

function cellXml(cell: string | number | null, place: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${String(cell)}</v></c>`
  if (cell.startsWith('<')) return cell
  return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
