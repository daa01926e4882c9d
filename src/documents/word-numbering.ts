import { attributeOf, readXml } from './xml-reader.ts'

/**
 * Word counts headings and lists itself: the 一、 (一) 1、 of most regulations stand nowhere in the text of the file.
 * Here they are counted again, as the page shows them.
 */
export type LevelDefinition = {
  readonly format: string
  readonly pattern: string
  readonly start: number
  /** Counts on whatever happens above it: lvlRestart 0. */
  readonly isContinuous: boolean
  readonly isAllDecimal: boolean
  /** The style that stands on this level when it names the list alone. */
  readonly style: string | null
}
type ListDefinition = { readonly id: string; readonly levels: ReadonlyMap<number, LevelDefinition> }

/** The list and level a paragraph or a style names; what it leaves out comes from the style below it. */
export type NumberedAs = { readonly list?: string; readonly level?: number }

/** Gives the label of each numbered paragraph in turn, in the order of the document; '' where none is shown. */
export type Numbering = (numbered: NumberedAs, style: string | null) => string

/** Null when the XML is damaged: headings without their numbers would be another regulation. */
export function numberingOf(numberingXml: string): Numbering | null {
  const lists = readLists(numberingXml)
  return lists === null ? null : labelsOf(lists)
}

/** Counters are shared by lists of one id; `lists` are known by the names that paragraphs call them. */
export function labelsOf(lists: ReadonlyMap<string, ListDefinition>): Numbering {
  const counters = new Map<string, Map<number, number>>()
  return (numbered, style) => {
    const list = lists.get(numbered.list ?? '')
    if (list === undefined) return ''
    const byStyle = [...list.levels].find(([, level]) => style !== null && level.style === style)?.[0]
    const counts = counters.get(list.id) ?? new Map<number, number>()
    counters.set(list.id, counts)
    return nextLabel(list, numbered.level ?? byStyle ?? 0, counts)
  }
}

type Written = {
  format?: string
  pattern?: string
  start?: number
  restart?: number
  style?: string
  legal?: boolean
}
type Definition = { levels: Map<number, Written>; styleLink: string | null; numStyleLink: string | null }
type Instance = {
  definition: string
  readonly overrides: Map<number, Written>
  readonly starts: Map<number, number>
}

function readLists(xml: string): ReadonlyMap<string, ListDefinition> | null {
  const definitions = new Map<string, Definition>()
  const instances = new Map<string, Instance>()
  let definition: Definition | null = null
  let instance: Instance | null = null
  let level: Written | null = null
  let overridden = 0
  const isRead = readXml(xml, {
    open: (name, attributes) => {
      const value = attributeOf(attributes, 'val') ?? ''
      if (name === 'abstractNum') {
        definition = { levels: new Map(), styleLink: null, numStyleLink: null }
        definitions.set(attributeOf(attributes, 'abstractNumId') ?? '', definition)
      } else if (name === 'num') {
        instance = { definition: '', overrides: new Map(), starts: new Map() }
        instances.set(attributeOf(attributes, 'numId') ?? '', instance)
      } else if (name === 'lvl') {
        level = {}
        const levels = instance?.overrides ?? definition?.levels
        levels?.set(levelOf(attributeOf(attributes, 'ilvl')), level)
      } else if (name === 'styleLink' && definition !== null) definition.styleLink = value
      else if (name === 'numStyleLink' && definition !== null) definition.numStyleLink = value
      else if (name === 'abstractNumId' && instance !== null) instance.definition = value
      else if (name === 'lvlOverride') overridden = levelOf(attributeOf(attributes, 'ilvl'))
      else if (name === 'startOverride') instance?.starts.set(overridden, Number(value))
      else if (level !== null) describe(level, name, value)
    },
    close: (name) => {
      if (name === 'lvl') level = null
      else if (name === 'abstractNum') definition = null
      else if (name === 'num') instance = null
    },
    words: () => undefined,
  })
  return isRead ? resolved(definitions, instances) : null
}

function levelOf(written: string | undefined): number {
  const level = Number(written ?? '0')
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0
}

function describe(level: Written, name: string, value: string): void {
  if (name === 'numFmt') level.format ??= value
  else if (name === 'lvlText') level.pattern = value
  else if (name === 'start') level.start = Number(value)
  else if (name === 'lvlRestart') level.restart = Number(value)
  else if (name === 'pStyle') level.style = value
  else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false'
}

