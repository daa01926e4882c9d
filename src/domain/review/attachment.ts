import { impossible } from '../primitives/result.ts'

/**
 * Kinds of file that are kept; what is none of them is refused, whatever its name says. Every picture is kept as a .jpg
 * made anew of what is to be seen in it.
 */
export const attachmentKinds = ['pdf', 'docx', 'xlsx', 'jpg', 'txt'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

export const largestAttachmentMegabytes = 10
export const mostAttachments = 10

export const attachmentMediaTypes: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
}

/** The longer side of a picture as it is kept: enough to read a sheet of paper in it. */
export const longestPictureSide = 2560
/** No larger picture is unpacked: a file of a few kilobytes may claim any size. */
export const mostPicturePixels = 64_000_000

/** A file whose bytes were looked at: under a name that says what it is. */
export type CheckedAttachment = { readonly fileName: string; readonly mediaType: string }
/** With the bytes to keep: of a picture those made anew, else the very ones that came in. */
export type TakenInFile = CheckedAttachment & { readonly bytes: Uint8Array }

/** Why a file is not taken. */
export type AttachmentFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'damaged' }
  /** A picture as some phones keep it, which no office machine opens. */
  | { readonly kind: 'heic' }
  | { readonly kind: 'too-many-pixels' }
  | { readonly kind: 'other-kind' }

const longestName = 100
/** Names that Windows keeps for devices. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * The name a file is kept and given back under: its last step alone, without characters that a file system forbids or
 * that turn the writing round, at most 100 characters, ending in what the file is (发票.exe that is a PDF: 发票.exe.pdf).
 */
export function attachmentName(given: string, kind: AttachmentKind): string {
  const step = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = step
    // Half a surrogate pair is no character, and no table holds it.
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const stem = stemOf(clean, kind)
  const short = Array.from(stem).slice(0, longestName).join('').trim()
  const safe = short === '' ? '未命名' : deviceName.test(short) ? `_${short}` : short
  return `${safe}.${kind}`
}

/** Without the ending that says the kind: it is put back in one spelling. */
function stemOf(name: string, kind: AttachmentKind): string {
  const endings = kind === 'jpg' ? ['.jpg', '.jpeg', '.png', '.webp'] : [`.${kind}`]
  const ending = endings.find((one) => name.toLowerCase().endsWith(one))
  return ending === undefined ? name : name.slice(0, -ending.length).replace(/[.\s]+$/, '')
}

/** Names the file and says the way out. */
export function attachmentFaultSentence(fileName: string, fault: AttachmentFault): string {
  switch (fault.kind) {
    case 'empty':
      return `“${fileName}”是空文件，请重新选择。`
    case 'too-large':
      return `“${fileName}”有 ${megabytes(fault.bytes)} MB，每个文件最多 ${String(largestAttachmentMegabytes)} MB，请压缩图片或拆成几份。`
    case 'locked':
      return `“${fileName}”加了密码，别人打不开，请去掉密码后再交。`
    case 'macros':
      return `“${fileName}”里有宏，不能收，请另存为不带宏的 .docx 或 .xlsx。`
    case 'damaged':
      return `“${fileName}”不完整，可能没有传完或已损坏，请打开核对后重新选择。`
    case 'heic':
      return `“${fileName}”是 HEIC 格式的照片，别的电脑打不开。在苹果手机上从“照片图库”里选它，会自动转成 JPEG；已经拷到电脑上的请另存为 .jpg；以后拍照可在“设置→相机→格式”里选“兼容性最佳”。`
    case 'too-many-pixels':
      return `“${fileName}”的尺寸太大，最多 ${String(mostPicturePixels / 10_000)} 万像素，请调低相机的分辨率或缩小后再交。`
    case 'other-kind':
      return `“${fileName}”不是能收的文件：可以交 .pdf、.docx、.xlsx、.jpg、.png、.webp、.txt，旧格式请先另存；改文件名不算，按内容认。`
    default:
      return impossible(fault)
  }
}

/** One decimal, rounded up: what is over the limit never reads as the limit itself. */
function megabytes(bytes: number): string {
  const tenths = Math.ceil((bytes * 10) / (1024 * 1024))
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`
}
