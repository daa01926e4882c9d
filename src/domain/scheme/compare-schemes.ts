import { isSameValue } from '../primitives/is-same-value.ts'
import { saidOf } from './said-of.ts'
import { ruleFields } from './effects/index.ts'
import { matchAlike, matchParts, type Matching } from './match-parts.ts'
import {
  schemeParts,
  type Category,
  type Item,
  type OfficeSheet,
  type Rule,
  type Scheme,
  type SchemePart,
  type WorkedExample,
} from './scheme.ts'

/** A part in its scheme: the titles of what it stands in, outermost first. */
export type Placed<Part> = {
  readonly part: Part
  readonly path: readonly string[]
}

/** What happened to one part: `before` null, it was added; `after` null, removed; else `fields` differ, or it moved. */
type ChangeOf<About, Part> = {
  readonly about: About
  readonly before: Placed<Part> | null
  readonly after: Placed<Part> | null
  /** The fields that say something else; empty for what was added, removed or only moved. */
  readonly fields: readonly string[]
  /** It stands in another sheet, item or list than before. */
  readonly moved: boolean
}

export type PartChange =
  | ChangeOf<'category', Category>
  | ChangeOf<'sheet', OfficeSheet>
  | ChangeOf<'item', Item>
  | ChangeOf<'rule', Rule>
  | ChangeOf<'example', WorkedExample>

export type SchemeChange = { readonly about: 'scheme'; readonly part: SchemePart } | PartChange

/** Where rules outside every item stand. */
export const outsideTitles = { rewards: '奖励与减分', vetoes: '一票否决' } as const

/**
 * What differs between two schemes: a category is known by its title, a sheet by its office, an item by its
 * title, a rule by its deed and circumstances, then by the words of its clause; what is left is paired when its words
 * are half alike. Ids, offsets, origins and the order within a list make no difference: they change when a text is
 * compiled anew. This is for reading: which rule an entry follows is scheme-lineage's to say, and stricter.
 * The whole comes first, then the order of the later scheme; what is gone follows where it stood.
 */
export function compareSchemes(before: Scheme, after: Scheme): SchemeChange[] {
  const categories = matchCategories(before.categories, after.categories)
  const sheets = within(categories, sheetsOf, matchSheets)
  const items = movedToo(within(sheets, itemsOf, matchItems), itemKey)
  const rules = movedToo(joined([within(items, rulesOf, matchRules), ...outside(before, after)]), ruleKey)
  const examples = matchAlike(
    matchParts(placedExamples(before), placedExamples(after), [({ part }) => part.title, ({ part }) => part.id]),
    ({ part }) => part.title,
  )
  const pairs = [
    ...pairsOf(categories),
    ...pairsOf(sheets),
    ...pairsOf(items),
    ...pairsOf(rules),
    ...pairsOf(examples),
  ]
  const order = placesIn(before, after, pairs)
  const changes: PartChange[] = [
    ...changesOf('category', categories, categoryFields),
    ...changesOf('sheet', sheets, ['title', 'office', 'points']),
    ...changesOf('item', items, ['title', 'points', 'window']),
    ...changesOf('rule', rules, ['effect', ...ruleFields]),
    ...changesOf('example', examples, ['title', 'office', 'post', 'given', 'expected']),
  ]
  const placeOf = ({ before: was, after: is }: PartChange) => order.get((is ?? was)?.part) ?? 0
  return [...wholeChanges(before, after), ...changes.toSorted((one, other) => placeOf(one) - placeOf(other))]
}

const categoryFields = ['title', 'points', 'kind', 'window', 'raterGroups', 'missingRaterGroup'] as const

function wholeChanges(before: Scheme, after: Scheme): SchemeChange[] {
  return schemeParts
    .filter((part) => !isSameValue(saidOf(before[part]), saidOf(after[part])))
    .map((part) => ({ about: 'scheme', part }))
}

