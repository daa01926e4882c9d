import { readdirSync, readFileSync } from 'node:fs'
import { readMarkedRegulation } from '../regulations/marked-regulation.ts'
import type { Chance } from './chance.ts'

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

/** Short texts try most per second; long ones try what lies far apart. */
export type TextLength = 'short' | 'long'

/** A piece of a regulation, mutated several times over. */
export function damagedText(originals: readonly string[], chance: Chance, length: TextLength): string {
  const other = originals[chance(originals.length)] ?? ''
  let text = originals[chance(originals.length)] ?? ''
  // Some of the long texts stay whole.
  if (length === 'short' || chance(4) > 0) {
    const start = chance(text.length)
    text = text.slice(start, start + (length === 'short' ? 20 + chance(140) : 200 + chance(1200)))
  }
  for (let count = 1 + chance(6); count > 0; count--) {
    const mutate = mutations[chance(mutations.length)]
    if (mutate !== undefined) text = mutate(text, chance, length === 'short' ? other.slice(0, 400) : other)
  }
  return text
}
