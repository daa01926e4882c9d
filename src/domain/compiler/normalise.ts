import type { Span } from '../regulation/citation.ts'
import { findChunkNumbers, type ChunkBreak, type ChunkNumbers } from './chunk-breaks.ts'
import { foldCharacters, noRoom, textOfCodes } from './fold-characters.ts'
import { columnsAsTabs } from './drawn-tables.ts'
import { markerAt } from './heading-marker.ts'
import type { NormalisedText } from './normalised-text.ts'
import { countPages, separateFurniture, type Line, type PageCount } from './page-furniture.ts'
import { isWrapped, wrapWidthOf } from './wrapped-lines.ts'

export type NormalisedRegulation = {
  /** The whole text, folded: every index is one of the stored text. Tabs divide the columns of its tables. */
  readonly folded: string
  /** The regulation proper; paragraphs are divided by \n, a blank inside one is a single space. */
  readonly body: NormalisedText
  readonly furniture: readonly Span[]
  readonly chunkBreaks: readonly ChunkBreak[]
  readonly pages: PageCount | null
}

/** Reads the stored text as a regulation: page furniture left out, chunks and wrapped lines joined. Linear in its length. */
export function normaliseRegulation(stored: string): NormalisedRegulation {
  const folded = columnsAsTabs(foldCharacters(stored))
  const { body, furniture } = separateFurniture(folded)
  const chunks = findChunkNumbers(body)
  return {
    folded,
    body: assembleBody(folded, body, chunks),
    furniture: furniture.map(({ start, end }) => ({ start, end })),
    chunkBreaks: chunks.breaks,
    pages: countPages(furniture),
  }
}

const blank = 0x20
const tab = 0x09
const lineEnd = 0x0a

/** Collects the characters that are read, each with its place. */
class PassageBuilder {
  private readonly codes: Uint16Array
  private readonly offsets: Uint32Array
  private length = 0

  /** Never more characters than the stored text has, one line end more for each of its lines aside. */
  constructor(most: number) {
    this.codes = new Uint16Array(most)
    this.offsets = new Uint32Array(most)
  }

  /** Blanks at the seams of paragraphs say nothing. */
  add(code: number, offset: number): void {
    const last = this.length === 0 ? lineEnd : this.codes[this.length - 1]
    if ((code === blank || code === lineEnd) && last === lineEnd) return
    if (code === lineEnd && last === blank) this.length -= 1
    if (code === blank && last === blank) return
    this.codes[this.length] = code
    this.offsets[this.length] = offset
    this.length += 1
  }

  passage(): NormalisedText {
    const offsets = this.offsets.slice(0, this.length)
    return { text: textOfCodes(this.codes.subarray(0, this.length)), offsets, ends: offsets.map((at) => at + 1) }
  }
}

function assembleBody(folded: string, lines: readonly Line[], chunks: ChunkNumbers): NormalisedText {
  const builder = new PassageBuilder(folded.length + lines.length)
  const breakByEnd = new Map(chunks.breaks.map((chunk) => [chunk.span.end, chunk]))
  const wrapWidth = wrapWidthOf(lines)
  let before: Line | null = null
  for (const line of lines) {
    const chunk = [...breakEndsIn(line, breakByEnd)][0]
    const isFirstChunk = chunks.first !== null && chunks.first.start === line.start
    const isJoined =
      chunk === undefined ? before !== null && isWrapped(before, line, wrapWidth) : chunk.isMidSentence
    if (before !== null && !isJoined) builder.add(lineEnd, before.end)
    const start = isFirstChunk ? (chunks.first?.end ?? line.start) : (chunk?.span.end ?? line.start)
    addLine(builder, folded, start, line.end)
    before = line
  }
  return builder.passage()
}

function* breakEndsIn(line: Line, breakByEnd: ReadonlyMap<number, ChunkBreak>): Generator<ChunkBreak> {
  for (let end = line.start; end <= Math.min(line.end, line.start + 16); end++) {
    const chunk = breakByEnd.get(end)
    if (chunk !== undefined) yield chunk
  }
}

const noRoomCode = noRoom.charCodeAt(0)
const bulletAlone = /[ \t]*[\uf000-\uf0ff][ \t]*/y

function addLine(builder: PassageBuilder, folded: string, start: number, end: number): void {
  bulletAlone.lastIndex = start
  let position = bulletAlone.test(folded) ? Math.min(end, bulletAlone.lastIndex) : start
  while (position < end) {
    const code = folded.charCodeAt(position)
    if (code !== blank && code !== tab) {
      if (code !== noRoomCode) builder.add(code, position)
      position += 1
      continue
    }
    let next = position
    while (next < end && (folded.charCodeAt(next) === blank || folded.charCodeAt(next) === tab)) next += 1
    const read = readBlank(folded, start, position, next, end)
    if (read !== '') builder.add(read.charCodeAt(0), position)
    position = next
  }
}

const han = /\p{Script=Han}/u

/**
 * What a run of blanks stands for: nothing inside a word (考 核) or an amount (扣 2 分), a new paragraph where pages
 * flatten their line breaks into blanks, else one space.
 */
function readBlank(
  folded: string,
  lineStart: number,
  start: number,
  next: number,
  lineEnd: number,
): '' | ' ' | '\n' {
  if (start === lineStart || next >= lineEnd) return ''
  // Copied tables divide their cells by tabs.
  if (folded.slice(start, next).includes('\t')) return '\n'
  const before = folded.charAt(start - 1)
  const after = folded.charAt(next)
  if (/\d/.test(before) && /[分次天篇字元个件起期项人户例%月日年小]/.test(after)) return ''
  if (/[扣加减得计记罚每少满超达第占]/.test(before) && /\d/.test(after) && markerAt(folded, next) === null)
    return ''
  if (isMarkerAlone(folded, lineStart, start)) return ''
  if (/[扣加减得计记罚]/.test(before) && han.test(after)) return ''
  if (after === '分' && han.test(before) && !/[管工别类组级]/.test(folded.charAt(next + 1))) return ''
  if (/[。;!?)”:]/.test(before)) return '\n'
  if (markerAt(folded, next) !== null) return '\n'
  if (/[,、(《“]/.test(before) || /[,、;:。)》”(]/.test(after)) return ''
  if (!han.test(before) || !han.test(after)) return ' '
  if (isSingle(folded, start - 1, -1) || isSingle(folded, next, 1)) return ''
  return isHeadingBefore(folded, lineStart, start) ? '\n' : ' '
}

/** 第三条 本办法…, 1、 工作纪律: the blank belongs to the number, not to the words after it. */
function isMarkerAlone(folded: string, lineStart: number, end: number): boolean {
  const start = Math.max(lineStart, end - 8)
  return (
    /(?:^|[ 。])第[一二三四五六七八九十百\d]{1,5}(?:[篇章节条]|部分)$/.test(folded.slice(start, end)) ||
    markerAt(folded, lineStart)?.length === end - lineStart
  )
}

/** A lone Chinese character between blanks, as in 实 施 细 则. */
function isSingle(folded: string, position: number, step: 1 | -1): boolean {
  const neighbour = folded[position + step]
  return neighbour === undefined || neighbour === ' ' || neighbour === '\n'
}

/** 一、指导思想 以邓小平理论…: the blank ends a short heading. */
function isHeadingBefore(folded: string, lineStart: number, end: number): boolean {
  let start = end
  while (start > lineStart && folded[start - 1] !== ' ' && end - start < 40) start -= 1
  if (end - start >= 40) return false
  return markerAt(folded, start) !== null || start === lineStart
}
