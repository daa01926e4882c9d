import type { LocalDate } from '../primitives/local-date.ts'
import { continuedPlaces, continuedRules, isSameRule, rulesOfSameWords } from '../scheme/scheme-lineage.ts'
import { placedRules, type Item, type Rule, type Scheme } from '../scheme/scheme.ts'

/** A version as far as the scoring reads it. */
export type SchemeInForce = {
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly scheme: Scheme
}

/** Where the rules of the year's other versions have found their place. */
export type CarriedRules = {
  /** The balance day's scheme with the carried rules after those of their items. */
  readonly scheme: Scheme
  /** For every rule of that scheme the newest rule of its lineage. */
  readonly lineageById: ReadonlyMap<string, string>
  /** By `ruleKey`: the id in that scheme of a rule of another version; absent where its item has gone. */
  readonly idByKey: ReadonlyMap<string, string>
}

/** A rule's id within its version, as one text. */
export function ruleKey(version: number, ruleId: string): string {
  return `${String(version)} ${ruleId}`
}

/**
 * Carries the rules of the versions, given nearest to the balance day first, into its scheme: a rule that says the same
 * as the one that continues it is that rule; any other gets an id of its own. Rules of an item that has gone are left out.
 */
export function carryRules(scheme: Scheme, versions: readonly SchemeInForce[]): CarriedRules {
  const work = startWork(scheme)
  for (const version of versions) carry(work, scheme, version)
  return { scheme: withCarried(scheme, work), lineageById: work.lineageById, idByKey: work.idByKey }
}

const outside = ''

type Work = {
  /** By item id: the newest rule of every lineage that the balance day's version has no rule of. */
  readonly oldHeads: Map<string, Rule[]>
  /** By item id; `outside` for rewards. */
  readonly carried: Map<string, Rule[]>
  readonly carriedVetoes: Rule[]
  readonly lineageById: Map<string, string>
  readonly idByKey: Map<string, string>
}

function startWork(scheme: Scheme): Work {
  return {
    oldHeads: new Map(),
    carried: new Map(),
    carriedVetoes: [],
    lineageById: new Map([...placedRules(scheme)].map(({ rule: { id } }) => [id, id])),
    idByKey: new Map(),
  }
}

function carry(work: Work, of: Scheme, { version, scheme }: SchemeInForce): void {
  const vetoes = new Set(scheme.vetoes)
  for (const { item, earlier, later } of continuedPlaces(scheme, of)) {
    const place = item?.id ?? outside
    const heads = headsOf(earlier, later, work.oldHeads.get(place) ?? [])
    for (const rule of earlier) {
      const head = heads.get(rule)
      const isSame = head !== undefined && isSameRule(rule, head)
      const own = isSame ? head : { ...rule, id: freshId(work, version, rule.id) }
      work.idByKey.set(ruleKey(version, rule.id), own.id)
      if (isSame) continue
      work.lineageById.set(own.id, head === undefined ? own.id : (work.lineageById.get(head.id) ?? head.id))
      if (head === undefined) append(work.oldHeads, place, own)
      if (vetoes.has(rule)) work.carriedVetoes.push(own)
      else append(work.carried, place, own)
    }
  }
}

/** The newest rule of each rule's lineage: one of the balance day, else one that ended between the two versions. */
function headsOf(
  earlier: readonly Rule[],
  later: readonly Rule[],
  oldHeads: readonly Rule[],
): ReadonlyMap<Rule, Rule> {
  const continued = continuedRules(earlier, later)
  const ended = earlier.filter((rule) => !continued.has(rule))
  return new Map([...continued, ...rulesOfSameWords(ended, oldHeads)])
}

function append(lists: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [rule])
  else list.push(rule)
}

/** v1.c1-s1-i3-r2; the version is said again should a scheme made by hand have such an id already. */
function freshId({ lineageById }: Work, version: number, ruleId: string): string {
  let id = `v${String(version)}.${ruleId}`
  while (lineageById.has(id)) id = `v${String(version)}.${id}`
  return id
}

function withCarried(scheme: Scheme, { carried, carriedVetoes }: Work): Scheme {
  const filled = (item: Item): Item => {
    const rules = carried.get(item.id)
    return rules === undefined ? item : { ...item, rules: [...item.rules, ...rules] }
  }
  return {
    ...scheme,
    categories: scheme.categories.map((category) => ({
      ...category,
      sheets: category.sheets.map((sheet) => ({ ...sheet, items: sheet.items.map(filled) })),
    })),
    rewards: [...scheme.rewards, ...(carried.get(outside) ?? [])],
    vetoes: [...scheme.vetoes, ...carriedVetoes],
  }
}
