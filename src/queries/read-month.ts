import type { LedgerStore, StoredEntry } from '../commands/ledger-store.ts'
import type { ClosedMonth, PeriodStore } from '../commands/period-store.ts'
import { monthlyBlocks } from '../domain/bulletin/monthly-blocks.ts'
import type { BulletinContent } from '../domain/bulletin/bulletin.ts'
import { monthCheckSentence, needsReason, type MonthCheck } from '../domain/bulletin/month-check.ts'
import { closeBefore, monthOfDay, monthsOfYear, spanOfMonth } from '../domain/ledger/month-close.ts'
import { isWithin, yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { inForceWithin } from '../domain/scoring/scheme-of-year.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { lateChangesFor } from './late-changes.ts'
import { listUnkeptRegisters } from './list-unkept-registers.ts'
import { openObjections } from './open-objections.ts'
import { readAssessedYear, type AssessedYear, type AssessmentPorts, type NoScheme } from './read-assessed-year.ts'

type Ports = AssessmentPorts &
  Parameters<typeof openObjections>[0] & {
    readonly readTownName: () => Promise<string>
    readonly ledger: Pick<LedgerStore, 'ofYear' | 'lastPosition'>
    readonly periods: Pick<PeriodStore, 'closes'>
  }

export type MonthRefusal =
  | NoScheme
  /** Its last day has not passed. */
  | { readonly code: 'month-running'; readonly month: string; readonly lastDay: LocalDate }
  | { readonly code: 'month-closed'; readonly month: string; readonly on: LocalDate; readonly by: string }

export type MonthOnTable = {
  readonly month: string
  readonly year: number
  readonly title: string
  readonly checks: readonly MonthCheck[]
  /** Something is open that takes a reason to close over. */
  readonly needsReason: boolean
  readonly reason: string | null
  readonly gradesOnly: boolean
  readonly assessed: AssessedYear
  readonly ledgerPosition: number
  /** Exactly what would be published. */
  readonly content: (given: { readonly number: number; readonly publishedOn: LocalDate }) => BulletinContent
}

type AskedMonth = {
  readonly month: string
  readonly today: LocalDate
  readonly engineVersion: string
  /** Why it is closed though something is open; null or empty: not said. */
  readonly reason: string | null
  /** Balances stay out of the table. */
  readonly gradesOnly: boolean
}

/** 月考核: what is open of a month that has ended, and the table that closing it would publish now. */
export async function readMonth(ports: Ports, asked: AskedMonth): Promise<Result<MonthOnTable, MonthRefusal>> {
  const { month, today, gradesOnly } = asked
  const span = spanOfMonth(month)
  const closes = await ports.periods.closes()
  const closed = closes.find((close) => close.month === month)
  if (closed !== undefined)
    return refuse({ code: 'month-closed', month, on: closed.closedOn, by: closed.closedBy })
  if (today <= span.last) return refuse({ code: 'month-running', month, lastDay: span.last })
  const read = await readAssessedYear(ports, assessmentPeriod(month, today, null))
  if (!read.ok) return read
  const assessed = read.value
  const objections = await openObjections(ports, { period: month }, today)
  const checks = checklist(month, assessed, closes, objections.length)
  const isOpen = checks.some(needsReason)
  const reason = isOpen && asked.reason !== null && asked.reason !== '' ? asked.reason : null
  const ledgerPosition = await ports.ledger.lastPosition()
  const year = yearOf(span.first)
  const entries = [...(await ports.ledger.ofYear(year - 1)), ...(await ports.ledger.ofYear(year))]
  const lateChanges = lateChangesFor(month, { entries, closes, roster: assessed.assessment.roster })
  const closedOver = reason === null ? null : { open: checks.filter(needsReason).map(monthCheckSentence), reason }
  const title = `${String(year)}年${String(Number(month.slice(5)))}月考核表`
  const town = await ports.readTownName()
  return accept({
    month,
    year,
    title,
    checks,
    reason,
    gradesOnly,
    assessed,
    ledgerPosition,
    needsReason: isOpen,
    content: ({ number, publishedOn }) => ({
      format: 'gongdao-bulletin/1',
      kind: 'monthly',
      town,
      period: month,
      year,
      number,
      title,
      subtitle: null,
      blocks: [
        ...monthlyBlocks({ span, sheets: assessed.sheets, lateChanges, withoutBalance: gradesOnly, closedOver }),
      ],
      asOf: span.last,
      publishedOn,
      engineVersion: asked.engineVersion,
      ledgerPosition,
      schemes: inForceWithin(assessed.versions, year).map(({ version, scheme, effectiveFrom }) => ({
        version,
        title: scheme.title,
        effectiveFrom,
      })),
      notice: null,
      correction: null,
      figures: figuresOf(assessed, gradesOnly),
    }),
  })
}

function figuresOf({ sheets }: AssessedYear, gradesOnly: boolean): BulletinContent['figures'] {
  if (gradesOnly) return null
  return sheets.map(({ name, office, post, score }) => ({ name, office, post, score, rank: null, grade: null }))
}

function checklist(
  month: string,
  assessed: AssessedYear,
  closes: readonly ClosedMonth[],
  objections: number,
): readonly MonthCheck[] {
  const { assessment, sheets, period, versions } = assessed
  const unconfirmed = assessment.entries.filter(
    ({ state, occurredOn }) => state === 'recorded' && isWithin(occurredOn, period.span),
  )
  const unkept = listUnkeptRegisters(assessed).filter(({ decision }) => decision === null)
  const firstMonth = monthOfDay(versions[0]?.effectiveFrom ?? period.span.first)
  const earlier = monthsOfYear(period.year).filter(
    (one) => one < month && one >= firstMonth && !closes.some((close) => close.month === one),
  )
  return [
    { kind: 'unconfirmed', count: unconfirmed.length },
    { kind: 'objections', count: objections },
    { kind: 'registers', count: unkept.length, titles: [...new Set(unkept.map(({ itemTitle }) => itemTitle))] },
    { kind: 'missing', count: sheets.filter(({ partial }) => partial).length, isDue: month.endsWith('-12') },
    { kind: 'earlier', count: earlier.length, months: earlier },
  ]
}

export type MonthState = 'ahead' | 'running' | 'open' | 'closed'

export type MonthRow = {
  readonly month: string
  readonly state: MonthState
  readonly entries: number
  readonly unconfirmed: number
  /** Recorded after the month was closed. */
  readonly late: number
  readonly closed: ClosedMonth | null
}

/** The months of a year with where each stands and how many entries fall in it. */
export async function listMonths(
  ports: { readonly ledger: Pick<LedgerStore, 'ofYear'>; readonly periods: Pick<PeriodStore, 'closes'> },
  year: number,
  today: LocalDate,
): Promise<readonly MonthRow[]> {
  const closes = await ports.periods.closes()
  const entries = (await ports.ledger.ofYear(year)).filter(({ state }) => state !== 'reversed')
  return monthsOfYear(year).map((month) => {
    const closed = closes.find((close) => close.month === month) ?? null
    const own = entries.filter(({ occurredOn }) => monthOfDay(occurredOn) === month)
    return {
      month,
      state: closed === null ? stateOn(month, today) : 'closed',
      entries: own.length,
      unconfirmed: own.filter(({ state }) => state === 'recorded').length,
      late: own.filter((entry: StoredEntry) => closeBefore(entry, closes) !== null).length,
      closed,
    }
  })
}

function stateOn(month: string, today: LocalDate): MonthState {
  const { first, last } = spanOfMonth(month)
  return today < first ? 'ahead' : today <= last ? 'running' : 'open'
}
