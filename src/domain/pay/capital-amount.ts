import { fen, type Fen } from '../primitives/fen.ts'
import { assert } from '../primitives/result.ts'

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const places = ['', '拾', '佰', '仟'] as const
const groups = ['', '万', '亿', '万亿'] as const

/**
 * 人民币大写 as cheques and pay lists have it: 人民币壹拾万零伍佰元零叁分. 零 once for digits left out between others, 整 after
 * yuan and jiao without fen, 负 for less than nothing. Below 10^16 fen; throws beyond, as whole fen do not hold it.
 */
export function capitalAmount(amount: Fen): string {
  const magnitude = Math.abs(amount)
  assert(magnitude < 1e16, 'an amount of money below a hundred million million yuan')
  const [yuan, jiao, rest] = [Math.floor(magnitude / 100), Math.floor(magnitude / 10) % 10, magnitude % 10]
  const sign = amount < 0 ? '负' : ''
  const wholeWords = yuan === 0 ? '' : `${wholeNumber(yuan)}元`
  return `人民币${sign}${wholeWords}${partWords(yuan, jiao, rest)}`
}

function partWords(yuan: number, jiao: number, rest: number): string {
  if (jiao === 0 && rest === 0) return yuan === 0 ? '零元整' : '整'
  const jiaoWords = jiao === 0 ? (yuan === 0 ? '' : '零') : `${digits[jiao] ?? ''}角`
  return rest === 0 ? `${jiaoWords}整` : `${jiaoWords}${digits[rest] ?? ''}分`
}

/** Above 0. */
function wholeNumber(number: number): string {
  const parts: number[] = []
  for (let left = number; left > 0; left = Math.floor(left / 10_000)) parts.push(left % 10_000)
  let words = ''
  let isGap = false
  for (let place = parts.length - 1; place >= 0; place -= 1) {
    const part = parts[place] ?? 0
    if (part === 0) isGap = true
    else {
      words += `${words !== '' && (isGap || part < 1000) ? '零' : ''}${group(part)}${groups[place] ?? ''}`
      isGap = false
    }
  }
  return words
}

/** 1 to 9,999. */
function group(number: number): string {
  let words = ''
  let isGap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10
    if (digit === 0) isGap = words !== ''
    else {
      words += `${isGap ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`
      isGap = false
    }
  }
  return words
}

/** The amount such words say; null of anything `capitalAmount` does not write. */
export function readCapitalAmount(words: string): Fen | null {
  const match = /^人民币(负?)(?:([^元]+)元)?(整|[^元]+)?$/.exec(words.replace('零元整', '整'))
  if (match === null) return null
  const [, sign = '', whole = '', part = ''] = match
  const yuan = whole === '' ? 0 : readWhole(whole)
  const cents = /^零?(?:(.)角)?(?:(.)分)?整?$/.exec(part)
  if (yuan === null || cents === null) return null
  const [jiao, rest] = [digitOf(cents[1]), digitOf(cents[2])]
  const amount = fen((sign === '' ? 1 : -1) * (yuan * 100 + jiao * 10 + rest))
  return capitalAmount(amount) === words ? amount : null
}

function digitOf(word: string | undefined): number {
  return Math.max(0, word === undefined ? 0 : digits.findIndex((digit) => digit === word))
}

function readWhole(words: string): number | null {
  let [sum, part, digit] = [0, 0, 0]
  for (const word of words.replace('万亿', '兆')) {
    const place = places.findIndex((one) => one === word)
    const size = { 万: 1e4, 亿: 1e8, 兆: 1e12 }[word]
    if (size !== undefined) {
      sum += (part + digit) * size
      part = 0
      digit = 0
    } else if (place > 0) {
      part += digit * 10 ** place
      digit = 0
    } else {
      const read = digits.findIndex((one) => one === word)
      if (read < 0) return null
      digit = read
    }
  }
  return sum + part + digit
}
