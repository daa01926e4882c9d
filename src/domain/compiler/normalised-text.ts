import type { Span } from '../regulation/citation.ts'

/**
 * A stretch of the regulation as the grammar reads it: half-width, without page furniture and chunk breaks, damaged
 * numbers repaired. Every character knows the stored words it stands for, so that a citation always quotes those.
 */
export type NormalisedText = {
  readonly text: string
  /** offsets[i] = index in the stored text of character i; offsets[text.length] = end of the last one. */
  readonly offsets: readonly number[]
  /**
   * ends[i] = index in the stored text just after the words character i stands for. Both digits of a 10 that was
   * read out of 2023 begin at the 2 and end after the 3: whatever is cited takes the whole damaged token along.
   */
  readonly ends: readonly number[]
}

/** A text that stands in the store as it is here, from the given place on. */
export function passageOf(text: string, storedStart = 0): NormalisedText {
  const offsets: number[] = []
  const ends: number[] = []
  for (let i = 0; i < text.length; i++) {
    offsets.push(storedStart + i)
    ends.push(storedStart + i + 1)
  }
  offsets.push(storedStart + text.length)
  return { text, offsets, ends }
}

/** The stored words under characters start to end (exclusive); an empty stretch is an empty span at its place. */
export function spanOf(passage: NormalisedText, start: number, end: number): Span {
  const from = passage.offsets[start] ?? passage.offsets.at(-1) ?? 0
  const to = end > start ? passage.ends[end - 1] : undefined
  return { start: from, end: to ?? from }
}

/** Characters start to end (exclusive) of a passage, each with its stored words. */
export function slicePassage(passage: NormalisedText, start: number, end: number): NormalisedText {
  const text = passage.text.slice(start, end)
  const offsets = passage.offsets.slice(start, start + text.length)
  const ends = passage.ends.slice(start, start + text.length)
  return { text, offsets: [...offsets, ends.at(-1) ?? passage.offsets[start] ?? 0], ends }
}

/** Passages one after another, in the order of the text; a gap between them is simply not read. */
export function joinPassages(passages: readonly NormalisedText[]): NormalisedText {
  const offsets: number[] = []
  const ends: number[] = []
  let text = ''
  for (const passage of passages) {
    text += passage.text
    for (let i = 0; i < passage.text.length; i++) {
      offsets.push(passage.offsets[i] ?? 0)
      ends.push(passage.ends[i] ?? 0)
    }
  }
  offsets.push(ends.at(-1) ?? passages[0]?.offsets[0] ?? 0)
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
      offsets: [...Array.from({ length: word.length }, () => span.start), span.end],
      ends: Array.from({ length: word.length }, () => span.end),
    })
    position = end
  }
  parts.push(slicePassage(passage, position, passage.text.length))
  return joinPassages(parts)
}
