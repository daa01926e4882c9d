import { groupBy } from '../primitives/group-by.ts'
import { addPoints, centipoints, type Centipoints } from '../primitives/centipoints.ts'
import { findCategoryLists, isSameCategory, type CategoryList, type ListedCategory } from './category-list.ts'
import { basePlan } from './base-plan.ts'
import { ratedTitle } from './category-kind.ts'
import { opensList } from './clauses/listed-cases.ts'
import { namedTotals, statedTotal, type NamedTotal } from './named-total.ts'
import { officeNamedBy } from './office-name.ts'
import type { Section } from './outline.ts'
import {
  allBlocks,
  creditedItem,
  hasScoredChild,
  isDealtToHeadings,
  itemsOf,
  paragraphItems,
  scores,
  sectionItem,
  topScored,
  type PlannedItem,
} from './plan-items.ts'
import type { StatedPoints, Stretch } from './stated-points.ts'

export type PlannedSheet = {
  readonly title: string
  /** null: everyone's sheet. */
  readonly office: string | null
  readonly stated: StatedPoints | null
  readonly source: Stretch
  readonly path: readonly string[]
  readonly items: readonly PlannedItem[]
}

export type PlannedCategory = {
  readonly title: string
  readonly points: Centipoints | null
  /** The points of its heading or, failing that, of the list that names it. */
  readonly digits: Stretch | null
  readonly source: Stretch
  readonly path: readonly string[]
  readonly sheets: readonly PlannedSheet[]
  /** false: only the list names it, no section of the text speaks of it. */
  readonly hasSection: boolean
  /** How often the full points are granted, where not once a year. */
  readonly window?: 'month' | 'quarter'
}

export type SchemePlan = {
  readonly categories: readonly PlannedCategory[]
  /** The one total that the text names. */
  readonly total: NamedTotal | null
  readonly lists: readonly CategoryList[]
  /** Text outside every item, by the section it stands in. */
  readonly outside: readonly { readonly section: Section; readonly blocks: readonly Stretch[] }[]
}

/**
 * Deals the outline of a text out to categories, sheets and items; `tableTotals` are the 合计 of its tables, used where
 * no sentence names a total. Several totals (for villages, for offices) leave the scheme's own total open.
 */
export function planScheme(text: string, root: Section, tableTotals: readonly StatedPoints[] = []): SchemePlan {
  const lists = findCategoryLists(text)
  const named = namedTotals(text, lists)
  const totals = named.length > 0 ? named : distinctTotals(tableTotals)
  const onlyTotal = totals.length === 1 ? (totals[0] ?? null) : null
  const list = lists[0] ?? null
  const tops = belowTotal(text, topScored(root).filter((section) => !isInLists(section, lists)), onlyTotal)
  // Where a list deals the total out, no one group of items is worth all of it.
  const stated = categoriesFrom(text, tops, list?.listed ?? [], list === null ? (onlyTotal?.points ?? null) : null)
  const based = stated.length === 0 && list === null ? basePlan(text, root) : null
  const planned = based === null ? stated : [based.category]
  const total = totals.length === 0 && based !== null ? based.total : onlyTotal
  const categories = inListOrder(withListed(text, root, planned, list?.listed ?? []), list?.listed ?? [])
  const isTaken = takenMask(text.length, categories)
  return { categories, total, lists, outside: outsideOf(text, root, isTaken) }
}

/**
 * The categories that headings state, and those that only the list does: each of these takes the heading without
 * points that bears its name (日常考核扣分标准), or the one unlisted group of items that is worth as much.
 */
