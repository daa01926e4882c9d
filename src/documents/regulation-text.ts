import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { decodeText } from './decode-text.ts'
import { fileTypeOf, type FileType } from './file-type.ts'
import { officePackage, type OfficePackage } from './office-package.ts'
import { tableLines } from './table-lines.ts'
import { unpackText } from './unpack-text.ts'

/** The text of a regulation as it is stored: every offset of the compiler counts its UTF-16 units. */
export type RegulationText = { readonly text: string }

export type RegulationFileRefusal =
  | { readonly kind: 'file-too-large'; readonly fileName: string; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'file-empty'; readonly fileName: string }
  | { readonly kind: 'file-type-unsupported'; readonly fileName: string; readonly type: FileType }
  | { readonly kind: 'file-damaged'; readonly fileName: string }
  | { readonly kind: 'file-locked'; readonly fileName: string }
  | { readonly kind: 'file-unpacks-too-large'; readonly fileName: string; readonly limit: number }
  | { readonly kind: 'encoding-unknown'; readonly fileName: string }
  | { readonly kind: 'text-empty'; readonly fileName: string }
  | { readonly kind: 'text-too-long'; readonly fileName: string; readonly limit: number }

/** Why the document inside a file gives no text. */
export type DocumentFault = 'damaged' | 'locked' | 'too-long'

/** In UTF-16 units: a hundred times the longest regulation seen; more would keep everyone waiting. */
export const longestRegulationText = 1_000_000
export const largestRegulationFile = 20 * 1024 * 1024
/** What a .docx or .xlsx may unpack to, all parts together: a zip bomb stops here. */
export const largestUnpacked = 100 * 1024 * 1024

/**
 * Reads an uploaded or named file by what it is, not by what it is called: .txt and .md (UTF-8, UTF-16, GB18030,
 * Big5), .html, .docx, .doc, .xlsx, .csv. A plain text comes back as it was written, its byte-order mark dropped;
 * the others give a line for each paragraph and for each row of a table (see rowLine).
 */
export async function readRegulationFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<RegulationText, RegulationFileRefusal>> {
  if (bytes.length > largestRegulationFile)
    return refuse({ kind: 'file-too-large', fileName, bytes: bytes.length, limit: largestRegulationFile })
  const type = fileTypeOf(bytes, fileName)
  switch (type) {
    case 'empty':
      return refuse({ kind: 'file-empty', fileName })
    case 'locked':
      return refuse({ kind: 'file-locked', fileName })
    case 'docx':
    case 'xlsx':
      return readPackage(bytes, fileName, type)
    case 'doc': {
      const { word97Text } = await import('./word97-text.ts')
      return fromDocument(word97Text(bytes, longestRegulationText), fileName)
    }
    case 'text':
    case 'html':
      return readPlain(bytes, fileName, type)
    default:
      return refuse({ kind: 'file-type-unsupported', fileName, type })
  }
}

// The readers below load only when a file needs them: plain text is the common case and must be quick.
async function readPlain(
  bytes: Uint8Array,
  fileName: string,
  type: 'text' | 'html',
): Promise<Result<RegulationText, RegulationFileRefusal>> {
  const decoded = decodeText(bytes)
  if (decoded === null) return refuse({ kind: 'encoding-unknown', fileName })
  if (type === 'html') {
    const { webText } = await import('./web-text.ts')
    return fromDocument(webText(decoded.text, longestRegulationText), fileName)
  }
  if (!/\.csv$/i.test(fileName) || decoded.text.length > longestRegulationText)
    return withWords(decoded.text, fileName)
  const rows = (await import('./csv-rows.ts')).csvRows(decoded.text)
  // What is called .csv and is none is a plain text all the same.
  return withWords(rows.ok ? tableLines(rows.value).join('\n') : decoded.text, fileName)
}

async function readPackage(
  bytes: Uint8Array,
  fileName: string,
  type: 'docx' | 'xlsx',
): Promise<Result<RegulationText, RegulationFileRefusal>> {
  const unpacked = unpackText(bytes, largestUnpacked)
  if (!unpacked.ok) {
    if (unpacked.refusal === 'too-large')
      return refuse({ kind: 'file-unpacks-too-large', fileName, limit: largestUnpacked })
    return fromDocument(refuse(unpacked.refusal), fileName)
  }
  return fromDocument(await readParts(officePackage(unpacked.value), type), fileName)
}

async function readParts(parts: OfficePackage, type: 'docx' | 'xlsx'): Promise<Result<string, DocumentFault>> {
  if (type === 'docx') return (await import('./word-text.ts')).wordText(parts, longestRegulationText)
  return (await import('./workbook-text.ts')).workbookText(parts, longestRegulationText)
}

function fromDocument(
  read: Result<string, DocumentFault>,
  fileName: string,
): Result<RegulationText, RegulationFileRefusal> {
  if (read.ok) return withWords(read.value, fileName)
  if (read.refusal === 'too-long') return refuse({ kind: 'text-too-long', fileName, limit: longestRegulationText })
  return refuse({ kind: read.refusal === 'locked' ? 'file-locked' : 'file-damaged', fileName })
}

function withWords(text: string, fileName: string): Result<RegulationText, RegulationFileRefusal> {
  if (text.length > longestRegulationText)
    return refuse({ kind: 'text-too-long', fileName, limit: longestRegulationText })
  return text.trim() === '' ? refuse({ kind: 'text-empty', fileName }) : accept({ text })
}
