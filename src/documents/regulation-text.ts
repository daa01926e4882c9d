import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { decodeText } from './decode-text.ts'
import { fileTypeOf, type FileType } from './file-type.ts'
import { unpackText } from './unpack-text.ts'
import { writeNumbers } from './word-numbering.ts'
import { writeZip, type ZipPart } from './zip-directory.ts'

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
  | { readonly kind: 'text-too-long'; readonly fileName: string; readonly length: number; readonly limit: number }

/** In UTF-16 units: a hundred times the longest regulation seen; more would keep everyone waiting. */
export const longestRegulationText = 1_000_000
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
  return withWords(type === 'html' ? await htmlToText(decoded.text) : decoded.text, fileName)
}

function withWords(text: string, fileName: string): Result<RegulationText, RegulationFileRefusal> {
  if (text.length > longestRegulationText)
    return refuse({ kind: 'text-too-long', fileName, length: text.length, limit: longestRegulationText })
  return text.trim() === '' ? refuse({ kind: 'text-empty', fileName }) : accept({ text })
}

// The two readers below load only when a file needs them: plain text is the common case and must be quick.
async function htmlToText(html: string): Promise<string> {
  const { convert } = await import('html-to-text')
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
  const parts = unpackText(bytes, largestUnpacked)
  if (parts === 'damaged') return refuse({ kind: 'file-damaged', fileName })
  if (parts === 'too-large') return refuse({ kind: 'file-unpacks-too-large', fileName, limit: largestUnpacked })
  try {
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.extractRawText({ buffer: writeZip(withNumbers(parts)) })
    return withWords(value.replace(/\n\n/g, '\n'), fileName)
  } catch {
    // The library speaks of zip internals, in English; all it means is that the file is no whole document.
    return refuse({ kind: 'file-damaged', fileName })
  }
}

function withNumbers(parts: readonly ZipPart[]): ZipPart[] {
  const textOf = (name: string) => {
    const part = parts.find((other) => other.name === name)
    return part === undefined ? '' : new TextDecoder().decode(part.packed)
  }
  const numbering = textOf('word/numbering.xml')
  if (numbering === '') return [...parts]
  return parts.map((part) => {
    if (part.name !== 'word/document.xml') return part
    const document = writeNumbers(textOf(part.name), numbering, textOf('word/styles.xml'))
    const packed = new TextEncoder().encode(document)
    return { ...part, packed, size: packed.length }
  })
}
