import { isSameValue } from '../../primitives/is-same-value.ts'
import { saidOf } from '../said-of.ts'
import {
  schemeParts,
  type Category,
  type Item,
  type OfficeSheet,
  type Rule,
  type Scheme,
  type SchemePart,
} from '../scheme.ts'

/**
 * The edited scheme with what a person changed marked, and only that: which parts of the whole differ from where the
 * draft began (`byHand`), and a category, sheet, item or rule of the text that says again what the text said, in its
 * old place, is the text's again. Marks that the draft began with stay.
 */
export function markByHand(start: Scheme, edited: Scheme): Scheme {
  const same = schemeParts.filter((part) => isSameValue(saidOf(start[part]), saidOf(edited[part])))
  const byHand = schemeParts.filter((part) => start.byHand?.includes(part) === true || !same.includes(part))
  const restored = same.reduce((scheme, part) => withPart(scheme, part, start[part]), edited)
  const { byHand: _byHand, ...kept } = withOwnOrigins(restored, beginningOf(start))
  return { ...kept, ...(byHand.length === 0 ? {} : { byHand }) }
}

/** A part that says what it said is the one the draft began with, clause and all. */
function withPart<Part extends SchemePart>(scheme: Scheme, part: Part, value: Scheme[Part]): Scheme {
  return value === undefined ? scheme : { ...scheme, [part]: value }
}

/** The parts a draft began with, each with the id of what it stood in. */
type Began<Part> = ReadonlyMap<string, { readonly part: Part; readonly within: string }>
type Beginning = {
  readonly categories: Began<Category>
  readonly sheets: Began<OfficeSheet>
  readonly items: Began<Item>
  readonly rules: Began<Rule>
}

const top = 'scheme'

function beginningOf(scheme: Scheme): Beginning {
  const sheets = scheme.categories.flatMap(({ id, sheets: parts }) => parts.map((part) => ({ part, within: id })))
  const items = sheets.flatMap(({ part: sheet }) => sheet.items.map((part) => ({ part, within: sheet.id })))
  const rules = [
    ...items.flatMap(({ part: item }) => item.rules.map((part) => ({ part, within: item.id }))),
    ...scheme.rewards.map((part) => ({ part, within: 'rewards' })),
    ...scheme.vetoes.map((part) => ({ part, within: 'vetoes' })),
  ]
  return {
    categories: byId(scheme.categories.map((part) => ({ part, within: top }))),
    sheets: byId(sheets),
    items: byId(items),
    rules: byId(rules),
  }
}

function byId<Part extends { readonly id: string }>(
  parts: readonly { readonly part: Part; readonly within: string }[],
): Began<Part> {
  return new Map(parts.map((standing) => [standing.part.id, standing]))
}

function withOwnOrigins(scheme: Scheme, began: Beginning): Scheme {
  const rulesOf = (rules: readonly Rule[], within: string) => rules.map((rule) => own(rule, within, began.rules))
  return {
    ...scheme,
    categories: scheme.categories.map((category) => ({
      ...own(category, top, began.categories),
      sheets: category.sheets.map((sheet) => ({
        ...own(sheet, category.id, began.sheets),
        items: sheet.items.map((item) => ({
          ...own(item, sheet.id, began.items),
          rules: rulesOf(item.rules, item.id),
        })),
      })),
    })),
    rewards: rulesOf(scheme.rewards, 'rewards'),
    vetoes: rulesOf(scheme.vetoes, 'vetoes'),
  }
}

type Marked = { readonly id: string; readonly origin?: string | undefined }

/** The part as the draft began with it, where a person's part says the same in the same place. */
function own<Part extends Marked>(part: Part, within: string, began: Began<Part>): Part {
  const before = began.get(part.id)
  if (part.origin !== 'person' || before === undefined || before.within !== within) return part
  // A default that a person has confirmed is no default any more, though its words are the same.
  return before.part.origin !== 'default' && isSameValue(ownFields(before.part), ownFields(part))
    ? before.part
    : part
}

const notOwn = new Set(['origin', 'sheets', 'items', 'rules'])

function ownFields(part: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(part).filter(([field]) => !notOwn.has(field)))
}
