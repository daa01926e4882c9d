import { acknowledgeEntries } from '../../src/commands/acknowledge-entries.ts'
import { appendToLedger, type LedgerAct } from '../../src/commands/append-to-ledger.ts'
import type { Bulletin } from '../../src/commands/bulletin-store.ts'
import { confirmEntries } from '../../src/commands/confirm-entries.ts'
import { cureByCorrection, cureByReversal } from '../../src/commands/cure-objection.ts'
import { finaliseBulletin, withdrawBulletin } from '../../src/commands/end-notice.ts'
import { fileObjection, unfiledObjection } from '../../src/commands/file-objection.ts'
import { issueBulletin } from '../../src/commands/issue-bulletin.ts'
import { reverseEntry } from '../../src/commands/reverse-entry.ts'
import { takeProceedingStep } from '../../src/commands/take-proceeding-step.ts'
import { noTerms } from '../../src/domain/bulletin/bulletin-terms.ts'
import {
  addDays,
  dayNumber,
  localDate,
  startOfTownDay,
  type LocalDate,
} from '../../src/domain/primitives/local-date.ts'
import { quantity } from '../../src/domain/primitives/quantity.ts'
import { lastDayWithin, type WorkingCalendar } from '../../src/domain/primitives/working-calendar.ts'
import type { Objection } from '../../src/domain/review/proceeding.ts'
import { isOpen } from '../../src/domain/review/proceeding-state.ts'
import type { StepDeed } from '../../src/domain/review/step-deed.ts'
import type { StepFacts } from '../../src/domain/review/take-step.ts'
import { countOpenObjections } from '../../src/http/bulletin-answers.ts'
import { subjectOnRecord } from '../../src/http/proceedings.ts'
import { reachOf, type Subject } from '../../src/policies/permit.ts'
import type { Action } from '../../src/policies/policy-table.ts'
import { readCases, type Member } from '../../src/queries/case-facts.ts'
import { cast, actors, pick, type Actor, type Deed } from './deeds.ts'
import { Model } from './proceeding-model.ts'
import { memoryTown, type MemoryTown } from './memory-town.ts'

/** A Monday. */
const firstDay = localDate('2026-01-05')
const calendar: WorkingCalendar = {
  isWorkingDay: (day) => Model.isWorked(dayNumber(day) - dayNumber(firstDay)),
  knownUntil: 2026,
}

/** What is wrong on purpose in a run that must be caught: each stands for a rule somebody forgot. */
export type Fault = {
  readonly facts?: (facts: StepFacts, objection: Objection, deed: StepDeed['kind']) => StepFacts
  /** The record as a forgetful program would read it. */
  readonly remembers?: (objection: Objection) => Objection
  /** A deed open to everybody, whatever the policy table says. */
  readonly opens?: Deed['do']
  readonly skipsGate?: true
  readonly finalisesTwice?: true
  readonly openness?: (objection: Objection, today: LocalDate) => boolean
}

/** The product's own commands on stores in memory, asked as its routes ask them: the policy table first. */
export class Product {
  readonly town: MemoryTown = memoryTown()
  readonly entryIds: string[] = []
  readonly bulletinIds: string[] = []
  readonly objectionIds: string[] = []
  private ids = 0
  day = 0
  private readonly fault: Fault

  constructor(fault: Fault = {}) {
    this.fault = fault
  }

  get today(): LocalDate {
    return addDays(firstDay, this.day)
  }

  private act(by: Actor): LedgerAct {
    const at = new Date(startOfTownDay(this.today) + 36_000_000)
    return { tenantId: '', by, at, today: this.today, newId: () => this.newId(), idempotencyKey: null }
  }

