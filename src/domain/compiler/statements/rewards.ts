import { centipoints } from '../../primitives/centipoints.ts'
import { ownWords } from '../../scheme/own-words.ts'
import { renderRule } from '../../scheme/render-rule.ts'
import type { Rule } from '../../scheme/scheme.ts'
import type { Stretch } from '../stated-points.ts'

/** A rule made from the default ladder, with the words of the text it stands on. */
export type LadderRule = { readonly rule: Omit<Rule, 'id' | 'source'>; readonly words: Stretch }

export type StatedRewards = {
  readonly rules: readonly LadderRule[]
  /** 党纪政纪处分: points have no default and are asked for. */
  readonly sanction: { readonly words: Stretch; readonly condition: string } | null
  readonly words: readonly Stretch[]
}

/** Default ladder, in points (SPEC §4.3): marked as the system's, not the text's. */
const ladder = [
  { level: '区', points: 1 },
  { level: '市', points: 2 },
  { level: '省', points: 3 },
  { level: '国家', points: 5 },
] as const

const reward = /(?:荣?获|受到?|得到)?[^,。;:\n]{0,16}(?:表彰|表扬|嘉奖)[^,。;:\n\d]{0,8}(?:加分|奖励分)(?!\d|制)/g
const criticism = /[^,。;:\n]{0,24}通报批评[^,。;:\n\d]{0,8}(?:减分|扣分)(?!\d|制)/g
const sanctionWords = /(?:受到?)?[^,。;:\n]{0,10}处分/

/**
 * 获区级以上表彰加分, 受到处分或通报批评减分, without amounts: one rule per rung of the default ladder. Where the text has a
 * blank for an amount (加 分), a figure is lost, and no default stands in for it.
 */
export function findUnpricedRewards(
  text: string,
  isLost: (words: Stretch) => boolean = () => false,
): StatedRewards {
  const rules: LadderRule[] = []
  const words: Stretch[] = []
  let sanction: StatedRewards['sanction'] = null
  for (const match of text.matchAll(reward)) {
    const stretch = { start: match.index, end: match.index + match[0].length }
    if (isLost(stretch)) continue
    words.push(stretch)
    rules.push(
      ...rungs(match[0], 'add', match[0].replace(/加分$|奖励分$/, '')).map((rule) => ({ rule, words: stretch })),
    )
  }
  for (const match of text.matchAll(criticism)) {
    const stretch = { start: match.index, end: match.index + match[0].length }
    if (isLost(stretch)) continue
    words.push(stretch)
    const sanctioned = sanctionWords.exec(match[0])
    const deed = match[0]
      .slice((sanctioned?.index ?? 0) + (sanctioned?.[0].length ?? 0))
      .replace(/^[或和及、]+/, '')
    if (sanctioned !== null) sanction = { words: stretch, condition: sanctioned[0] }
    const condition = deed.replace(/(?:减分|扣分)$/, '')
    rules.push(...rungs(deed, 'deduct', condition).map((rule) => ({ rule, words: stretch })))
  }
  return { rules, sanction, words }
}

function rungs(clause: string, effect: 'add' | 'deduct', condition: string): LadderRule['rule'][] {
  const lowest = ladder.findIndex(
    ({ level }) => clause.includes(level) || (level === '区' && clause.includes('县')),
  )
  return ladder.slice(Math.max(0, lowest)).map(({ level, points }) => {
    const fields = {
      effect,
      points: centipoints(points * 100),
      level,
      condition: ownWords(condition),
      origin: 'default' as const,
    }
    return { ...fields, sentence: renderRule(fields) }
  })
}

/** The rule of a sanction whose points the text does not give: null until the town answers. */
export function sanctionRule(condition: string): LadderRule['rule'] {
  const fields = { effect: 'deduct' as const, points: null, condition: ownWords(condition) }
  return { ...fields, sentence: renderRule(fields) }
}
