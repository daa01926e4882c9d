import {
  attachmentMediaTypes,
  attachmentName,
  largestAttachmentMegabytes,
  type AttachmentFault,
  type AttachmentKind,
  type CheckedAttachment,
} from '../domain/review/attachment.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { decodeText } from './decode-text.ts'
import { fileTypeOf } from './file-type.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/**
 * Whether a file may be handed in, by its bytes: .pdf, .docx, .xlsx, .jpg, .png or plain text, at most 10 MB. Packed
 * documents are judged by their table of contents; nothing is unpacked, so that a zip bomb has no one to burst on.
 */
export function checkAttachment(given: {
  readonly name: string
  readonly bytes: Uint8Array
}): Result<CheckedAttachment, AttachmentFault> {
  const { name, bytes } = given
  if (bytes.length > largestAttachmentMegabytes * 1024 * 1024)
    return refuse({ kind: 'too-large', bytes: bytes.length })
  const kind = kindOf(bytes, name)
  if (typeof kind !== 'string') return refuse(kind)
  return accept({ fileName: attachmentName(name, kind), mediaType: attachmentMediaTypes[kind] })
}

function kindOf(bytes: Uint8Array, name: string): AttachmentKind | AttachmentFault {
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
      return decodeText(bytes) === null ? { kind: 'other-kind' } : 'txt'
    case 'zip':
      // A packed document that was cut short has lost the table of contents at its end.
      return readZipDirectory(bytes) === null ? { kind: 'damaged' } : { kind: 'other-kind' }
    default:
      return { kind: 'other-kind' }
  }
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

function pictureKind(bytes: Uint8Array): AttachmentKind | AttachmentFault {
  if (bytes[0] === 0x89) return hasEnd(bytes, 'IEND', 4096) ? 'png' : { kind: 'damaged' }
  if (bytes[0] !== 0xff) return { kind: 'other-kind' }
  // Cameras write previews and maker's notes behind the picture: its own end stands somewhere.
  return indexOfPair(bytes, 0xff, 0xd9) ? 'jpg' : { kind: 'damaged' }
}

function indexOfPair(bytes: Uint8Array, first: number, second: number): boolean {
  for (let at = bytes.indexOf(first, 2); at !== -1; at = bytes.indexOf(first, at + 1))
    if (bytes[at + 1] === second) return true
  return false
}
