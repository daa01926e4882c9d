import type { AttachmentStore } from '../commands/attachment-store.ts'
import type { BulletinHead } from '../commands/bulletin-store.ts'
import type { BulletinKind } from '../domain/bulletin/bulletin.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
import { townDay, type LocalDate } from '../domain/primitives/local-date.ts'
import { quantity, type Quantity } from '../domain/primitives/quantity.ts'
import { deadlinesOf, type Deadline } from '../domain/review/deadlines-of.ts'
import { stepsOpenTo, type BarredStep } from '../domain/review/possible-steps.ts'
import {
  appealOutcome,
  cureOf,
  isOpen,
  outcomeOf,
  stateOf,
  type CureState,
  type ProceedingState,
} from '../domain/review/proceeding-state.ts'
import { peopleOf, type Discretion, type Proceeding } from '../domain/review/proceeding.ts'
import { recusalOf, type Recusal } from '../domain/review/recusal.ts'
import type { Outcome, StepDeed } from '../domain/review/step-deed.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { unitOfQuantity } from '../domain/scheme/unit-of-rule.ts'
import { reachOf, type Subject } from '../policies/permit.ts'
import { readCases, type CasesOnRecord, type CaseStores, type Member } from './case-facts.ts'
import { attachmentView, type AttachmentView } from './attachment-view.ts'
import { entryRuleFinder } from './entry-rules.ts'
import { attachmentsSeenBy, partSeenBy } from './part-of-proceeding.ts'
import { entryViews, type EntryView, type EntryViewStores } from './entry-view.ts'

export type ProceedingPerson = { readonly staffNumber: string; readonly name: string; readonly office: string }

/** A proceeding in the list. */
export type ProceedingHead = {
  readonly id: string
  readonly kind: Proceeding['kind']
  readonly year: number
  readonly number: number
  readonly people: readonly ProceedingPerson[]
  /** What it is about, in the words of the rule or of the bulletin. */
  readonly about: string
  readonly openedOn: LocalDate
  readonly openedBy: string
  readonly state: ProceedingState
  readonly isOpen: boolean
  /** What was said of it last; null: nothing yet, or a deduction. */
  readonly outcome: Outcome | null
  readonly cure: CureState
  readonly appeal: Outcome | 'pending' | null
  readonly deadlines: readonly Deadline[]
  /** Something in it is for who asks to do. */
  readonly waitsForMe: boolean
}

/** What is objected to, or proposed. */
export type ProceedingSubjectView =
  | { readonly about: 'entry'; readonly entry: EntryView }
  | {
      readonly about: 'figure'
      readonly what: string
      readonly bulletin: {
        readonly id: string
        readonly kind: BulletinKind
        readonly title: string
        readonly number: number
        readonly publishedOn: LocalDate
      }
    }
  | {
      readonly about: 'deduction'
      readonly ruleId: string
      readonly ruleSentence: string
      readonly clause: string
      readonly min: Centipoints | null
      readonly max: Centipoints | null
      readonly occurredOn: LocalDate
      readonly quantity: Quantity
      readonly unit: string | null
      readonly matter: string | null
      readonly place: string | null
      readonly facts: string
    }

export type StepView = {
  readonly position: number
  readonly at: string
  readonly on: LocalDate
  readonly by: string
  readonly dueOn: LocalDate | null
  readonly deed: StepDeed
}

/** One who may be among those present, and what keeps him out of it. */
export type MemberView = { readonly userName: string; readonly recusal: Recusal | null }

/** A proceeding whole, as its page shows it. */
export type ProceedingView = ProceedingHead & {
  readonly subject: ProceedingSubjectView
  readonly steps: readonly StepView[]
  /** What who asks may do now, and what the case itself keeps from him. */
  readonly possible: readonly StepDeed['kind'][]
  readonly barred: readonly { readonly step: StepDeed['kind']; readonly why: Recusal }[]
  /** The leading group, for the minutes; empty for who takes no such step. */
  readonly members: readonly MemberView[]
  /** It is about who asks. */
  readonly isOwn: boolean
  /** 佐证, in the order they were handed in. */
  readonly attachments: readonly AttachmentView[]
}

export type ProceedingStores = CaseStores & EntryViewStores
type ViewStores = ProceedingStores & { readonly attachments: Pick<AttachmentStore, 'ofProceeding'> }
type Asks = { readonly subject: Subject; readonly at: Date; readonly today: LocalDate }

/** Proceedings as a list shows them, in the order given. */
export async function proceedingHeads(
  stores: ProceedingStores,
  proceedings: readonly Proceeding[],
  members: readonly Member[],
  asks: Asks,
): Promise<readonly ProceedingHead[]> {
  const known = await readKnown(stores, proceedings, members, asks)
  return proceedings.map((one) => toHead(partSeenBy(one, asks.subject), known, asks))
}

export async function proceedingView(
  stores: ViewStores,
  proceeding: Proceeding,
  members: readonly Member[],
  asks: Asks,
): Promise<ProceedingView> {
  const known = await readKnown(stores, [proceeding], members, asks)
  const facts = known.cases.factsOf(proceeding, asks)
  const { possible, barred } = stepsOpenTo(proceeding, facts)
  const seesMembers = ['objection.answer', 'review.decide', 'discretion.decide'] as const
  const isOfGroup = seesMembers.some((action) => reachOf(asks.subject, action) !== null)
  const seen = partSeenBy(proceeding, asks.subject)
  const handedIn = await stores.attachments.ofProceeding(proceeding.id)
  return {
    ...toHead(seen, known, asks),
    subject: toSubject(seen, known),
    steps: seen.steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    possible,
    barred: barred.flatMap(({ step, refusal }: BarredStep) =>
      refusal.code === 'step-barred' ? [{ step, why: refusal.why }] : [],
    ),
    members: !isOfGroup
      ? []
      : members
          .filter(({ decides }) => decides)
          .map(({ userName }) => ({ userName, recusal: recusalOf(proceeding, userName, facts.involvement) })),
    isOwn: isAbout(proceeding, asks.subject),
    attachments: attachmentsSeenBy(handedIn, proceeding, asks.subject, members).map(attachmentView),
  }
}

