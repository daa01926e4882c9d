import type { TableFormat } from './templates.ts'

/** A file for download. */
export type TableFile = { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array }

const contentTypes: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

export function tableFile(title: string, format: TableFormat, bytes: Uint8Array): TableFile {
  return { fileName: fileNameOf(title, format), contentType: contentTypes[format], bytes }
}

/** Titles come from towns and uploads: what a file system forbids in a name, or turns its writing round, is left out. */
export function fileNameOf(title: string, extension: string): string {
  return `${title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ').trim()}.${extension}`
}
