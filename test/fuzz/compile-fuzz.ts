import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { readRegulationFile } from '../../src/documents/regulation-text.ts'
import { compileRegulation } from '../../src/domain/compiler/compile-regulation.ts'
import type { Span } from '../../src/domain/regulation/citation.ts'
import { placedRules, schemeSchema, schemeToFile } from '../../src/domain/scheme/scheme.ts'
import { readMarkedRegulation } from '../regulations/marked-regulation.ts'
import { findingBeyondSentence } from './one-sentence.ts'

/**
 * Damaged regulations, more than anybody could write: real ones and samples cut, doubled, mixed, re-punctuated and
 * sprinkled with odd characters and bytes. `npx tsx test/fuzz/compile-fuzz.ts [rounds] [seed]`; the same seed gives the
 * same texts.
 */

/** Whole numbers below `limit`, the same for the same seed (mulberry32). */
type Chance = (limit: number) => number

function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit)
  }
}

const shards = [
  '扣',
  '扣分',
  '扣2分',
  '每次扣1分',
  '加分',
  '加3分',
  '得满分',
  '不得分',
  '一票否决',
  '取消评优资格',
  '罚款50元',
  '视情节扣1-5分',
  '按比例得分',
  '（',
  '）',
  '((((',
  '」',
  '「',
  '：',
  '；',
  '。',
  '、',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\ufeff',
  '\ud83d',
  '\udc00',
  '😀',
  '𠮷',
  '2023',
  '１０',
  '十',
  '〇',
  '一、',
  '（一）',
  '1、',
  '①',
  '第一条',
  '分值\n',
  '\u2028',
  '\u200b',
  '満',
  '-',
  '——',
  '%',
  '每',
  '第',
  '以上',
  '下列情形之一的，扣5分：',
  '(10分)',
  '总分100分',
  '\ue000',
  '\uf8ff',
  '㈠',
  '½',
  '٣',
]

type Mutation = (text: string, chance: Chance, other: string) => string

const mutations: readonly Mutation[] = [
  (text, chance) => cut(text, chance, 60, () => ''),
  (text, chance) => cut(text, chance, 400, () => ''),
  (text, chance) => cut(text, chance, 80, (piece) => piece + piece),
  (text, chance) => cut(text, chance, 1, () => shards[chance(shards.length)] ?? ''),
  (text, chance) => cut(text, chance, 0, () => shards[chance(shards.length)] ?? ''),
  (text, chance) => cut(text, chance, 0, () => String.fromCharCode(chance(0x10000))),
  (text, chance) => cut(text, chance, 200, (piece) => piece.split('').toReversed().join('')),
  (text, chance) => cut(text, chance, 300, (piece) => piece.replaceAll('\n', '')),
  (text, chance) => cut(text, chance, 300, (piece) => piece.replaceAll(/[，。；：]/g, '')),
  (text, chance) => cut(text, chance, 300, (piece) => piece.replaceAll('（', '').replaceAll('(', '')),
  (text, chance) =>
    cut(text, chance, 300, (piece) =>
      piece.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  (text, chance) => cut(text, chance, 300, (piece) => piece.replaceAll(/\d+/g, () => String(chance(3000)))),
  (text, chance) => cut(text, chance, 300, (piece) => piece.split('').join(' ')),
  (text, chance, other) => cut(text, chance, 0, () => other.slice(chance(other.length), chance(other.length))),
  (text, chance) => text.slice(chance(text.length)),
  (text, chance) => text.slice(0, chance(text.length)),
]

/** Replaces a random piece of at most `longest` units. */
function cut(text: string, chance: Chance, longest: number, replace: (piece: string) => string): string {
  const start = chance(text.length + 1)
  const end = Math.min(text.length, start + chance(longest + 1))
  return text.slice(0, start) + replace(text.slice(start, end)) + text.slice(end)
}

export type FuzzFailure = { readonly round: number; readonly fault: string; readonly text: string }

/** The texts that are mutated: every real excerpt, the sample town and the marked regulations. */
export function originalTexts(): string[] {
  const folder = (path: string): URL => new URL(path, import.meta.url)
  const namesIn = (path: string): URL[] =>
    readdirSync(folder(path))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => new URL(name, folder(path)))
  const read = (path: URL): string => readFileSync(path, 'utf8')
  return [
    ...namesIn('../../../shared/regulations/').map(read),
    ...namesIn('../../schemes/sample/').map(read),
    ...namesIn('../regulations/').map((path) => readMarkedRegulation(read(path)).text),
  ]
}

