import { neededCharacters } from './needed-characters.ts'
import type { Phrase, PhraseWords } from './phrase.ts'

export type Found<Reading> = {
  readonly phrase: Phrase<Reading>
  readonly start: number
  readonly end: number
  readonly words: PhraseWords
}

/** Groups whose words go into a rule as the regulation writes them, not folded. */
const ownWordGroups: readonly string[] = [
  'value',
  'deed',
  'oneDeed',
  'zeroDeed',
  'headVerb',
  'headDeed',
  'verb',
  'who',
  'payItem',
  'consequence',
]

function foundAt<Reading>(phrase: Phrase<Reading>, match: RegExpExecArray, raw: string): Found<Reading> {
  const words: Record<string, string | undefined> = { ...match.groups }
  for (const group of ownWordGroups) {
    const place = match.indices?.groups?.[group]
    if (place !== undefined) words[group] = raw.slice(place[0], place[1])
  }
  return { phrase, start: match.index, end: match.index + match[0].length, words }
}

type CompiledPattern = {
  /** Finds places quickly; `here` then reads the words at one of them. */
  readonly anywhere: RegExp
  readonly here: RegExp
  readonly atEnd: RegExp
  /** A text without any of these need not be searched; null: search it. */
  readonly needed: readonly string[] | null
}

type CompiledRow = CompiledPattern & { readonly at: number }

/** Each row's pattern in the ways it is looked for; made once, since tables are read for every sentence. */
const compiledTables = new WeakMap<readonly Phrase<unknown>[], readonly CompiledRow[]>()

function compiled(table: readonly Phrase<unknown>[]): readonly CompiledRow[] {
  const known = compiledTables.get(table)
  if (known !== undefined) return known
  const made = table.map(({ pattern: { source } }, at) => ({
    at,
    anywhere: new RegExp(source, 'gu'),
    here: new RegExp(source, 'duy'),
    atEnd: new RegExp(`(?:${source})$`, 'du'),
    needed: neededCharacters(source),
  }))
  compiledTables.set(table, made)
  return made
}

/** Whether a pattern may stand in the text at all; looking for a character is far quicker than for a pattern. */
function mayStandIn(text: string, { needed }: CompiledPattern): boolean {
  return needed === null || needed.some((character) => text.includes(character))
}

type Text = { readonly text: string; readonly raw: string }

/** Every place where a phrase of the table stands: leftmost first, of those the longest, of those the first row. */
export function findPhrases<Reading>(table: readonly Phrase<Reading>[], { text, raw }: Text): Found<Reading>[] {
  const candidates: { readonly row: CompiledRow; readonly start: number; readonly end: number }[] = []
  for (const row of compiled(table)) {
    if (!mayStandIn(text, row)) continue
    const { anywhere } = row
    anywhere.lastIndex = 0
    for (let match = anywhere.exec(text); match !== null; match = anywhere.exec(text)) {
      if (match[0] === '') anywhere.lastIndex += 1
      else candidates.push({ row, start: match.index, end: match.index + match[0].length })
    }
  }
  candidates.sort((left, right) => left.start - right.start || right.end - left.end)
  const found: Found<Reading>[] = []
  for (const { row, start } of candidates) {
    const phrase = table[row.at]
    if (phrase === undefined || start < (found.at(-1)?.end ?? 0)) continue
    row.here.lastIndex = start
    const match = row.here.exec(text)
    if (match !== null) found.push(foundAt(phrase, match, raw))
  }
  return found
}

/** The first row of the table that ends the text, or null. */
export function findAtEnd<Reading>(table: readonly Phrase<Reading>[], { text, raw }: Text): Found<Reading> | null {
  for (const row of compiled(table)) {
    if (!mayStandIn(text, row)) continue
    const match = row.atEnd.exec(text)
    const phrase = table[row.at]
    if (phrase !== undefined && match !== null && match[0] !== '') return foundAt(phrase, match, raw)
  }
  return null
}
