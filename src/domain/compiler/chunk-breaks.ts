import type { Span } from '../regulation/citation.ts'
import type { Line } from './page-furniture.ts'

/** A place where the page cut the text: `span` is what stands between the two halves, number included. */
export type ChunkBreak = {
  readonly number: number
  readonly span: Span
  /** Whether the cut went through a sentence; otherwise the halves stay two paragraphs. */
  readonly isMidSentence: boolean
}

export type ChunkNumbers = {
  /** The number in front of the first chunk, which joins nothing. */
  readonly first: Span | null
  readonly breaks: readonly ChunkBreak[]
}

type NumberedLine = { readonly index: number; readonly number: number; readonly prefix: Span }

const chunkNumber = /^\s*(\d{1,3})、/
const sentenceEnd = /[。;:!?.)”》…]\s*$/
const shortestChunk = 150

/**
 * Sites that cut a text into numbered chunks put 1、 2、 … before each, running over the whole text among the real
 * list numbers. The chunks are told from lists by what only cuts do: the first stands where the text begins, they
 * are long, and the line before a number stops in the middle of a sentence.
 */
export function findChunkNumbers(body: readonly Line[]): ChunkNumbers {
  const none: ChunkNumbers = { first: null, breaks: [] }
  const numbered = body.flatMap(numberedLine)
  const first = numbered[0]
  if (first === undefined || first.number !== 1 || first.index > 2) return none
  const chunks: NumberedLine[] = [first]
  for (let next = nextChunk(body, numbered, chunks); next !== null; next = nextChunk(body, numbered, chunks))
    chunks.push(next)
  const starts = chunks.map((chunk) => body[chunk.index]?.start ?? 0)
  const lengths = starts.slice(1).map((start, i) => start - (starts[i] ?? 0))
  if (chunks.length < 2 || lengths.some((length) => length < shortestChunk)) return none
  return {
    first: first.prefix,
    breaks: chunks.slice(1).map((chunk) => {
      const before = body[chunk.index - 1]
      return {
        number: chunk.number,
        span: { start: before === undefined ? chunk.prefix.start : endOfWords(before), end: chunk.prefix.end },
        isMidSentence: isCut(body, chunk),
      }
    }),
  }
}

function numberedLine(line: Line, index: number): NumberedLine[] {
  const match = chunkNumber.exec(line.text)
  if (match === null) return []
  const prefix = { start: line.start, end: line.start + match[0].length }
  return [{ index, number: Number(match[1]), prefix }]
}

/** The first later line with the next number whose predecessor is cut; failing that one between two cuts. */
function nextChunk(
  body: readonly Line[],
  numbered: readonly NumberedLine[],
  chunks: readonly NumberedLine[],
): NumberedLine | null {
  const last = chunks.at(-1)
  if (last === undefined) return null
  const later = numbered.filter((line) => line.index > last.index)
  const candidates = later.filter((line) => line.number === last.number + 1)
  const cut = candidates.find((line) => isCut(body, line))
  const cutAfterNext = later.find((line) => line.number === last.number + 2 && isCut(body, line))
  if (cut !== undefined && (cutAfterNext === undefined || cut.index < cutAfterNext.index)) return cut
  if (chunks.length < 2 || cutAfterNext === undefined) return null
  const usual = usualLength(body, chunks)
  const startOf = (line: NumberedLine) => body[line.index]?.start ?? 0
  const between = candidates.filter((line) => line.index < cutAfterNext.index)
  const misfit = (line: NumberedLine) => Math.abs(startOf(line) - startOf(last) - usual)
  return between.toSorted((left, right) => misfit(left) - misfit(right))[0] ?? null
}

function usualLength(body: readonly Line[], chunks: readonly NumberedLine[]): number {
  const starts = chunks.map((chunk) => body[chunk.index]?.start ?? 0)
  const lengths = starts.slice(1).map((start, i) => start - (starts[i] ?? 0))
  return lengths.toSorted((left, right) => left - right)[Math.floor(lengths.length / 2)] ?? 0
}

function isCut(body: readonly Line[], line: NumberedLine): boolean {
  const before = body[line.index - 1]
  return before !== undefined && !sentenceEnd.test(before.text)
}

function endOfWords(line: Line): number {
  return line.start + line.text.trimEnd().length
}
