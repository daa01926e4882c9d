import { readNumeral } from './clauses/numerals.ts'

/** How headings and list numbers are written, from the outermost to the innermost, as official documents number them. */
const markerStyles = [
  'part',
  'chapter',
  'section',
  'article',
  'Ⅰ',
  '一、',
  '(一)',
  '1、',
  '1.',
  '1',
  '1.1',
  '1.1.1',
  '(1)',
  '①',
] as const
/** Headings of one style stand on one level. */
export type MarkerStyle = (typeof markerStyles)[number]

/** Whether headings of the one style stand, by custom, below those of the other. */
export function isDeeper(style: MarkerStyle, than: MarkerStyle): boolean {
  return markerStyles.indexOf(style) > markerStyles.indexOf(than)
}

export type Marker = { readonly style: MarkerStyle; readonly ordinal: number; readonly length: number }

const markerPatterns: readonly (readonly [RegExp, (style: string) => MarkerStyle])[] = [
  [/^第([一二三四五六七八九十百零〇]+|\d{1,3})([篇章节条]|部分) *[:、.]? */, styleOfOrdinal],
  [/^([一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})[、.](?![一二三四五六七八九十]、)/, () => '一、'],
  [/^\(([一二三四五六七八九十]{1,3})\)[、.]?/, () => '(一)'],
  [/^(\d{1,2})、/, () => '1、'],
  [/^(\d{1,2})\.(?!\d)/, () => '1.'],
  [/^\((\d{1,2})\)[、.]?/, () => '(1)'],
  [/^(\d{1,2})\)[、.]?/, () => '(1)'],
  [/^([①-⑳❶-❿])[、.]?/, () => '①'],
  [/^([⑴-⒇])[、.]?/, () => '(1)'],
  [/^([⒈-⒛])[、.]?/, () => '1.'],
  [/^([㈠-㈩])[、.]?/, () => '(一)'],
  [/^([Ⅰ-Ⅻ])[、.:]?(?![类级型度])/, () => 'Ⅰ'],
]

function styleOfOrdinal(measure: string): MarkerStyle {
  if (measure === '章') return 'chapter'
  if (measure === '节') return 'section'
  return measure === '条' ? 'article' : 'part'
}

/** The heading marker that stands at this place, if one does: 一、 (一) 1、 1. (1) ① 第一章 第一条. */
export function markerAt(text: string, position: number): Marker | null {
  const ahead = text.slice(position, position + 12)
  for (const [pattern, styleOf] of markerPatterns) {
    const match = pattern.exec(ahead)
    if (match === null) continue
    return { style: styleOf(match[2] ?? ''), ordinal: ordinalOf(match[1] ?? ''), length: match[0].length }
  }
  return null
}

const lineMarkerPatterns: readonly (readonly [RegExp, MarkerStyle])[] = [
  [/^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.(\d{1,2})[、.]?(?=[ \p{Script=Han}“"(])/u, '1.1.1'],
  [/^\d{1,2}\.(\d{1,2})(?:[ 、.]+|(?=[\p{Script=Han}“"(])(?![分元个天次%月日年人户小万亿倍至到]))/u, '1.1'],
  [/^(\d{1,2}) (?=\p{Script=Han})(?![分元个天次月日年人户小万亿倍])/u, '1'],
]

/** The marker that a line begins with; 1.1 and a bare 1 mark nothing inside a line, where they are figures. */
export function lineMarkerAt(text: string, position: number): Marker | null {
  const marker = markerAt(text, position)
  if (marker !== null) return marker
  const ahead = text.slice(position, position + 16)
  for (const [pattern, style] of lineMarkerPatterns) {
    const match = pattern.exec(ahead)
    if (match !== null) return { style, ordinal: ordinalOf(match[1] ?? ''), length: match[0].length }
  }
  return null
}

/** Figures that are one character each, from 1 on: ① ❶ ⑴ ⒈ ㈠ Ⅰ. */
const figureSeries = [
  { first: 0x2460, count: 20 },
  { first: 0x2776, count: 10 },
  { first: 0x2474, count: 20 },
  { first: 0x2488, count: 20 },
  { first: 0x3220, count: 10 },
  { first: 0x2160, count: 12 },
] as const

/** 12, 十二, ⑫ → 12. */
function ordinalOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral)
  const code = numeral.charCodeAt(0)
  const series = figureSeries.find(({ first, count }) => code >= first && code < first + count)
  if (series !== undefined) return code - series.first + 1
  const plain = numeral.replace(/[壹贰叁肆伍陆柒捌玖拾]/g, plainNumeral).replaceAll('〇', '零')
  return (readNumeral(plain) ?? 0) / 100
}

/** The figures of cheques, 壹 to 拾, as plain ones. */
function plainNumeral(figure: string): string {
  return '一二三四五六七八九十'.charAt('壹贰叁肆伍陆柒捌玖拾'.indexOf(figure))
}
