import { centipoints } from '../../primitives/centipoints.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import { honourWords, rungsFrom } from './phrases/circumstance-phrases.ts'
import type { Question } from './questions.ts'

/** SPEC §4.3: rungs 1 2 3 5 where the regulation names none; criticism the same below zero. */
const defaultRungs: Readonly<Record<string, number>> = { 区: 100, 市: 200, 省: 300, 国家: 500 }

export type LadderPart = {
  readonly rules: readonly RuleFields[]
  readonly origin: 'default' | 'text'
  readonly question: Question | null
}

/**
 * 获区级以上表彰加分,受到党纪、政纪处分或区级通报批评减分: honours and criticism without amounts get the default
 * ladder, marked as such; sanctions have no default and are asked for.
 */
export function defaultLadder(deed: string, effect: 'add' | 'deduct'): LadderPart[] {
  return deed
    .split(/或者?(?=[^（）]*(?:（[^）]*）[^（）]*)*$)/u)
    .filter((part) => part !== '')
    .map((part) => (honourWords.test(part) && !/处分/.test(part) ? rungsOf(part, effect) : sanctionOf(part, effect)))
}

function rungsOf(deed: string, effect: 'add' | 'deduct'): LadderPart {
  return {
    rules: rungsFrom(deed).map((level) => ({
      effect,
      points: centipoints(defaultRungs[level] ?? 0),
      level,
      condition: deed,
    })),
    origin: 'default',
    question: null,
  }
}

function sanctionOf(deed: string, effect: 'add' | 'deduct'): LadderPart {
  const word = effect === 'add' ? '加' : '减'
  return {
    rules: [{ effect, points: null, condition: deed }],
    origin: 'text',
    question: {
      code: 'number-lost',
      severity: 'warning',
      message: `“${deed}”${word}多少分，原文没有写，也没有通行的建议值；请填写，填写以前不能登记。`,
      readings: [],
    },
  }
}
