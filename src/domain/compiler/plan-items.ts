import { addPoints, type Centipoints } from '../primitives/centipoints.ts'
import type { Section } from './section.ts'
import { paragraphPoints, creditedMaximum, type StatedPoints, type Stretch } from './stated-points.ts'

/** Which stretch of the text becomes which part of the scheme; clauses are not read yet. */
export type PlannedItem = {
  readonly title: string
  readonly stated: StatedPoints | null
  readonly source: Stretch
  readonly path: readonly string[]
  /** Running text of the item, in the order of the text, without headings and numbers. */
  readonly blocks: readonly Stretch[]
}

/** Sections with points that stand in no other section with points. */
export function topScored(section: Section): Section[] {
  return section.children.flatMap((child) => (child.stated === null ? topScored(child) : [child]))
}

/** Whether a heading below this one states points of its own. */
export function hasScoredChild(section: Section): boolean {
  return topScored(section).length > 0
}

/** The items of a sheet: its headings with points; failing those its paragraphs with points; failing those itself. */
export function itemsOf(text: string, section: Section): PlannedItem[] {
  if (hasScoredChild(section))
    return isDealtToHeadings(text, section)
      ? section.children.flatMap((child) => itemsUnder(text, child))
      : [sectionItem(section)]
  const paragraphs = paragraphItems(text, section)
  if (paragraphs.length > 0) return paragraphs
  const credited = section.children.map((child) => creditedItem(text, child))
  if (dealsOut(section, credited)) return credited
  return [sectionItem(section)]
}

/**
 * Whether the headings below deal out the points of this one: they come to its sum, or most of those that score state
 * points. One 制度上墙(1分) among clauses without points is a clause like them.
 */
export function isDealtToHeadings(text: string, section: Section): boolean {
  const scored = topScored(section)
  const whole = section.stated?.points
  if (scored.length === 0 || whole === undefined) return scored.length > 0
  if (scored.reduce((points, { stated }) => points + (stated?.points ?? 0), 0) === whole) return true
  const stating = section.children.filter((child) => child.stated !== null || hasScoredChild(child))
  const clauses = section.children.filter(
    (child) =>
      child.title === '' && !stating.includes(child) && allBlocks(child).some((block) => scores(text, block)),
  )
  return stating.length > clauses.length
}

/** Whether clauses that credit points deal out those of their heading; one alone among others does not. */
function dealsOut(section: Section, credited: readonly PlannedItem[]): boolean {
  const stated = credited.flatMap((item) => (item.stated === null ? [] : [item.stated.points]))
  if (stated.length === 0) return false
  const sum = stated.reduce((points, part) => points + part, 0)
  return section.stated === null || stated.length === credited.length || sum === section.stated.points
}

function itemsUnder(text: string, child: Section): PlannedItem[] {
  if (child.stated !== null) return itemsOfScored(text, child)
  if (hasScoredChild(child)) return itemsOf(text, child)
  const item = creditedItem(text, child)
  // Without points and without a scoring word it is a remark among items: 考核结果每月公示.
  return item.stated !== null || item.blocks.some((block) => scores(text, block)) ? [item] : []
}

/** Whether a stretch moves points, or says that somebody may. */
export function scores(text: string, { start, end }: Stretch): boolean {
  return /扣|[加得计记减]\d|[得计记]满分|不得分|视情/.test(text.slice(start, end))
}

/** A heading with points whose own headings deal those points out is no item itself: they are. */
function itemsOfScored(text: string, section: Section): PlannedItem[] {
  const scored = topScored(section)
  const deeper =
    scored.length > 0 ? scored.map(sectionItem) : section.children.map((child) => creditedItem(text, child))
  const sum = deeper.reduce((points, item) => points + (item.stated?.points ?? 0), 0)
  if (deeper.length >= 2 && sum === section.stated?.points) return deeper
  const own = sectionItem(section)
  const [first, ...others] = paragraphGroups(text, own.blocks)
  if (others.length === 0 || first === undefined) return [own]
  return [{ ...own, blocks: first.blocks }, ...others.map((group) => paragraphItem(text, group, section.path))]
}

