import type { BulletinStore } from '../commands/bulletin-store.ts'
import type { CalendarStore } from '../commands/calendar-store.ts'
import type { CorrectionStore } from '../commands/correction-store.ts'
import type { DraftStore, SchemeVersionStore, StoredVersion } from '../commands/draft-store.ts'
import type { InspectionStore } from '../commands/inspection-store.ts'
import type { LedgerStore, StoredEntry } from '../commands/ledger-store.ts'
import type { AcknowledgementStore, PeriodStore } from '../commands/period-store.ts'
import type { ProceedingStore } from '../commands/proceeding-store.ts'
import type { AdoptionStore, AnnualResultStore, PayListStore, Proposal } from '../commands/proposal-store.ts'
import type { RegisterRecordStore } from '../commands/register-record-store.ts'
import type { ProposedEntryStore } from '../commands/proposed-entry-store.ts'
import type { ReminderStore } from '../commands/reminder-store.ts'
import { townDay, yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { deadlinesOf } from '../domain/review/deadlines-of.ts'
import { toComplaint } from '../domain/registers/complaint/complaint-record.ts'
import { termsOf } from '../domain/review/objection-term.ts'
import type { Proceeding } from '../domain/review/proceeding.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import {
  ownEntryMatters,
  proposedEntryMatters,
  unconfirmedMatters,
  type EntryFacts,
} from '../policies/due/ledger-matters.ts'
import { complaintMatters, type ComplaintFacts } from '../policies/due/complaint-matters.ts'
import type { DueDay, Matter } from '../policies/due/matter.ts'
import { periodMatters, type PeriodFacts } from '../policies/due/period-matters.ts'
import { proceedingMatters, type ProceedingFacts } from '../policies/due/proceeding-matters.ts'
import {
  calendarMatters,
  correctionMatters,
  deliveryMatters,
  draftMatters,
  noticeMatters,
  proposalMatters,
  type ProposalFacts,
} from '../policies/due/town-matters.ts'
import { readStudyTaskMatters } from './registers/read-study-task-matters.ts'
import { readRollMatters, type RollMatterStores } from './registers/read-roll-matters.ts'
import { readLeaveMatters, type LeaveMatterStores } from './registers/read-leave-matters.ts'

export type MatterStores = LeaveMatterStores &
  RollMatterStores & {
    readonly versions: Pick<SchemeVersionStore, 'list'>
    readonly drafts: Pick<DraftStore, 'list'>
    readonly ledger: Pick<LedgerStore, 'ofYear' | 'page' | 'find'>
    readonly proposedEntries: Pick<ProposedEntryStore, 'list'>
    readonly records: Pick<RegisterRecordStore, 'list'>
    readonly corrections: Pick<CorrectionStore, 'list'>
    readonly calendar: Pick<CalendarStore, 'read'>
    readonly adoptions: Pick<AdoptionStore, 'list'>
    readonly annualResults: Pick<AnnualResultStore, 'list'>
    readonly payLists: Pick<PayListStore, 'list'>
    readonly periods: Pick<PeriodStore, 'closes'>
    readonly acknowledgements: Pick<AcknowledgementStore, 'daysOf'>
    readonly inspections: Pick<InspectionStore, 'ofYear'>
    readonly bulletins: Pick<BulletinStore, 'list'>
    readonly proceedings: Pick<ProceedingStore, 'list'>
    readonly reminders: Pick<ReminderStore, 'problems'>
  }

/** Whose own entries are looked at besides what waits for roles: one person's, everybody's, or nobody's. */
export type WhoseEntries = { readonly staffNumber: string } | 'everyone' | 'nobody'

/** However many wait, so many are told: the rest follows when these are done. */
const mostUnconfirmed = 2_000
/** A delivery is through within this long, or shown as one that may not be. */
const deliveryPatienceMs = 10 * 60_000
/** So long a delivery that failed is told of. */
const problemsForMs = 7 * 86_400_000

