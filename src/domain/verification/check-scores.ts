import { peopleFigures, type AssessedBacking, type PersonFigure } from '../bulletin/backing.ts'
import { isSameValue } from '../primitives/is-same-value.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { assess } from '../scoring/assess.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { schemeOfYear } from '../scoring/scheme-of-year.ts'
import type { AdoptedVersion } from './check-adoptions.ts'
import type { CheckList } from './check-list.ts'
import type { Published } from './check-publications.ts'
import { pointsText } from './figure-text.ts'
import { loggedEntries, type KnownRow } from './logged-entries.ts'
import type { Manifest } from './proof-file.ts'

type Given = {
  readonly manifest: Manifest
  readonly rows: readonly KnownRow[]
  readonly versions: ReadonlyMap<number, AdoptedVersion>
}

/** A year reckoned again. */
export type Reckoned = { readonly sheets: readonly ScoreSheet[]; readonly scheme: Scheme }

/**
 * Every published score, rank and grade again: from the entries of the log up to the bulletin's position, the adopted
 * schemes, and what its backing froze. Answers what was reckoned, by the bulletin's id.
 */
export function checkScores(
  published: readonly Published[],
  given: Given,
  checks: CheckList,
): ReadonlyMap<string, Reckoned> {
  const reckoned = new Map<string, Reckoned>()
  if (given.manifest.scope !== 'full') {
    checks.gap('scores', 'not-in-scope')
    return reckoned
  }
  let there = false
  for (const one of published) {
    const assessed = one.backing?.assessed ?? null
    if (assessed === null || 'digest' in assessed) continue
    there = true
    if (assessed.ledgerPosition !== one.leaf.ledgerPosition)
      checks.broken('scores', {
        code: 'publication-differs',
        place: { kind: 'bulletin', title: one.title },
        said: String(assessed.ledgerPosition),
        found: String(one.leaf.ledgerPosition),
      })
    const again = reckonAgain(one, assessed, given, checks)
    if (again === null) continue
    reckoned.set(one.leaf.bulletinId, again)
    comparePeople(assessed.people, peopleFigures(again.sheets, again.scheme), one.title, checks)
  }
  if (!there) checks.gap('scores', 'nothing-there')
  return reckoned
}

function reckonAgain(
  { title }: Published,
  assessed: AssessedBacking,
  given: Given,
  checks: CheckList,
): Reckoned | null {
  const place = { kind: 'bulletin', title } as const
  const versions = assessed.schemes.flatMap((one) => {
    const adopted = given.versions.get(one.version)
    if (adopted?.digest === one.digest && adopted.effectiveFrom === one.effectiveFrom) return [adopted]
    checks.broken('scores', { code: 'scheme-unknown', place, said: String(one.version) })
    return []
  })
  const logged = loggedEntries(given.rows, assessed.year, assessed.ledgerPosition)
  if (logged.closed.length > 0) {
    checks.gap('scores', 'openings-erased', logged.closed.length, title)
    return null
  }
  const again = versions.length < assessed.schemes.length ? null : sheetsOf(versions, assessed, logged.entries)
  if (again === null) checks.broken('scores', { code: 'not-reckonable', place })
  return again
}

function sheetsOf(
  versions: readonly AdoptedVersion[],
  assessed: AssessedBacking,
  entries: ReturnType<typeof loggedEntries>['entries'],
): Reckoned | null {
  try {
    const ofYear = schemeOfYear(versions, assessed.year, assessed.asOf)
    if (ofYear === null) return null
    const { scheme, history } = ofYear
    const { year, asOf, roster, marks, registerDecisions } = assessed
    const sheets = assess({ scheme, history, year, asOf, roster, entries, marks, registerDecisions })
    return { sheets, scheme }
  } catch {
    // Entries or a roster that no town could have: nothing can be made of them.
    return null
  }
}

function comparePeople(
  said: readonly PersonFigure[],
  found: readonly PersonFigure[],
  title: string,
  checks: CheckList,
): void {
  const right = new Map(found.map((one) => [one.staffNumber, one]))
  for (const one of said) {
    checks.counted('scores')
    const other = right.get(one.staffNumber)
    right.delete(one.staffNumber)
    if (other === undefined)
      checks.broken('scores', { code: 'person-extra', place: personPlace(title, one.name, null) })
    else if (!isSameValue(one, other)) namePersonDifference(one, other, title, checks)
  }
  for (const { name } of right.values())
    checks.broken('scores', { code: 'person-missing', place: personPlace(title, name, null) })
}

const fields = ['score', 'rank', 'grade', 'tiedFor', 'work', 'reward', 'soFar', 'partial', 'moneyFen'] as const

function namePersonDifference(said: PersonFigure, found: PersonFigure, title: string, checks: CheckList): void {
  let named = false
  for (const [place, item] of said.items.entries()) {
    const other = found.items[place]
    if (isSameValue(item, other)) continue
    named = true
    checks.broken('scores', {
      code: 'score-differs',
      place: personPlace(title, said.name, item.title),
      said: pointsText(item.score),
      found: pointsText(other?.score ?? null),
    })
  }
  for (const field of fields) {
    if (said[field] === found[field]) continue
    named = true
    checks.broken('scores', {
      code: 'score-differs',
      place: personPlace(title, said.name, field),
      said: figureText(field, said[field]),
      found: figureText(field, found[field]),
    })
  }
  if (!named) checks.broken('scores', { code: 'score-differs', place: personPlace(title, said.name, null) })
}

function figureText(field: (typeof fields)[number], value: string | number | boolean | null): string {
  if (typeof value !== 'number') return value === null ? '—' : String(value)
  return field === 'rank' ? String(value) : pointsText(value)
}

function personPlace(bulletin: string, name: string, what: string | null) {
  return { kind: 'person', bulletin, name, what } as const
}
