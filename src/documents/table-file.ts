import type { TableFormat } from './templates.ts'

/** A file for download. */
export type TableFile = { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array }

const contentTypes: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** Titles come from towns and uploads: what a file system forbids in a name is left out. */
export function tableFile(title: string, format: TableFormat, bytes: Uint8Array): TableFile {
  const safe = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
  return { fileName: `${safe}.${format}`, contentType: contentTypes[format], bytes }
}
