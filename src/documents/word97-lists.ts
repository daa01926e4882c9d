import { labelsOf, type LevelDefinition, type NumberedAs } from './word-numbering.ts'
import { locate, type Bytes, type Word97File } from './word97-file.ts'
import { readModifiers, type Word97Properties } from './word97-properties.ts'

/** Gives the list number of each paragraph in turn, in the order of the document. */
export type Word97Labels = { readonly labelOf: (own: Word97Properties) => string }

const styleSheet = 0x00a2
const listDefinitions = 0x02e2
const listOverrides = 0x02ea

/** Formats of numbers by their code ([MS-OSHARED] MSONFC), in the words of .docx. */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}

export function word97LabelsOf(file: Word97File): Word97Labels {
  const label = labelsOf(readLists(file))
  const styles = readStyles(locate(file.document, file.table, styleSheet))
  return {
    labelOf: (own) => {
      const named = { ...styles(own.style ?? 0), ...numberedBy(own) }
      return named.list === undefined || named.list === '0' ? '' : label(named, null)
    },
  }
}

function numberedBy({ list, level }: Word97Properties): NumberedAs {
  return {
    ...(list === undefined ? {} : { list: String(list) }),
    ...(level === undefined ? {} : { level: Math.min(8, level) }),
  }
}

type Level = { readonly definition: LevelDefinition; readonly end: number }

const levelHeaderSize = 28

/** One level of a list at a place of the table stream ([MS-DOC] LVL), and where it ends. */
function readLevel(table: Bytes, at: number): Level {
  const flags = table.byte(at + 5)
  const words = at + levelHeaderSize + table.byte(at + 24) + table.byte(at + 25)
  const length = table.short(words)
  let pattern = ''
  for (let i = 0; i < Math.min(length, 60); i++) {
    const code = table.short(words + 2 + i * 2)
    pattern += code < 9 ? `%${String(code + 1)}` : String.fromCharCode(code)
  }
  return {
    definition: {
      format: formats[table.byte(at + 4)] ?? 'decimal',
      pattern,
      start: table.long(at),
      isContinuous: (flags & 0x08) !== 0,
      isAllDecimal: (flags & 0x04) !== 0,
      style: null,
    },
    end: words + 2 + length * 2,
  }
}

type List = { readonly id: string; readonly levels: ReadonlyMap<number, LevelDefinition> }

function readLists(file: Word97File): ReadonlyMap<string, List> {
  const { document, table } = file
  const definitions = readDefinitions(file)
  const place = document.long(listOverrides)
  const overrides = locate(document, table, listOverrides)
  const count = Math.min(overrides.long(0), Math.floor(overrides.length / 16))
  let more = place + 4 + count * 16
  const lists = new Map<string, List>()
  for (let i = 0; i < count; i++) {
    const at = 4 + i * 16
    const definition = definitions.get(overrides.long(at))
    const levels = new Map(definition)
    let startsAgain = false
    more += 4
    for (let changed = overrides.byte(at + 12); changed > 0 && more < table.length; changed--) {
      const flags = table.long(more + 4)
      const level = flags & 0x0f
      const own = (flags & 0x20) === 0 ? null : readLevel(table, more + 8)
      const before = own?.definition ?? levels.get(level)
      const start = (flags & 0x10) === 0 ? undefined : table.long(more)
      startsAgain ||= start !== undefined
      if (before !== undefined) levels.set(level, { ...before, start: start ?? before.start })
      more = own?.end ?? more + 8
    }
    const id = startsAgain ? `list ${String(i)}` : `definition ${String(overrides.long(at))}`
    if (definition !== undefined) lists.set(String(i + 1), { id, levels })
  }
  return lists
}

const definitionSize = 28

/** The levels of each list by its id; they stand behind the table of lists. */
function readDefinitions({
  document,
  table,
}: Word97File): ReadonlyMap<number, ReadonlyMap<number, LevelDefinition>> {
  const lists = locate(document, table, listDefinitions)
  const count = Math.min(lists.short(0), Math.floor(lists.length / definitionSize))
  let next = document.long(listDefinitions) + document.long(listDefinitions + 4)
  const definitions = new Map<number, ReadonlyMap<number, LevelDefinition>>()
  for (let i = 0; i < count; i++) {
    const at = 2 + i * definitionSize
    const isSimple = (lists.byte(at + 26) & 1) === 1
    const levels = new Map<number, LevelDefinition>()
    for (let level = 0; level < (isSimple ? 1 : 9) && next < table.length; level++) {
      const { definition, end } = readLevel(table, next)
      levels.set(level, definition)
      next = end
    }
    definitions.set(lists.long(at), levels)
  }
  return definitions
}

const longestDescent = 20
const noStyle = 0x0fff
const paragraphStyle = 1

type Style = { readonly basedOn: number; readonly numbered: NumberedAs }

/** The numbering that paragraph styles bring along ([MS-DOC] STSH), by the index of the style. */
function readStyles(sheet: Bytes): (style: number) => NumberedAs {
  const headerLength = sheet.short(0)
  const baseLength = sheet.short(4)
  const styles: Style[] = []
  let at = 2 + headerLength
  for (let i = 0; i < sheet.short(2) && at + 2 <= sheet.length; i++) {
    const length = sheet.short(at)
    styles.push(readStyle(sheet.part(at + 2, length), baseLength))
    at += 2 + length + (length % 2)
  }
  return (index) => {
    const descent: NumberedAs[] = []
    let style = styles[index]
    while (style !== undefined && descent.length < longestDescent) {
      descent.push(style.numbered)
      style = styles[style.basedOn]
    }
    const list = descent.find((named) => named.list !== undefined)?.list
    const level = descent.find((named) => named.level !== undefined)?.level
    return { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level }) }
  }
}

function readStyle(style: Bytes, baseLength: number): Style {
  if (style.length === 0) return { basedOn: noStyle, numbered: {} }
  const kind = style.short(2)
  const basedOn = kind >>> 4
  if ((kind & 0x0f) !== paragraphStyle) return { basedOn, numbered: {} }
  const nameLength = style.short(baseLength)
  const properties = baseLength + 2 + nameLength * 2 + 2
  const modifiers = style.part(properties + 4, Math.max(0, style.short(properties) - 2))
  return { basedOn, numbered: numberedBy(readModifiers(modifiers)) }
}
