import type { Span } from '../regulation/citation.ts'

/**
 * A stretch of the regulation as the grammar reads it: half-width, without page furniture and chunk breaks, damaged
 * numbers repaired. Every character knows the stored words it stands for, so that a citation always quotes those.
 */
export type NormalisedText = {
  readonly text: string
  /** offsets[i] = index in the stored text of character i. */
  readonly offsets: Uint32Array
  /**
   * ends[i] = index in the stored text just after the words character i stands for. Both digits of a 10 that was
   * read out of 2023 begin at the 2 and end after the 3: whatever is cited takes the whole damaged token along.
   */
  readonly ends: Uint32Array
}

/** A text that stands in the store as it is here, from the given place on. */
export function passageOf(text: string, storedStart = 0): NormalisedText {
  const offsets = Uint32Array.from({ length: text.length }, (_, i) => storedStart + i)
  return { text, offsets, ends: offsets.map((offset) => offset + 1) }
}

/** The stored words under characters start to end (exclusive); an empty stretch is an empty span at its place. */
export function spanOf(passage: NormalisedText, start: number, end: number): Span {
  const from = passage.offsets[start] ?? passage.ends.at(-1) ?? 0
  const to = end > start ? passage.ends[end - 1] : undefined
  return { start: from, end: to ?? from }
}

/** Characters start to end (exclusive) of a passage, each with its stored words; nothing is copied. */
export function slicePassage({ text, offsets, ends }: NormalisedText, start: number, end: number): NormalisedText {
  return { text: text.slice(start, end), offsets: offsets.subarray(start, end), ends: ends.subarray(start, end) }
}

/** Passages one after another, in the order of the text; a gap between them is simply not read. */
export function joinPassages(passages: readonly NormalisedText[]): NormalisedText {
  const text = passages.map((passage) => passage.text).join('')
  const offsets = new Uint32Array(text.length)
  const ends = new Uint32Array(text.length)
  let at = 0
  for (const passage of passages) {
    offsets.set(passage.offsets, at)
    ends.set(passage.ends, at)
    at += passage.text.length
  }
  return { text, offsets, ends }
}

/** Words of a passage read as other words: characters start to end (exclusive) count as `word`. */
export type Rereading = { readonly start: number; readonly end: number; readonly word: string }

/** Applies readings that do not overlap; every character of a new word stands for all of the words it replaces. */
export function readAs(passage: NormalisedText, rereadings: readonly Rereading[]): NormalisedText {
  const parts: NormalisedText[] = []
  let position = 0
  for (const { start, end, word } of rereadings.toSorted((left, right) => left.start - right.start)) {
    if (start < position) continue
    const span = spanOf(passage, start, end)
    parts.push(slicePassage(passage, position, start), {
      text: word,
      offsets: new Uint32Array(word.length).fill(span.start),
      ends: new Uint32Array(word.length).fill(span.end),
    })
    position = end
  }
  parts.push(slicePassage(passage, position, passage.text.length))
  return joinPassages(parts)
}
