import { blocksOf, type Block } from './blocks.ts'
import { isDeeper, type Marker, type MarkerStyle } from './heading-marker.ts'
import { tablePointsOf } from './table-points.ts'
import { paragraphPoints, pointsOfLine, readHeadline, titleOfLostPoints, type StatedPoints, type Stretch } from './stated-points.ts'

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

/** A number of a style that is open already continues there; another one closes what stands deeper by custom. */
function closeDownTo(open: Section[], style: MarkerStyle): void {
  const same = open.findIndex((section) => section.marker?.style === style)
  const deeper = open.findIndex((section) => section.marker !== null && isDeeper(section.marker.style, style))
  const level = same > 0 ? same : deeper
  if (level > 0) open.length = level
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
  const brackets = paragraphPoints(text, { start: block.wordsStart, end: block.end })
  return brackets.length === 1 ? (brackets[0] ?? null) : null
}

function trimStop(text: string, end: number): number {
  return /[:。;,、]/.test(text.charAt(end - 1)) ? end - 1 : end
}

/** 治安防范记 → 治安防范, 考核内容及分值 → 考核内容: what speaks of the points belongs to them. */
function cleanTitle(title: string): string {
  const words = title.trim()
  return (titleOfLostPoints(words) ?? words).replace(/(?:占|满分|(?:及|与|和)?分值)$/, '')
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