// ---- pairing, from the outside in ----

function matchCategories(before: readonly Category[], after: readonly Category[]): Matching<Placed<Category>> {
  const placed = (category: Category): Placed<Category> => ({ part: category, path: [] })
  return matchAlike(
    matchParts(before.map(placed), after.map(placed), [({ part }) => part.title, lonely(before, after)]),
    ({ part }) => part.title,
  )
}

/** The one category of its kind on either side is the same one under another title. */
function lonely(before: readonly Category[], after: readonly Category[]) {
  const isOnly = (kind: Category['kind']) =>
    [before, after].every((side) => side.filter((category) => category.kind === kind).length === 1)
  return ({ part }: Placed<Category>): string | null => (isOnly(part.kind) ? part.kind : null)
}

const sheetsOf = ({ part: category, path }: Placed<Category>): Placed<OfficeSheet>[] =>
  category.sheets.map((part) => ({ part, path: [...path, category.title] }))

/** The one sheet of a category that has no others goes by its category. */
const itemsOf = ({ part: sheet, path }: Placed<OfficeSheet>): Placed<Item>[] =>
  sheet.items.map((part) => ({ part, path: path.at(-1) === sheet.title ? path : [...path, sheet.title] }))

const rulesOf = ({ part: item, path }: Placed<Item>): Placed<Rule>[] =>
  item.rules.map((part) => ({ part, path: [...path, item.title] }))

function matchSheets(before: readonly Placed<OfficeSheet>[], after: readonly Placed<OfficeSheet>[]) {
  const byOffice = ({ part }: Placed<OfficeSheet>) => part.office ?? `全员 ${part.title}`
  const ofEveryone = ({ part }: Placed<OfficeSheet>) => (part.office === null ? '' : null)
  const byTitle = ({ part }: Placed<OfficeSheet>) => part.title
  return matchAlike(matchParts(before, after, [byOffice, ofEveryone, byTitle]), byTitle)
}

const itemKey = ({ part }: Placed<Item>): string => part.title

function matchItems(before: readonly Placed<Item>[], after: readonly Placed<Item>[]) {
  return matchAlike(matchParts(before, after, [itemKey, clauseKey]), ({ part }) => part.title)
}

function clauseKey({ part }: Placed<Item> | Placed<Rule>): string | null {
  const quote = part.source?.quote ?? ''
  return quote === '' ? null : quote
}

/** All a rule says under the same words of the text: of several for one deed, each is first looked for as it was. */
function sameWords({ part }: Placed<Rule>): string | null {
  return part.sentence === '' ? null : JSON.stringify([part.sentence, part.source?.quote ?? null])
}

function sameSentence({ part }: Placed<Rule>): string | null {
  return part.sentence === '' ? null : part.sentence
}

/** The deed and when it counts: what makes a rule this rule and no other. */
function ruleKey({ part }: Placed<Rule>): string {
  const { effect, condition, severity, rank, level, subject, deadline } = part
  return JSON.stringify([effect, condition, severity, rank, level, subject, deadline].map((one) => one ?? null))
}

function deedKey({ part }: Placed<Rule>): string | null {
  const { condition, severity, rank, level } = part
  const deed = [condition, severity, rank, level].filter((words) => words !== undefined)
  return deed.length === 0 ? null : JSON.stringify(deed)
}

function matchRules(before: readonly Placed<Rule>[], after: readonly Placed<Rule>[]): Matching<Placed<Rule>> {
  return matchAlike(
    matchParts(before, after, [sameWords, sameSentence, ruleKey, deedKey, clauseKey]),
    ({ part }) => [part.condition, part.severity, part.rank, part.level, part.source?.quote].join(' '),
  )
}

