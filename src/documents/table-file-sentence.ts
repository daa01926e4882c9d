import { impossible } from '../domain/primitives/result.ts'

/** Why a file cannot be read as a sheet at all. */
export type TableFileRefusal =
  | {
      readonly code: 'empty' | 'old-workbook' | 'not-a-workbook' | 'not-text' | 'no-header'
      readonly fileName: string
    }
  | { readonly code: 'too-large'; readonly fileName: string; readonly bytes: number; readonly limit: number }
  | { readonly code: 'unpacks-too-large'; readonly fileName: string; readonly limit: number }
  | { readonly code: 'too-many-rows'; readonly fileName: string; readonly rows: number; readonly limit: number }
  | {
      readonly code: 'too-many-columns'
      readonly fileName: string
      readonly columns: number
      readonly limit: number
    }
  | { readonly code: 'bad-quotes'; readonly fileName: string; readonly line: number }

export function tableFileSentence(refusal: TableFileRefusal): string {
  const file = `“${refusal.fileName}”`
  switch (refusal.code) {
    case 'empty':
      return `${file}是空文件，请先下载模板填写。`
    case 'old-workbook':
      return `${file}是旧版 .xls 或加密的工作簿，请在 Excel 或 WPS 中另存为 .xlsx 后再上传。`
    case 'not-a-workbook':
      return `${file}打不开：内容不是 Excel 工作簿（可能是改了扩展名的图片或已损坏），请另存为 .xlsx 或 .csv 后再上传。`
    case 'not-text':
      return `${file}的内容不是文字表格，请用 .xlsx，或编码为 UTF-8、GB18030 的 .csv。`
    case 'no-header':
      return `${file}没有表头：第一行须是列名，请先下载模板。`
    case 'too-large':
      return `${file}有 ${megabytes(refusal.bytes)} MB，超过 ${megabytes(refusal.limit)} MB 的上限，请拆成几个文件。`
    case 'unpacks-too-large':
      return `${file}解开后超过 ${megabytes(refusal.limit)} MB 的上限，请另存为 .csv 或拆成几个文件。`
    case 'too-many-rows':
      return `${file}有 ${String(refusal.rows)} 行，超过 ${String(refusal.limit)} 行的上限，请拆成几个文件。`
    case 'too-many-columns':
      return `${file}有 ${String(refusal.columns)} 列，超过 ${String(refusal.limit)} 列的上限，请只保留模板中的列。`
    case 'bad-quotes':
      return `${file}第 ${String(refusal.line)} 行附近的引号不成对，无法分列，请检查后再上传。`
    default:
      return impossible(refusal)
  }
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024 / 1024))
}