function resolved(
  definitions: ReadonlyMap<string, Definition>,
  instances: ReadonlyMap<string, Instance>,
): ReadonlyMap<string, ListDefinition> {
  const byLink = new Map<string | null, Definition>()
  for (const definition of definitions.values())
    if (definition.styleLink !== null) byLink.set(definition.styleLink, definition)
  const lists = new Map<string, ListDefinition>()
  for (const [id, instance] of instances) {
    const named = definitions.get(instance.definition)
    const definition = byLink.get(named?.numStyleLink ?? null) ?? named
    if (definition === undefined) continue
    const levels = new Map<number, LevelDefinition>()
    for (let level = 0; level <= 8; level++) {
      const written = instance.overrides.get(level) ?? definition.levels.get(level)
      if (written !== undefined) levels.set(level, levelFrom(written, instance.starts.get(level)))
    }
    const startsAgain = instance.starts.size > 0
    lists.set(id, { id: startsAgain ? `list ${id}` : `definition ${instance.definition}`, levels })
  }
  return lists
}

function levelFrom(written: Written, start: number | undefined): LevelDefinition {
  const first = start ?? written.start ?? 1
  return {
    format: written.format ?? 'decimal',
    pattern: written.pattern ?? '',
    start: Number.isSafeInteger(first) && first >= 0 ? first : 1,
    isContinuous: written.restart === 0,
    isAllDecimal: written.legal ?? false,
    style: written.style ?? null,
  }
}

/** Counts one up on the level, starts the deeper ones again, and fills the pattern: %1、 → 三、 */
function nextLabel(list: ListDefinition, level: number, counts: Map<number, number>): string {
  const own = list.levels.get(level)
  counts.set(level, (counts.get(level) ?? (own?.start ?? 1) - 1) + 1)
  for (let deeper = level + 1; deeper <= 8; deeper++)
    if (list.levels.get(deeper)?.isContinuous !== true) counts.delete(deeper)
  if (own === undefined || own.format === 'bullet' || own.format === 'none') return ''
  return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const shown = list.levels.get(at)
    const count = counts.get(at) ?? shown?.start ?? 1
    return numeralOf(count, own.isAllDecimal ? 'decimal' : (shown?.format ?? 'decimal'))
  })
}

/** The ideographs a format counts with instead of figures. */
const cycles: Readonly<Record<string, string>> = {
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
}

function numeralOf(count: number, format: string): string {
  const cycle = cycles[format]
  if (cycle !== undefined) return cycle.charAt((count - 1) % cycle.length) || String(count)
  if (/EnclosedCircle/i.test(format))
    return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count)
  if (format === 'ideographDigital' || format === 'japaneseDigitalTenThousand' || format === 'taiwaneseDigital')
    return Array.from(String(count), (digit) => chineseDigits.charAt(Number(digit))).join('')
  if (format === 'chineseLegalSimplified' || format === 'ideographLegalTraditional')
    return chineseNumeral(count, '零壹贰叁肆伍陆柒捌玖', '拾')
  if (/chinese|ideograph|japanese|taiwanese/i.test(format)) return chineseNumeral(count, chineseDigits, '十')
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  if (format === 'lowerLetter') return letters(count, 97)
  if (format === 'upperLetter') return letters(count, 65)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'upperRoman') return roman(count)
  if (format === 'decimalFullWidth')
    return String(count).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  return String(count)
}

const chineseDigits = '〇一二三四五六七八九'

/** 1–99 in words, as headings count. */
function chineseNumeral(count: number, digits: string, ten: string): string {
  if (count < 1 || count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  const tensWord = tens === 0 ? '' : `${tens === 1 && ten === '十' ? '' : digits.charAt(tens)}${ten}`
  return tensWord + (ones === 0 ? '' : digits.charAt(ones))
}

/** a … z, aa … zz, as Word goes on after z. */
function letters(count: number, first: number): string {
  if (count < 1 || count > 26 * 10) return String(count)
  return String.fromCharCode(first + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

const romanParts: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(count: number): string {
  if (count < 1 || count > 89) return String(count)
  let left = count
  return romanParts
    .map(([value, letter]) => {
      const times = Math.floor(left / value)
      left -= times * value
      return letter.repeat(times)
    })
    .join('')
}
