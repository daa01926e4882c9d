import { centipoints } from '../primitives/centipoints.ts'
import { officeNamedBy } from './office-name.ts'
import { itemsOf, sectionItem, sumOfStated } from './plan-items.ts'
import type { PlannedCategory, PlannedSheet } from './planned-category.ts'
import type { Section } from './section.ts'

/** Headings that name offices, each worth what the whole category is worth; [] when the headings are items. */
export function officeSections(section: Section): Section[] {
  const named = section.children.filter((child) => officeNamedBy(child.title) !== null)
  if (named.length === 0 || named.length * 2 < section.children.length) return []
  const whole = section.stated?.points
  const likeWhole = named.filter((child) => child.stated === null || child.stated.points === whole)
  if (likeWhole.length * 2 < named.length) return []
  // A heading among offices that is worth as much as they are is an office as well, whatever its name ends in.
  return section.children.filter((child) => named.includes(child) || child.stated?.points === whole)
}

/** The office that the heading right above some items names: 党政办公室考核表. */
export function officeAbove(items: readonly Section[]): string | null {
  return officeNamedBy(items[0]?.path.at(-1) ?? '')
}

/** A table for each office: its caption names the sheet. */
export function officesOfGroups(groups: readonly (readonly Section[])[]): PlannedCategory {
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
export function officeRun(tops: readonly Section[]): Section[] {
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
export function officeCategory(text: string, tops: readonly Section[]): PlannedCategory {
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

/** The sheet of one office: its heading's items. */
export function officeSheet(text: string, section: Section): PlannedSheet {
  return {
    title: section.title,
    office: officeNamedBy(section.title) ?? section.title,
    stated: section.stated,
    source: section.heading,
    path: section.path,
    items: itemsOf(text, section),
  }
}
