import type { RuleFields } from '../../scheme/effects/index.ts'
import { judged } from './phrases/effects/effect-reading.ts'
import { phrasePattern } from './phrases/phrase.ts'
import type { ClauseWords } from './relative-amounts.ts'

type Leftover = {
  readonly effects: readonly RuleFields['effect'][]
  readonly before?: RegExp
  readonly after?: RegExp
}

const ofAmounts = ['deduct', 'add', 'award', 'money'] as const

/** Words that change an effect they touch: 视情节, 最多 before it, 以内, 的一半 behind it. */
const leftovers: readonly Leftover[] = [
  { effects: [...ofAmounts, 'forfeit'], before: phrasePattern(`${judged}$`) },
  { effects: ofAmounts, before: /(?:加倍|双倍|翻倍|减半|最(?:多|高)?|至多|(?<!不)超过|不超过)(?:可)?$/u },
  { effects: ['discretionary'], before: /(?:分别|依次)(?:给予|予以)?$/u },
  { effects: ['forfeit'], before: /(?:考核|考评|总分|成绩|得分)(?:一律|均|直接)?$/u },
  { effects: ['veto'], before: /(?:该|此|本)(?:大|小|单)?项(?:目|工作|考核)?$/u },
  { effects: [...ofAmounts, 'forfeit'], after: phrasePattern('^(?:分值|分数)?的?(?:{数}%|一半)') },
  { effects: ofAmounts, after: phrasePattern('^(?:以内|以下|以上|及以上|(?:-|至|到){数}(?:分(?!扣完)|元))') },
]

/** The words beside an effect that speak of its amount and that no phrase has read, or null. */
export function leftoverBeside(effect: RuleFields['effect'], { before, after }: ClauseWords): string | null {
  for (const leftover of leftovers.filter(({ effects }) => effects.includes(effect))) {
    const words = leftover.before?.exec(before)?.[0] ?? leftover.after?.exec(after)?.[0]
    if (words !== undefined && words !== '') return words
  }
  return null
}
