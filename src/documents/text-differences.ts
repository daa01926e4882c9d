import { diffArrays } from 'diff'
import type { TextHunk } from '../queries/compare-regulations.ts'

export type TextDifferences = { readonly detail: 'words' | 'lines'; readonly hunks: readonly TextHunk[] }

/** Beyond so many insertions and deletions two stretches are told apart as wholes; this keeps time in step with length. */
const mostLineEdits = 400
const mostWordEdits = 600
/** Stretches longer than this, and all after so much, are shown by lines. */
const longestRefined = 20_000
const refinedBudget = 200_000
const contextLines = 2

/**
 * Where two texts differ, by whole lines and within them by words, with offsets into both. Line ends and blanks at a
 * line's end make no difference. Lines that both texts have once hold the comparison in place, so that time grows in
 * step with length; where they share too little, whole stretches are shown instead of words.
 */
export function compareTexts(before: string, after: string): TextDifferences {
  const [left, right] = [linesOf(before), linesOf(after)]
  const gaps = closeUp(findGaps(left, right))
  let budget = refinedBudget
  let detail: TextDifferences['detail'] = 'words'
  const hunks = gaps.map((gap): TextHunk => {
    const [removed, added] = [textOf(left, gap.left), textOf(right, gap.right)]
    const isRefined = removed !== '' && added !== ''
    const size = removed.length + added.length
    const pieces = isRefined && size <= Math.min(longestRefined, budget) ? wordPieces(removed, added) : null
    if (pieces !== null) budget -= size
    else if (isRefined) detail = 'lines'
    return {
      before: spanOf(left, gap.left),
      after: spanOf(right, gap.right),
      lineBefore: gap.left.first + 1,
      lineAfter: gap.right.first + 1,
      above: textOf(right, { first: Math.max(0, gap.right.first - contextLines), end: gap.right.first }),
      below: textOf(right, { first: gap.right.end, end: gap.right.end + contextLines }),
      pieces: pieces ?? wholePieces(removed, added),
    }
  })
  return { detail, hunks }
}

type Line = { readonly start: number; readonly text: string; readonly key: string }
/** Lines from first to end, exclusive. */
type Range = { readonly first: number; readonly end: number }
type Gap = { readonly left: Range; readonly right: Range }
type Piece = TextHunk['pieces'][number]

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline + 1
    const words = text.slice(start, end)
    lines.push({ start, text: words, key: words.trimEnd() })
    start = end
  }
  return lines
}

function textOf(lines: readonly Line[], { first, end }: Range): string {
  return lines
    .slice(first, end)
    .map(({ text }) => text)
    .join('')
}

/** An empty range stands where its lines would begin. */
function spanOf(lines: readonly Line[], { first, end }: Range) {
  const last = lines.at(-1)
  const textEnd = last === undefined ? 0 : last.start + last.text.length
  const start = lines[first]?.start ?? textEnd
  const next = first === end ? start : (lines[end]?.start ?? textEnd)
  return { start, end: next }
}

/** Stretches that differ between lines that both texts have just once (patience), and within those by edits. */
function findGaps(left: readonly Line[], right: readonly Line[]): Gap[] {
  const anchors = [...commonOnce(left, right), { left: left.length, right: right.length }]
  const gaps: Gap[] = []
  let at = { left: 0, right: 0 }
  for (const anchor of anchors) {
    const rest = trimmed(left, right, {
      left: { first: at.left, end: anchor.left },
      right: { first: at.right, end: anchor.right },
    })
    gaps.push(...editsWithin(left, right, rest))
    at = { left: anchor.left + 1, right: anchor.right + 1 }
  }
  return gaps.filter((gap) => gap.left.first < gap.left.end || gap.right.first < gap.right.end)
}

type Anchor = { readonly left: number; readonly right: number }

/** Lines that stand exactly once in each text, as many as stand in the same order in both. */
function commonOnce(left: readonly Line[], right: readonly Line[]): Anchor[] {
  const [once, other] = [linesOnce(left), linesOnce(right)]
  const pairs = [...once].flatMap(([key, line]): Anchor[] => {
    const found = other.get(key)
    return found === undefined || key === '' ? [] : [{ left: line, right: found }]
  })
  return longestRising(pairs)
}

function linesOnce(lines: readonly Line[]): Map<string, number> {
  const found = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, { key }] of lines.entries()) {
    if (found.has(key)) repeated.add(key)
    else found.set(key, index)
  }
  for (const key of repeated) found.delete(key)
  return found
}

