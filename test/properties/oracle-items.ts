import {
  decimal,
  fraction,
  larger,
  minus,
  nothing,
  over,
  plus,
  smaller,
  times,
  toHundredth,
  total,
  wholePart,
} from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { chargesOf, isWithin, ladderKey, largestOfEach, onDay, withinCap } from './oracle-charges.ts'
import type { Charge, FileItem, FileRule, WindowKind } from './oracle-charges.ts'
import { countDays, windowsOfYear } from './oracle-days.ts'
import type { Stretch } from './oracle-days.ts'
import type { Town, TownEntry } from './town.ts'

/** Where an item stands for one person: the days the person was under it, and the entries everyone has. */
export type Standpoint = {
  readonly town: Town
  readonly kind: WindowKind
  readonly earned: boolean
  /** Days under this sheet, and days on the roster at all. */
  readonly markedDays: readonly boolean[]
  readonly rosterDays: readonly boolean[]
  readonly mine: readonly TownEntry[]
  readonly everyones: readonly TownEntry[]
}

/** SPEC §4.1–2: the published score of one item, or null while a part of it is not assessed. */
export function itemScore(item: FileItem, at: Standpoint): Fraction | null {
  const windows = windowsOfYear(at.town.year, at.kind)
  const charges = keptCharges(item, at)
  if (at.kind === 'year') return windowScore(item, at, windows[0] ?? { first: '', last: '' }, charges)
  const counted = windows
    .map((window) => ({ window, days: countDays(at.town, at.markedDays, window) }))
    .filter(({ window, days }) => days > 0 && window.last <= at.town.asOf)
  if (counted.length === 0) return null
  let weighted = nothing
  let days = 0
  for (const part of counted) {
    const score = windowScore(item, at, part.window, charges)
    if (score === null) return null
    weighted = plus(weighted, times(score, fraction(BigInt(part.days))))
    days += part.days
  }
  return toHundredth(over(weighted, fraction(BigInt(days))))
}

function keptCharges(item: FileItem, at: Standpoint): Charge[] {
  const rules = (item.rules ?? []).filter(
    (rule) =>
      ['deduct', 'add', 'discretionary'].includes(rule.effect) &&
      rule.shortfall === undefined &&
      !givesValue(rule),
  )
  return largestOfEach(chargesOf(at.town, rules, at.mine, at.kind), ladderKey(rules))
}

/** Whether the rule says what the item is worth: 得8分, 按比例得分, 视情记8-10分. */
const givesValue = (rule: FileRule): boolean =>
  rule.effect === 'award' || rule.effect === 'proportional' || rule.direction === 'award'

const unlimited = fraction(1_000_000n)

function windowScore(
  item: FileItem,
  at: Standpoint,
  window: Stretch,
  charges: readonly Charge[],
): Fraction | null {
  const rules = item.rules ?? []
  const isWithoutFull = item.points === null || item.points === undefined
  if (rules.every(({ effect }) => ['money', 'zero', 'veto'].includes(effect)) && isWithoutFull) return nothing
  // Where the full points are lost, nothing caps an item that does not start from them (记工分, an award).
  const full = isWithoutFull ? unlimited : decimal(item.points ?? 0)
  const here = at.mine.filter((entry) => isWithin(entry.occurredOn, window))
  const ruleOf = (entry: TownEntry): FileRule | undefined => rules.find((rule) => rule.id === entry.ruleId)
  if (here.some((entry) => ruleOf(entry)?.effect === 'forfeit')) return nothing

  const base = baseOf(item, at, here, full)
  const shortfalls = rules
    .filter((rule) => rule.shortfall !== undefined)
    .map((rule) => shortfallOf(rule, at, window))
  const inWindow = charges.filter(({ entry }) => isWithin(entry.occurredOn, window))
  if (base === null || shortfalls.includes(null) || inWindow.some(({ amount }) => amount === null)) return null

  let sum = minus(base, total(shortfalls.map((points) => points ?? nothing)))
  let ceiling = full
  for (const rule of rules) {
    const own = inWindow.filter((charge) => charge.rule.id === rule.id)
    for (const [place, capped] of withinCap(own).entries()) {
      sum = rule.effect === 'add' || rule.direction === 'add' ? plus(sum, capped) : minus(sum, capped)
      if (rule.effect === 'add' && own[place]?.rule.uncapped === true) ceiling = plus(ceiling, capped)
    }
  }
  return larger(nothing, smaller(sum, ceiling))
}

/** Full points, 0 in an earned category, or the value the latest award or proportional entry sets (null before one). */
function baseOf(item: FileItem, at: Standpoint, here: readonly TownEntry[], full: Fraction): Fraction | null {
  const setters = (item.rules ?? []).filter(givesValue)
  if (setters.length === 0) return at.earned ? nothing : full === unlimited ? null : full
  const latest = here.findLast((entry) => setters.some((rule) => rule.id === entry.ruleId))
  const standing = setters.find((candidate) => candidate.id === latest?.ruleId)
  if (latest === undefined || standing === undefined) return null
  const rule = onDay(at.town, standing, latest.occurredOn)
  if (rule.effect === 'discretionary') return decimal(latest.discretion ?? 0)
  if (rule.effect === 'proportional' && full === unlimited) return null
  if (rule.effect === 'proportional')
    return toHundredth(times(full, over(decimal(latest.quantity), fraction(100n))))
  return rule.points === null || rule.points === undefined ? null : decimal(rule.points)
}

/** SPEC §4.1 Shortfall with a target; null when the register was not kept. */
function shortfallOf(standing: FileRule, at: Standpoint, window: Stretch): Fraction | null {
  const rule = onDay(at.town, standing, window.last)
  const { shortfall } = rule
  if (shortfall === undefined || window.last > at.town.asOf) return nothing
  const kept = at.everyones.some((entry) => entry.ruleId === rule.id && isWithin(entry.occurredOn, window))
  const settled = at.town.settledRegisters.find((register) => register.ruleId === rule.id)
  if (settled?.as === 'waived') return nothing
  if (!kept && settled === undefined) return null
  if (rule.points === null || rule.points === undefined) return null

  const step = decimal(shortfall.step)
  // D is days on the roster (SPEC §4.5), so a mover's target under an office is not cut to the days in that office.
  const share = over(
    fraction(BigInt(countDays(at.town, at.rosterDays, window))),
    fraction(
      BigInt(
        countDays(
          at.town,
          at.markedDays.map(() => true),
          window,
        ),
      ),
    ),
  )
  const target = times(step, fraction(wholePart(over(times(decimal(shortfall.target), share), step))))
  const achieved = total(
    at.mine
      .filter((entry) => entry.ruleId === rule.id && isWithin(entry.occurredOn, window))
      .map((entry) => decimal(entry.quantity)),
  )
  const steps = wholePart(over(larger(nothing, minus(target, achieved)), step))
  const points = times(fraction(steps), decimal(rule.points))
  return rule.cap === undefined ? points : smaller(points, decimal(rule.cap))
}
