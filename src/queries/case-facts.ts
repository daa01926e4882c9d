import type { BulletinHead, BulletinStore } from '../commands/bulletin-store.ts'
import type { CalendarStore } from '../commands/calendar-store.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { LedgerStore, StoredEntry } from '../commands/ledger-store.ts'
import type { AcknowledgementStore, PeriodStore } from '../commands/period-store.ts'
import type { ProceedingStore } from '../commands/proceeding-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import { toldOn } from '../domain/ledger/told-on.ts'
import { townDay, type LocalDate } from '../domain/primitives/local-date.ts'
import type { WorkingCalendar } from '../domain/primitives/working-calendar.ts'
import { termsOf, type Terms, type Told } from '../domain/review/objection-term.ts'
import { peopleOf, type Proceeding } from '../domain/review/proceeding.ts'
import type { Involvement } from '../domain/review/recusal.ts'
import type { StepFacts, StepRight } from '../domain/review/take-step.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import { reachOf, type Subject } from '../policies/permit.ts'
import type { Action } from '../policies/policy-table.ts'
import { entryRuleFinder } from './entry-rules.ts'

export type CaseStores = {
  readonly ledger: Pick<LedgerStore, 'find'>
  readonly bulletins: Pick<BulletinStore, 'list'>
  readonly roster: Pick<RosterStore, 'assignments'>
  readonly versions: Pick<SchemeVersionStore, 'list'>
  readonly calendar: Pick<CalendarStore, 'read'>
  readonly periods: Pick<PeriodStore, 'closes'>
  readonly acknowledgements: Pick<AcknowledgementStore, 'daysOf'>
  readonly proceedings: Pick<ProceedingStore, 'list'>
}

/** An account of the town, as far as due process asks about it. */
export type Member = {
  readonly userName: string
  readonly staffNumber: string | null
  /** 考核领导小组. */
  readonly decides: boolean
}

/** Everything about proceedings that is not in themselves. */
export type CasesOnRecord = {
  readonly terms: Terms
  readonly calendar: WorkingCalendar
  /** What `takeStep` judges by, for this subject. */
  readonly factsOf: (proceeding: Proceeding, asks: Asks) => StepFacts
  readonly entryOf: (proceeding: Proceeding) => StoredEntry | null
  readonly bulletinOf: (proceeding: Proceeding) => BulletinHead | null
}
type Asks = { readonly subject: Subject; readonly at: Date; readonly today: LocalDate }