  private newId(): string {
    this.ids += 1
    return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`
  }

  /** Whether the deed succeeded. */
  async take(deed: Deed): Promise<boolean> {
    if (deed.do === 'wait') {
      this.day = Math.min(this.day + deed.days, 350)
      return true
    }
    const action = actionsOf[deed.do]
    const subject = subjectOf(deed.by)
    if (this.fault.opens !== deed.do && ![action].flat().some((one) => reachOf(subject, one) !== null))
      return false
    switch (deed.do) {
      case 'record':
        return this.record(deed.by, deed.about)
      case 'confirm':
        return this.onEntry(
          deed.at,
          async (id) => (await confirmEntries(this.town.ledger, this.act(deed.by), subject, [id])).ok,
        )
      case 'reverse':
        return this.onEntry(deed.at, async (entryId) => {
          const asked = { entryId, reason: '录错' }
          return (await reverseEntry(this.town.ledger, this.act(deed.by), subject, asked)).ok
        })
      case 'acknowledge':
        return this.onEntry(
          deed.at,
          async (id) => (await acknowledgeEntries(this.town, this.act(deed.by), subject, [id])).ok,
        )
      case 'close':
        return this.close(deed.by)
      case 'publish':
        await this.publish(deed.by, null)
        return true
      case 'finalise':
        return this.finalise(deed.by, pick(this.bulletinIds, deed.at))
      case 'call-off':
        return this.callOff(deed.by, pick(this.bulletinIds, deed.at))
      case 'object':
        return this.object(deed.by, deed.at, deed.toFigure)
      case 'cure':
        return this.town.attempt(() => this.cure(deed.by, deed.at, deed.bulletin))
      default:
        return this.step(deed.by, deed.at, stepOf(deed, this.today))
    }
  }

  private async onEntry(at: number, work: (entryId: string) => Promise<boolean>): Promise<boolean> {
    const id = pick(this.entryIds, at)
    return id === undefined ? false : work(id)
  }

  private async record(by: Actor, staffNumber: string): Promise<boolean> {
    const recording = {
      staffNumber,
      schemeVersion: 1,
      ruleId: 'absent',
      clause: '脱岗每次扣2分',
      quantity: quantity(100),
      occurredOn: this.today,
      level: null,
      matter: null,
      discretion: null,
      place: null,
      note: null,
      basis: null,
    }
    const [row] = await appendToLedger(this.town.ledger, this.act(by), [{ kind: 'recording', recording }])
    if (row !== undefined) this.entryIds.push(row.id)
    return true
  }

  private async close(by: Actor): Promise<boolean> {
    if ((await this.town.periods.find('2026-12')) !== null) return false
    const { at } = this.act(by)
    const ledgerPosition = await this.town.ledger.lastPosition()
    const checklist = { open: [], reason: null }
    await this.town.periods.close({
      month: '2026-12',
      closedAt: at,
      closedBy: by,
      ledgerPosition,
      checklist,
      bulletinId: this.newId(),
    })
    return true
  }

  private async publish(by: Actor, corrects: string | null): Promise<Bulletin> {
    const act = this.act(by)
    const to = lastDayWithin(this.today, { days: 5, kind: 'working' }, calendar)
    const bulletin = await issueBulletin(this.town, act, {
      id: act.newId(),
      kind: 'annual',
      period: '2026',
      year: 2026,
      title: '年度考核结果公示',
      audience: 'town',
      staffNumber: null,
      terms: noTerms,
      corrects,
      notice: { from: this.today, to },
      ledgerPosition: await this.town.ledger.lastPosition(),
      backing: null,
      content: ({ number, publishedOn }) => ({
        format: 'gongdao-bulletin/1',
        kind: 'annual',
        town: '清源镇',
        period: '2026',
        year: 2026,
        number,
        title: '年度考核结果公示',
        subtitle: null,
        blocks: [],
        asOf: publishedOn,
        publishedOn,
        engineVersion: '',
        schemes: [],
        ledgerPosition: 0,
        notice: null,
        correction: null,
        figures: null,
      }),
    })
    this.bulletinIds.push(bulletin.id)
    return bulletin
  }

  private async finalise(by: Actor, bulletinId: string | undefined): Promise<boolean> {
    if (bulletinId === undefined) return false
    const gate = (bulletin: Bulletin) =>
      this.fault.skipsGate === true ? Promise.resolve(0) : this.openCount(bulletin)
    const ended = await finaliseBulletin(this.town, this.act(by), { bulletinId, openObjections: gate })
    return ended.ok || (this.fault.finalisesTwice === true && ended.refusal.code === 'bulletin-ended')
  }

  private async openCount(bulletin: Bulletin): Promise<number> {
    const { openness } = this.fault
    if (openness === undefined) return countOpenObjections(this.town, bulletin, this.today)
    return (await this.objections()).filter((one) => openness(one, this.today)).length
  }

  private async callOff(by: Actor, bulletinId: string | undefined): Promise<boolean> {
    if (bulletinId === undefined) return false
    return (await withdrawBulletin(this.town, this.act(by), { bulletinId, reason: '有误' })).ok
  }

  private async object(by: Actor, at: number, toFigure: boolean): Promise<boolean> {
    const { staffNumber } = cast[by]
    const id = pick(toFigure ? this.bulletinIds : this.entryIds, at)
    if (id === undefined || staffNumber === null) return false
    const sought = toFigure
      ? ({ about: 'figure', bulletinId: id, what: '总分' } as const)
      : ({ about: 'entry', entryId: id } as const)
    const subject = await subjectOnRecord(this.town, staffNumber, sought)
    if (!subject.ok) return false
    const objection = unfiledObjection(this.act(by), { subject: subject.value, staffNumber })
    const facts = await this.factsFor(by, objection, 'filed')
    const filed = await fileObjection(this.town.proceedings, objection, { words: '与事实不符', facts })
    if (filed.ok) this.objectionIds.push(filed.value.id)
    return filed.ok
  }

  private async factsFor(by: Actor, objection: Objection, deed: StepDeed['kind']): Promise<StepFacts> {
    const { at } = this.act(by)
    const stores = {
      ...this.town,
      roster: { assignments: () => Promise.resolve([]) },
      versions: { list: () => Promise.resolve([]) },
      calendar: { read: () => Promise.resolve(calendar) },
    }
    const cases = await readCases(stores, [objection], members, this.today)
    const facts = cases.factsOf(objection, { subject: subjectOf(by), at, today: this.today })
    return this.fault.facts?.(facts, objection, deed) ?? facts
  }

  private async step(by: Actor, at: number, deed: StepDeed): Promise<boolean> {
    const objection = await this.objection(at)
    if (objection === null) return false
    const facts = await this.factsFor(by, objection, deed.kind)
    const remembered = this.fault.remembers?.(objection) ?? objection
    const proceedings = {
      appendStep: (id: string, step: Parameters<MemoryTown['proceedings']['appendStep']>[1]) =>
        this.town.proceedings.appendStep(id, { ...step, position: objection.steps.length + 1 }),
    }
    return (await takeProceedingStep(proceedings, { proceeding: remembered, seen: null, deed, facts })).ok
  }

  private async cure(by: Actor, at: number, byBulletin: boolean): Promise<boolean> {
    const objection = await this.objection(at)
    if (objection === null) return false
    const seen = objection.steps.length
    const facts = await this.factsFor(by, objection, 'cured')
    if (!byBulletin) {
      const asked = { objection, seen, facts, reason: '异议成立' }
      return (await cureByReversal(this.town, this.act(by), subjectOf(by), asked)).ok
    }
    const corrects = objection.subject.about === 'figure' ? objection.subject.bulletinId : this.bulletinIds[0]
    if (corrects === undefined || reachOf(subjectOf(by), 'bulletin.publish') === null) return false
    // As within one transaction: the correction is published only if it cures.
    const trial = { ...(await this.head(corrects)), id: this.newId(), corrects, publishedAt: this.act(by).at }
    const bulletins = { list: () => Promise.resolve([trial]) }
    const asked = { objection, seen, facts, bulletinId: trial.id }
    const cured = await cureByCorrection({ ...this.town, bulletins }, asked)
    if (cured.ok) await this.publish(by, corrects)
    return cured.ok
  }

  private async head(bulletinId: string): Promise<Bulletin> {
    const found = await this.town.bulletins.find(bulletinId)
    if (found === null) throw new Error('a bulletin stays')
    return { ...found, state: 'notice' }
  }

  private async objection(at: number): Promise<Objection | null> {
    const id = pick(this.objectionIds, at)
    return id === undefined ? null : ((await this.objections()).find((one) => one.id === id) ?? null)
  }

  /** In the order they were filed. */
  async objections(): Promise<readonly Objection[]> {
    const found = await Promise.all(this.objectionIds.map((id) => this.town.proceedings.find(id)))
    return found.filter((one): one is Objection => one?.kind === 'objection')
  }

  async openness(): Promise<readonly boolean[]> {
    const judge = this.fault.openness ?? isOpen
    return (await this.objections()).map((one) => judge(one, this.today))
  }
}

const members: readonly Member[] = actors.map((userName) => ({
  userName,
  staffNumber: cast[userName].staffNumber,
  decides: cast[userName].roles.some((role) => role === 'leadingGroup'),
}))

function subjectOf(by: Actor): Subject {
  return { by, roles: cast[by].roles, staffNumber: cast[by].staffNumber, ownOffices: [], inChargeOf: [] }
}

/** The action each route asks for. */
const actionsOf = {
  record: 'entry.record',
  confirm: 'entry.confirm',
  reverse: ['entry.reverse', 'entry.withdraw'],
  acknowledge: 'entry.acknowledge',
  close: 'period.close',
  publish: 'bulletin.publish',
  finalise: 'bulletin.publish',
  'call-off': 'bulletin.publish',
  object: 'objection.file',
  withdraw: 'objection.file',
  answer: 'objection.answer',
  ask: 'objection.file',
  recuse: ['objection.answer', 'review.decide'],
  decide: 'review.decide',
  cure: ['entry.reverse', 'bulletin.publish'],
  appeal: 'appeal.record',
} as const satisfies Record<Exclude<Deed['do'], 'wait'>, Action | readonly Action[]>

type Step = Extract<Deed, { do: 'withdraw' | 'answer' | 'ask' | 'recuse' | 'decide' | 'appeal' }>

function stepOf(deed: Step, today: LocalDate): StepDeed {
  switch (deed.do) {
    case 'withdraw':
      return { kind: 'withdrawn', words: '' }
    case 'answer':
      return { kind: 'answered', outcome: deed.outcome, reasons: '经核查', bulletinId: null }
    case 'ask':
      return { kind: 'review-asked', words: '不服' }
    case 'recuse':
      return { kind: 'recused', who: deed.who, why: '亲属' }
    case 'decide': {
      const minutes = { title: '纪要', meetingOn: today, present: [...deed.present], recused: [] }
      return { kind: 'review-decided', outcome: deed.outcome, reasons: '经研究', minutes, bulletinId: null }
    }
    case 'appeal':
      return { kind: 'appeal-recorded', day: today, outcome: deed.outcome, words: '区级' }
  }
}
