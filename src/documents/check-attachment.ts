import {
  attachmentMediaTypes,
  attachmentName,
  largestAttachmentMegabytes,
  type AttachmentFault,
  type AttachmentKind,
  type TakenInFile,
} from '../domain/review/attachment.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { decodeText } from './decode-text.ts'
import { fileTypeOf } from './file-type.ts'
import { redrawPicture } from './picture.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/**
 * Whether a file may be handed in, by its bytes: .pdf, .docx, .xlsx, a picture (JPEG, PNG, WebP) or plain text, at most
 * 10 MB. Packed documents are judged by their table of contents; nothing is unpacked, so that a zip bomb has no one to
 * burst on. Of a picture only what is to be seen is kept (picture.ts).
 */
export async function checkAttachment(given: {
  readonly name: string
  readonly bytes: Uint8Array
}): Promise<Result<TakenInFile, AttachmentFault>> {
  const { name, bytes } = given
  if (bytes.length > largestAttachmentMegabytes * 1024 * 1024)
    return refuse({ kind: 'too-large', bytes: bytes.length })
  const kind = kindOf(bytes, name)
  if (typeof kind !== 'string') return refuse(kind)
  const checked = { fileName: attachmentName(name, kind), mediaType: attachmentMediaTypes[kind] }
  if (kind !== 'jpg') return accept({ ...checked, bytes })
  const redrawn = await redrawPicture(bytes)
  return redrawn.ok ? accept({ ...checked, bytes: redrawn.value }) : redrawn
}

function kindOf(bytes: Uint8Array, name: string): AttachmentKind | AttachmentFault {
  if (isHeic(bytes)) return { kind: 'heic' }
  const type = fileTypeOf(bytes, name)
  switch (type) {
    case 'empty':
      return { kind: 'empty' }
    case 'locked':
      return { kind: 'locked' }
    case 'docx':
    case 'xlsx':
      return officeKind(bytes, type)
    case 'pdf':
      return hasEnd(bytes, '%%EOF', pdfTail) ? 'pdf' : { kind: 'damaged' }
    case 'picture':
      return pictureKind(bytes)
    case 'text':
      return textKind(bytes, name)
    case 'zip':
      // A packed document that was cut short has lost the table of contents at its end.
      return readZipDirectory(bytes) === null ? { kind: 'damaged' } : { kind: 'other-kind' }
    default:
      return { kind: 'other-kind' }
  }
}

/** Markup is no plain text: a browser that is given it draws it, and runs what stands in it. */
function textKind(bytes: Uint8Array, name: string): AttachmentKind | AttachmentFault {
  const text = decodeText(bytes)?.text ?? null
  const isMarkup = text === null || /^\s*<[?!a-z]/i.test(text) || /\.(?:svgz?|xml|x?html?|js)$/i.test(name)
  return isMarkup ? { kind: 'other-kind' } : 'txt'
}

function officeKind(bytes: Uint8Array, kind: 'docx' | 'xlsx'): AttachmentKind | AttachmentFault {
  const parts: readonly ZipEntry[] = readZipDirectory(bytes) ?? []
  if (!parts.some((part) => part.name.toLowerCase() === '[content_types].xml')) return { kind: 'damaged' }
  if (parts.some((part) => part.isLocked)) return { kind: 'locked' }
  return parts.some((part) => /(?:^|\/)vbaProject\.bin$/i.test(part.name)) ? { kind: 'macros' } : kind
}

/** Programs may write after the end mark, but not much. */
const pdfTail = 2048

function hasEnd(bytes: Uint8Array, mark: string, within: number): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-within)).includes(mark)
}

/** Of animations and of formats that cameras do not write, nothing is taken. */
function pictureKind(bytes: Uint8Array): AttachmentKind | AttachmentFault {
  return [0x89, 0xff, 0x52].includes(bytes[0] ?? 0) ? 'jpg' : { kind: 'other-kind' }
}

/** A box named ftyp, with one of the brands of High Efficiency pictures. */
function isHeic(bytes: Uint8Array): boolean {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(4, 12))
  return /^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/.test(opening)
}
