import type { Rule } from '../scheme/scheme.ts'

export const levels = ['区', '市', '省', '国家'] as const
export type Level = (typeof levels)[number]

/** 本系统建议值，非办法原文: points of a commendation by level; a criticism costs the same (SPEC §4.3). */
export const defaultLadder: Readonly<Record<Level, number>> = { 区: 1, 市: 2, 省: 3, 国家: 5 }

const levelWords: Readonly<Record<string, Level>> = {
  区: '区',
  县: '区',
  区县: '区',
  县区: '区',
  '区(县)': '区',
  '县(区)': '区',
  市: '市',
  省: '省',
  国家: '国家',
  国: '国家',
  全国: '国家',
  中央: '国家',
}

/** 市级, 市 and 全市 are the level 市; 县 reads as 区. Null for anything that is no level. */
export function readLevel(text: string): Level | null {
  const word = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/级?(?:及?以上)?$/, '')
  if (Object.hasOwn(levelWords, word)) return levelWords[word] ?? null
  const bare = word.replace(/^全/, '')
  return Object.hasOwn(levelWords, bare) ? (levelWords[bare] ?? null) : null
}

/** The words that say what a rule is about: its deed, its sentence and its clause. */
function ruleWords(rule: Rule): string {
  return [rule.condition, rule.sentence, rule.source?.quote].filter((words) => words !== undefined).join(' ')
}

/** 党纪政纪处分 has no default amount (SPEC §4.3); a rule that also speaks of 通报批评 can be read by the ladder. */
export function isSanction(rule: Rule): boolean {
  const words = rule.condition ?? ruleWords(rule)
  return words.includes('处分') && !words.includes('批评')
}

/** Whether the amount of a reward comes from the level of its entry: the rule itself names neither. */
export function takesLevelFromEntry(rule: Rule): boolean {
  return (
    (rule.effect === 'add' || rule.effect === 'deduct') &&
    rule.points === null &&
    rule.level === undefined &&
    !isSanction(rule)
  )
}
