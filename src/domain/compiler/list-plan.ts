import { isSameCategory, type CategoryList, type ListedCategory } from './category-list.ts'
import { allBlocks, hasScoredChild, itemsOf, scores } from './plan-items.ts'
import type { PlannedCategory } from './planned-category.ts'
import type { Section } from './section.ts'

/**
 * The categories that headings state, and those that only the list does: each of these takes the heading without
 * points that bears its name (日常考核扣分标准), or the one unlisted group of items that is worth as much.
 */
export function withListed(
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
    const section = sectionNamed(root, name.title, (named) => scoresBelow(text, named))
    if (section !== null) return [listedSection(text, section, name)]
    const bare = sectionNamed(root, name.title, () => true)
    return [{ ...listedOnly(name), hasSection: bare !== null }]
  })
  return [
    ...planned.map((category) => {
      const name = renamed.get(category)
      return name === undefined ? category : { ...category, title: name.title, digits: name.digits }
    }),
    ...added,
  ]
}

/** The first heading without points that bears the name and is as asked. */
function sectionNamed(root: Section, name: string, isWanted: (section: Section) => boolean): Section | null {
  for (const child of root.children) {
    const isNamed = child.stated === null && child.title.length <= 20 && isSameCategory(child.title, name)
    if (isNamed && isWanted(child)) return child
    const deeper = sectionNamed(child, name, isWanted)
    if (deeper !== null) return deeper
  }
  return null
}

function scoresBelow(text: string, section: Section): boolean {
  return !hasScoredChild(section) && allBlocks(section).some((block) => scores(text, block))
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

/** Whether a heading's points are those a list sentence gives. */
export function isInLists(section: Section, lists: readonly CategoryList[]): boolean {
  const digits = section.stated?.digits
  return (
    digits !== undefined &&
    lists.some((list) => digits.start >= list.sentence.start && digits.end <= list.sentence.end)
  )
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

/** Categories in the order of the list, the others after them as they stand. */
export function inListOrder(
  categories: readonly PlannedCategory[],
  listed: readonly ListedCategory[],
): PlannedCategory[] {
  const rank = (category: PlannedCategory) => {
    const place = listed.findIndex((name) => isSameCategory(category.title, name.title))
    return place < 0 ? listed.length : place
  }
  return categories.toSorted((left, right) => rank(left) - rank(right) || left.source.start - right.source.start)
}
