import { groupBy } from '../primitives/group-by.ts'
import { placedRules, type Category, type Item, type OfficeSheet, type Rule, type Scheme } from './scheme.ts'

/**
 * Which part of a later scheme continues which part of an earlier one. Ids do not tell: c1-s1-i3-r2 of two versions may
 * be two different rules. What tells is where a part stands and what it says, first in full, then in less and less;
 * where several could be meant, none is.
 */

/** The rules of an item, or those outside every item, with the ones of the earlier scheme that stood there. */
export type ContinuedPlace = {
  /** Null: the rewards and vetoes, which stand outside every item. */
  readonly item: Item | null
  readonly earlier: readonly Rule[]
  readonly later: readonly Rule[]
}

/** The items of the earlier scheme that the later one still has, and the rules outside items, which have one place. */
export function continuedPlaces(earlier: Scheme, later: Scheme): readonly ContinuedPlace[] {
  const places: ContinuedPlace[] = []
  for (const [old, renewed] of continuedCategories(earlier, later))
    for (const [oldSheet, sheet] of pairUp(old.sheets, renewed.sheets, sheetMarks))
      for (const [oldItem, item] of pairUp(oldSheet.items, sheet.items, itemMarks))
        places.push({ item, earlier: oldItem.rules, later: item.rules })
  places.push({
    item: null,
    earlier: [...earlier.rewards, ...earlier.vetoes],
    later: [...later.rewards, ...later.vetoes],
  })
  return places
}

/** The categories of the earlier scheme with the ones that continue them: by title, else by what stands in them. */
export function continuedCategories(earlier: Scheme, later: Scheme): ReadonlyMap<Category, Category> {
  return pairUp(earlier.categories, later.categories, [
    ({ title }) => plain(title),
    ({ kind, sheets }) => (sheets.length === 0 ? kind : titlesOf(sheets.flatMap(({ items }) => items))),
  ])
}

/** The rules of a place with the ones that continue them: by all they say; by effect, deed and rung; by effect and deed. */
export function rulesOfSameWords(earlier: readonly Rule[], later: readonly Rule[]): Map<Rule, Rule> {
  return pairUp(earlier, later, [
    wordsOfRule,
    (rule) => marked(rule, deedOf(rule), [...rungOf(rule), rule.unit, rule.subject, rule.deadline]),
    (rule) => marked(rule, deedOf(rule), rungOf(rule)),
    (rule) => marked(rule, rule.source?.quote, rungOf(rule)),
    (rule) => marked(rule, deedOf(rule), []),
  ])
}

/**
 * As by their words; what is left by where it stands, if the place has as many rules as before and effect and rung are
 * the same: 迟到扣1分 that became 上班迟到扣2分.
 */
export function continuedRules(earlier: readonly Rule[], later: readonly Rule[]): ReadonlyMap<Rule, Rule> {
  const pairs = rulesOfSameWords(earlier, later)
  if (earlier.length !== later.length) return pairs
  const continuing = new Set(pairs.values())
  for (const [index, rule] of earlier.entries()) {
    const other = later[index]
    if (other === undefined || pairs.has(rule) || continuing.has(other)) continue
    if (marked(rule, '', rungOf(rule)) === marked(other, '', rungOf(other))) pairs.set(rule, other)
  }
  return pairs
}

/** Whether two rules say the same in every field and every word; where the words stand in their texts, and ids, aside. */
export function isSameRule(left: Rule, right: Rule): boolean {
  return wordsOfRule(left) === wordsOfRule(right)
}

/**
 * For each rule of the earlier scheme the id of the one that its entries would be recorded under in the later: the one
 * that continues it, or that does something else about the same deed. Rules without one are absent.
 */
export function continuedRuleIds(earlier: Scheme, later: Scheme): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const place of continuedPlaces(earlier, later)) {
    const continued = continuedRules(place.earlier, place.later)
    const taken = new Set(continued.values())
    const changed = pairUp(
      place.earlier.filter((rule) => !continued.has(rule)),
      place.later.filter((rule) => !taken.has(rule)),
      [(rule) => spoken(rule, deedOf(rule), rungOf(rule)), (rule) => spoken(rule, rule.source?.quote, [])],
    )
    for (const [old, rule] of [...continued, ...changed]) ids.set(old.id, rule.id)
  }
  return ids
}

