import type { AuditNote } from '../commands/audit-store.ts'
import type { LedgerAct } from '../commands/append-to-ledger.ts'
import type { FileObjectionRefusal } from '../commands/file-objection.ts'
import { issueDecision } from '../commands/issue-decision.ts'
import { takeProceedingStep, type ProceedingRefusal } from '../commands/take-proceeding-step.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { formatQuantity } from '../domain/primitives/quantity.ts'
import { inWords, proceedingMark, type ObjectionTold } from '../domain/review/decision-blocks.ts'
import { peopleOf, type Objection, type ObjectionSubject, type Proceeding } from '../domain/review/proceeding.ts'
import type { DeedOf, StepDeed } from '../domain/review/step-deed.ts'
import type { StepFacts } from '../domain/review/take-step.ts'
import type { Reach, Subject } from '../policies/permit.ts'
import { mayReadProceeding } from '../policies/proceeding-reach.ts'
import { readCases, type Member } from '../queries/case-facts.ts'
import { proceedingView, type ProceedingView } from '../queries/proceeding-view.ts'
import type { SignedIn } from './route.ts'
import type { Services } from './services.ts'
import type { TownStores } from './town-stores.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'

/** What the routes of proceedings share of a call. */
type Call = {
  readonly stores: TownStores
  readonly services: Services
  readonly session: SignedIn & { readonly tenantId: string }
  readonly subject: Subject
  readonly reach: Reach
  readonly at: Date
  readonly today: LocalDate
}

/** The town's accounts, as due process asks about them: those that may sign in. */
export async function readMembers({
  services,
  session,
}: Pick<Call, 'services' | 'session'>): Promise<readonly Member[]> {
  const found = await services.inAccounts(async (accounts) =>
    accept(await accounts.townAccounts(session.tenantId)),
  )
  assert(found.ok, 'listing accounts refuses nothing')
  return found.value
    .filter(({ suspendedAt }) => suspendedAt === null)
    .map(({ userName, staffNumber, granted }) => ({
      userName,
      staffNumber,
      decides: granted.includes('leadingGroup'),
    }))
}

/** A proceeding within reach; beyond it there is none. */
export async function findWithin(
  { stores, subject, reach }: Pick<Call, 'stores' | 'subject' | 'reach'>,
  proceedingId: string,
): Promise<Result<Proceeding, ProceedingRefusal>> {
  const found = await stores.proceedings.find(proceedingId)
  if (found === null) return refuse({ code: 'proceeding-unknown' })
  const seen = { people: peopleOf(found), openedBy: found.openedBy }
  return mayReadProceeding(subject, reach, seen) ? accept(found) : refuse({ code: 'proceeding-unknown' })
}

export async function findObjection(
  call: Pick<Call, 'stores' | 'subject' | 'reach'>,
  proceedingId: string,
): Promise<Result<Objection, ProceedingRefusal>> {
  const found = await findWithin(call, proceedingId)
  if (!found.ok) return found
  return found.value.kind === 'objection' ? accept(found.value) : refuse({ code: 'proceeding-unknown' })
}

/** What a step of this proceeding is judged by. */
export async function factsFor(call: Call, proceeding: Proceeding): Promise<StepFacts> {
  const cases = await readCases(call.stores, [proceeding], await readMembers(call), call.today)
  return cases.factsOf(proceeding, call)
}

export async function answerView(
  call: Call,
  proceeding: Proceeding,
): Promise<{ readonly ok: true; readonly value: ProceedingView }> {
  return accept(await proceedingView(call.stores, proceeding, await readMembers(call), call))
}

type WritingCall = Call & { readonly act: LedgerAct; readonly note: (note: Partial<AuditNote>) => void }

/** Takes a step on a proceeding that was found, notes it, and answers the proceeding as it stands then. */
export async function stepOn(
  call: WritingCall,
  proceeding: Proceeding,
  seen: number,
  deed: StepDeed,
): Promise<Result<ProceedingView, ProceedingRefusal>> {
  const facts = await factsFor(call, proceeding)
  const taken = await takeProceedingStep(call.stores.proceedings, { proceeding, seen, deed, facts })
  if (!taken.ok) return taken
  call.note(stepNote(taken.value))
  return answerView(call, taken.value)
}

