import type { Citation } from '../domain/regulation/citation.ts'

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
