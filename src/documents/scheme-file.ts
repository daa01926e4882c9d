import { schemeToFile } from '../domain/scheme/scheme.ts'
import { schemeDocument } from './scheme-document.ts'
import type { SchemeEdition } from './scheme-edition.ts'
import { schemeWorkbook } from './scheme-workbook.ts'
import { fileNameOf, type TableFile } from './table-file.ts'

export type SchemeFormat = 'docx' | 'xlsx' | 'json'

const contentTypes: Readonly<Record<SchemeFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** 青禾镇考核方案第1版.docx: to print, to fill in elsewhere, or the scheme file that the command line reads. */
export async function writeScheme(edition: SchemeEdition, format: SchemeFormat): Promise<TableFile> {
  const { town } = edition
  const which = edition.edition === null ? '草案' : `第${String(edition.edition.version)}版`
  return {
    fileName: fileNameOf(`${town}考核方案${which}`, format),
    contentType: contentTypes[format],
    bytes: await schemeBytes(edition, format),
  }
}

function schemeBytes(edition: SchemeEdition, format: SchemeFormat): Promise<Uint8Array> | Uint8Array {
  switch (format) {
    case 'docx':
      return schemeDocument(edition)
    case 'xlsx':
      return schemeWorkbook(edition)
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(schemeToFile(edition.scheme), null, 2)}\n`)
  }
}