function withListed(
  text: string,
  root: Section,
  planned: readonly PlannedCategory[],
  listed: readonly ListedCategory[],
): PlannedCategory[] {
  const isNamed = (category: PlannedCategory) => listed.some((name) => isSameCategory(category.title, name.title))
  const missing = listed.filter((name) => !planned.some((category) => isSameCategory(category.title, name.title)))
  const unlisted = planned.filter((category) => !isNamed(category))
  const renamed = new Map<PlannedCategory, ListedCategory>()
  const added = missing.flatMap((name) => {
    const worthAsMuch = unlisted.filter(({ points }) => points === name.points)
    const rival = missing.filter(({ points }) => points === name.points)
    const [only] = worthAsMuch
    if (only !== undefined && worthAsMuch.length === 1 && rival.length === 1 && unlisted.length === 1) {
      renamed.set(only, name)
      return []
    }
    const section = sectionNamed(text, root, name.title)
    return [section === null ? listedOnly(name) : listedSection(text, section, name)]
  })
  return [
    ...planned.map((category) => {
      const name = renamed.get(category)
      return name === undefined ? category : { ...category, title: name.title, digits: name.digits }
    }),
    ...added,
  ]
}

/** The first heading without points that bears the name and has clauses below it. */
function sectionNamed(text: string, root: Section, name: string): Section | null {
  for (const child of root.children) {
    const isNamed = child.stated === null && child.title.length <= 20 && isSameCategory(child.title, name)
    if (isNamed && !hasScoredChild(child) && allBlocks(child).some((block) => scores(text, block))) return child
    const deeper = sectionNamed(text, child, name)
    if (deeper !== null) return deeper
  }
  return null
}

/** 日常考核(60分) in the list, its clauses under 日常考核扣分标准: they are one item of all the points. */
function listedSection(text: string, section: Section, name: ListedCategory): PlannedCategory {
  const stated = { points: name.points, digits: name.digits, words: name.words, isClause: false }
  const items = itemsOf(text, { ...section, stated }).map((item) =>
    item.stated === null ? { ...item, title: name.title, stated } : item,
  )
  return {
    title: name.title,
    points: name.points,
    digits: name.digits,
    source: section.heading,
    path: section.path,
    sheets: [{ title: name.title, office: null, stated, source: section.heading, path: section.path, items }],
    hasSection: true,
  }
}

/**
 * 考核内容(满分100分) above everything says the total over again: the categories stand below it, where its headings have
 * items of their own or group them.
 */
function belowTotal(text: string, tops: readonly Section[], total: NamedTotal | null): readonly Section[] {
  const [top] = tops
  if (top?.stated === undefined || top.stated === null || tops.length > 1) return tops
  if (total !== null && top.stated.points !== total.points) return tops
  const below = topScored(top)
  const groups = new Set(below.map(parentKey))
  const areCategories = below.length >= 2 && below.every((section) => holdsItems(text, section) || isRated(text, section))
  return areCategories || groups.size >= 2 ? below : tops
}

function distinctTotals(stated: readonly StatedPoints[]): NamedTotal[] {
  return stated
    .filter(({ points }, i) => stated.findIndex((other) => other.points === points) === i)
    .map(({ points, digits, words }) => ({ points, digits, place: words }))
}

function isInLists(section: Section, lists: readonly CategoryList[]): boolean {
  const digits = section.stated?.digits
  return (
    digits !== undefined &&
    lists.some((list) => digits.start >= list.sentence.start && digits.end <= list.sentence.end)
  )
}

function categoriesFrom(
  text: string,
  tops: readonly Section[],
  listed: readonly ListedCategory[],
  total: Centipoints | null,
): PlannedCategory[] {
  if (tops.length === 0) return []
  const isListed = (section: Section) => listed.some((name) => isSameCategory(section.title, name.title))
  if (tops.length >= 2 && !tops.some(isListed) && tops.every((section) => officeNamedBy(section.title) !== null))
    return [officeCategory(text, tops)]
  const offices = tops.some(isListed) ? [] : officeRun(tops)
  if (offices.length > 0) {
    const others = tops.filter((section) => !offices.includes(section))
    return [...categoriesFrom(text, others, listed, null), officeCategory(text, offices)]
  }
  const areItems = !tops.some(
    (section) => isListed(section) || isRated(text, section) || holdsItems(text, section),
  )
  if (areItems) {
    const groups = [...groupBy(tops, parentKey).values()]
    if (groups.length >= 2 && groups.every((items) => officeAbove(items) !== null))
      return [officesOfGroups(groups)]
    return groups.map((items) => itemCategory(items, groups.length === 1 ? total : null))
  }
  return tops.map((section) => categoryOf(text, section))
}

