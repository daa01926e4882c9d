import { lineMarkerAt, markerAt, type Marker, type MarkerStyle } from './heading-marker.ts'
import { tablePointsOf } from './table-points.ts'
import { bracketedPoints, pointsOfLine, readHeadline, type StatedPoints, type Stretch } from './stated-points.ts'

/** A paragraph, or the part of one that a number of its own begins. */
export type Block = Stretch & {
  readonly marker: Marker | null
  /** Where the words after the marker begin. */
  readonly wordsStart: number
}

/** A heading with all that stands under it. */
export type Section = {
  readonly marker: Marker | null
  /** Empty for the root and for numbered running text without a title. */
  readonly title: string
  /** The heading's own words, marker and points included; for running text its first block. */
  readonly heading: Stretch
  readonly stated: StatedPoints | null
  /** Titles above, outermost first. */
  readonly path: readonly string[]
  /** Running text that stands directly under the heading. */
  readonly blocks: Block[]
  readonly children: Section[]
  readonly start: number
}

/** Cuts the text into blocks and nests them by the style of their numbers. */
export function outlineOf(text: string): Section {
  const root = newSection({ start: 0, end: 0, marker: null, wordsStart: 0 }, '', { start: 0, end: 0 }, null, [])
  const open: Section[] = [root]
  const blocks = blocksOf(text)
  const tables = tablePointsOf(text, blocks)
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined) continue
    if (tables.figures.has(i)) continue
    const next = blocks[i + 1]
    const below = tables.byHeading.get(i) ?? (next === undefined ? null : pointsOfLine(text, next))
    const plain = block.marker === null ? plainHeading(text, block, below) : null
    if (plain !== null) {
      open.length = 1
      if (plain.stated === below && !tables.byHeading.has(i)) i += 1
      pushSection(open, plain)
    } else if (block.marker === null) open.at(-1)?.blocks.push(block)
    else {
      closeDownTo(open, block.marker.style)
      const section = numberedSection(text, block, pathOf(open), below)
      if (below !== null && section.stated === below && !tables.byHeading.has(i)) i += 1
      pushSection(open, section)
    }
  }
  return root
}

function pushSection(open: Section[], section: Section): void {
  open.at(-1)?.children.push(section)
  open.push(section)
}

/** From the outermost to the innermost, as official documents number their headings. */
const styleOrder: readonly MarkerStyle[] = [
  'part',
  'chapter',
  'section',
  'article',
  '一、',
  '(一)',
  '1、',
  '1.',
  '1',
  '1.1',
  '(1)',
  '①',
]

/** A number of a style that is open already continues there; another one closes what stands deeper by custom. */
function closeDownTo(open: Section[], style: MarkerStyle): void {
  const same = open.findIndex((section) => section.marker?.style === style)
  const deeper = open.findIndex((section) => section.marker !== null && isDeeper(section.marker.style, style))
  const level = same > 0 ? same : deeper
  if (level > 0) open.length = level
}

function isDeeper(style: MarkerStyle, than: MarkerStyle): boolean {
  return styleOrder.indexOf(style) > styleOrder.indexOf(than)
}

function pathOf(open: readonly Section[]): string[] {
  return open.map((section) => section.title).filter((title) => title !== '')
}

function newSection(
  block: Block,
  title: string,
  heading: Stretch,
  stated: StatedPoints | null,
  path: readonly string[],
): Section {
  return { marker: block.marker, title, heading, stated, path, blocks: [], children: [], start: block.start }
}

/** `below` are the points of the next line, if that is all it says: they are the heading's when it states none. */
function numberedSection(
  text: string,
  block: Block,
  path: readonly string[],
  below: StatedPoints | null,
): Section {
  const head = readHeadline(text, { start: block.wordsStart, end: block.end })
  const isTitled = head.title.end > head.title.start
  const stated = head.stated ?? onlyBracket(text, block) ?? (isTitled ? below : null)
  const title = cleanTitle(text.slice(head.title.start, head.title.end))
  const heading =
    head.bodyStart > block.wordsStart
      ? { start: block.start, end: trimStop(text, head.bodyStart) }
      : { start: block.start, end: block.end }
  const section = newSection(block, title, heading, stated, path)
  if (head.bodyStart < block.end)
    section.blocks.push({ start: head.bodyStart, end: block.end, marker: null, wordsStart: head.bodyStart })
  return section
}

/** Running text that states its points once, as a rule at its end: …每次扣5分(10分)。 */
function onlyBracket(text: string, block: Block): StatedPoints | null {
  const brackets = bracketedPoints(text, { start: block.wordsStart, end: block.end })
  return brackets.length === 1 ? (brackets[0] ?? null) : null
}

function trimStop(text: string, end: number): number {
  return /[:。;,、]/.test(text.charAt(end - 1)) ? end - 1 : end
}

/** 治安防范记 → 治安防范, 考核内容及分值 → 考核内容: what speaks of the points belongs to them. */
function cleanTitle(title: string): string {
  return title.trim().replace(/(?:[记计占共]|满分|(?:及|与|和)?分值)$/, '')
}

/** A short line that ends with its points, or is followed by a line that is nothing but points: 农经工作 / (25分). */
function plainHeading(text: string, block: Block, below: StatedPoints | null): Section | null {
  const words = text.slice(block.start, block.end)
  if (words.length > 30 || /[。,;!?]/.test(words) || /^\(?\d/.test(words)) return null
  const head = readHeadline(text, { start: block.start, end: block.end })
  if (head.stated !== null && head.bodyStart < block.end) return null
  const stated = head.stated ?? below
  if (stated === null) return null
  const title = cleanTitle(text.slice(block.start, head.stated === null ? block.end : head.title.end))
  return newSection(
    block,
    title,
    {
      start: block.start,
      end: stated.words.start <= block.end + 1 ? Math.max(block.end, stated.words.end) : block.end,
    },
    stated,
    [],
  )
}

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
    if (!/[第一二三四五六七八九十(\d①-⑳]/.test(text.charAt(at))) continue
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
      return false
    case 'part':
    case 'chapter':
    case 'section':
    case 'article':
      return isAfterStop && before !== ')' && continues
  }
}
