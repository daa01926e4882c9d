import type { PersonFigure } from '../bulletin/backing.ts'
import type { BulletinBlock, BulletinContent } from '../bulletin/bulletin.ts'
import { isWordedAlike } from '../bulletin/wording-since.ts'
import { canonicalJson } from '../primitives/canonical-json.ts'
import { isSameValue } from '../primitives/is-same-value.ts'
import type { CheckList } from './check-list.ts'
import type { Published } from './check-publications.ts'
import type { Reckoned } from './check-scores.ts'
import { expectedBlocks, expectedChanges, isBeside, type Shown } from './expected-blocks.ts'
import { pointsText } from './figure-text.ts'
import type { Finding } from './finding.ts'
import { differingCells } from './shown-columns.ts'

type Figures = NonNullable<BulletinContent['figures']>

/**
 * What bulletins show: their words and tables are made again of the figures and must be the same, block by block; where
 * a file has not what they follow from, their tables must at least say what their own figures say.
 */
export function checkShown(
  published: readonly Published[],
  reckoned: ReadonlyMap<string, Reckoned>,
  checks: CheckList,
): void {
  const byId = new Map(published.map((one) => [one.leaf.bulletinId, one]))
  for (const one of published) {
    const { content, leaf, title } = one
    if (content === null) continue
    if (content.figures !== null) {
      for (const finding of differingCells(content, content.figures, title)) checks.broken('shown', finding)
      checkFigures(one, content.figures, checks)
    }
    const corrected = leaf.corrects === null ? null : (byId.get(leaf.corrects) ?? null)
    const shown = { one: { ...one, content }, reckoned: reckoned.get(leaf.bulletinId) ?? null, corrected }
    checkBlocks(shown, checks)
  }
}

function checkBlocks(shown: Shown, checks: CheckList): void {
  const { content, title } = shown.one
  if (!isWordedAlike(content.engineVersion)) {
    checks.gap('shown', 'worded-before', 1, title)
    return
  }
  const attempts = [false, true].map((gradesOnly) => compareBlocks(shown, gradesOnly))
  const [open, withheld] = attempts
  if (open === undefined || open === null || withheld === undefined || withheld === null) {
    checks.gap('shown', hasFigures(content) ? 'not-in-scope' : 'words-only', 1, title)
    return
  }
  checks.counted('shown', content.blocks.length)
  for (const finding of open.length <= withheld.length ? open : withheld) checks.broken('shown', finding)
}

function hasFigures({ kind }: BulletinContent): boolean {
  return kind === 'quarterly' || kind === 'annual' || kind === 'payroll' || kind === 'monthly'
}

function hidesScores(content: BulletinContent | null): boolean {
  const figures = content?.figures ?? []
  return figures.length > 0 && figures.every(({ score }) => score === null)
}

function compareBlocks(shown: Shown, gradesOnly: boolean): readonly Finding[] | null {
  const { content, title } = shown.one
  const expected = safely(() => expectedBlocks(shown, gradesOnly))
  if (expected === null) return null
  const place = { kind: 'bulletin', title } as const
  const findings: Finding[] = []
  let next = 0
  for (const [index, block] of content.blocks.entries()) {
    const right = expected[next]
    if (right !== undefined && isSameValue(block, right)) next += 1
    else if (isBeside(block, content, index)) continue
    else {
      findings.push(nameDifference(block, right, title))
      // Past it, so that what follows is compared with its own.
      if (right?.kind === block.kind) next += 1
    }
  }
  if (next < expected.length)
    findings.push({
      code: 'shown-words',
      place,
      said: '—',
      found: whereTheyPart(wordsOf(expected[next]), '').said,
    })
  if (content.correction !== null) {
    const said = content.correction.changes
    // What the corrected one withheld, the correction does not tell either.
    const tellings = hidesScores(shown.corrected?.content ?? null) ? [gradesOnly, true] : [gradesOnly]
    const right = tellings.map((isWithheld) => safely(() => expectedChanges(shown, isWithheld)))
    if (right.every((changes) => changes !== null && !isSameValue(changes, said)))
      findings.push({ code: 'shown-words', place, said: canonicalJson(said).slice(0, 80) })
  }
  return findings
}