/** Whether anything in it is for this subject to do: what he may ask for, but need not, does not count. */
export function waitsFor(proceeding: Proceeding, cases: CasesOnRecord, asks: Asks): boolean {
  const waiting = deadlinesOf(proceeding, asks.today, cases.calendar)
  if (waiting.length === 0) return false
  const { possible } = stepsOpenTo(proceeding, cases.factsOf(proceeding, asks))
  return waiting.some(({ what }) => what !== 'ask-review' && possible.includes(stepsOfDeadlines[what]))
}

const stepsOfDeadlines = {
  answer: 'answered',
  'decide-review': 'review-decided',
  decide: 'decided',
  enter: 'entered',
  cure: 'cured',
} as const satisfies Record<Exclude<Deadline['what'], 'ask-review'>, StepDeed['kind']>

export function isAbout(proceeding: Proceeding, { staffNumber }: Subject): boolean {
  return staffNumber !== null && peopleOf(proceeding).includes(staffNumber)
}

type Known = {
  readonly cases: CasesOnRecord
  readonly entries: ReadonlyMap<string, EntryView>
  readonly ruleOf: ReturnType<typeof entryRuleFinder>
  readonly assignments: readonly Assignment[]
}

async function readKnown(
  stores: ProceedingStores,
  proceedings: readonly Proceeding[],
  members: readonly Member[],
  { subject, today }: Asks,
): Promise<Known> {
  const cases = await readCases(stores, proceedings, members, today)
  const stored = proceedings.flatMap((one) => cases.entryOf(one) ?? [])
  const views = await entryViews(stores, stored, subject)
  return {
    cases,
    entries: new Map(views.map((view) => [view.id, view])),
    ruleOf: entryRuleFinder(await stores.versions.list()),
    assignments: await stores.roster.assignments(),
  }
}

function toHead(one: Proceeding, known: Known, asks: Asks): ProceedingHead {
  const { id, kind, year, number, openedBy } = one
  const isObjection = one.kind === 'objection'
  return {
    id,
    kind,
    year,
    number,
    people: peopleOf(one).map((staffNumber) => personOn(known.assignments, staffNumber)),
    about: aboutWords(one, known),
    openedOn: one.steps[0]?.on ?? asks.today,
    openedBy,
    state: stateOf(one, asks.today),
    isOpen: isOpen(one, asks.today),
    outcome: isObjection ? outcomeOf(one) : null,
    cure: isObjection ? cureOf(one) : 'not-needed',
    appeal: isObjection ? appealOutcome(one) : null,
    deadlines: deadlinesOf(one, asks.today, known.cases.calendar),
    waitsForMe: waitsFor(one, known.cases, asks),
  }
}

function aboutWords(one: Proceeding, { entries, cases, ruleOf }: Known): string {
  if (one.kind === 'discretion') return ruleOf(one.subject)?.placed.rule.sentence ?? one.subject.facts
  if (one.subject.about === 'entry') return entries.get(one.subject.entryId)?.ruleSentence ?? ''
  return `${cases.bulletinOf(one)?.title ?? ''} ${one.subject.what}`.trim()
}

/** By the row of the roster that ends last. */
function personOn(assignments: readonly Assignment[], staffNumber: string): ProceedingPerson {
  const own = assignments.findLast((row) => row.staffNumber === staffNumber)
  return { staffNumber, name: own?.name ?? staffNumber, office: own?.office ?? '' }
}

function toSubject(one: Proceeding, known: Known): ProceedingSubjectView {
  if (one.kind === 'discretion') return toDeduction(one, known)
  if (one.subject.about === 'figure')
    return { about: 'figure', what: one.subject.what, bulletin: bulletinIn(one, known) }
  const entry = known.entries.get(one.subject.entryId)
  if (entry === undefined) throw new Error('an entry stays in the ledger')
  return { about: 'entry', entry }
}

function bulletinIn(one: Proceeding, { cases }: Known) {
  const bulletin: BulletinHead | null = cases.bulletinOf(one)
  if (bulletin === null) throw new Error('a bulletin that was published stays')
  const { id, kind, title, number, publishedAt } = bulletin
  return { id, kind, title, number, publishedOn: townDay(publishedAt.getTime()) }
}

function toDeduction({ subject }: Discretion, { ruleOf }: Known): ProceedingSubjectView {
  const rule = ruleOf(subject)?.placed.rule
  const { ruleId, occurredOn, matter, place, facts } = subject
  return {
    about: 'deduction',
    ruleId,
    ruleSentence: rule?.sentence ?? '',
    clause: rule?.source?.quote ?? '',
    min: rule?.min ?? null,
    max: rule?.max ?? null,
    occurredOn,
    quantity: quantity(subject.quantity),
    unit: rule === undefined ? null : unitOfQuantity(rule),
    matter,
    place,
    facts,
  }
}
