import { impossible } from '../domain/primitives/result.ts'
import type { FileType } from './file-type.ts'
import type { RegulationFileRefusal } from './regulation-text.ts'

const typeNames: Readonly<Record<FileType, string>> = {
  empty: '空文件',
  docx: 'Word 文档',
  xlsx: 'Excel 表格',
  pptx: '演示文稿',
  zip: '压缩包',
  doc: '旧版 Word 文档（.doc）',
  xls: '旧版 Excel 表格（.xls）',
  'old-office': '旧版 Office 文件',
  locked: '加密的 Office 文件',
  'open-document': 'OpenDocument 文件（.odt、.ods）',
  ofd: 'OFD 版式文件',
  'web-archive': '单个文件网页（.mht）',
  pdf: 'PDF 文件',
  picture: '图片',
  rtf: 'RTF 文件',
  archive: '压缩包',
  html: '网页',
  text: '文本',
}

const wayOutOf: Partial<Record<FileType, string>> = {
  xls: '请用 WPS 或 Excel 另存为 .xlsx 再上传',
  'old-office': '请用 WPS 或 Office 打开，另存为 .docx 或 .xlsx 再上传',
  'open-document': '请用 WPS 或 Office 打开，另存为 .docx 或 .xlsx 再上传',
  'web-archive': '请用 WPS 或 Word 打开，另存为 .docx 再上传',
  rtf: '请用 WPS 或 Word 打开，另存为 .docx 再上传',
  pdf: '请用 WPS 打开后另存为 Word（.docx），或者复制其中的文字粘贴',
  ofd: '请用 WPS 打开后另存为 Word（.docx），或者复制其中的文字粘贴',
  picture: '请换成文字版，图片里的字读不出来',
  zip: '请先解压，再上传其中的办法原文',
  archive: '请先解压，再上传其中的办法原文',
}

/** The refusal of a regulation file as one Chinese sentence: what is wrong with which file, and the way out. */
export function regulationFileWords(refusal: RegulationFileRefusal): string {
  const file = `“${refusal.fileName}”`
  switch (refusal.kind) {
    case 'file-too-large':
      return `${file}有 ${megabytes(refusal.bytes)} MB，超过 ${megabytes(refusal.limit)} MB 的上限；请只上传办法正文。`
    case 'file-empty':
      return `${file}是空文件，里面没有内容；请重新导出或另选文件。`
    case 'file-type-unsupported': {
      const wayOut = wayOutOf[refusal.type] ?? '请上传 .docx、.doc、.xlsx、.txt、.md 或 .html 文件'
      return `${file}实际上是${typeNames[refusal.type]}，不能作为办法原文读取；${wayOut}。`
    }
    case 'file-damaged':
      return `${file}已损坏或不完整，打不开；请在 WPS 或 Word 中打开后另存一份再试。`
    case 'file-locked':
      return `${file}设了打开密码，读不出来；请在 WPS 或 Office 中取消密码，另存一份再试。`
    case 'file-unpacks-too-large':
      return `${file}解开后超过 ${megabytes(refusal.limit)} MB，不像一份办法；请只保留正文文字。`
    case 'encoding-unknown':
      return `${file}不是文字文件，或者编码不是 UTF-8、UTF-16、GB18030、Big5；请另存为 UTF-8 文本再试。`
    case 'text-empty':
      return `${file}里没有文字；如果正文是图片，请换成文字版。`
    case 'text-too-long':
      return `${file}超过${String(refusal.limit)}字的上限，不像一份办法；请只保留办法正文。`
    default:
      return impossible(refusal)
  }
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1024 / 1024))
}