/** Compiles so many damaged texts and answers the ones that broke a promise of the compiler. */
export async function fuzzCompiler(rounds: number, seed: number): Promise<FuzzFailure[]> {
  const originals = originalTexts()
  const failures: FuzzFailure[] = []
  for (let round = 0; round < rounds; round++) {
    const chance = chanceOf(seed * 1_000_003 + round)
    const text = damaged(originals, chance)
    const fault = faultOf(text) ?? (round % 8 === 0 ? await faultOfBytes(text, chance) : null)
    if (fault !== null) failures.push({ round, fault, text })
  }
  return failures
}

function damaged(originals: readonly string[], chance: Chance): string {
  const other = originals[chance(originals.length)] ?? ''
  let text = originals[chance(originals.length)] ?? ''
  // Most texts stay short, so that many can be tried.
  if (chance(4) > 0) {
    const start = chance(text.length)
    text = text.slice(start, start + 200 + chance(1200))
  }
  for (let count = 1 + chance(6); count > 0; count--) {
    const mutate = mutations[chance(mutations.length)]
    if (mutate !== undefined) text = mutate(text, chance, other)
  }
  return text
}

/** What is wrong with the reading of a text, or null. */
export function faultOf(text: string): string | null {
  try {
    const { scheme, diagnostics, coverage } = compileRegulation(text)
    const rules = [...placedRules(scheme)]
    const cited = [
      ...rules.map(({ rule }) => rule.source),
      ...scheme.categories.map(({ source }) => source),
      ...scheme.categories.flatMap(({ sheets }) =>
        sheets.flatMap(({ items }) => items.map(({ source }) => source)),
      ),
    ].flatMap((source) => (source === null || source === undefined ? [] : [source]))
    for (const { start, end, quote } of [
      ...cited,
      ...diagnostics.map(({ span, quote }) => ({ ...span, quote })),
      ...coverage.unexplained,
      ...coverage.explained.map(({ span, quote }) => ({ ...span, quote })),
    ])
      if (start < 0 || end < start || end > text.length || text.slice(start, end) !== quote)
        return `引文与位置不符：${String(start)}-${String(end)} ${quote}`
    const ids = rules.map(({ rule }) => rule.id)
    if (new Set(ids).size !== ids.length) return '编号重复'
    if (!schemeSchema.safeParse(schemeToFile(scheme)).success) return '方案文件读不回来'
    const { tokens, underRule, underDiagnostic, explained, unexplained } = coverage
    if (tokens !== underRule + underDiagnostic + explained.length + unexplained.length) return '计分词语数目不合'
    const beyond = findingBeyondSentence(text, diagnostics)
    if (beyond !== null) return `问题跨了不止一句：${beyond.code} ${beyond.quote}`
    const unreadable = diagnostics.filter(({ code }) => code === 'unreadable-clause').map(({ span }) => span)
    const alone = unexplained.find((words) => !unreadable.some((span) => covers(span, words)))
    return alone === undefined ? null : `没有着落的计分词语：${alone.quote}`
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : '抛出的不是错误'
  }
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The same text as bytes, some of them damaged: read or refused, never thrown. */
async function faultOfBytes(text: string, chance: Chance): Promise<string | null> {
  const bytes = new TextEncoder().encode(text)
  for (let count = chance(8); count > 0; count--) bytes[chance(bytes.length)] = chance(256)
  const name = ['a.txt', 'a.docx', 'a.html', 'a.md'][chance(4)] ?? 'a.txt'
  try {
    const answer = await readRegulationFile(bytes, name)
    return answer.ok ? faultOf(answer.value.text) : null
  } catch (error) {
    return error instanceof Error ? `读文件：${error.stack ?? error.message}` : '抛出的不是错误'
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rounds = Number(process.argv[2] ?? 20_000)
  const failures = await fuzzCompiler(rounds, Number(process.argv[3] ?? 1))
  for (const { round, fault, text } of failures.slice(0, 10))
    process.stdout.write(`第${String(round)}份：${fault}\n${JSON.stringify(text.slice(0, 600))}\n\n`)
  process.stdout.write(`${String(rounds)}份损坏的文本，${String(failures.length)}份不合要求\n`)
  process.exitCode = failures.length === 0 ? 0 : 1
}