/** The person whose row differs where it is a table's, else the words. */
function nameDifference(block: BulletinBlock, right: BulletinBlock | undefined, title: string): Finding {
  const place = { kind: 'bulletin', title } as const
  if (block.kind !== 'table' || right?.kind !== 'table')
    return { code: 'shown-words', place, ...whereTheyPart(wordsOf(block), wordsOf(right)) }
  const names = block.columns.findIndex((column) => column.title === '姓名')
  const row = block.rows.findIndex((cells, index) => !isSameValue(cells, right.rows[index]))
  const name = block.rows[row]?.[names]
  const words = { said: rowText(block.rows[row]), found: rowText(right.rows[row]) }
  if (name === undefined) return { code: 'shown-words', place, ...words }
  return {
    code: 'shown-words',
    place: { kind: 'person', bulletin: title, name, what: block.title },
    ...words,
  }
}

function rowText(cells: readonly string[] | undefined): string {
  return cells === undefined ? '—' : cells.filter((cell) => cell !== '').join(' / ')
}

function wordsOf(block: BulletinBlock | undefined): string {
  if (block === undefined) return '—'
  if (block.kind === 'table') return rowText(block.rows[0])
  return block.kind === 'signatures' ? block.lines.join('、') : block.text
}

/** Two long texts alike at first are shown from shortly before they differ, so that the difference can be read. */
function whereTheyPart(said: string, found: string): { readonly said: string; readonly found: string } {
  const one = Array.from(said)
  const other = Array.from(found)
  const alike = one.findIndex((character, place) => character !== other[place])
  const from = alike === -1 ? Math.min(one.length, other.length) : alike
  const start = from <= 40 ? 0 : from - 20
  const cut = (text: readonly string[]): string =>
    `${start === 0 ? '' : '…'}${text.slice(start, start + 80).join('')}${text.length > start + 80 ? '…' : ''}`
  return { said: cut(one), found: cut(other) }
}

/** Figures that no town could have make no bulletin: then there is nothing to compare with. */
function safely<Value>(make: () => Value | null): Value | null {
  try {
    return make()
  } catch {
    return null
  }
}

type ShownPerson = Omit<Figures[number], never> & { readonly tiedFor?: string | null }

/** Everyone once; where a bulletin withholds a figure it says nothing, never something else. */
function checkFigures({ title, backing }: Published, figures: Figures, checks: CheckList): void {
  const left = peopleOf(backing)
  if (left === null) return
  for (const row of figures) {
    checks.counted('shown')
    const same = left.filter(
      ({ name, office, post }) => name === row.name && office === row.office && post === row.post,
    )
    const fitting = same.find((person) => fits(row, person))
    const person = fitting ?? same[0]
    const place = { kind: 'person', bulletin: title, name: row.name, what: null } as const
    if (person === undefined) checks.broken('shown', { code: 'person-extra', place })
    else {
      left.splice(left.indexOf(person), 1)
      if (fitting === undefined)
        checks.broken('shown', { code: 'shown-differs', place, said: figureText(row), found: figureText(person) })
    }
  }
  for (const { name } of left)
    checks.broken('shown', {
      code: 'person-missing',
      place: { kind: 'person', bulletin: title, name, what: null },
    })
}

function peopleOf(backing: Published['backing']): ShownPerson[] | null {
  const assessed = backing?.assessed ?? null
  if (assessed === null || 'digest' in assessed) return backing?.result?.people.slice() ?? null
  return assessed.people.filter(({ days }: PersonFigure) => days.onRoster > 0)
}

function fits(row: Figures[number], person: ShownPerson): boolean {
  const isGrade = row.grade === null || row.grade === person.grade || row.grade === person.tiedFor
  return (
    isGrade &&
    (row.score === null || row.score === person.score) &&
    (row.rank === null || row.rank === person.rank)
  )
}

function figureText({ score, rank, grade }: Pick<ShownPerson, 'score' | 'rank' | 'grade'>): string {
  return [pointsText(score), rank === null ? '—' : String(rank), grade ?? '—'].join(' / ')
}
