import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import { mayCarry } from '../../scheme/effects/index.ts'
import { canonicalUnit } from '../../scheme/units.ts'
import { ask, explain, quoteOf, type PlacedRule, type Reader } from './clause-reader.ts'
import type { EffectReading } from './phrases/effects/effect-reading.ts'
import type { Limit } from './phrases/qualifiers/limit-phrases.ts'
import type { Question } from './questions.ts'
import type { Stretch } from './split-sentences.ts'

/**
 * A limit belongs to the last rule of its sentence, or to each rung of a ladder there (县级加1分，市级加2分，最高不超过5分);
 * standing alone after several rules it is asked about.
 */
export function limitRules(reader: Reader, given: Limit, words: Stretch, firstRule: number): void {
  const { itemPoints } = reader.context
  const limit = 'shareOfItem' in given ? { cap: shareOf(itemPoints, given.shareOfItem) } : given
  if ('shareOfItem' in given && 'cap' in limit && limit.cap === null) {
    ask(reader, shareUnknown(quoteOf(reader, words)), words)
    return
  }
  if ('floor' in limit && (limit.cap === null || itemPoints === null || limit.cap >= itemPoints)) {
    explain(reader, words, 'floor-wording')
    return
  }
  explain(reader, words, 'cap-wording')
  const field = 'cap' in limit ? 'cap' : 'uncapped'
  if ('cap' in limit && boundsJudged(reader, limit, words, firstRule)) return
  const mayLimit = (rule: PlacedRule): boolean => mayCarry(rule.fields.effect, field)
  const inSentence = reader.rules.slice(firstRule).filter(mayLimit)
  const isLadder = inSentence.length > 1 && inSentence.every(({ fields }) => fields.level !== undefined)
  const isJoint = !isLadder && limitsSeveral(quoteOf(reader, words), inSentence)
  const candidates = isJoint
    ? inSentence
    : inSentence.length > 0
      ? inSentence.slice(-1)
      : lastTwo(reader.rules, mayLimit)
  const last = candidates.at(-1)
  if (last === undefined || candidates.length > 1)
    ask(
      reader,
      {
        code: 'ambiguous-reading',
        severity: 'warning',
        message: `“${quoteOf(reader, words)}”管着哪几条计分条款、各自还是合计，不清楚，请在相应条款上填写封顶。`,
        readings: [],
      },
      words,
    )
  if (last !== undefined && candidates.length === 1) {
    const limited = 'cap' in limit ? (limit.cap === null ? {} : { cap: limit.cap }) : { uncapped: true }
    // 每家分别加3分、2分、1分，最高加3分: what one phrase made is limited together.
    const limitedRules = isLadder ? inSentence : inSentence.filter((rule) => rule.words === last.words)
    for (const rule of limitedRules.length > 0 ? limitedRules : candidates)
      rule.fields = { ...rule.fields, ...limited }
    if (inSentence.length > 0) last.words = { start: last.words.start, end: words.end }
  }
}

/** 每条加0.5分，每篇加2分，两项合计最多加8分: one limit over several deeds, for which a rule has no field. */
function limitsSeveral(limit: string, rules: readonly PlacedRule[]): boolean {
  const last = rules.at(-1)
  if (last === undefined || !/合计|总计|共计|[两各]项|以上|[本该此]项/u.test(limit)) return false
  return rules.some(({ fields, words }) => words !== last.words && fields.effect === last.fields.effect)
}

function shareUnknown(quote: string): Question {
  const message = `“${quote}”要按项目的分值折算，这里没有写明项目多少分，请在相应条款上填写封顶。`
  return { code: 'ambiguous-reading', severity: 'warning', message, readings: [] }
}

/** 不超过本项基本分的20%; null where the item's points are not stated or the share is no whole number of hundredths. */
function shareOf(itemPoints: Centipoints | null, share: number): Centipoints | null {
  const points = itemPoints === null ? null : (itemPoints * share) / 10_000
  return points === null || !Number.isInteger(points) ? null : centipoints(points)
}

/** 不符合要求的，每项最高扣15分: a deed with a limit alone is for the leading group to decide within it. */
export function judgedUpTo(
  reader: Reader,
  limit: Limit,
  before: Stretch,
  firstRule: number,
): EffectReading | null {
  if (!('verb' in limit) || limit.cap === null || reader.rules.length > firstRule) return null
  const words = reader.folded.text.slice(before.start, before.end)
  if (!/[^,]{3}的,?$/u.test(words) || /以上|各项|上述|加分|扣分|合计|累计|单项|同[一类]/u.test(words)) return null
  return {
    fields: {
      effect: 'discretionary',
      max: limit.cap,
      ...(limit.verb === 'add' ? { direction: 'add' } : {}),
      ...(limit.unit === undefined ? {} : { unit: canonicalUnit(limit.unit) }),
    },
  }
}

/** 酌情扣分，每项最高扣10分: the most that may be decided, not a limit on several decisions. */
function boundsJudged(
  reader: Reader,
  { cap, unit }: Extract<Limit, { cap: unknown }>,
  words: Stretch,
  firstRule: number,
): boolean {
  const judged = reader.rules.at(-1)
  if (cap === null || judged === undefined || reader.rules.length <= firstRule) return false
  if (judged.fields.effect !== 'discretionary' || judged.fields.max !== undefined) return false
  const each = unit === undefined ? {} : { unit: canonicalUnit(unit) }
  judged.fields = { ...judged.fields, max: cap, ...each }
  judged.words = { start: judged.words.start, end: words.end }
  return true
}

/** Two are enough to know that there are several; a search through all rules at every limit would be quadratic. */
function lastTwo(rules: readonly PlacedRule[], isWanted: (rule: PlacedRule) => boolean): PlacedRule[] {
  const found: PlacedRule[] = []
  for (let i = rules.length - 1; i >= 0 && found.length < 2; i--) {
    const rule = rules[i]
    if (rule !== undefined && isWanted(rule)) found.push(rule)
  }
  return found
}
