import { formatPoints, type Centipoints } from '../../primitives/centipoints.ts'
import { formatQuantity, oneUnit, type Quantity } from '../../primitives/quantity.ts'
import { isKnownUnit } from '../units.ts'
import type { RuleFields } from './effect.ts'

/** Words of the regulation inside a sentence; the marks keep them apart from the words of the form. */
export function quoteWords(words: string): string {
  return `「${words.replaceAll('「', '“').replaceAll('」', '”')}」`
}

/** The unit as it reads in a sentence; one that we do not know stands in quotation marks. */
export function unitWord(unit: string): string {
  return isKnownUnit(unit) ? unit : quoteWords(unit)
}

/** 每次, 每1000字, 每少1期: the step an amount is charged by; empty when the clause names none. */
export function stepWords(rule: RuleFields): string {
  if (rule.shortfall !== undefined)
    return `每少${formatQuantity(rule.shortfall.step)}${unitWord(rule.shortfall.unit)}`
  const unit = rule.unit === undefined ? '' : unitWord(rule.unit)
  const count = rule.per ?? oneUnit
  if (rule.missing === true) return `每少${formatQuantity(count)}${unit}`
  if (count !== oneUnit) return `每${formatQuantity(count)}${unit}`
  return unit === '' ? '' : `每${unit}`
}

/** 2分; 若干分 when the amount is lost. */
export function pointsWords(points: Centipoints | null): string {
  return points === null ? '若干分' : `${formatPoints(points)}分`
}

/** 3次, 1.5天: a quantity with its unit, without trailing zeros. */
export function quantityWords(amount: Quantity, unit: string): string {
  return `${formatQuantity(amount)}${unitWord(unit)}`
}
