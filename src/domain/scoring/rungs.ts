import { negatePoints } from '../primitives/centipoints.ts'
import type { Item, Rule, Scheme } from '../scheme/scheme.ts'
import { chargeSize, uncharge, type Charge } from './charge.ts'
import { setsBase } from './effects/sets-base.ts'

type Mark = 'severity' | 'rank' | 'level'
const marks: readonly Mark[] = ['severity', 'rank', 'level']

/**
 * The rules of an item that differ only in level, band or rung, as pairs of rule id and family (SPEC §4.1 Levels). Of the rules
 * with one effect a family is a run in which every further one carries a severity, a rank or a level that the others
 * have not; a plain rule straight before the first of them is the base rung (失误一次扣1分，造成重大损失扣10分). A
 * plain rule thus starts a new family. Families of one rule are left out: they have no rungs.
 */
function rungFamilies(item: Item): readonly (readonly [string, string])[] {
  const families: Rule[][] = []
  const openFamily = new Map<string, Rule[]>()
  for (const rule of item.rules) {
    if (setsBase(rule) || rule.shortfall !== undefined) continue
    const does = `${rule.effect} ${rule.direction ?? ''}`
    const family = openFamily.get(does)
    if (family !== undefined && isFurtherRung(family, rule)) {
      family.push(rule)
      continue
    }
    const opened = [rule]
    families.push(opened)
    openFamily.set(does, opened)
  }
  return families
    .filter((family) => family.length > 1)
    .flatMap((family) => family.map(({ id }) => [id, family[0]?.id ?? id] as const))
}

type FamiliesOfVersion = {
  readonly scheme: Scheme
  readonly yearIdOf: (ruleId: string) => string | null
}

/**
 * Families of a year with several versions: what is a family in one of them is one, and so are rules of one lineage
 * whose families differ in nothing but the version. One matter is then charged once, however the versions changed.
 */
export function familiesOverVersions(
  versions: readonly FamiliesOfVersion[],
  lineageById: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
    return root
  }
  const join = (left: string, right: string) => {
    parents.set(rootOf(right), rootOf(left))
    if (!parents.has(left)) parents.set(left, rootOf(left))
  }
  for (const { scheme, yearIdOf } of versions)
    for (const [ruleId, leaderId] of schemeFamilies(scheme)) {
      const [own, leader] = [yearIdOf(ruleId), yearIdOf(leaderId)]
      if (own !== null && leader !== null) join(leader, own)
    }
  for (const [id, head] of lineageById) if (id !== head && (parents.has(id) || parents.has(head))) join(head, id)
  return new Map([...parents.keys()].map((id) => [id, rootOf(id)]))
}

/** Families of rungs of all items: rule id → family. */
export function schemeFamilies({ categories }: Scheme): ReadonlyMap<string, string> {
  return new Map(categories.flatMap(({ sheets }) => sheets.flatMap(({ items }) => items.flatMap(rungFamilies))))
}

function isFurtherRung(family: readonly Rule[], rule: Rule): boolean {
  const mark = marks.find((one) => rule[one] !== undefined)
  if (mark === undefined) return false
  return family.every((other, index) => {
    const hasMark = marks.some((one) => other[one] !== undefined)
    const differs = hasMark
      ? other[mark] !== undefined && marks.some((one) => other[one] !== rule[one])
      : index === 0
    return differs && sameWords.every((field) => isSameOrAbsent(other[field], rule[field]))
  })
}

/** Fields in which rungs of one deed agree; a further rung often leaves them unsaid. */
const sameWords = ['unit', 'subject', 'deadline', 'condition'] as const

function isSameOrAbsent(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right
}

/**
 * Of the charges that share a rung (same key) only the largest counts, the earliest of equals; the others are shown as
 * 就高未计. Key null: the charge stands for itself. The charges come in order and keep it.
 */
function keepLargest(charges: readonly Charge[], keyOf: (charge: Charge) => string | null): readonly Charge[] {
  const largest = new Map<string, Charge>()
  for (const charge of charges) {
    const key = chargeSize(charge) === 0 ? null : keyOf(charge)
    if (key === null) continue
    const champion = largest.get(key)
    if (champion === undefined || chargeSize(charge) > chargeSize(champion)) largest.set(key, charge)
  }
  if (largest.size === 0) return charges
  return charges.map((charge) => {
    const key = chargeSize(charge) === 0 ? null : keyOf(charge)
    const champion = key === null ? undefined : largest.get(key)
    if (champion === undefined || champion === charge) return charge
    return uncharge(charge, { code: 'lower-rung', countedEntryId: champion.entry?.id ?? '' })
  })
}

/** Within an item: one matter is charged once among the rules of one family. Without a matter each is its own. */
export function keepLargestRung(
  charges: readonly Charge[],
  families: ReadonlyMap<string, string>,
): readonly Charge[] {
  if (charges.length < 2 || families.size === 0) return charges
  return keepLargest(charges, ({ rule, entry }) => {
    const family = families.get(rule.id)
    const matter = entry?.matter ?? null
    return family === undefined || matter === null ? null : `${family} ${matter}`
  })
}

/** Among rewards: one matter counts once for each sign, whatever the rule (SPEC §4.3). */
export function keepLargestReward(charges: readonly Charge[]): readonly Charge[] {
  return keepLargest(charges, ({ entry, outcome }) => {
    const matter = entry?.matter ?? null
    if (matter === null || outcome.does !== 'move' || outcome.points === null) return null
    return `${negatePoints(outcome.points) > 0 ? 'minus' : 'plus'} ${matter}`
  })
}