/** All that waits in a town, for everybody (policies/due says for whom). */
export async function readMatters(
  stores: MatterStores,
  at: Date,
  whose: WhoseEntries,
): Promise<{ readonly matters: readonly Matter[]; readonly day: DueDay }> {
  const day = { today: townDay(at.getTime()), calendar: await stores.calendar.read() }
  const versions = await stores.versions.list()
  const problems = await stores.reminders.problems(
    new Date(at.getTime() - problemsForMs),
    new Date(at.getTime() - deliveryPatienceMs),
  )
  const proceedings = await stores.proceedings.list({ kind: null, year: null, about: null })
  const matters = [
    ...unconfirmedMatters(await unconfirmed(stores), day),
    ...proposedEntryMatters(await openProposals(stores), day),
    ...(await ownMatters(stores, { whose, versions, proceedings, day })),
    ...(await proposed(stores, day)),
    ...correctionMatters(await openCorrections(stores), day),
    ...complaintMatters(await openComplaints(stores), day),
    ...periodMatters(await periodFacts(stores, versions, day.today), day),
    ...noticeMatters(await notices(stores), day),
    ...proceedingMatters(await withHands(stores, proceedings, day), day),
    ...calendarMatters(day),
    ...(await readLeaveMatters(stores, at, day)),
    ...(await readRollMatters(stores, day)),
    ...(await readStudyTaskMatters(stores, day)),
    ...deliveryMatters(problems.map(({ id, at: on }) => ({ id, on: dayOf(on) }))),
  ]
  return { matters, day }
}

const dayOf = (at: Date): LocalDate => townDay(at.getTime())

async function unconfirmed({ ledger }: MatterStores): Promise<readonly EntryFacts[]> {
  const any = { office: null, staffNumber: null, from: null, to: null, words: null, within: null, ruleKeys: [] }
  const { entries } = await ledger.page({ ...any, state: 'recorded' }, { offset: 0, limit: mostUnconfirmed })
  return entries.map(entryFacts)
}

async function openProposals({ proposedEntries }: MatterStores) {
  const open = await proposedEntries.list({ states: ['open'] })
  return open
    .slice(0, mostUnconfirmed)
    .map(({ id, observation, madeAt }) => ({ id, staffNumber: observation.staffNumber, madeOn: dayOf(madeAt) }))
}

function entryFacts({ id, staffNumber, state, occurredOn, position, recordedAt, recordedBy }: StoredEntry) {
  return { id, staffNumber, state, occurredOn, position, recordedOn: dayOf(recordedAt), recordedBy }
}

type Own = {
  readonly whose: WhoseEntries
  readonly versions: readonly StoredVersion[]
  readonly proceedings: readonly Proceeding[]
  readonly day: DueDay
}

/** Of last year and this one. */
async function ownMatters(
  stores: MatterStores,
  { whose, versions, proceedings, day }: Own,
): Promise<readonly Matter[]> {
  const inForce = versionInForce(versions, day.today) ?? versions.at(-1)
  if (whose === 'nobody' || inForce === undefined) return []
  const staffNumber = whose === 'everyone' ? undefined : whose.staffNumber
  const year = yearOf(day.today)
  const entries = [
    ...(await stores.ledger.ofYear(year - 1, staffNumber)),
    ...(await stores.ledger.ofYear(year, staffNumber)),
  ].filter(({ state }) => state !== 'reversed')
  const known = {
    entries: entries.map(entryFacts),
    acknowledged: await stores.acknowledgements.daysOf(entries.map(({ id }) => id)),
    closes: await stores.periods.closes(),
    objectedTo: new Set(proceedings.flatMap(({ kind, subject }) => objectedEntry(kind, subject))),
    terms: termsOf(inForce.scheme),
  }
  return ownEntryMatters(known, day)
}

function objectedEntry(kind: Proceeding['kind'], subject: Proceeding['subject']): readonly string[] {
  return kind === 'objection' && 'about' in subject && subject.about === 'entry' ? [subject.entryId] : []
}

async function openCorrections({ corrections }: MatterStores) {
  const all = await corrections.list(null)
  return all
    .filter(({ state }) => state === 'open')
    .map(({ id, staffNumber, at }) => ({ id, staffNumber, requestedOn: dayOf(at) }))
}

async function openComplaints({ records }: MatterStores): Promise<readonly ComplaintFacts[]> {
  const open = await records.list({ register: 'complaint', states: ['received', 'verifying'] })
  return open.map(toComplaint).map(({ id, state, staffNumber, body }) => ({
    id,
    state: state === 'received' ? 'received' : 'verifying',
    receivedOn: body.receivedOn,
    about: staffNumber,
  }))
}

