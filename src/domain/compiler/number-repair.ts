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

export type RepairSearch = {
  readonly repair: NumberRepair | null
  /** Several tokens, each of which would make every complete group sum: none is applied, a person is asked. */
  readonly rivals: readonly NumberRepair[]
}

/**
 * Looks for the one token that, read as one value wherever it counts points, makes every complete group sum exactly.
 * Nothing is repaired when the sums hold already, when two tokens would do, or when a single group is all the proof
 * and its token could be a real amount.
 */
export function findNumberRepair(text: string, groups: readonly SumGroup[], isCut: boolean): RepairSearch {
  const whole = isCut ? [] : groups.filter((group) => group.unstated.length === 0)
  const search = searchIn(text, whole)
  if (search.repair !== null || search.rivals.length > 0) return search
  const last = lastSheet(groups)
  // Where the text breaks off in its last sheet, that one is short, and proves nothing.
  if (last === null || sums(last)) return search
  const short = searchIn(
    text,
    groups.filter((group) => group.unstated.length === 0 && group !== last),
  )
  return short.repair !== null && !staysShort(text, short.repair, last) ? search : short
}

function lastSheet(groups: readonly SumGroup[]): SumGroup | null {
  const sheets = groups.filter(({ kind }) => kind === 'sheet')
  return sheets.toSorted((left, right) => right.end - left.end)[0] ?? null
}

function staysShort(text: string, repair: NumberRepair, group: SumGroup): boolean {
  const read = (amount: StatedAmount) => pointsReadBy(text, repair, amount)
  return group.parts.reduce((sum, part) => sum + read(part), 0) < read(group.declared)
}

/** What an amount comes to once the repair is applied. */
export function pointsReadBy(text: string, { token, points }: NumberRepair, amount: StatedAmount): Centipoints {
  return tokenOf(text, amount)[0] === token ? points : amount.points
}

function searchIn(text: string, groups: readonly SumGroup[]): RepairSearch {
  if (groups.every(sums)) return { repair: null, rivals: [] }
  const tokens = new Set(groups.flatMap((group) => amountsOf(group).flatMap((amount) => tokenOf(text, amount))))
  const repairs = [...tokens].flatMap((token) => repairBy(text, token, groups))
  const fitting = repairs.filter((repair) => isProven(text, repair))
  // Nobody means 8.34: where 6.66 → 10 would do, 5 → 8.34 is no rival.
  const even = fitting.filter(({ points }) => points % halfPoint === 0)
  const proven = even.length > 0 ? even : fitting
  const [repair] = proven
  // One group alone cannot say which of its numbers is the damaged one.
  const isAlone = repair !== undefined && repair.groups.length === 1 && repairs.length > 1
  if (repair === undefined || isAlone) return { repair: null, rivals: [] }
  return proven.length === 1 ? { repair, rivals: [] } : { repair: null, rivals: proven }
}

function isProven(text: string, { token, groups }: NumberRepair): boolean {
  return groups.length >= 2 || groups.some((group) => exceedsWhole(text, token, group))
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

const halfPoint = 50
/** No amount of a scheme of 100 points is larger than that. */
const usualTotal = 10_000

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
  const most = Math.max(
    usualTotal,
    ...groups.filter(({ kind }) => kind === 'total').map(({ declared }) => declared.points),
  )
  return value === null || value <= 0 || value > most ? [] : [{ token, points: value, groups: holding }]
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
 * Every scoring position of the token: amounts, counts and points, the bare points of a table, also as the head of a
 * longer number (2023000字). Years, dates, document and page numbers are no scoring positions.
 */
export function rereadingsOf(text: string, repair: NumberRepair): Rereading[] {
  const word = formatPoints(repair.points)
  const stated = new Set(repair.groups.flatMap((group) => amountsOf(group).map(({ digits }) => digits?.start)))
  const rereadings: Rereading[] = []
  for (const match of text.matchAll(repair.token.includes('.') ? /\d+(?:\.\d+)?/g : /\d+/g)) {
    const run = match[0]
    const isLonger =
      run !== repair.token && repair.token.length >= 3 && !word.includes('.') && run.startsWith(repair.token)
    if (run !== repair.token && !isLonger) continue
    const end = match.index + run.length
    if (!isScoringPosition(text, match.index, end) && !stated.has(match.index)) continue
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