/** The item that a heading with points makes, with all text under it. */
export function sectionItem(section: Section): PlannedItem {
  return {
    title: section.title,
    stated: section.stated,
    source: section.heading,
    path: section.path,
    blocks: allBlocks(section),
  }
}

/** 完成任务计15分: a numbered clause under a scored heading that credits its points itself. */
export function creditedItem(text: string, section: Section): PlannedItem {
  const item = sectionItem(section)
  const reach = { start: section.start, end: item.blocks.at(-1)?.end ?? section.heading.end }
  return { ...item, stated: creditedMaximum(text, reach) }
}

/** The text of a section and of all sections below it, in order. */
export function allBlocks(section: Section): Stretch[] {
  const deeper = section.children.flatMap((child) => {
    const titled = child.title !== '' && child.blocks.length === 0 && child.children.length === 0
    return titled ? [child.heading, ...allBlocks(child)] : allBlocks(child)
  })
  return [...section.blocks.map(({ start, end }) => ({ start, end })), ...deeper]
}

type ParagraphGroup = { readonly stated: StatedPoints; readonly blocks: readonly Stretch[] }

/** The paragraphs of a section that state points of their own, each an item. */
export function paragraphItems(text: string, section: Section): PlannedItem[] {
  const path = section.title === '' ? section.path : [...section.path, section.title]
  const groups = paragraphGroups(text, allBlocks(section))
  return groups.map((group) => paragraphItem(text, group, path))
}

function paragraphItem(text: string, group: ParagraphGroup, path: readonly string[]): PlannedItem {
  const start = group.blocks[0]?.start ?? group.stated.words.start
  const end = group.blocks.at(-1)?.end ?? group.stated.words.end
  return { title: '', stated: group.stated, source: { start, end }, path, blocks: group.blocks }
}

/**
 * Paragraphs by the points they state. A paragraph without points belongs to the next one when its sentence goes on
 * there, else to the one before; one that states points more than once is cut after each.
 */
function paragraphGroups(text: string, blocks: readonly Stretch[]): ParagraphGroup[] {
  const groups: { stated: StatedPoints; blocks: Stretch[] }[] = []
  let waiting: Stretch[] = []
  for (const block of blocks.flatMap((block) => cutAfterPoints(text, block))) {
    const stated = paragraphPoints(text, block)[0]
    const last = groups.at(-1)
    if (stated !== undefined) {
      groups.push({ stated, blocks: [...waiting, block] })
      waiting = []
    } else if (last === undefined || !/[。;!?)]$/.test(text.slice(block.start, block.end))) waiting.push(block)
    else last.blocks.push(...waiting.splice(0), block)
  }
  groups.at(-1)?.blocks.push(...waiting)
  return groups
}

/** Several items in one paragraph, their line breaks lost: cut after the points of each. */
function cutAfterPoints(text: string, block: Stretch): Stretch[] {
  const brackets = paragraphPoints(text, block)
  if (brackets.length < 2) return [block]
  const pieces: Stretch[] = []
  let start = block.start
  for (const [i, bracket] of brackets.entries()) {
    const stop = /^[。;,、]?/.exec(text.slice(bracket.words.end, block.end))?.[0].length ?? 0
    const end = i === brackets.length - 1 ? block.end : bracket.words.end + stop
    pieces.push({ start, end })
    start = end
  }
  return withOwnClauses(text, pieces)
}

/** An item that states its points before its clauses (…工作(5分)。少一期扣2分。) gets them back from the next piece. */
function withOwnClauses(text: string, pieces: readonly Stretch[]): Stretch[] {
  const moved = pieces.map(({ start, end }) => ({ start, end }))
  for (const [i, piece] of moved.entries()) {
    const next = moved[i + 1]
    if (next === undefined || /扣|[加得计记]\d/.test(text.slice(piece.start, piece.end))) continue
    const clauses =
      /^(?:[^。]*(?:扣|[加得计记]\d)[^。]*。)+(?=[^。])/.exec(text.slice(next.start, next.end))?.[0] ?? ''
    piece.end += clauses.length
    next.start += clauses.length
  }
  return moved
}

/** What the headings state together; 0 of none. */
export function sumOfStated(sections: readonly Section[]): Centipoints {
  return addPoints(...sections.flatMap((section) => (section.stated === null ? [] : [section.stated.points])))
}
