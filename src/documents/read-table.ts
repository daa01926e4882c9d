import { readSheet } from 'read-excel-file/node'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Table, TableRow } from '../domain/primitives/table.ts'
import { csvRows } from './csv-rows.ts'
import { decodeText } from './decode-text.ts'
import { fileTypeOf } from './file-type.ts'
import type { TableFileRefusal } from './table-file-sentence.ts'
import { unpackText } from './unpack-text.ts'
import { writeZip } from './zip-directory.ts'

/** Larger sheets are refused before they are read: what a clerk's file never reaches, a slip or an attack does. */
const tableLimits = {
  bytes: 40 * 1024 * 1024,
  /** What a packed .xlsx may unfold to. */
  unpackedBytes: 300 * 1024 * 1024,
  rows: 600_000,
  columns: 200,
} as const

/**
 * The first sheet of an .xlsx, or a .csv in UTF-8 (with or without byte-order mark) or GB18030 with LF or CRLF, as text
 * cells (SPEC §7). What the bytes are decides, not the name: a picture called .xlsx is refused in words.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Result<Table, TableFileRefusal>> {
  if (bytes.length === 0) return refuse({ code: 'empty', fileName })
  if (bytes.length > tableLimits.bytes)
    return refuse({ code: 'too-large', fileName, bytes: bytes.length, limit: tableLimits.bytes })
  const rows = await readRows(bytes, fileName)
  return rows.ok ? tableOf(rows.value, fileName) : rows
}

/**
 * Every filled row of such a file, titles above the header too, with the times that cells of a clock's export hold:
 * 2026-03-02 08:21:05, and 08:21:05 where a cell is a time alone.
 */
export async function readClockRows(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<readonly TableRow[], TableFileRefusal>> {
  if (bytes.length === 0) return refuse({ code: 'empty', fileName })
  if (bytes.length > tableLimits.bytes)
    return refuse({ code: 'too-large', fileName, bytes: bytes.length, limit: tableLimits.bytes })
  const rows = await readRows(bytes, fileName, clockText)
  if (!rows.ok) return rows
  const filled = rows.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const columns = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (filled.length === 0) return refuse({ code: 'no-header', fileName })
  if (columns > tableLimits.columns)
    return refuse({ code: 'too-many-columns', fileName, columns, limit: tableLimits.columns })
  if (filled.length > tableLimits.rows)
    return refuse({ code: 'too-many-rows', fileName, rows: filled.length, limit: tableLimits.rows })
  return accept(filled)
}

async function readRows(
  bytes: Uint8Array,
  fileName: string,
  textOf = cellText,
): Promise<Result<readonly TableRow[], TableFileRefusal>> {
  const type = fileTypeOf(bytes, fileName)
  if (type === 'xlsx') return readWorkbook(bytes, fileName, textOf)
  if (type === 'doc' || type === 'xls' || type === 'old-office' || type === 'locked')
    return refuse({ code: 'old-workbook', fileName })
  if (type !== 'text' || /\.xlsx$/i.test(fileName)) return refuse({ code: 'not-a-workbook', fileName })
  return readCsv(bytes, fileName)
}

async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  textOf: (value: unknown) => string,
): Promise<Result<readonly TableRow[], TableFileRefusal>> {
  const parts = unpackText(bytes, tableLimits.unpackedBytes)
  if (!parts.ok) {
    if (parts.refusal !== 'too-large') return refuse({ code: 'not-a-workbook', fileName })
    return refuse({ code: 'unpacks-too-large', fileName, limit: tableLimits.unpackedBytes })
  }
  try {
    const sheet = await readSheet<string>(writeZip(parts.value), 1, { parseNumber: (digits) => digits })
    return accept(sheet.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => textOf(cell)) })))
  } catch {
    return refuse({ code: 'not-a-workbook', fileName })
  }
}

/** A cell as the clerk sees it: dates as 2026-03-09, whole numbers without a tail. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? plainNumber(value) : ''
}

/** As `cellText`, with the time of the day, which Excel keeps to a few milliseconds; days before 1900 are times alone. */
function clockText(value: unknown): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return cellText(value)
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const [day, time] = [rounded.slice(0, 10), rounded.slice(11, 19)]
  if (day < '1900-01-01') return time
  return time === '00:00:00' ? day : `${day} ${time}`
}

/** Excel stores 87.1 as 87.099999999999994 and 1000000 as 1E6; read as the number it shows. */
function plainNumber(text: string): string {
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) || !/[.E]/i.test(text)) return text
  const number = Number(Number(text).toPrecision(15))
  return Number.isFinite(number) && Math.abs(number) < 1e15 && Math.abs(number) >= 1e-6 ? String(number) : text
}

function readCsv(bytes: Uint8Array, fileName: string): Result<readonly TableRow[], TableFileRefusal> {
  const text = decodeText(bytes)?.text
  if (text === undefined) return refuse({ code: 'not-text', fileName })
  const rows = csvRows(text)
  if (!rows.ok) return refuse({ code: 'bad-quotes', fileName, line: rows.refusal.line })
  return accept(rows.value.map((cells, index) => ({ row: index + 1, cells })))
}

function tableOf(rows: readonly TableRow[], fileName: string): Result<Table, TableFileRefusal> {
  const [header, ...body] = rows
  if (header === undefined || header.cells.every((cell) => cell.trim() === ''))
    return refuse({ code: 'no-header', fileName })
  if (header.cells.length > tableLimits.columns)
    return refuse({ code: 'too-many-columns', fileName, columns: header.cells.length, limit: tableLimits.columns })
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length > tableLimits.rows)
    return refuse({ code: 'too-many-rows', fileName, rows: filled.length, limit: tableLimits.rows })
  return accept({ header: header.cells.map((title) => title.trim()), rows: filled })
}