/** Looks up once what several proceedings turn on: their entries, bulletins, rules, and who had a hand in them. */
export async function readCases(
  stores: CaseStores,
  proceedings: readonly Proceeding[],
  members: readonly Member[],
  today: LocalDate,
): Promise<CasesOnRecord> {
  const entries = new Map((await stores.ledger.find(proceedings.flatMap(entryIdsOf))).map((one) => [one.id, one]))
  const proposers = await proposersOf(stores, [...entries.values()])
  const isFigure = proceedings.some((one) => one.kind === 'objection' && one.subject.about === 'figure')
  const bulletins = isFigure ? await stores.bulletins.list() : []
  const assignments = await stores.roster.assignments()
  const versions = await stores.versions.list()
  const acknowledged = await stores.acknowledgements.daysOf([...entries.keys()])
  const closes = await stores.periods.closes()
  const calendar = await stores.calendar.read()
  const terms = termsOf(versionInForce(versions, today)?.scheme ?? {})
  const ruleOf = entryRuleFinder(versions)

  const entryOf = (one: Proceeding) =>
    one.kind === 'objection' && one.subject.about === 'entry' ? (entries.get(one.subject.entryId) ?? null) : null
  const bulletinOf = (one: Proceeding) => {
    if (one.kind !== 'objection' || one.subject.about !== 'figure') return null
    const { bulletinId } = one.subject
    return bulletins.find(({ id }) => id === bulletinId) ?? null
  }
  const namesOf = (one: Proceeding) => {
    const people = peopleOf(one)
    const ofRoster = assignments.filter(({ staffNumber }) => people.includes(staffNumber)).map(({ name }) => name)
    const ofAccounts = members.flatMap(({ userName, staffNumber }) =>
      staffNumber !== null && people.includes(staffNumber) ? [userName] : [],
    )
    return [...new Set([...ofRoster, ...ofAccounts])]
  }
  const accounts = members.map(({ userName, staffNumber }) => ({
    userName,
    names: [...new Set(assignments.filter((one) => one.staffNumber === staffNumber).map(({ name }) => name))],
  }))
  const involvementOf = (one: Proceeding): Involvement => {
    const entry = entryOf(one)
    return {
      recordedBy: entry?.recordedBy ?? null,
      confirmedBy: entry?.confirmation?.by ?? null,
      proposedBy: entry === null ? null : (proposers.get(entry.id) ?? null),
      publishedBy: bulletinOf(one)?.publishedBy ?? null,
      subjects: namesOf(one),
      accounts,
    }
  }
  const toldOf = (one: Proceeding): Told | null => {
    const entry = entryOf(one)
    if (entry !== null)
      return { about: 'entry', toldOn: toldOn(entry, acknowledged.get(entry.id) ?? null, closes) }
    const bulletin = bulletinOf(one)
    if (bulletin === null) return null
    const publishedOn = townDay(bulletin.publishedAt.getTime())
    return { about: 'figure', publishedOn, noticeTo: bulletin.notice?.to ?? null }
  }
  const boundsOf = (one: Proceeding) => {
    const rule = one.kind === 'discretion' ? ruleOf(one.subject)?.placed.rule : undefined
    return { min: rule?.min ?? null, max: rule?.max ?? null }
  }

  return {
    terms,
    calendar,
    entryOf,
    bulletinOf,
    factsOf: (one, { subject, at, today: day }) => ({
      by: subject.by,
      staffNumber: subject.staffNumber,
      rights: rightsOf(subject),
      at,
      today: day,
      terms,
      calendar,
      involvement: involvementOf(one),
      told: toldOf(one),
      bounds: boundsOf(one),
      reversedEntryIds: [...entries.values()].filter(({ state }) => state === 'reversed').map(({ id }) => id),
    }),
  }
}

/** Of entries that the leading group decided: who put them before it, by the entry's id. */
async function proposersOf(
  { proceedings }: Pick<CaseStores, 'proceedings'>,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, string>> {
  if (entries.every(({ discretion }) => discretion === null)) return new Map()
  const decided = await proceedings.list({ kind: 'discretion', year: null, about: null })
  return new Map(decided.flatMap((one) => entryIdsOf(one).map((entryId) => [entryId, one.openedBy] as const)))
}

function entryIdsOf(one: Proceeding): readonly string[] {
  const named = one.steps.flatMap(({ deed }) =>
    deed.kind === 'entered'
      ? deed.entryIds
      : deed.kind === 'cured' && deed.by.kind === 'reversal'
        ? deed.by.entryIds
        : [],
  )
  return one.kind === 'objection' && one.subject.about === 'entry' ? [one.subject.entryId, ...named] : named
}

const actionsOfRights = {
  file: ['objection.file'],
  answer: ['objection.answer'],
  'decide-review': ['review.decide'],
  'record-appeal': ['appeal.record'],
  propose: ['discretion.propose'],
  decide: ['discretion.decide'],
  cure: ['entry.reverse', 'bulletin.publish'],
} as const satisfies Record<StepRight, readonly Action[]>

/** What a subject's roles allow in proceedings, by the policy table. */
export function rightsOf(subject: Subject): readonly StepRight[] {
  return stepRights.filter((right) => actionsOfRights[right].some((action) => reachOf(subject, action) !== null))
}

const stepRights: readonly StepRight[] = [
  'file',
  'answer',
  'decide-review',
  'record-appeal',
  'propose',
  'decide',
  'cure',
]
