import type { RuleFields } from '../../scheme/effects/index.ts'
import type { Reader } from './clause-reader.ts'
import type { EffectReading } from './phrases/effects/effect-reading.ts'
import { earnsPerUnit, type ClauseWords } from './relative-amounts.ts'

const praise =
  /(?:采用|采纳|刊登|刊发|刊载|发表|表彰|表扬|获奖|荣获|荣誉|先进|推广|转发|批示)(?!情况|工作|方面|类)/u

/** 信息被县级采用每篇0.5分: what is praised adds, though no verb says so. */
function isPraised(title: string, { before, after }: ClauseWords): boolean {
  return praise.test(`${title}：${before}`) && !/^(?:的标准)?(?:予以|给予)?[扣减加]/u.test(after)
}

/** The effect of a clause; null when it has no verb and nothing before it or above it lends one. */
export function kindOf(reader: Reader, effect: EffectReading, around: ClauseWords): RuleFields['effect'] | null {
  if (effect.continues !== true)
    return isTold(reader, effect, around) ? null : earnsPerUnit(effect, around) ? 'add' : effect.fields.effect
  const previous = reader.rules.at(-1)?.fields.effect
  if (effect.fields.effect === 'money') return previous === 'money' ? 'money' : null
  if (previous === undefined || reader.rules.length === reader.rulesBefore)
    return isPraised(reader.context.itemTitle, around)
      ? reader.verb === 'deduct'
        ? null
        : 'add'
      : (reader.verb ?? null)
  return previous === 'deduct' || previous === 'add' || previous === 'award' ? previous : null
}

/** 语文得90分: outside every item a score that no condition earns is told, not given; it is asked about. */
function isTold({ context }: Reader, effect: EffectReading, { before: words }: ClauseWords): boolean {
  const before = words
    .split(/[,;]/u)
    .slice(words.endsWith(',') ? -2 : -1)
    .join(',')
  if (context.place !== 'outside' || effect.fields.effect !== 'award') return false
  return !/^$|「|的,?$|达|完成|以[上下内]|合格|优|良|[每按未不无有能经获第%好差高低]/u.test(before)
}
