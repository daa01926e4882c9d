import { groupBy } from '../primitives/group-by.ts'
import type { Centipoints } from '../primitives/centipoints.ts'
import { basePlan } from './base-plan.ts'
import { findCategoryLists, isSameCategory, type CategoryList, type ListedCategory } from './category-list.ts'
import { ratedTitle } from './category-kind.ts'
import { opensList } from './clauses/listed-cases.ts'
import { inListOrder, isInLists, withListed } from './list-plan.ts'
import { namedTotals, statedTotal, type NamedTotal } from './named-total.ts'
import { officeNamedBy } from './office-name.ts'
import {
  officeAbove,
  officeCategory,
  officeRun,
  officeSections,
  officeSheet,
  officesOfGroups,
} from './office-plan.ts'
import {
  allBlocks,
  creditedItem,
  isDealtToHeadings,
  itemsOf,
  paragraphItems,
  scores,
  sectionItem,
  sumOfStated,
  topScored,
} from './plan-items.ts'
import type { PlannedCategory, PlannedSheet } from './planned-category.ts'
import type { Section } from './section.ts'
import type { StatedPoints, Stretch } from './stated-points.ts'

/** The scheme a text's outline makes, its clauses not read yet. */
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
  const tops = belowTotal(
    text,
    topScored(root).filter((section) => !isInLists(section, lists)),
    onlyTotal,
  )
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
 * 考核内容(满分100分) above everything says the total over again: the categories stand below it, where its headings have
 * items of their own or group them.
 */
function belowTotal(text: string, tops: readonly Section[], total: NamedTotal | null): readonly Section[] {
  const [top] = tops
  if (top?.stated === undefined || top.stated === null || tops.length > 1) return tops
  if (total !== null && top.stated.points !== total.points) return tops
  const below = topScored(top)
  const groups = new Set(below.map(parentKey))
  const areCategories =
    below.length >= 2 && below.every((section) => holdsItems(text, section) || isRated(text, section))
  return areCategories || groups.size >= 2 ? below : tops
}

function distinctTotals(stated: readonly StatedPoints[]): NamedTotal[] {
  return stated
    .filter(({ points }, i) => stated.findIndex((other) => other.points === points) === i)
    .map(({ points, digits, words }) => ({ points, digits, place: words }))
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
    const run = new Set(offices)
    const others = tops.filter((section) => !run.has(section))
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