function outside(before: Scheme, after: Scheme): Matching<Placed<Rule>>[] {
  const placed = (scheme: Scheme, list: keyof typeof outsideTitles) =>
    scheme[list].map((part) => ({ part, path: [outsideTitles[list]] }))
  return [
    matchRules(placed(before, 'rewards'), placed(after, 'rewards')),
    matchRules(placed(before, 'vetoes'), placed(after, 'vetoes')),
  ]
}

function placedExamples(scheme: Scheme): Placed<WorkedExample>[] {
  return (scheme.examples ?? []).map((part) => ({ part, path: [] }))
}

/** Pairs the parts inside paired parts; what stands in a part of one side only is of that side only. */
function within<Outer, Inner>(
  { both, gone, come }: Matching<Outer>,
  partsOf: (outer: Outer) => readonly Inner[],
  match: (before: readonly Inner[], after: readonly Inner[]) => Matching<Inner>,
): Matching<Inner> {
  const inside = both.map(({ before, after }) => match(partsOf(before), partsOf(after)))
  return joined([...inside, { both: [], gone: gone.flatMap(partsOf), come: come.flatMap(partsOf) }])
}

function joined<Part>(matchings: readonly Matching<Part>[]): Matching<Part> {
  return {
    both: matchings.flatMap(({ both }) => both),
    gone: matchings.flatMap(({ gone }) => gone),
    come: matchings.flatMap(({ come }) => come),
  }
}

/** What is gone in one place and has come in another under the same key has moved. */
function movedToo<Part>(matching: Matching<Part>, keyOf: (part: Part) => string): Matching<Part> {
  const found = matchParts(matching.gone, matching.come, [keyOf])
  return { ...found, both: [...matching.both, ...found.both.map((pair) => ({ ...pair, moved: true }))] }
}

// ---- what the pairs say ----

function changesOf<const About, Part>(
  about: About,
  { both, gone, come }: Matching<Placed<Part>>,
  fieldNames: readonly (keyof Part & string)[],
): ChangeOf<About, Part>[] {
  return [
    ...both.flatMap(({ before, after, moved = false }) => {
      const fields = fieldNames.filter(
        (field) => !isSameValue(saidOf(before.part[field]), saidOf(after.part[field])),
      )
      return fields.length === 0 && !moved ? [] : [{ about, before, after, fields, moved }]
    }),
    ...gone.map((before) => ({ about, before, after: null, fields: [], moved: false })),
    ...come.map((after) => ({ about, before: null, after, fields: [], moved: false })),
  ]
}

type AnyPart = Category | OfficeSheet | Item | Rule | WorkedExample

function pairsOf<Part extends AnyPart>({ both }: Matching<Placed<Part>>): (readonly [AnyPart, AnyPart])[] {
  return both.map(({ before, after }) => [before.part, after.part])
}

/** Where each part is listed: as the later scheme has them, and what is gone after what it followed. */
function placesIn(
  before: Scheme,
  after: Scheme,
  pairs: readonly (readonly [AnyPart, AnyPart])[],
): ReadonlyMap<AnyPart | undefined, number> {
  const places = new Map<AnyPart | undefined, number>()
  const later = partsInOrder(after)
  for (const [index, part] of later.entries()) places.set(part, index)
  const stayed = new Map(pairs)
  const earlier = partsInOrder(before)
  let followed = -1
  for (const [index, part] of earlier.entries()) {
    const now = stayed.get(part)
    if (now === undefined) places.set(part, followed + (index + 1) / (earlier.length + 1))
    else followed = places.get(now) ?? followed
  }
  return places
}

function partsInOrder(scheme: Scheme): AnyPart[] {
  return [
    ...scheme.categories.flatMap((category): AnyPart[] => [
      category,
      ...category.sheets.flatMap((sheet): AnyPart[] => [
        sheet,
        ...sheet.items.flatMap((item): AnyPart[] => [item, ...item.rules]),
      ]),
    ]),
    ...scheme.rewards,
    ...scheme.vetoes,
    ...(scheme.examples ?? []),
  ]
}