/** 群众评议(20分) without a clause stands beside categories, not among items. */
function isRated(text: string, section: Section): boolean {
  return ratedTitle.test(section.title) && !allBlocks(section).some((block) => scores(text, block))
}

/** Whether a heading with points deals them out to items below it. */
function holdsItems(text: string, section: Section): boolean {
  const credited = section.children.filter((child) => creditedItem(text, child).stated !== null)
  return (
    isDealtToHeadings(text, section) ||
    officeSections(section).length > 0 ||
    paragraphItems(text, section).length > 0 ||
    (credited.length >= 2 && section.children.every((child) => child.marker?.style !== '(1)'))
  )
}

function parentKey(section: Section): string {
  return section.path.join('\u0000')
}

function categoryOf(text: string, section: Section): PlannedCategory {
  const offices = officeSections(section)
  const sheets =
    offices.length > 0 ? offices.map((office) => officeSheet(text, office)) : everyoneSheets(text, section)
  return {
    title: section.title,
    points: section.stated?.points ?? null,
    digits: section.stated?.digits ?? null,
    source: section.heading,
    path: section.path,
    sheets,
    hasSection: true,
  }
}

function everyoneSheets(text: string, section: Section): PlannedSheet[] {
  const items = itemsOf(text, section)
  if (items.every((item) => item.blocks.length === 0)) return []
  return [
    {
      title: section.title,
      office: null,
      stated: section.stated,
      source: section.heading,
      path: section.path,
      items,
    },
  ]
}

/** Headings that name offices, each worth what the whole category is worth; [] when the headings are items. */
function officeSections(section: Section): Section[] {
  const named = section.children.filter((child) => officeNamedBy(child.title) !== null)
  if (named.length === 0 || named.length * 2 < section.children.length) return []
  const whole = section.stated?.points
  const likeWhole = named.filter((child) => child.stated === null || child.stated.points === whole)
  if (likeWhole.length * 2 < named.length) return []
  // A heading among offices that is worth as much as they are is an office as well, whatever its name ends in.
  return section.children.filter((child) => named.includes(child) || child.stated?.points === whole)
}

/** The office that the heading right above some items names: 党政办公室考核表. */
function officeAbove(items: readonly Section[]): string | null {
  return officeNamedBy(items[0]?.path.at(-1) ?? '')
}

/** A table for each office: its caption names the sheet. */
function officesOfGroups(groups: readonly (readonly Section[])[]): PlannedCategory {
  const [first] = groups[0] ?? []
  const most = Math.max(...groups.map(sumOfStated))
  return {
    title: '业务工作',
    points: centipoints(most),
    digits: null,
    source: first?.heading ?? { start: 0, end: 0 },
    path: first?.path.slice(0, -1) ?? [],
    sheets: groups.map((items) => {
      const title = officeAbove(items) ?? ''
      const source = items[0]?.heading ?? { start: 0, end: 0 }
      return {
        title,
        office: title,
        stated: null,
        source,
        path: items[0]?.path ?? [],
        items: items.map(sectionItem),
      }
    }),
    hasSection: true,
  }
}

/** Headings one after another that are worth the same, most of them named after offices: each office is on one only. */
function officeRun(tops: readonly Section[]): Section[] {
  const first = tops.findIndex((section) => officeNamedBy(section.title) !== null)
  const points = tops[first]?.stated?.points
  if (points === undefined) return []
  let from = first
  while (from > 0 && tops[from - 1]?.stated?.points === points) from -= 1
  let to = first
  while (to < tops.length && tops[to]?.stated?.points === points) to += 1
  const run = tops.slice(from, to)
  const named = run.filter((section) => officeNamedBy(section.title) !== null)
  return named.length >= 2 && named.length * 3 >= run.length * 2 ? run : []
}

