import type { Finding, FindingRefusal } from '../domain/ledger/check-finding.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Subject } from '../policies/permit.ts'
import type { LedgerAct } from './append-to-ledger.ts'
import type { Act, SchemeVersionStore } from './draft-store.ts'
import type { InspectionRound, InspectionStore, InspectionVisit } from './inspection-store.ts'
import type { LedgerStore, StoredEntry } from './ledger-store.ts'
import { recordEntry } from './record-entry.ts'
import type { RosterStore } from './roster-store.ts'

export type RoundRefusal =
  | { readonly code: 'round-unknown' }
  | { readonly code: 'round-ended'; readonly by: string }
  | { readonly code: 'round-number-taken'; readonly year: number; readonly number: number }
  | { readonly code: 'round-offices-unknown'; readonly offices: readonly string[] }
  | { readonly code: 'round-inspectors-unknown'; readonly userNames: readonly string[] }
  | { readonly code: 'office-not-in-round'; readonly office: string }
  | { readonly code: 'not-inspector-of-round'; readonly inspectors: readonly string[] }

type NewRound = {
  readonly number: number
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly offices: readonly string[]
  /** User names. */
  readonly inspectors: readonly string[]
}

/** Whom and what a round may name: the offices of the day's roster, and the accounts that may inspect. */
type Known = { readonly offices: readonly string[]; readonly inspectors: readonly string[] }

/** 安排督查: a round of the year of its first day. */
export async function openRound(
  inspections: InspectionStore,
  act: Act,
  given: NewRound,
  known: Known,
): Promise<Result<InspectionRound, RoundRefusal>> {
  const year = yearOf(given.fromOn)
  const offices = given.offices.filter((office) => !known.offices.includes(office))
  if (offices.length > 0) return refuse({ code: 'round-offices-unknown', offices })
  const userNames = given.inspectors.filter((name) => !known.inspectors.includes(name))
  if (userNames.length > 0) return refuse({ code: 'round-inspectors-unknown', userNames })
  const { number } = given
  const rounds = await inspections.ofYear(year)
  if (rounds.some((round) => round.number === number)) return refuse({ code: 'round-number-taken', year, number })
  const round = {
    ...given,
    id: act.newId(),
    year,
    title: `${String(year)}年第${String(number)}次督查`,
    openedAt: act.at,
    openedBy: act.by,
  }
  await inspections.add(round)
  return accept({ ...round, ended: null })
}

type Visited = { readonly roundId: string; readonly office: string; readonly words: string }

/** 未发现问题: the office was looked at. What was seen is added to, never changed. */
export async function visitOffice(
  inspections: InspectionStore,
  act: Act,
  subject: Subject,
  visited: Visited,
): Promise<Result<InspectionVisit, RoundRefusal>> {
  const found = await findOpenRound(inspections, subject, visited)
  if (!found.ok) return found
  return accept(await addVisit(inspections, act, visited, []))
}

type FindingStores = {
  readonly inspections: InspectionStore
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
}

/** A finding recorded on the spot: entries of the ledger that rest on the round, and the visit that names them, as one. */
export async function recordOnVisit(
  stores: FindingStores,
  act: LedgerAct,
  subject: Subject,
  visited: Visited & { readonly finding: Finding },
): Promise<
  Result<
    { readonly visit: InspectionVisit; readonly entries: readonly StoredEntry[] },
    RoundRefusal | FindingRefusal
  >
> {
  const found = await findOpenRound(stores.inspections, subject, visited)
  if (!found.ok) return found
  const recorded = await recordEntry(stores, act, {
    ...visited.finding,
    basis: basisOf(found.value, visited.finding),
  })
  if (!recorded.ok) return recorded
  const entryIds = recorded.value.map(({ id }) => id)
  return accept({ visit: await addVisit(stores.inspections, act, visited, entryIds), entries: recorded.value })
}

/** The round; a discretionary amount rests on the decision named as well, and on nothing while none is named. */
function basisOf({ year, number }: InspectionRound, { discretion, basis }: Finding): string | null {
  const round = `${String(year)}年督查第${String(number)}次`
  if (discretion === null) return round
  return basis === null ? null : `${basis}（${round}）`
}

async function addVisit(
  inspections: InspectionStore,
  act: Act,
  { roundId, office, words }: Visited,
  entryIds: readonly string[],
): Promise<InspectionVisit> {
  const outcome = entryIds.length === 0 ? ('nothing' as const) : ('findings' as const)
  const visit = { id: act.newId(), roundId, office, outcome, entryIds, words, at: act.at, by: act.by }
  await inspections.addVisit(visit)
  return visit
}

async function findOpenRound(
  inspections: InspectionStore,
  subject: Subject,
  { roundId, office }: Visited,
): Promise<Result<InspectionRound, RoundRefusal>> {
  const round = await inspections.find(roundId)
  if (round === null) return refuse({ code: 'round-unknown' })
  if (round.ended !== null) return refuse({ code: 'round-ended', by: round.ended.by })
  if (!isOfRound(subject, round)) return refuse({ code: 'not-inspector-of-round', inspectors: round.inspectors })
  if (!round.offices.includes(office)) return refuse({ code: 'office-not-in-round', office })
  return accept(round)
}

/** The office works on every round, an inspector on those that name him. */
export function isOfRound(subject: Subject, { inspectors }: Pick<InspectionRound, 'inspectors'>): boolean {
  return subject.roles.includes('office') || inspectors.includes(subject.by)
}
