import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import { formatQuantity, oneUnit } from '../../primitives/quantity.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import type { EffectReading } from './phrases/effects/effect-reading.ts'
import { readNumeral } from './numerals.ts'
import { phrasePattern } from './phrases/phrase.ts'
import type { Lead } from './read-lead.ts'

/**
 * Amounts that stand in relation to another: 加倍扣分 and 减半扣分 to the clause before, with its step and as a question,
 * 扣除该项50%的分值 to the item's points. A share of points that are not stated, or not a whole number of hundredths, stays lost.
 */
export function resolveAmount(
  effect: EffectReading,
  previous: RuleFields | undefined,
  itemPoints: Centipoints | null,
): EffectReading {
  const { times } = effect
  if (times !== undefined) {
    const single = previous?.effect === 'deduct' ? previous.points : null
    const amount = single === null ? null : (single * times) / 100
    if (previous === undefined || amount === null || !Number.isInteger(amount))
      return { ...effect, doubt: { kind: 'doubled', points: null, times } }
    const { unit, per } = previous
    const points = centipoints(amount)
    const step = { ...(unit === undefined ? {} : { unit }), ...(per === undefined ? {} : { per }) }
    return { ...effect, fields: { ...effect.fields, points, ...step }, doubt: { kind: 'doubled', points, times } }
  }
  if (effect.shareOfItem === undefined) return effect
  const share = itemPoints === null ? null : (itemPoints * effect.shareOfItem) / 10_000
  if (share === null || !Number.isInteger(share)) return { ...effect, doubt: { kind: 'amount-lost' } }
  return { ...effect, fields: { ...effect.fields, points: centipoints(share) } }
}

/** What stands around an effect in its sentence. */
export type ClauseWords = { readonly before: string; readonly after: string }

/** What is sent in is published piece by piece: 被县级采用1条记0.5分. */
const publishedOne = phrasePattern('(?:采用|刊用|刊发|刊登|发表|转发|录用|采纳|报道|播出)(?:1|一){单位}$')
const oneUnitBefore = phrasePattern('(?<!第)(?:1|一){单位}$')

/**
 * 每报送一篇得2分, 刊发1篇计1分，最高10分: earned per unit, so it adds. 每月按时报送得2分, 引进1个得15分 set the
 * item's value.
 */
export function earnsPerUnit(effect: EffectReading, { before, after }: ClauseWords): boolean {
  if (effect.fields.effect !== 'award' || effect.full === true || effect.amounts !== undefined) return false
  if (/每(?![周月季年日天人])[^,;:每]{1,24}$/u.test(before)) return true
  if (publishedOne.test(before)) return true
  return oneUnitBefore.test(before) && /满分|最高|最多|封顶|不超过/u.test(after)
}

/** 发生1起扣1分，发生2起扣3分: rungs of one ladder, each charged once, not steps of one and of two. */
export function isLadderRung(own: Lead, previous: Lead | null): boolean {
  const step = own.step
  const before = previous?.step
  if (step === null || before === null || before === undefined || step.missing || before.missing) return false
  return (
    !step.repeats &&
    step.other === undefined &&
    step.unit === before.unit &&
    step.count > before.count &&
    before.count >= oneUnit &&
    (own.deeds[0]?.words ?? '') === ''
  )
}

const countOfDeed = phrasePattern('^(?:被?(?:发现|查实|查出|发生|出现|有))?(?<count>{数})(?<unit>{单位})')

/** 发现一个火点扣2分，发现两个火点扣5分: the second names its own count, so that the first is a rung as well. */
export function isCountedRung(own: Lead, previous: Lead | null): boolean {
  const before = previous?.step
  const counted = countOfDeed.exec(own.deeds[0]?.words ?? '')?.groups
  if (own.step !== null || before === null || before === undefined || before.deed === '' || counted === undefined)
    return false
  return before.unit === counted['unit'] && (readNumeral(counted['count'] ?? '') ?? 0) > before.count
}

const laterRung = phrasePattern('(?:发现|发生|出现|累计)?{数}(?<unit>{单位})(?:\\([^)]*\\))?(?:及)?以上')

/** 发现两次扣50元，发现三次以上扣200元: the rung that follows says that two is one as well. */
export function isBeforeRung({ step }: Lead, { after }: ClauseWords): boolean {
  if (step === null || step.repeats || step.missing || step.count <= oneUnit) return false
  return laterRung.exec(after)?.groups?.['unit'] === step.unit
}

/** A rung's own count belongs to its deed: 发生2起. */
export function countedDeed(deed: string, { step }: Lead): string {
  return step === null ? deed : `${deed}${formatQuantity(step.count)}${step.unit ?? ''}`
}
