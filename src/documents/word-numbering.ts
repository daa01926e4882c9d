/**
 * Word counts headings and lists itself: the 一、 (一) 1、 of most regulations stand nowhere in the text of the file.
 * Here they are written in front of their paragraphs, as the page shows them.
 */

type Level = { readonly format: string; readonly pattern: string; readonly start: number }
type ListDefinition = { readonly id: string; readonly levels: ReadonlyMap<number, Level> }
type NumberedAs = { readonly list: string; readonly level: number }

/** The document with every automatic number as text; unchanged when it numbers nothing. */
export function writeNumbers(document: string, numbering: string, styles: string): string {
  const lists = readLists(numbering)
  const byStyle = readNumberedStyles(styles)
  const counters = new Map<string, number[]>()
  return document.replace(/<w:pPr>[\s\S]*?<\/w:pPr>(?!\s*<\/w:p>)/g, (properties) => {
    const numbered = numberedBy(properties) ?? byStyle.get(attribute(properties, 'w:pStyle') ?? '')
    const list = numbered === undefined ? undefined : lists.get(numbered.list)
    if (numbered === undefined || list === undefined) return properties
    const label = nextLabel(list, numbered.level, counters)
    return label === ''
      ? properties
      : `${properties}<w:r><w:t xml:space="preserve">${escapeXml(label)}</w:t></w:r>`
  })
}

function attribute(xml: string, element: string): string | undefined {
  return new RegExp(`<${element}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1]
}

function numberedBy(xml: string): NumberedAs | undefined {
  const properties = /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(xml)?.[0]
  if (properties === undefined) return undefined
  return { list: attribute(properties, 'w:numId') ?? '', level: Number(attribute(properties, 'w:ilvl') ?? '0') }
}

function readLists(numbering: string): ReadonlyMap<string, ListDefinition> {
  const definitions = new Map<string, ListDefinition>()
  for (const [words, id = ''] of numbering.matchAll(
    /<w:abstractNum\s[^>]*?w:abstractNumId="(\d+)"[\s\S]*?<\/w:abstractNum>/g,
  ))
    definitions.set(id, { id, levels: readLevels(words) })
  const lists = new Map<string, ListDefinition>()
  for (const [words, id = ''] of numbering.matchAll(/<w:num\s[^>]*?w:numId="(\d+)"[\s\S]*?<\/w:num>/g)) {
    const definition = definitions.get(attribute(words, 'w:abstractNumId') ?? '')
    if (definition === undefined) continue
    // A list that starts again counts for itself; the others of one definition go on counting together.
    lists.set(id, words.includes('w:startOverride') ? { ...definition, id: `list ${id}` } : definition)
  }
  return lists
}

function readLevels(definition: string): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>()
  for (const [words, level = '0'] of definition.matchAll(/<w:lvl\s[^>]*?w:ilvl="(\d)"[\s\S]*?<\/w:lvl>/g))
    levels.set(Number(level), {
      format: attribute(words, 'w:numFmt') ?? 'decimal',
      pattern: unescapeXml(attribute(words, 'w:lvlText') ?? ''),
      start: Number(attribute(words, 'w:start') ?? '1'),
    })
  return levels
}

function readNumberedStyles(styles: string): ReadonlyMap<string, NumberedAs> {
  const numbered = new Map<string, NumberedAs>()
  for (const [words, id = ''] of styles.matchAll(/<w:style\s[^>]*?w:styleId="([^"]*)"[\s\S]*?<\/w:style>/g)) {
    const properties = numberedBy(words)
    if (properties !== undefined) numbered.set(id, properties)
  }
  return numbered
}

/** Counts one up on the level, starts the deeper ones again, and fills the pattern: %1、 → 三、 */
function nextLabel(list: ListDefinition, level: number, counters: Map<string, number[]>): string {
  const counts = counters.get(list.id) ?? []
  counters.set(list.id, counts)
  const start = list.levels.get(level)?.start ?? 1
  counts[level] = (counts[level] ?? start - 1) + 1
  counts.length = level + 1
  const own = list.levels.get(level)
  if (own === undefined || own.format === 'bullet' || own.format === 'none') return ''
  return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const shown = list.levels.get(at)
    return numeralOf(counts[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
  })
}

const chineseDigits = '〇一二三四五六七八九'

function numeralOf(count: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/i.test(format) && !/enclosed/i.test(format))
    return chineseNumeral(count)
  if (/EnclosedCircle/.test(format) && count >= 1 && count <= 20) return String.fromCharCode(0x245f + count)
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((count - 1) % 26) + 1)
  if (format === 'upperLetter') return String.fromCharCode(64 + ((count - 1) % 26) + 1)
  return String(count)
}

/** 1–99 in words, as headings count. */
function chineseNumeral(count: number): string {
  if (count < 1 || count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  const tensWord = tens === 0 ? '' : `${tens === 1 ? '' : chineseDigits.charAt(tens)}十`
  return tensWord + (ones === 0 ? '' : chineseDigits.charAt(ones))
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
