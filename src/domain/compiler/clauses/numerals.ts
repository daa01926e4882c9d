import { parseHundredths } from '../../primitives/centipoints.ts'

/** A number as clauses write it: 2, 0.5, 10,000, 二, 十五, 两, 半, 三点五. */
export const numeralPattern =
  '(?:\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\.\\d{1,4})?|半|[零一二两三四五六七八九十百千]{1,9}(?:点[零一二三四五六七八九]{1,4})?)'

const digits = '零一二三四五六七八九'
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

function digitOf(character: string): number {
  return character === '两' ? 2 : digits.indexOf(character)
}

/** 二十三 → 23; 一二三 without powers is read digit by digit; null when it is no number. */
function readChineseWhole(word: string): number | null {
  if (word === '') return null
  if (!/[十百千]/.test(word)) {
    const figures = Array.from(word, digitOf)
    return figures.includes(-1) ? null : Number(figures.join(''))
  }
  let sum = 0
  let figure: number | null = null
  for (const character of word) {
    const power = powers[character]
    if (power !== undefined) {
      sum += (figure ?? 1) * power
      figure = null
    } else {
      figure = digitOf(character)
      if (figure === -1) return null
    }
  }
  return sum + (figure ?? 0)
}

/** A numeral in whole hundredths: 0.5 and 半 are 50; null when it is no number or has more than two decimals. */
export function readNumeral(word: string): number | null {
  if (word === '半') return 50
  if (/^[\d.,]+$/.test(word)) return parseHundredths(word.replaceAll(',', ''))
  const [whole = '', decimals, ...rest] = word.split('点')
  if (rest.length > 0) return null
  const value = readChineseWhole(whole)
  if (value === null) return null
  const fraction = decimals === undefined ? '' : `.${Array.from(decimals, digitOf).join('')}`
  return parseHundredths(`${value}${fraction}`)
}