/** What is proposed or sent back, and a draft of which neither can be said. */
async function proposed(stores: MatterStores, day: DueDay): Promise<readonly Matter[]> {
  const adoption = waiting('adoption', await stores.adoptions.list(), () => null)
  const proposals = [
    ...adoption,
    ...waiting('annual-result', await stores.annualResults.list(), ({ year }) => year),
    ...waiting('pay-list', await stores.payLists.list(), ({ year }) => year),
  ]
  const draft = (await stores.drafts.list()).find(({ state }) => state === 'open')
  const hasDraft = draft !== undefined && adoption.length === 0
  return [
    ...proposalMatters(proposals, day),
    ...draftMatters(hasDraft ? { startedOn: dayOf(draft.createdAt) } : null),
  ]
}

/** By the latest of each kind: a rejected one waits until another is made. */
function waiting<Subject>(
  kind: ProposalFacts['kind'],
  proposals: readonly Proposal<Subject, unknown>[],
  yearOfSubject: (subject: Subject) => number | null,
): readonly ProposalFacts[] {
  const last = proposals.at(-1)
  if (last === undefined) return []
  const { decision, proposedAt, proposedBy } = last
  const year = yearOfSubject(last.subject)
  if (decision === null) return [{ kind, state: 'open', year, proposedOn: dayOf(proposedAt), proposedBy }]
  if (decision.state !== 'rejected') return []
  return [{ kind, state: 'rejected', year, proposedOn: dayOf(decision.at), proposedBy: null }]
}

async function periodFacts(
  stores: MatterStores,
  versions: readonly StoredVersion[],
  today: LocalDate,
): Promise<PeriodFacts> {
  const year = yearOf(today)
  const inForce = versionInForce(versions, today)
  const bulletins = await stores.bulletins.list()
  const rounds = [...(await stores.inspections.ofYear(year)), ...(await stores.inspections.ofYear(year - 1))]
  return {
    inUseSince: versions[0] === undefined ? null : dayOf(versions[0].adoptedAt),
    cadence: inForce?.scheme.cadence.map(({ step }) => step) ?? [],
    closedMonths: new Set((await stores.periods.closes()).map(({ month }) => month)),
    publishedQuarters: new Set(
      bulletins
        .filter(({ kind, state }) => kind === 'quarterly' && state !== 'withdrawn')
        .map(({ period }) => period),
    ),
    resultsOn: finalDays(await stores.annualResults.list()),
    payListsOn: finalDays(await stores.payLists.list()),
    rounds: rounds.map(({ id, title, fromOn, toOn, ended }) => ({
      id,
      title,
      fromOn,
      toOn,
      isEnded: ended !== null,
    })),
  }
}

function finalDays(
  proposals: readonly Proposal<{ readonly year: number }, unknown>[],
): ReadonlyMap<number, LocalDate | 'open'> {
  return new Map(
    proposals.flatMap(({ subject, decision }): [number, LocalDate | 'open'][] => {
      if (decision === null) return [[subject.year, 'open']]
      return decision.state === 'approved' ? [[subject.year, dayOf(decision.at)]] : []
    }),
  )
}

async function notices({ bulletins }: MatterStores) {
  return (await bulletins.list()).flatMap(({ id, title, state, notice, audience }) =>
    state !== 'notice' || notice === null
      ? []
      : [{ bulletinId: id, title, from: notice.from, to: notice.to, isPublic: audience === 'town' }],
  )
}

/** Those in which something comes next, with who recorded and confirmed the entry each is about. */
async function withHands(
  { ledger }: MatterStores,
  proceedings: readonly Proceeding[],
  { today, calendar }: DueDay,
): Promise<readonly ProceedingFacts[]> {
  const open = proceedings.filter((proceeding) => deadlinesOf(proceeding, today, calendar).length > 0)
  const ids = open.flatMap(({ kind, subject }) => objectedEntry(kind, subject))
  const entries = new Map((ids.length === 0 ? [] : await ledger.find(ids)).map((entry) => [entry.id, entry]))
  return open.map((proceeding) => {
    const entry = entries.get(objectedEntry(proceeding.kind, proceeding.subject)[0] ?? '')
    return {
      proceeding,
      recorder: entry?.recordedBy ?? null,
      confirmer: entry?.confirmation?.by ?? null,
    }
  })
}
