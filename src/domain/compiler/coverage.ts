import type { Span } from '../regulation/citation.ts'
import { spanOf } from './normalised-text.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Stretch } from './stated-points.ts'
import { silenceSentences, type SilenceReason } from './silence-reason.ts'
import { findingAt, type Reading } from './stored-text.ts'

/** A scoring word that scores nothing. */
export type ExplainedWord = {
  readonly span: Span
  readonly quote: string
  /** The words around it that the reason speaks of: 扣完为止 around 扣. */
  readonly phrase: string
  readonly reason: SilenceReason
  /** The reason as a plain Chinese sentence. */
  readonly sentence: string
}

/** What became of every scoring word of the text (SPEC §2: none may vanish in silence). */
export type Coverage = {
  /** Scoring words found. */
  readonly tokens: number
  readonly underRule: number
  readonly underDiagnostic: number
  /** Words that score nothing, each with its reason, in the order of the text. */
  readonly explained: readonly ExplainedWord[]
  /** Words the compiler could give no account of; each is reported as an unreadable clause as well. */
  readonly unexplained: readonly (Span & { readonly quote: string })[]
}

const numeral = '(?:\\d+(?:\\.\\d+)?|[零一二三四五六七八九十百两半]+)'
const part = '[^,;:。\\n]'

/**
 * Every way of scoring, looked for in the whole body and apart from the phrases: what the reader of clauses never
 * came to see, or took for another word, shows here.
 */
const scoringWord = new RegExp(
  [
    '扣',
    // 得10 at the end of a paragraph and 分 at the start of the next is a word of the first.
    `[加得计记减]${numeral}(?: *分|(?=\\s*分))`,
    `[加得计记]${numeral} *分? *(?:[-—~]|至|到) *${numeral}(?: *分|(?=\\s*分))`,
    `(?<![等评考获中效])奖励?${numeral}分`,
    '[加减]分',
    '[得计记给打][满全]分',
    '不[得计记给]分',
    '[以计]零分',
    `按${part}{0,8}(?:比例|完成率)${part}{0,4}[得计记]分`,
    '否决',
    `取消${part}{0,10}(?:资格|评优|评先)`,
    `罚(?:款)?${numeral}元`,
  ].join('|'),
  'g',
)

function scoringWordsOf(text: string): Stretch[] {
  return [...text.matchAll(scoringWord)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

export type Account = {
  readonly rules: readonly Span[]
  readonly diagnostics: readonly Span[]
  /** Of two reasons for one word the later holds. */
  readonly explained: readonly { readonly span: Span; readonly reason: SilenceReason }[]
}

/** Counts each scoring word once: under a rule, else under a finding, else explained, else unexplained and asked about. */
export function accountForWords(
  reading: Reading,
  account: Account,
): { readonly coverage: Coverage; readonly unreadable: readonly Diagnostic[] } {
  const words = scoringWordsOf(reading.body.text)
  const underRules = maskOf(reading.stored.length, account.rules)
  const underDiagnostics = maskOf(reading.stored.length, account.diagnostics)
  const reasons = indexOf(
    reading.stored.length,
    account.explained.map(({ span }) => span),
  )
  const counts = { underRule: 0, underDiagnostic: 0 }
  const explained: ExplainedWord[] = []
  const gaps: Stretch[] = []
  for (const word of words) {
    const span = spanOf(reading.body, word.start, word.end)
    const { start } = span
    const silence = account.explained[(reasons[start] ?? 0) - 1]
    if (underRules[start] === 1) counts.underRule += 1
    else if (underDiagnostics[start] === 1) counts.underDiagnostic += 1
    else if (silence !== undefined) explained.push(explainedWord(reading.stored, span, silence))
    else gaps.push(word)
  }
  const unexplained = gaps.map((word) => {
    const span = spanOf(reading.body, word.start, word.end)
    return { ...span, quote: reading.stored.slice(span.start, span.end) }
  })
  return {
    coverage: { tokens: words.length, ...counts, explained, unexplained },
    unreadable: unreadableAt(reading, gaps),
  }
}

function explainedWord(
  stored: string,
  span: Span,
  { span: around, reason }: Account['explained'][number],
): ExplainedWord {
  return {
    span,
    quote: stored.slice(span.start, span.end),
    phrase: stored.slice(around.start, around.end),
    reason,
    sentence: silenceSentences[reason],
  }
}

/** One finding for each sentence with words that nothing accounts for. */
function unreadableAt(reading: Reading, gaps: readonly Stretch[]): Diagnostic[] {
  const byStart = new Map<number, Stretch>()
  for (const gap of gaps) {
    const sentence = sentenceAround(reading.body.text, gap)
    if (!byStart.has(sentence.start)) byStart.set(sentence.start, sentence)
  }
  return [...byStart.values()].map((sentence) =>
    findingAt(reading, sentence, {
      severity: 'error',
      code: 'unreadable-clause',
      message: '这句话像是计分条款，但没能读懂，请改写或注明不计分。',
    }),
  )
}

/** One mark per stored character that a span covers. */
function maskOf(length: number, spans: readonly Span[]): Uint8Array {
  const mask = new Uint8Array(length + 1)
  for (const { start, end } of spans) mask.fill(1, start, Math.max(start, end))
  return mask
}

/** The number of the last span over each stored character, counted from 1; 0 where there is none. */
function indexOf(length: number, spans: readonly Span[]): Uint32Array {
  const index = new Uint32Array(length + 1)
  for (const [i, { start, end }] of spans.entries()) index.fill(i + 1, start, Math.max(start, end))
  return index
}

/** The sentence around a place, without the stop of the one before. */
function sentenceAround(text: string, place: Stretch): Stretch {
  const isStop = (character: string) => character === '。' || character === '\n' || character === ';'
  let start = place.start
  while (start > 0 && !isStop(text.charAt(start - 1))) start -= 1
  let end = place.end
  while (end < text.length && !isStop(text.charAt(end))) end += 1
  return { start, end: text.charAt(end) === '。' ? end + 1 : end }
}