/** Offices at the top of the text: each heading is a sheet of one category. */
function officeCategory(text: string, tops: readonly Section[]): PlannedCategory {
  const first = tops[0]
  return {
    title: first?.path.at(-1) ?? '业务工作',
    points: first?.stated?.points ?? null,
    digits: null,
    source: first?.heading ?? { start: 0, end: 0 },
    path: first?.path.slice(0, -1) ?? [],
    sheets: tops.map((section) => officeSheet(text, section)),
    hasSection: true,
  }
}

function officeSheet(text: string, section: Section): PlannedSheet {
  return {
    title: section.title,
    office: officeNamedBy(section.title) ?? section.title,
    stated: section.stated,
    source: section.heading,
    path: section.path,
    items: itemsOf(text, section),
  }
}

function sumOfStated(sections: readonly Section[]): Centipoints {
  return addPoints(...sections.flatMap((section) => (section.stated === null ? [] : [section.stated.points])))
}

/**
 * Headings with points and nothing above them that has: they are items, their parent the category. It is worth what
 * its heading says, else the whole, else its items together.
 */
function itemCategory(sections: readonly Section[], total: Centipoints | null): PlannedCategory {
  const first = sections[0]
  const path = (first?.path ?? []).filter((title) => statedTotal(title) === null)
  const points =
    (first?.path ?? []).map(statedTotal).find((total) => total !== null) ?? total ?? sumOfStated(sections)
  const source = first?.heading ?? { start: 0, end: 0 }
  const title = path.at(-1) ?? '考核内容'
  const items = sections.map((section) => sectionItem(section))
  return {
    title,
    points,
    digits: null,
    source,
    path: path.slice(0, -1),
    sheets: [{ title, office: null, stated: null, source, path, items }],
    hasSection: true,
  }
}

function listedOnly(listed: ListedCategory): PlannedCategory {
  return {
    title: listed.title,
    points: listed.points,
    digits: listed.digits,
    source: listed.words,
    path: [],
    sheets: [],
    hasSection: false,
  }
}

function inListOrder(
  categories: readonly PlannedCategory[],
  listed: readonly ListedCategory[],
): PlannedCategory[] {
  const rank = (category: PlannedCategory) => {
    const place = listed.findIndex((name) => isSameCategory(category.title, name.title))
    return place < 0 ? listed.length : place
  }
  return categories.toSorted((left, right) => rank(left) - rank(right) || left.source.start - right.source.start)
}

/** One mark per character that stands in an item. */
function takenMask(length: number, categories: readonly PlannedCategory[]): Uint8Array {
  const mask = new Uint8Array(length + 1)
  for (const category of categories)
    for (const sheet of category.sheets)
      for (const item of sheet.items) for (const block of item.blocks) mask.fill(1, block.start, block.end)
  return mask
}

/** The cases that a section's words list (有下列情形之一的，一票否决：) stand with those words. */
function listedBelow(text: string, section: Section): Stretch[] {
  const own = section.blocks.at(-1)
  const isList = own !== undefined && opensList(text.slice(own.start, own.end).trim())
  return isList ? allBlocks(section).slice(section.blocks.length) : []
}

function outsideOf(text: string, section: Section, taken: Uint8Array): { section: Section; blocks: Stretch[] }[] {
  const listed = listedBelow(text, section)
  const blocks: Stretch[] = [...section.blocks, ...listed].filter((block) => taken[block.start] !== 1)
  return [
    ...(blocks.length === 0 ? [] : [{ section, blocks }]),
    ...(listed.length > 0 ? [] : section.children.flatMap((child) => outsideOf(text, child, taken))),
  ]
}
