import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import type { Span } from '../../../../domain/regulation/citation.ts'
import { placedRules, type Scheme, type SchemePart } from '../../../../domain/scheme/scheme.ts'

/** What can be chosen: a part of the scheme, a finding, a word that scores nothing, or a stretch of text (12-30). */
export type FocusKind =
  | 'scheme'
  | 'category'
  | 'sheet'
  | 'item'
  | 'rule'
  | 'example'
  | 'diagnostic'
  | 'silent'
  | 'span'
export type Focus = { readonly kind: FocusKind; readonly id: string }

/** What holds for the scheme as a whole. */
export const wholeScheme: Focus = { kind: 'scheme', id: 'scheme' }

/** A stretch of the regulation under which something was read or found. */
export type TextMark = Span & {
  readonly focus: Focus
  readonly tone: 'part' | 'rule' | 'error' | 'warning' | 'info' | 'settled' | 'silent'
}

export function isSameFocus(left: Focus | null, right: Focus | null): boolean {
  return left !== null && right !== null && left.kind === right.kind && left.id === right.id
}

/** Stays the same while the draft changes around it: the stored text never does. */
export function diagnosticId(diagnostic: Diagnostic): string {
  const { code, span, about } = diagnostic
  const part = about === undefined ? '' : `:${about.kind}:${about.id ?? ''}`
  return `${code}:${String(span.start)}:${String(span.end)}${part}`
}

/** A word that scores nothing, by its place. */
export function silentId({ start, end }: Span): string {
  return `${String(start)}-${String(end)}`
}

/** The part of the scheme that a finding speaks of, where it says so. */
export function partOfFinding({ about }: Diagnostic): Focus | null {
  if (about === undefined) return null
  return about.id === null ? wholeScheme : { kind: about.kind, id: about.id }
}

/** All marks by place; where one begins with another the longer comes first, so that the innermost is the last. */
export function marksOf(
  scheme: Scheme,
  diagnostics: readonly Diagnostic[],
  silent: readonly Span[],
): readonly TextMark[] {
  const marks: TextMark[] = []
  const mark = (kind: FocusKind, id: string, tone: TextMark['tone'], span: Span | null | undefined) => {
    if (span !== null && span !== undefined && span.end > span.start)
      marks.push({ start: span.start, end: span.end, focus: { kind, id }, tone })
  }
  for (const category of scheme.categories) {
    mark('category', category.id, 'part', category.source)
    for (const sheet of category.sheets) {
      mark('sheet', sheet.id, 'part', sheet.source)
      for (const item of sheet.items) mark('item', item.id, 'part', item.source)
    }
  }
  for (const [matter, source] of wholeSources(scheme)) mark('scheme', matter, 'part', source)
  for (const { rule } of placedRules(scheme)) mark('rule', rule.id, 'rule', rule.source)
  for (const finding of diagnostics)
    mark(
      'diagnostic',
      diagnosticId(finding),
      finding.settled === undefined ? finding.severity : 'settled',
      finding.span,
    )
  for (const word of silent) mark('silent', silentId(word), 'silent', word)
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** What the text says about the whole scheme, by the matter of 方案总则 it is. */
function wholeSources(scheme: Scheme): readonly (readonly [SchemePart, Span | null])[] {
  const { pay, rewardCap, cadence, appraisees = [], grades = [], deadlines = [], rollUps } = scheme
  return [
    ['pay', pay?.source ?? null],
    ['rewardCap', rewardCap?.source ?? null],
    ...rollUps.map(({ source }) => ['rollUps', source] as const),
    ...cadence.map(({ source }) => ['cadence', source] as const),
    ...appraisees.map(({ source }) => ['appraisees', source] as const),
    ...grades.map(({ source }) => ['grades', source] as const),
    ...deadlines.map(({ source }) => ['deadlines', source] as const),
  ]
}

/** A stretch of text under the same marks, outermost first. */
export type Segment = Span & { readonly marks: readonly TextMark[] }

/** Cuts a stretch of text where marks, or places that are lit, begin or end. */
export function segmentsOf(span: Span, marks: readonly TextMark[], lit: readonly Span[] = []): readonly Segment[] {
  const isInside = (place: Span) => place.start < span.end && place.end > span.start
  const inside = marks.filter(isInside)
  const cuts = new Set([span.start, span.end])
  for (const place of [...inside, ...lit.filter(isInside)]) {
    cuts.add(Math.max(place.start, span.start))
    cuts.add(Math.min(place.end, span.end))
  }
  const places = [...cuts].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? span.end
    return { start, end, marks: inside.filter((mark) => mark.start <= start && mark.end >= end) }
  })
}

/** A run of paragraphs that is laid out as one: only those near the screen cost anything. */
export type TextChunk = Span & { readonly paragraphs: readonly Span[] }

const chunkLength = 2_000
const longestParagraph = 6_000

/** Paragraphs are lines; a line without end is cut so that no single paragraph is larger than a few screens. */
export function chunksOf(text: string): readonly TextChunk[] {
  const chunks: TextChunk[] = []
  let paragraphs: Span[] = []
  const close = () => {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)]
    if (first !== undefined && last !== undefined) chunks.push({ start: first.start, end: last.end, paragraphs })
    paragraphs = []
  }
  let start = 0
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start)
    const end = Math.min(lineEnd === -1 ? text.length : lineEnd + 1, start + longestParagraph)
    paragraphs.push({ start, end })
    if (end - (paragraphs[0]?.start ?? start) >= chunkLength) close()
    start = end
  }
  close()
  return chunks
}

/** Marks by the chunk they touch, so that each chunk looks only at its own. */
export function marksByChunk(
  chunks: readonly TextChunk[],
  marks: readonly TextMark[],
): readonly (readonly TextMark[])[] {
  const byChunk: TextMark[][] = chunks.map(() => [])
  let first = 0
  for (const mark of marks) {
    while (first < chunks.length && (chunks[first]?.end ?? 0) <= mark.start) first += 1
    for (let at = first; at < chunks.length && (chunks[at]?.start ?? 0) < mark.end; at += 1)
      byChunk[at]?.push(mark)
  }
  return byChunk
}

/** What a click on text under these marks means: an open finding first, then a rule, then the part of the scheme. */
export function innermostMark(marks: readonly TextMark[]): TextMark | null {
  const order: readonly (readonly TextMark['tone'][])[] = [
    ['error', 'warning'],
    ['rule'],
    ['info', 'settled'],
    ['silent'],
    ['part'],
  ]
  for (const tones of order) {
    const found = marks.findLast((mark) => tones.includes(mark.tone))
    if (found !== undefined) return found
  }
  return null
}
