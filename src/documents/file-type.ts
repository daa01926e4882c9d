import { openCompoundFile } from './compound-file.ts'
import { readZipDirectory } from './zip-directory.ts'

/** What a file is by its first bytes, whatever its name says. */
export type FileType =
  | 'empty'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'zip'
  | 'doc'
  | 'xls'
  | 'old-office'
  | 'locked'
  | 'open-document'
  | 'ofd'
  | 'web-archive'
  | 'pdf'
  | 'picture'
  | 'rtf'
  | 'archive'
  | 'html'
  | 'text'

const signatures: readonly (readonly [FileType, readonly number[]])[] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]

export function fileTypeOf(bytes: Uint8Array, fileName: string): FileType {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return zipType(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oldOfficeType(bytes)
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && isWebp(bytes)) return 'picture'
  const known = signatures.find(([type, signature]) => startsWith(bytes, signature) && !isLetters(type, bytes))
  if (known !== undefined) return known[0]
  if (isWebArchive(bytes)) return 'web-archive'
  return isHtml(bytes, fileName) ? 'html' : 'text'
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

/** BM also begins words: a bitmap says its own length. */
function isLetters(type: FileType, bytes: Uint8Array): boolean {
  if (type !== 'picture' || bytes[0] !== 0x42) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return bytes.length < 14 || view.getUint32(2, true) !== bytes.length
}

function isWebp(bytes: Uint8Array): boolean {
  return startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])
}

function zipType(bytes: Uint8Array): FileType {
  const names = (readZipDirectory(bytes) ?? []).map((entry) => entry.name)
  if (names.some((name) => name.startsWith('word/'))) return 'docx'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx'
  if (names.some((name) => /^ofd\.xml$/i.test(name))) return 'ofd'
  return names.includes('META-INF/manifest.xml') && names.includes('content.xml') ? 'open-document' : 'zip'
}

/** Word, Excel and PowerPoint share one container up to 2003, and put encrypted files of today into it. */
function oldOfficeType(bytes: Uint8Array): FileType {
  const names = openCompoundFile(bytes)?.names
  if (names === undefined) return 'old-office'
  if (names.has('EncryptedPackage')) return 'locked'
  if (names.has('WordDocument')) return 'doc'
  return names.has('Workbook') || names.has('Book') ? 'xls' : 'old-office'
}

/** Word's «single file web page», often called .doc. */
function isWebArchive(bytes: Uint8Array): boolean {
  return /^\s*(?:mime-version:|from:\s*<saved by)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))
}

function isHtml(bytes: Uint8Array, fileName: string): boolean {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  return /\.html?$/i.test(fileName) || /^[\s\u00ef\u00bb\u00bf]*<(?:!doctype html|html|head|body)\b/i.test(opening)
}