/**
 * The same between two readings of one text: rules that rest on the same words of it, in their order; rules made by
 * hand keep their ids. What is left is told as between any two schemes.
 */
export function rereadRuleIds(reading: Scheme, other: Scheme): ReadonlyMap<string, string> {
  const ids = new Map(continuedRuleIds(reading, other))
  const [own, others] = [reading, other].map((scheme) => [...placedRules(scheme)].map(({ rule }) => rule))
  for (const [rule, same] of pairUp(own ?? [], others ?? [], [placeInText])) ids.set(rule.id, same.id)
  return ids
}

function placeInText({ id, source }: Rule): string {
  return source === null ? id : `${String(source.start)}-${String(source.end)}`
}

type Mark<Part> = (part: Part) => string | null

/** Pairs parts that share a mark, one mark after the other; equally many of one mark are paired in order, others not. */
function pairUp<Part>(
  earlier: readonly Part[],
  later: readonly Part[],
  marks: readonly Mark<Part>[],
): Map<Part, Part> {
  const pairs = new Map<Part, Part>()
  let [left, right] = [earlier, later]
  for (const mark of marks) {
    if (left.length === 0 || right.length === 0) break
    const candidates = groupBy(right, mark)
    const paired = new Set<Part>()
    for (const [key, same] of groupBy(left, mark)) {
      const others = key === null ? [] : (candidates.get(key) ?? [])
      if (others.length !== same.length) continue
      for (const [index, part] of same.entries()) {
        const other = others[index]
        if (other === undefined) continue
        pairs.set(part, other)
        paired.add(other)
      }
    }
    left = left.filter((part) => !pairs.has(part))
    right = right.filter((part) => !paired.has(part))
  }
  return pairs
}

const sheetMarks: readonly Mark<OfficeSheet>[] = [
  ({ office, title }) => `${officeMark(office)} ${plain(title)}`,
  ({ office }) => officeMark(office),
]

/** 国土所（规划办） is the same office as 国土所; a sheet of everyone has none. */
function officeMark(office: string | null): string {
  return office === null ? '' : plain(office).replace(/\([^()]*\)/g, '')
}

const itemMarks: readonly Mark<Item>[] = [
  (item) => `${plain(item.title)} ${deedsOf(item)}`,
  ({ title }) => plain(title),
  (item) => (item.rules.length === 0 ? null : deedsOf(item)),
]

function titlesOf(items: readonly Item[]): string {
  return items.map(({ title }) => plain(title)).join(' ')
}

function deedsOf({ rules }: Item): string {
  return rules.map((rule) => `${rule.effect} ${deedOf(rule) ?? rule.sentence}`).join(' ')
}

function deedOf({ condition, source }: Rule): string | undefined {
  return condition ?? source?.quote
}

/** What tells rules of one deed apart. */
function rungOf({ level, rank, severity }: Rule): readonly (string | undefined)[] {
  return [level, rank, severity]
}

function spoken(
  { missing, shortfall }: Rule,
  words: string | undefined,
  marks: readonly (string | undefined)[],
): string | null {
  if (words === undefined) return null
  return JSON.stringify([missing === true, shortfall?.unit, plain(words), ...marks])
}

/** Rules that do different things, or count what is missing instead of what was done, are never the same. */
function marked(rule: Rule, words: string | undefined, marks: readonly (string | undefined)[]): string | null {
  const said = spoken(rule, words, marks)
  return said === null ? null : `${rule.effect} ${rule.direction ?? ''} ${said}`
}

const wordsByRule = new WeakMap<Rule, string>()

function wordsOfRule(rule: Rule): string {
  const known = wordsByRule.get(rule)
  if (known !== undefined) return known
  const { id: _id, origin: _origin, source, ...fields } = rule
  const said = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
  const words = JSON.stringify([source?.quote ?? null, said])
  wordsByRule.set(rule, words)
  return words
}

/** Half and full width, and spaces, make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
