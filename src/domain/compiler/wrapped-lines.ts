import { markerAt } from './heading-marker.ts'
import type { Line } from './page-furniture.ts'

const paragraphEnd = /[。;:!?.)”》]\s*$/
/** Bullets of fonts that keep them in the private area, and those anybody can type. */
const bullet = /^[\uf000-\uf0ff●■◆▪•※★☆►]/u

/** The width at which the lines of a text were broken by a page layout; null when its lines are paragraphs. */
export function wrapWidthOf(lines: readonly Line[]): number | null {
  const prose = lines.filter((line) => !line.text.includes('\t'))
  const lengths = prose.map((line) => line.text.trimEnd().length).filter((length) => length >= 15)
  if (lengths.length < 6) return null
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  if (longest > 80) return null
  const full = prose.filter((line) => line.text.trimEnd().length >= longest - 4)
  if (full.length * 2 >= lengths.length) return longest
  // Among headings and short items full lines are fewer, but then they stop in mid-sentence.
  const cut = full.filter((line) => !paragraphEnd.test(line.text))
  return full.length >= 4 && full.length * 4 >= lengths.length && cut.length * 4 >= full.length * 3
    ? longest
    : null
}

/** Whether a line goes on with the sentence of the line before it. */
export function isWrapped(before: Line, line: Line, width: number | null): boolean {
  if (before.text.includes('\t') || line.text.includes('\t')) return false
  const words = line.text.trimStart()
  if (markerAt(words, 0) !== null || bullet.test(words)) return false
  if (isOpen(before.text.trimEnd(), words)) return true
  return width !== null && before.text.trimEnd().length >= width - 4 && !paragraphEnd.test(before.text)
}

/**
 * 每次扣 | 2分, 扣0.5 | 分, 每次 | 扣5分, 迟到、 | 早退: neither an amount nor a list is divided between two
 * paragraphs. A cell that holds a number alone is no amount.
 */
function isOpen(before: string, words: string): boolean {
  if (/[\p{Script=Han},][^\n]{0,8}\d$/u.test(before.slice(-10)))
    return /^\s*(?:分|元|%|个百分点)(?:$|[,。;、:)]|[以的/])/.test(words)
  if (/[每次项件天起例人处户][^\n]{0,2}[扣加减罚计得]$/u.test(before.slice(-4)))
    return /^\d+(?:\.\d+)?\s*[分元%]/.test(words)
  if (/[每各][\p{Script=Han}]{1,2}$/u.test(before.slice(-3))) return /^[扣加减罚计得]\s*\d/.test(words)
  return before.length > 8 && before.endsWith('、')
}
