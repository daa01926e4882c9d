import { addPoints, centipoints, subtractPoints, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Category, Item, Rule } from '../scheme/scheme.ts'
import { uncharge, type Charge } from './charge.ts'
import type { Outcome } from './effects/outcome.ts'
import { setsBase } from './effects/sets-base.ts'
import { baseLine, chargeLine, limitLine, uncountedLine } from './line.ts'
import type { LineReason, MissingPart, ScoreLine } from './score-sheet.ts'

/** An entry that is shown and does not count. */
export type UncountedEntry = { readonly entry: LedgerEntry; readonly rule: Rule; readonly reason: LineReason }

/** What stands against one person under the rules of one item in one window. */
export type WindowMatter = {
  /** In order of occurrence and then recording. */
  readonly charges: readonly Charge[]
  readonly uncounted: readonly UncountedEntry[]
  /** Rules with a target whose register nobody kept. */
  readonly unkeptRules: readonly string[]
}

export type WindowScore = {
  /** Null where the base, an amount or a register is missing; a forfeit makes it 0 even then. */
  readonly score: Centipoints | null
  readonly lines: readonly ScoreLine[]
  readonly missing: readonly MissingPart[]
}

/**
 * One item in one window (SPEC §4.1): clamp(base + Σ additions − Σ deductions, 0, full), clamped once at the end. The
 * lines run in order, unclamped, and a last line states the limit met, so that the changes of all lines sum to the
 * score.
 */
export function scoreWindow(category: Category, item: Item, matter: WindowMatter): WindowScore {
  const base = baseOf(category, item)
  const charges = supersedeEarlierBases(matter.charges)
  const missing: MissingPart[] = matter.unkeptRules.map((ruleId) => ({
    code: 'register-not-kept',
    item: item.title,
    ruleId,
  }))
  const lines: ScoreLine[] = base.points === null ? [] : [baseLine(item.title, base.points)]
  let isKnown = base.points !== null
  let running = base.points ?? zeroPoints
  let lifted: Centipoints = zeroPoints
  let forfeit: Charge | null = null
  for (const event of inOrder(charges, matter.uncounted)) {
    const before = isKnown ? running : null
    if (!('outcome' in event)) {
      lines.push(uncountedLine(event.entry, event.rule, event.reason, before))
      continue
    }
    const { outcome, rule } = event
    const points = outcome.does === 'set-base' ? rebase(outcome.points, base.points) : pointsMoved(outcome)
    if (points === null) missing.push({ code: 'amount-unknown', item: item.title, ruleId: rule.id })
    if (outcome.does === 'forfeit') forfeit ??= event
    if (outcome.does === 'set-base' && points !== null) isKnown = true
    if (outcome.does === 'move' && rule.uncapped === true && points !== null && points > 0)
      lifted = addPoints(lifted, points)
    running = addPoints(running, points ?? zeroPoints)
    lines.push(chargeLine(event, before, isKnown ? running : null, points ?? zeroPoints))
  }
  if (forfeit !== null) {
    const clause = lines.find(({ entryId }) => entryId === forfeit.entry?.id)?.clause ?? item.title
    lines.push(limitLine({ code: 'item-forfeited' }, clause, isKnown ? running : null, -running, zeroPoints))
    return { score: zeroPoints, lines, missing: [] }
  }
  if (!isKnown && missing.length === 0) missing.push(base.missing)
  if (missing.length > 0) return { score: null, lines, missing }
  const score = withinLimits(running, item.points, lifted)
  if (score !== running) {
    const reason = { code: score > running ? 'floor' : 'ceiling' } as const
    lines.push(limitLine(reason, item.title, running, score - running, score))
  }
  return { score, lines, missing }
}

function pointsMoved(outcome: Outcome): Centipoints | null {
  return outcome.does === 'move' ? outcome.points : zeroPoints
}

/** An award of a version since replaced takes the place of what the item starts from today. */
function rebase(points: Centipoints | null, base: Centipoints | null): Centipoints | null {
  return points === null || base === null ? points : subtractPoints(points, base)
}

/** What an item starts from, or what is missing while it has no start. */
function baseOf(
  category: Category,
  item: Item,
): { readonly points: Centipoints | null; readonly missing: MissingPart } {
  const unassessed = { code: 'item-unassessed', item: item.title } as const
  if (item.rules.some(setsBase)) return { points: null, missing: unassessed }
  const hasNoPointsToLose = item.points === null && !item.rules.some(movesPoints)
  if (category.kind === 'earned' || hasNoPointsToLose) return { points: zeroPoints, missing: unassessed }
  return { points: item.points, missing: { code: 'amount-unknown', item: item.title, ruleId: null } }
}

function movesPoints({ effect }: Rule): boolean {
  return effect !== 'money' && effect !== 'veto' && effect !== 'zero'
}

/** The upper limit is full points, lifted only by additions of rules that say 不封顶; lost full points limit nothing. */
function withinLimits(sum: Centipoints, full: Centipoints | null, lifted: Centipoints): Centipoints {
  const upper = full === null ? Number.POSITIVE_INFINITY : full + lifted
  return centipoints(Math.max(0, Math.min(sum, upper)))
}

/** Of several awards or completions the latest stands, by day and then recording; the earlier are shown as superseded. */
function supersedeEarlierBases(charges: readonly Charge[]): readonly Charge[] {
  const latest = charges.findLast(({ outcome }) => outcome.does === 'set-base')
  if (latest === undefined) return charges
  const reason = { code: 'superseded', countedEntryId: latest.entry?.id ?? '' } as const
  return charges.map((charge) =>
    charge.outcome.does === 'set-base' && charge !== latest ? uncharge(charge, reason) : charge,
  )
}

/** Charges and uncounted entries as one list in order. */
function inOrder(
  charges: readonly Charge[],
  uncounted: readonly UncountedEntry[],
): readonly (Charge | UncountedEntry)[] {
  if (uncounted.length === 0) return charges
  const dayAndPosition = (event: Charge | UncountedEntry): readonly [LocalDate, number] => [
    'outcome' in event ? event.occurredOn : event.entry.occurredOn,
    event.entry?.position ?? Number.MAX_SAFE_INTEGER,
  ]
  return [...charges, ...uncounted].sort((left, right) => {
    const [leftDay, leftPosition] = dayAndPosition(left)
    const [rightDay, rightPosition] = dayAndPosition(right)
    return leftDay === rightDay ? leftPosition - rightPosition : leftDay < rightDay ? -1 : 1
  })
}
