import { readBinder, type BinderStores } from './read-binder.ts'
import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import {
  daysBetween,
  isWithin,
  windowAround,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../../domain/primitives/local-date.ts'
import { oneUnit, type Quantity } from '../../domain/primitives/quantity.ts'
import { countsPieces } from '../../domain/registers/study/counts-pieces.ts'
import { toStudy, type StudyRecord } from '../../domain/registers/study/study-record.ts'
import { shortOf, sumStudy } from '../../domain/registers/study/study-standing.ts'
import { cutByAbsences } from '../../domain/roster/absence.ts'
import { daysOnRoster, type Assignment } from '../../domain/roster/assignment.ts'
import { placedRules, type Rule, type Scheme } from '../../domain/scheme/scheme.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import { targetFor } from '../../domain/scoring/shortfall.ts'
import { windowOfItem } from '../../domain/scoring/windows.ts'
import { covers, type Reach } from '../../policies/permit.ts'
import type { StudyStanding, StudyStandingRow } from './study-standing-view.ts'

type Stores = BinderStores & { readonly records: Pick<RegisterRecordStore, 'list'> }
type Asker = { readonly reach: Reach; readonly staffNumber: string | null; readonly today: LocalDate }

/**
 * How far everybody within reach has come with reading notes in the year (or the window of the rule that holds today),
 * and what is short so far of the target the scheme sets, × D/Y (SPEC §4.1, §4.5). Only what was accepted counts.
 */
export async function readStudyStanding(
  stores: Stores,
  year: number,
  { reach, staffNumber, today }: Asker,
): Promise<StudyStanding> {
  const whole = yearSpan(year)
  const day = today < whole.first ? whole.first : today > whole.last ? whole.last : today
  const assignments = await stores.roster.assignments()
  const targets = await readTargets(stores, day)
  const first = assignments.map((one) => targets(one)).find((one) => one !== null) ?? null
  const span = first?.span ?? whole
  const counts = first?.counts ?? 'words'
  const records = (await stores.records.list({ register: 'study', days: span })).map(toStudy)
  const byPerson = groupBy(
    records.filter(({ days }) => isWithin(days.first, span)),
    (record) => record.staffNumber ?? '',
  )
  const people = groupBy(assignments, (row) => row.staffNumber)
  const rows = [...people.values()].flatMap((stays): readonly StudyStandingRow[] => {
    const here = stays.filter((stay) => daysOnRoster(stay, span) !== null)
    const stay = here.at(-1)
    if (stay === undefined) return []
    const own = byPerson.get(stay.staffNumber) ?? []
    const isAsker = stay.staffNumber === staffNumber
    if (stay.post !== '工作人员' && own.length === 0 && !isAsker) return []
    const offices = here.map(({ office }) => office)
    if (!isAsker && !covers(reach, { staffNumber: stay.staffNumber, offices })) return []
    const found = targets(stay)
    const target = found === null ? null : targetFor(found.shortfall, daysHere(here, span), lengthOf(span))
    return [rowOf(stay, own, target, counts)]
  })
  return {
    year,
    first: span.first,
    last: span.last,
    counts,
    clause: first?.clause ?? null,
    own: rows.find((row) => row.staffNumber === staffNumber) ?? null,
    rows: rows.toSorted((left, right) => (right.short ?? -1) - (left.short ?? -1)),
  }
}

type Target = {
  readonly shortfall: NonNullable<Rule['shortfall']>
  readonly span: DaySpan
  readonly counts: 'words' | 'pieces'
  readonly clause: string
}

/** The rule with a target that reading notes of a person fall under on the day. */
async function readTargets(stores: BinderStores, day: LocalDate): Promise<(stay: Assignment) => Target | null> {
  const scheme = versionInForce(await stores.versions.list(), day)?.scheme
  if (scheme === undefined) return () => null
  const { ruleOf } = await readBinder(stores)
  return (stay) => {
    const { ruleId } = ruleOf({
      register: 'study',
      kind: 'study-notes',
      factKey: 'asked',
      staffNumber: stay.staffNumber,
      occurredOn: day,
      quantity: oneUnit,
      level: null,
      variant: null,
      matter: null,
      place: null,
      words: '读书笔记',
      recordIds: [],
    })
    return ruleId === null ? null : targetOf(scheme, ruleId, day)
  }
}

function targetOf(scheme: Scheme, ruleId: string, day: LocalDate): Target | null {
  const placed = [...placedRules(scheme)].find(({ rule }) => rule.id === ruleId)
  const shortfall = placed?.rule.shortfall
  if (placed === undefined || shortfall === undefined) return null
  const { rule, category, item } = placed
  const window = category === null || item === null ? 'year' : windowOfItem(scheme, category, item)
  return {
    shortfall,
    span: windowAround(day, window),
    counts: countsPieces(shortfall.unit) ? 'pieces' : 'words',
    clause: rule.source?.quote ?? rule.sentence,
  }
}

function rowOf(
  { staffNumber, name, office }: Assignment,
  own: readonly StudyRecord[],
  target: Quantity | null,
  counts: 'words' | 'pieces',
): StudyStandingRow {
  const sum = sumStudy(own)
  const { pieces, words, waiting } = sum
  const short = target === null ? null : shortOf(sum, target, counts)
  return { staffNumber, name, office, pieces, words, waiting, target, short }
}

/** On the roster and neither seconded nor on long leave. */
function daysHere(stays: readonly Assignment[], span: DaySpan): number {
  return stays
    .flatMap((stay) => {
      const here = daysOnRoster(stay, span)
      return here === null ? [] : cutByAbsences(here, stay.absences ?? [])
    })
    .reduce((sum, piece) => (piece.absence === null ? sum + lengthOf(piece.span) : sum), 0)
}

function lengthOf({ first, last }: DaySpan): number {
  return daysBetween(first, last)
}