/** The longest run of pairs, in the order of the left text, that rises in the right one too. */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  const piles: { readonly pair: Anchor; readonly before: number }[][] = []
  for (const pair of pairs) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((piles[middle]?.at(-1)?.pair.right ?? 0) < pair.right) low = middle + 1
      else high = middle
    }
    const before = (piles[low - 1]?.length ?? 0) - 1
    const pile = piles[low]
    if (pile === undefined) piles.push([{ pair, before }])
    else pile.push({ pair, before })
  }
  const rising: Anchor[] = []
  let index = (piles.at(-1)?.length ?? 0) - 1
  for (const pile of piles.toReversed()) {
    const card = pile[index]
    if (card === undefined) break
    rising.unshift(card.pair)
    index = card.before
  }
  return rising
}

/** Without the lines that both begin or end with. */
function trimmed(left: readonly Line[], right: readonly Line[], gap: Gap): Gap {
  let { first: leftFirst, end: leftEnd } = gap.left
  let { first: rightFirst, end: rightEnd } = gap.right
  const isSame = (one: number, other: number) => left[one]?.key === right[other]?.key
  while (leftFirst < leftEnd && rightFirst < rightEnd && isSame(leftFirst, rightFirst)) {
    leftFirst += 1
    rightFirst += 1
  }
  while (leftFirst < leftEnd && rightFirst < rightEnd && isSame(leftEnd - 1, rightEnd - 1)) {
    leftEnd -= 1
    rightEnd -= 1
  }
  return { left: { first: leftFirst, end: leftEnd }, right: { first: rightFirst, end: rightEnd } }
}

function editsWithin(left: readonly Line[], right: readonly Line[], gap: Gap): Gap[] {
  const keysOf = (lines: readonly Line[], { first, end }: Range) => lines.slice(first, end).map(({ key }) => key)
  if (gap.left.first === gap.left.end || gap.right.first === gap.right.end) return [gap]
  const edits = diffArrays(keysOf(left, gap.left), keysOf(right, gap.right), { maxEditLength: mostLineEdits })
  if (edits === undefined) return [gap]
  const gaps: Gap[] = []
  let [one, other] = [gap.left.first, gap.right.first]
  for (const { added, removed, count } of edits) {
    if (removed) gaps.push({ left: { first: one, end: one + count }, right: { first: other, end: other } })
    if (added) gaps.push({ left: { first: one, end: one }, right: { first: other, end: other + count } })
    if (!added) one += count
    if (!removed) other += count
  }
  return gaps
}

/** What touches is one stretch: lines removed and the lines that came in their place. */
function closeUp(gaps: readonly Gap[]): Gap[] {
  const closed: Gap[] = []
  for (const gap of gaps) {
    const last = closed.at(-1)
    if (last !== undefined && last.left.end === gap.left.first && last.right.end === gap.right.first)
      closed[closed.length - 1] = {
        left: { first: last.left.first, end: gap.left.end },
        right: { first: last.right.first, end: gap.right.end },
      }
    else closed.push(gap)
  }
  return closed
}

/** A number, a word of letters, or one character. */
const token = /\d+(?:\.\d+)?|[A-Za-z]+|[^]/gu

/** Removed and added words between the words both have; null when they share too little to be worth it. */
function wordPieces(removed: string, added: string): readonly Piece[] | null {
  const edits = diffArrays(removed.match(token) ?? [], added.match(token) ?? [], { maxEditLength: mostWordEdits })
  if (edits === undefined) return null
  const pieces = edits.map((edit): Piece => ({
    kind: edit.added ? 'added' : edit.removed ? 'removed' : 'same',
    text: edit.value.join(''),
  }))
  const shared = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0)
  return shared * 4 < Math.min(removed.length, added.length) ? wholePieces(removed, added) : tidy(pieces)
}

/** A character or two that happen to be the same between two changes belong to the change. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const tidied: Piece[] = []
  let [removed, added] = ['', '']
  const close = () => {
    if (removed !== '') tidied.push({ kind: 'removed', text: removed })
    if (added !== '') tidied.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if ((removed !== '' || added !== '') && isChance(text) && index < pieces.length - 1) {
      removed += text
      added += text
    } else {
      close()
      tidied.push({ kind, text })
    }
  }
  close()
  return tidied
}

function isChance(text: string): boolean {
  return text.length <= 1 && !/[\n\s，。；：、（）]/u.test(text)
}

function wholePieces(removed: string, added: string): readonly Piece[] {
  const pieces: readonly Piece[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
  return pieces.filter(({ text }) => text !== '')
}
