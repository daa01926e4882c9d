import { centipoints, formatPoints, type Centipoints } from '../primitives/centipoints.ts'
import type { Rereading } from './normalised-text.ts'
import { sumOfParts, sums, type StatedAmount, type SumGroup } from './sum-groups.ts'

/** A damaged token, what it stood for, and the sums that prove it (SPEC §2, the text checks itself). */
export type NumberRepair = {
  readonly token: string
  readonly points: Centipoints
  /** Complete groups, every one of which sums once the token is read so. */
  readonly groups: readonly SumGroup[]
}

/**
 * Looks for the one token that, read as one value wherever it counts points, makes every complete group sum exactly.
 * Nothing is repaired when the sums hold already, when two tokens would do, or when a single group is all the proof
 * and its token could be a real amount.
 */
export function findNumberRepair(text: string, groups: readonly SumGroup[], isCut: boolean): NumberRepair | null {
  const whole = isCut ? [] : groups.filter((group) => group.unstated.length === 0)
  const lastEnd = Math.max(...groups.filter((group) => group.kind === 'sheet').map((group) => group.end))
  const withoutLast = groups.filter(
    (group) => group.unstated.length === 0 && !(group.kind === 'sheet' && group.end === lastEnd),
  )
  return repairOf(text, whole) ?? repairOf(text, withoutLast)
}

function repairOf(text: string, groups: readonly SumGroup[]): NumberRepair | null {
  if (groups.every(sums)) return null
  const tokens = new Set(groups.flatMap((group) => amountsOf(group).flatMap((amount) => tokenOf(text, amount))))
  const repairs = [...tokens].flatMap((token) => repairBy(text, token, groups))
  const [repair, ...others] = repairs
  return repair !== undefined && others.length === 0 ? repair : null
}

/** A token that one value would mend in most groups, but not in all: said, never applied. */
export type LikelyRepair = NumberRepair & { readonly against: readonly SumGroup[] }

/** Looks for a token on whose value at least three groups and most of those that hold it agree. */
export function findLikelyRepair(text: string, groups: readonly SumGroup[]): LikelyRepair | null {
  const whole = groups.filter((group) => group.unstated.length === 0)
  const tokens = new Set(whole.flatMap((group) => amountsOf(group).flatMap((amount) => tokenOf(text, amount))))
  const likely = [...tokens].flatMap((token) => likelyBy(text, token, whole))
  return likely.length === 1 ? (likely[0] ?? null) : null
}

function likelyBy(text: string, token: string, groups: readonly SumGroup[]): LikelyRepair[] {
  const byValue = new Map<Centipoints, SumGroup[]>()
  const holding = groups.filter((group) => amountsOf(group).some((amount) => tokenOf(text, amount)[0] === token))
  for (const group of holding) {
    const value = valueIn(text, token, group)
    if (value === 'any' || value === 'impossible' || value <= 0) continue
    byValue.set(value, [...(byValue.get(value) ?? []), group])
  }
  return [...byValue].flatMap(([points, agreeing]) => {
    const against = holding.filter((group) => !agreeing.includes(group))
    // Where the token itself makes the sums hold, nothing is damaged.
    const isRead = formatPoints(points) === token
    return isRead || agreeing.length < 3 || agreeing.length <= against.length
      ? []
      : [{ token, points, groups: agreeing, against }]
  })
}

function amountsOf(group: SumGroup): StatedAmount[] {
  return [group.declared, ...group.parts]
}

function tokenOf(text: string, amount: StatedAmount): string[] {
  if (amount.digits === null || amount.digits.start === amount.digits.end) return []
  return [text.slice(amount.digits.start, amount.digits.end)]
}

function repairBy(text: string, token: string, groups: readonly SumGroup[]): NumberRepair[] {
  let value: Centipoints | null = null
  const holding: SumGroup[] = []
  for (const group of groups) {
    const found = valueIn(text, token, group)
    if (found === 'impossible' || (found !== 'any' && value !== null && value !== found)) return []
    if (found === 'any') continue
    value = found
    holding.push(group)
  }
  if (value === null || value <= 0) return []
  const isProven = holding.length >= 2 || holding.some((group) => exceedsWhole(text, token, group))
  return isProven ? [{ token, points: value, groups: holding }] : []
}

/** The value that makes the group sum; 'any' when it sums without the token. */
function valueIn(text: string, token: string, group: SumGroup): Centipoints | 'any' | 'impossible' {
  const isToken = (amount: StatedAmount) => tokenOf(text, amount)[0] === token
  const inParts = group.parts.filter(isToken).length
  const count = inParts - (isToken(group.declared) ? 1 : 0)
  if (count === 0) return sums(group) ? 'any' : 'impossible'
  const tokenPoints = group.parts.find(isToken)?.points ?? group.declared.points
  const missing = group.declared.points - sumOfParts(group) + count * tokenPoints
  return missing % count === 0 ? centipoints(missing / count) : 'impossible'
}

function exceedsWhole(text: string, token: string, group: SumGroup): boolean {
  return group.parts.some((part) => tokenOf(text, part)[0] === token && part.points > group.declared.points)
}

const countedUnit = /^\s*(?:分|次|字|篇|件|起|例|期|项|人|户|天|小时|个|名|位|条|%|百分点)/
/** Money counts where it is taken for a deed; what everyone puts into the pool is proved by no sum of points. */
const takenYuan = /[扣罚减][^,。;\n]{0,8}$/

/**
 * Every scoring position of the token: amounts, counts and points, also as the head of a longer number (2023000字).
 * Years, dates, document and page numbers are no scoring positions.
 */
export function rereadingsOf(text: string, repair: NumberRepair): Rereading[] {
  const word = formatPoints(repair.points)
  const rereadings: Rereading[] = []
  for (const match of text.matchAll(/\d+/g)) {
    const run = match[0]
    const isLonger = run !== repair.token && repair.token.length >= 3 && run.startsWith(repair.token)
    if (run !== repair.token && !isLonger) continue
    const end = match.index + run.length
    if (!isScoringPosition(text, match.index, end)) continue
    rereadings.push({ start: match.index, end, word: word + run.slice(repair.token.length) })
  }
  return rereadings
}

function isScoringPosition(text: string, start: number, end: number): boolean {
  if (/[.\-/:号第]/.test(text.charAt(start - 1))) return false
  const isYuan = text.charAt(end) === '元'
  return isYuan
    ? takenYuan.test(text.slice(Math.max(0, start - 10), start))
    : countedUnit.test(text.slice(end, end + 3))
}
