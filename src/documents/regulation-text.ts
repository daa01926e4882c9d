import { inflateRawSync } from 'node:zlib'
import { convert } from 'html-to-text'
import mammoth from 'mammoth'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { decodeText } from './decode-text.ts'
import { fileTypeOf, type FileType } from './file-type.ts'
import { packedBytes, readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** The text of a regulation as it is stored: every offset of the compiler counts its UTF-16 units. */
export type RegulationText = { readonly text: string }

export type RegulationFileRefusal =
  | { readonly kind: 'file-too-large'; readonly fileName: string; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'file-empty'; readonly fileName: string }
  | { readonly kind: 'file-type-unsupported'; readonly fileName: string; readonly type: FileType }
  | { readonly kind: 'file-damaged'; readonly fileName: string }
  | { readonly kind: 'file-unpacks-too-large'; readonly fileName: string; readonly limit: number }
  | { readonly kind: 'encoding-unknown'; readonly fileName: string }
  | { readonly kind: 'text-empty'; readonly fileName: string }

export const largestRegulationFile = 20 * 1024 * 1024
/** What a .docx may unpack to, all parts together: a zip bomb stops here. */
export const largestUnpacked = 100 * 1024 * 1024

/**
 * Reads an uploaded or named file by what it is, not by what it is called: .txt and .md (UTF-8, UTF-16 with mark,
 * GB18030), .html, .docx. A plain text comes back as it was written, its byte-order mark dropped; .docx gives a
 * paragraph per line, table cells too.
 */
export async function readRegulationFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<RegulationText, RegulationFileRefusal>> {
  if (bytes.length > largestRegulationFile)
    return refuse({ kind: 'file-too-large', fileName, bytes: bytes.length, limit: largestRegulationFile })
  const type = fileTypeOf(bytes, fileName)
  if (type === 'empty') return refuse({ kind: 'file-empty', fileName })
  if (type === 'docx') return readWord(bytes, fileName)
  if (type !== 'text' && type !== 'html') return refuse({ kind: 'file-type-unsupported', fileName, type })
  const decoded = decodeText(bytes)
  if (decoded === null) return refuse({ kind: 'encoding-unknown', fileName })
  return withWords(type === 'html' ? htmlToText(decoded.text) : decoded.text, fileName)
}

function withWords(text: string, fileName: string): Result<RegulationText, RegulationFileRefusal> {
  return text.trim() === '' ? refuse({ kind: 'text-empty', fileName }) : accept({ text })
}

function htmlToText(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'td', format: 'block' },
      { selector: 'th', format: 'block' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
}

async function readWord(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<RegulationText, RegulationFileRefusal>> {
  const entries = readZipDirectory(bytes) ?? []
  const unpacked = unpackedSize(bytes, entries)
  if (unpacked === 'damaged') return refuse({ kind: 'file-damaged', fileName })
  if (unpacked === 'too-large') return refuse({ kind: 'file-unpacks-too-large', fileName, limit: largestUnpacked })
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    return withWords(value.replace(/\n\n/g, '\n'), fileName)
  } catch {
    // The library speaks of zip internals, in English; all it means is that the file is no whole document.
    return refuse({ kind: 'file-damaged', fileName })
  }
}

/** Unpacks the text parts within the limit before anything else does: a directory may lie about sizes. */
function unpackedSize(bytes: Uint8Array, entries: readonly ZipEntry[]): 'within-limit' | 'too-large' | 'damaged' {
  let left = largestUnpacked
  for (const entry of entries) {
    if (entry.size > left) return 'too-large'
    const packed = packedBytes(bytes, entry)
    if (packed === null) return 'damaged'
    if (entry.method === 8 && /\.(?:xml|rels)$/.test(entry.name)) {
      const size = inflatedSize(packed, left)
      if (size === null) return 'damaged'
      if (size === 'too-large') return 'too-large'
      left -= size
    } else left -= entry.size
  }
  return 'within-limit'
}

function inflatedSize(packed: Uint8Array, limit: number): number | 'too-large' | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) }).length
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : null
  }
}
