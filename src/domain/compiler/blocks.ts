import { isDeeper, lineMarkerAt, markerAt, type Marker, type MarkerStyle } from './heading-marker.ts'
import type { Stretch } from './stated-points.ts'

/** A paragraph, or the part of one that a number of its own begins. */
export type Block = Stretch & {
  readonly marker: Marker | null
  /** Where the words after the marker begin. */
  readonly wordsStart: number
}

/** What the markers that may stand inside a line begin with. */
const markerStart = /[第一二三四五六七八九十(\d①-⑳⑴-⒛㈠-㈩Ⅰ-Ⅻ]/

/** Paragraphs, divided again where a number begins in the middle of one. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  const lastOrdinal = new Map<MarkerStyle, number>()
  let start = 0
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && text[end] !== '\n') continue
    if (end > start) blocks.push(...blocksOfParagraph(text, start, end, lastOrdinal))
    start = end + 1
  }
  return blocks
}

function blocksOfParagraph(
  text: string,
  start: number,
  end: number,
  lastOrdinal: Map<MarkerStyle, number>,
): Block[] {
  const starts: { readonly at: number; readonly marker: Marker | null }[] = []
  const first = lineMarkerAt(text, start)
  starts.push({ at: start, marker: first })
  if (first !== null) noteOrdinal(lastOrdinal, first)
  for (let at = start + Math.max(1, first?.length ?? 0); at < end; at++) {
    if (!markerStart.test(text.charAt(at))) continue
    const marker = markerAt(text, at)
    if (marker === null || !beginsInside(text, at, marker, lastOrdinal, at - (starts.at(-1)?.at ?? start)))
      continue
    starts.push({ at, marker })
    noteOrdinal(lastOrdinal, marker)
    at += marker.length - 1
  }
  return starts.map(({ at, marker }, i) => {
    const next = starts[i + 1]?.at ?? end
    return { start: at, end: next, marker, wordsStart: at + (marker?.length ?? 0) }
  })
}

/** Under a new heading the numbers below it start again. */
function noteOrdinal(lastOrdinal: Map<MarkerStyle, number>, marker: Marker): void {
  lastOrdinal.set(marker.style, marker.ordinal)
  for (const style of lastOrdinal.keys()) if (isDeeper(style, marker.style)) lastOrdinal.delete(style)
}

/** Whether a number in the middle of a paragraph begins a new one: pages lose the line breaks before headings. */
function beginsInside(
  text: string,
  at: number,
  marker: Marker,
  lastOrdinal: ReadonlyMap<MarkerStyle, number>,
  sinceLastMarker: number,
): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + marker.length)
  if (/[第\d零一二三四五六七八九十]/.test(before) || /[\d一二三四五六七八九十、,。;:)]/.test(after)) return false
  const isAfterStop = /[。;:!?)”]/.test(before)
  const continues = marker.ordinal === (lastOrdinal.get(marker.style) ?? 0) + 1
  if (!continues && marker.ordinal !== 1) return false
  switch (marker.style) {
    case 'Ⅰ':
    case '一、':
    case '(一)':
    case '①':
      return isAfterStop || continues
    case '1、':
    case '1.':
      return isAfterStop || (marker.ordinal === 1 && continues && sinceLastMarker <= 20)
    case '(1)':
      return isAfterStop
    case '1':
    case '1.1':
    case '1.1.1':
      return false
    case 'part':
    case 'chapter':
    case 'section':
    case 'article':
      return isAfterStop && before !== ')' && continues
  }
}