/** The same of an answer or a decision, which is issued as a numbered document at once. */
export async function decideOn(
  call: WritingCall,
  objection: Objection,
  seen: number,
  deed: (DeedOf<'answered'> | DeedOf<'review-decided'>) & { readonly bulletinId: string },
): Promise<Result<ProceedingView, ProceedingRefusal>> {
  const { stores, act, services } = call
  const facts = await factsFor(call, objection)
  const taken = await takeProceedingStep(stores.proceedings, { proceeding: objection, seen, deed, facts })
  if (!taken.ok) return taken
  await issueDecision(stores, act, taken.value, {
    kind: deed.kind === 'answered' ? 'objection-answer' : 'review-decision',
    bulletinId: deed.bulletinId,
    town: await stores.readTownName(),
    engineVersion: services.engineVersion,
    ...(await objectionTold(call, taken.value)),
  })
  call.note(stepNote(taken.value))
  return answerView(call, taken.value)
}

type Sought =
  | { readonly about: 'entry'; readonly entryId: string }
  | { readonly about: 'figure'; readonly bulletinId: string; readonly what: string }

/** What is objected to, if it is there and his: an entry that still counts, or a published bulletin he may read. */
export async function subjectOnRecord(
  stores: Pick<TownStores, 'ledger' | 'bulletins'>,
  staffNumber: string,
  sought: Sought,
): Promise<Result<ObjectionSubject, FileObjectionRefusal>> {
  if (sought.about === 'entry') {
    const [entry] = await stores.ledger.find([sought.entryId])
    if (entry?.staffNumber !== staffNumber) return refuse({ code: 'objection-subject-unknown' })
    if (entry.reversal !== null) return refuse({ code: 'entry-reversed-already', by: entry.reversal.by })
    return accept({ ...sought, occurredOn: entry.occurredOn })
  }
  const bulletin = (await stores.bulletins.list()).find(({ id }) => id === sought.bulletinId)
  const isHis = bulletin?.audience !== 'person' || bulletin.staffNumber === staffNumber
  const isDecision = bulletin?.kind === 'objection-answer' || bulletin?.kind === 'review-decision'
  if (bulletin === undefined || !isHis || isDecision) return refuse({ code: 'objection-subject-unknown' })
  if (bulletin.state === 'withdrawn') return refuse({ code: 'bulletin-withdrawn' })
  return accept({ ...sought, period: bulletin.period })
}

/** Whom and what an answer or a decision speaks of. */
export async function objectionTold(call: Call, objection: Objection): Promise<ObjectionTold> {
  const { value } = await answerView(call, objection)
  const name = value.people[0]?.name ?? objection.staffNumber
  if (value.subject.about === 'entry') return { name, about: entrySentences(value.subject.entry) }
  if (value.subject.about === 'figure') {
    const { what, bulletin } = value.subject
    return { name, about: [`${inWords(bulletin.publishedOn)}公布的《${bulletin.title}》：${what}`] }
  }
  return { name, about: [] }
}

function entrySentences(
  entry: Extract<ProceedingView['subject'], { about: 'entry' }>['entry'],
): readonly string[] {
  const { occurredOn, itemTitle, ruleSentence, clause, unit, matter } = entry
  const amount = `${formatQuantity(entry.quantity)}${unit ?? ''}`
  return [
    `${inWords(occurredOn)}，${itemTitle}：${ruleSentence}，数量${amount}${matter === null ? '' : `，事项：${matter}`}。`,
    ...(clause === '' ? [] : [`依据：“${clause}”`]),
  ]
}

/** What the audit keeps of the step just taken. */
export function stepNote(proceeding: Proceeding): Partial<AuditNote> {
  const deed = proceeding.steps.at(-1)?.deed
  const before = proceeding.steps.at(-2)?.deed.kind ?? null
  const outcome = deed !== undefined && 'outcome' in deed ? deed.outcome : null
  return {
    object: { kind: 'proceeding', id: proceeding.id, label: proceedingMark(proceeding) },
    before: before === null ? null : { step: before },
    after: {
      step: deed?.kind ?? '',
      staffNumber: peopleOf(proceeding).join('、'),
      ...(outcome === null ? {} : { verdict: outcome === 'rejected' ? 'not-upheld' : outcome }),
    },
    reason: deed === undefined ? null : reasonOf(deed),
  }
}

function reasonOf(deed: Proceeding['steps'][number]['deed']): string | null {
  if ('reasons' in deed) return deed.reasons
  if (deed.kind === 'recused') return `${deed.who}：${deed.why}`
  return 'words' in deed && deed.words !== '' ? deed.words : null
}
