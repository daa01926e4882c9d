import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { openCompoundFile } from './compound-file.ts'
import type { DocumentFault } from './regulation-text.ts'

/**
 * A .doc of Word 97 to 2003 ([MS-DOC]) with its characters in order. Every length and place it names is checked
 * against the bytes that are there.
 */
export type Word97File = {
  readonly document: Bytes
  readonly table: Bytes
  /** Where long lists of properties are kept; empty when there are none. */
  readonly more: Bytes
  /** The stories one after another: body, footnotes, headers, comments, endnotes, text boxes. */
  readonly text: string
  readonly lengths: StoryLengths
  /** Where in the document stream each character stands: properties are kept by that place. */
  readonly placeOf: (character: number) => number
}

export type StoryLengths = {
  readonly body: number
  readonly footnotes: number
  readonly headers: number
  readonly comments: number
  readonly endnotes: number
  readonly textBoxes: number
}

/** Bytes read at a place; what lies outside is 0, as the checks of those who ask find out. */
export class Bytes {
  readonly all: Uint8Array
  private readonly view: DataView

  constructor(all: Uint8Array) {
    this.all = all
    this.view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  get length(): number {
    return this.view.byteLength
  }

  byte(at: number): number {
    return this.all[at] ?? 0
  }

  short(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.view.getUint16(at, true) : 0
  }

  long(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getUint32(at, true) : 0
  }

  part(at: number, length: number): Bytes {
    return new Bytes(this.all.subarray(at, at + length))
  }
}

const wordMagic = 0xa5ec
/** Word 97; what is older keeps its text otherwise. */
const oldestVersion = 0xc1

export function openWord97(bytes: Uint8Array, longest: number): Result<Word97File, DocumentFault> {
  const container = openCompoundFile(bytes)
  const main = container?.stream('WordDocument') ?? null
  if (container === null || main === null) return refuse('damaged')
  const document = new Bytes(main)
  if (document.short(0) !== wordMagic || document.short(2) < oldestVersion) return refuse('damaged')
  const flags = document.short(0x0a)
  if ((flags & 0x8100) !== 0) return refuse('locked')
  const tableStream = container.stream((flags & 0x0200) === 0 ? '0Table' : '1Table')
  if (tableStream === null) return refuse('damaged')
  const table = new Bytes(tableStream)
  const pieces = readPieces(document, table)
  if (pieces === null) return refuse('damaged')
  const total = pieces.at(-1)?.end ?? 0
  const lengths = {
    body: document.long(0x4c),
    footnotes: document.long(0x50),
    headers: document.long(0x54),
    comments: document.long(0x5c),
    endnotes: document.long(0x60),
    textBoxes: document.long(0x64),
  }
  if (total > longest || lengths.body > longest) return refuse('too-long')
  if (lengths.body > total) return refuse('damaged')
  return accept({
    document,
    table,
    more: new Bytes(container.stream('Data') ?? new Uint8Array()),
    lengths,
    text: pieces.map((piece) => wordsOf(document, piece)).join(''),
    placeOf: placesOf(pieces),
  })
}

type Piece = { readonly start: number; readonly end: number; readonly place: number; readonly width: 1 | 2 }

/** The piece table: which stretch of characters stands where; null when it leaves the file. */
function readPieces(document: Bytes, table: Bytes): Piece[] | null {
  const clx = locate(document, table, 0x01a2)
  let at = 0
  // Settings that pieces share come first; none of them changes words.
  while (clx.byte(at) === 1 && at < clx.length) at += 3 + clx.short(at + 1)
  if (clx.byte(at) !== 2) return null
  const plc = clx.part(at + 5, clx.long(at + 1))
  const count = Math.floor((plc.length - 4) / 12)
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const start = plc.long(i * 4)
    const end = plc.long(i * 4 + 4)
    const packed = plc.long((count + 1) * 4 + i * 8 + 2)
    const width = (packed & 0x40000000) === 0 ? 2 : 1
    const place = width === 2 ? packed & 0x3fffffff : (packed & 0x3fffffff) >>> 1
    if (end <= start || start !== (pieces.at(-1)?.end ?? 0)) return null
    if (place + (end - start) * width > document.length) return null
    pieces.push({ start, end, place, width })
  }
  return pieces.length === 0 ? null : pieces
}

/** A structure of the table stream that the header of the document names: place and length at the given offset. */
export function locate(document: Bytes, table: Bytes, at: number): Bytes {
  return table.part(document.long(at), document.long(at + 4))
}

function wordsOf(document: Bytes, { start, end, place, width }: Piece): string {
  const bytes = document.all.subarray(place, place + (end - start) * width)
  const words = new TextDecoder(width === 2 ? 'utf-16le' : 'windows-1252', { ignoreBOM: true }).decode(bytes)
  // Half a surrogate pair at the edge of a piece must not shift what follows.
  return words.length === end - start ? words : words.padEnd(end - start, '\ufffd').slice(0, end - start)
}

function placesOf(pieces: readonly Piece[]): (character: number) => number {
  let last = 0
  return (character) => {
    if ((pieces[last]?.start ?? 0) > character) last = 0
    while (last < pieces.length - 1 && (pieces[last]?.end ?? 0) <= character) last += 1
    const piece = pieces[last]
    return piece === undefined ? 0 : piece.place + (character - piece.start) * piece.width
  }
}
