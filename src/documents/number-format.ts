import { attributeOf, readXml } from './xml-reader.ts'

/** The format code of each cell style of a workbook; General where it has none. */
export type NumberFormats = { readonly of: (style: number) => string }

const builtIn: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%', 14: 'yyyy-mm-dd', 22: 'yyyy-mm-dd' }

/** Null when the XML is damaged: 20% without its format would read as 0.2. */
export function numberFormatsOf(stylesXml: string): NumberFormats | null {
  const codes = new Map<string, string>()
  const styles: string[] = []
  let isCellStyles = false
  const isRead = readXml(stylesXml, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(attributeOf(attributes, 'numFmtId') ?? '', attributeOf(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') isCellStyles = true
      else if (name === 'xf' && isCellStyles) styles.push(attributeOf(attributes, 'numFmtId') ?? '0')
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false
    },
    words: () => undefined,
  })
  if (!isRead) return null
  return {
    of: (style) => {
      const id = styles[style] ?? '0'
      const number = Number(id)
      const isDate = number >= 15 && number <= 17
      return codes.get(id) ?? builtIn[number] ?? (isDate ? 'yyyy-mm-dd' : 'General')
    },
  }
}

/**
 * A stored number as the sheet shows it: percentages, dates and a unit in the format (0"分") as they read, other
 * figures plain. What Excel stores as 87.099999999999994 is 87.1.
 */
export function shownNumber(stored: string, format: string): string {
  if (!/^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(stored)) return stored
  const [first = ''] = format.split(';')
  const code = first.replace(/\[[^\]]*\]|_.|\*./g, '')
  const bare = code.replace(/"[^"]*"|\\./g, '')
  if (/%/.test(bare)) return `${plain(Number(stored) * 100)}%`
  if (/[yd]/i.test(bare) && !/general/i.test(bare)) return dateOf(Number(stored))
  const [before, after] = wordsAround(code)
  return `${before}${plain(Number(stored))}${after}`
}

function plain(number: number): string {
  const rounded = Number(number.toPrecision(15))
  return Math.abs(rounded) < 1e15 && (rounded === 0 || Math.abs(rounded) >= 1e-6)
    ? String(rounded)
    : String(number)
}

/** Words that a format writes before and after the figure. */
function wordsAround(code: string): readonly [string, string] {
  const figure = /[0#?](?:[0#?,.\s]*[0#?])?|general/i.exec(
    code.replace(/"[^"]*"|\\./g, (words) => '\u0000'.repeat(words.length)),
  )
  if (figure === null) return ['', '']
  const wordsIn = (part: string) =>
    Array.from(part.matchAll(/"([^"]*)"|\\(.)|([\p{Script=Han}])/gu), ([, quoted, escaped, plainWord]) =>
      (quoted ?? escaped ?? plainWord ?? '').trim(),
    ).join('')
  return [wordsIn(code.slice(0, figure.index)), wordsIn(code.slice(figure.index + figure[0].length))]
}

const millisecondsPerDay = 86_400_000

/** Excel counts days from 1899-12-30. */
function dateOf(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * millisecondsPerDay)
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10)
}
