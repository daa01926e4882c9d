import type { Citation } from '../domain/regulation/citation.ts'
import { compareSchemes, type SchemeChange } from '../domain/scheme/compare-schemes.ts'
import { schemeChangeWords } from '../domain/scheme/scheme-change-words.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'

/** One of the two that are compared: an adopted version, or the open draft (version null). */
export type ComparedSide = {
  readonly version: number | null
  readonly title: string
  readonly effectiveFrom: string | null
}

/** What one side says there. */
export type ComparedPart = {
  /** Its id in that side's scheme; null for a part of the whole, such as the total. */
  readonly id: string | null
  /** In words: a rule's sentence, 工作纪律（10分）. */
  readonly words: string
  /** The clause it rests on in that side's text; null where a person made it or a default stands. */
  readonly source: Citation | null
}

export type ComparedChange = {
  readonly about: 'scheme' | 'category' | 'sheet' | 'item' | 'rule' | 'example'
  /** `moved`: the same words in another place, and nothing else. */
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  /** Titles of what it stands in, outermost first: where it stands now, or stood when it is gone. */
  readonly path: readonly string[]
  /** Where it stood before, when it stands elsewhere now. */
  readonly pathBefore: readonly string[] | null
  /** The change as one Chinese sentence. */
  readonly sentence: string
  readonly before: ComparedPart | null
  readonly after: ComparedPart | null
  /** What is different, field by field, in words: 分值 2分 → 3分. Empty for what was added, removed or moved. */
  readonly fields: readonly {
    readonly label: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

export type SchemeComparison = {
  readonly from: ComparedSide
  readonly to: ComparedSide
  readonly identical: boolean
  readonly counts: Readonly<Record<ComparedChange['change'], number>>
  /** The whole first, then in the order of the later scheme; what is gone stands where it stood. */
  readonly changes: readonly ComparedChange[]
}

/** An adopted version, or the open draft as it reads now. */
export type SchemeSide = ComparedSide & { readonly scheme: Scheme }

/** What is different in the later scheme, in words a clerk reads and with the clause on either side. */
export function describeSchemeChanges(from: SchemeSide, to: SchemeSide): SchemeComparison {
  const changes = compareSchemes(from.scheme, to.scheme).map((change) =>
    describeChange(change, from.scheme, to.scheme),
  )
  const count = (kind: ComparedChange['change']) => changes.filter(({ change }) => change === kind).length
  return {
    from: sideOf(from),
    to: sideOf(to),
    identical: changes.length === 0,
    counts: {
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      moved: count('moved'),
    },
    changes,
  }
}

/** Which of the two it is, without what it says. */
export function sideOf({ version, title, effectiveFrom }: ComparedSide): ComparedSide {
  return { version, title, effectiveFrom }
}

function describeChange(change: SchemeChange, from: Scheme, to: Scheme): ComparedChange {
  const words = schemeChangeWords(change, from, to)
  const { fields, sentence } = words
  if (change.about === 'scheme') {
    const part = (said: string | null): ComparedPart | null =>
      said === null ? null : { id: null, words: said, source: null }
    return {
      about: 'scheme',
      change: words.before === null ? 'added' : words.after === null ? 'removed' : 'changed',
      path: [],
      pathBefore: null,
      sentence,
      before: part(words.before),
      after: part(words.after),
      fields,
    }
  }
  const { before, after, moved } = change
  return {
    about: change.about,
    change: kindOf(change),
    path: (after ?? before)?.path ?? [],
    pathBefore: moved && before !== null ? before.path : null,
    sentence,
    before: comparedPart(before?.part, words.before),
    after: comparedPart(after?.part, words.after),
    fields,
  }
}

function kindOf({ before, after, fields }: Exclude<SchemeChange, { about: 'scheme' }>): ComparedChange['change'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return fields.length === 0 ? 'moved' : 'changed'
}

function comparedPart(
  part: { readonly id: string; readonly source?: Citation | null | undefined } | undefined,
  words: string | null,
): ComparedPart | null {
  return part === undefined || words === null ? null : { id: part.id, words, source: part.source ?? null }
}
