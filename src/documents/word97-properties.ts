import { locate, type Bytes, type Word97File } from './word97-file.ts'

/** What the properties of a stretch of characters, or of a paragraph, change about the words on the page. */
export type Word97Properties = {
  readonly isDeleted?: boolean
  readonly isHidden?: boolean
  readonly isInTable?: boolean
  readonly isRowEnd?: boolean
  readonly isInnerCellEnd?: boolean
  readonly isInnerRowEnd?: boolean
  readonly tableDepth?: number
  /** Index of the list, from 1; 0 takes a number away that the style gives. */
  readonly list?: number
  readonly level?: number
  readonly style?: number
  /** Where the cells of the row begin and end, in twentieths of a point. */
  readonly edges?: readonly number[]
}

type Run = { readonly start: number; readonly end: number; readonly properties: Word97Properties }

/** Answers the properties at a place of the document stream. */
export type PropertiesAt = (place: number) => Word97Properties

const pageSize = 512
const characterPages = 0x00fa
const paragraphPages = 0x0102
const none: Word97Properties = {}

export function characterPropertiesOf(file: Word97File): PropertiesAt {
  return propertiesAt(readPages(file, characterPages, readCharacterPage))
}

export function paragraphPropertiesOf(file: Word97File): PropertiesAt {
  return propertiesAt(readPages(file, paragraphPages, (page) => readParagraphPage(page, file.more)))
}

function readPages(file: Word97File, at: number, readPage: (page: Bytes) => Run[]): Run[] {
  const plc = locate(file.document, file.table, at)
  const count = Math.floor((plc.length - 4) / 8)
  // A page listed twice would let a small file claim any number of runs.
  const pages = new Set<number>()
  for (let i = 0; i < count; i++) pages.add(plc.long((count + 1) * 4 + i * 4) & 0x3fffff)
  const runs = [...pages].flatMap((page) => readPage(file.document.part(page * pageSize, pageSize)))
  return runs.filter(({ start, end }) => start < end).toSorted((left, right) => left.start - right.start)
}

function readCharacterPage(page: Bytes): Run[] {
  const count = page.byte(pageSize - 1)
  return Array.from({ length: count }, (_, i) => {
    const at = page.byte((count + 1) * 4 + i) * 2
    const properties = at === 0 ? none : readModifiers(page.part(at + 1, page.byte(at)))
    return { start: page.long(i * 4), end: page.long(i * 4 + 4), properties }
  })
}

const paragraphEntrySize = 13

function readParagraphPage(page: Bytes, more: Bytes): Run[] {
  const count = page.byte(pageSize - 1)
  return Array.from({ length: count }, (_, i) => {
    const at = page.byte((count + 1) * 4 + i * paragraphEntrySize) * 2
    const words = page.byte(at)
    const modifiers = words === 0 ? page.part(at + 2, page.byte(at + 1) * 2) : page.part(at + 1, words * 2 - 1)
    const own = modifiers.part(2, modifiers.length)
    const properties =
      at === 0
        ? none
        : { style: modifiers.short(0), ...readModifiers(own), ...readModifiers(movedModifiers(own, more)) }
    return { start: page.long(i * 4), end: page.long(i * 4 + 4), properties }
  })
}

/** Properties too long for their page stand elsewhere, and the page says where. */
function movedModifiers(own: Bytes, more: Bytes): Bytes {
  const code = own.short(0)
  if (code !== 0x6645 && code !== 0x6646) return own.part(0, 0)
  const at = own.long(2)
  return more.part(at + 2, more.short(at))
}

/** How many bytes an operand takes, by the upper bits of its code; 6 says its own length. */
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3]

/** The modifiers (sprm) that matter here; others are passed over. */
export function readModifiers(modifiers: Bytes): Word97Properties {
  const found: { -readonly [Name in keyof Word97Properties]: Word97Properties[Name] } = {}
  let at = 0
  while (at + 2 < modifiers.length) {
    const code = modifiers.short(at)
    at += 2
    const isOn = modifiers.byte(at) === 1
    if (code === 0x0800) found.isDeleted = isOn
    else if (code === 0x083c) found.isHidden = isOn
    else if (code === 0x2416) found.isInTable = isOn
    else if (code === 0x2417) found.isRowEnd = isOn
    else if (code === 0x244b) found.isInnerCellEnd = isOn
    else if (code === 0x244c) found.isInnerRowEnd = isOn
    else if (code === 0x6649) found.tableDepth = modifiers.long(at)
    else if (code === 0x260a) found.level = modifiers.byte(at)
    else if (code === 0x460b) found.list = modifiers.short(at)
    else if (code === 0xd608) found.edges = edgesOf(modifiers, at)
    // Definitions of tables are longer than one byte can say.
    if (code === 0xd608 || code === 0xd606) at += modifiers.short(at) + 1
    else at += operandSizes[code >>> 13] || modifiers.byte(at) + 1
  }
  return found
}

/** The definition of a table row begins with the number of its cells and their edges, signed. */
function edgesOf(modifiers: Bytes, at: number): number[] {
  const count = Math.min(modifiers.byte(at + 2), 63)
  return Array.from({ length: count + 1 }, (_, i) => (modifiers.short(at + 3 + i * 2) << 16) >> 16)
}

/** Looks up runs that are asked for mostly in their order. */
function propertiesAt(runs: readonly Run[]): PropertiesAt {
  return (place) => {
    let low = 0
    let high = runs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((runs[middle]?.start ?? 0) <= place) low = middle + 1
      else high = middle
    }
    const run = runs[low - 1]
    return run !== undefined && place < run.end ? run.properties : none
  }
}
