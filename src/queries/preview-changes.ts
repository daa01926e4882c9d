import type { RosterStore } from '../commands/roster-store.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
import { daysInYear, yearOf, type DaySpan, type LocalDate } from '../domain/primitives/local-date.ts'
import { chartProblemSentence } from '../domain/roster/chart-problem.ts'
import { changeRefusalSentence } from '../domain/roster/change-sentence.ts'
import { organisationChart } from '../domain/roster/organisation-chart.ts'
import { personRecords, rosterOf } from '../domain/roster/person-records.ts'
import type { PersonRecord } from '../domain/roster/personnel-change.ts'
import { dayOf, planChanges, type ChangePlan, type ChangeStep } from '../domain/roster/plan-changes.ts'
import { staffOfYear, type Away, type StaffMember } from '../domain/roster/staff.ts'
import type { Post, Scheme } from '../domain/scheme/scheme.ts'
import { assess } from '../domain/scoring/assess.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'
import type { Subject } from '../policies/permit.ts'
import { isOwnRecord } from '../policies/roster-bars.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { readYear, type AssessmentPorts } from './read-assessed-year.ts'

type Stores = AssessmentPorts & { readonly roster: Pick<RosterStore, 'people' | 'assignments' | 'absences'> }

/** The days of one year, as the score sheet will show them. */
export type YearOfDays = {
  readonly days: number
  readonly stays: readonly {
    readonly office: string
    readonly post: Post
    readonly span: DaySpan
    readonly days: number
  }[]
  readonly away: readonly Away[]
}

/** Points in hundredths; null while a part is missing, or when there is no sheet at all. */
export type ScoreChange = {
  readonly staffNumber: string
  readonly name: string
  /** Null: not on the roster in that year. */
  readonly post: Post | null
  readonly scoreBefore: Centipoints | null
  readonly scoreAfter: Centipoints | null
  readonly soFarBefore: Centipoints | null
  readonly soFarAfter: Centipoints | null
}

export type PersonPreview = ScoreChange & {
  readonly before: YearOfDays
  readonly after: YearOfDays
  /** Entries of the year that would no longer stand on a sheet: off the roster, or of another office by then. */
  readonly strayEntries: number
}

export type ChangePreview = {
  readonly year: number
  readonly daysOfYear: number
  /** Why it cannot be done, one sentence per person; the rest is empty then. */
  readonly problems: readonly string[]
  readonly people: readonly PersonPreview[]
  /** Leaders whose mean moves with them. */
  readonly others: readonly ScoreChange[]
  /** What would be wrong on the organisation chart that is not wrong today. */
  readonly warnings: readonly string[]
  /** People of whom it is known already. */
  readonly unchanged: number
}

/**
 * What changes would make of the year they fall in: days, stays and scores before and after, for whom they are about and
 * for the leaders whose mean moves. Without a scheme for the year only the days are told.
 */
export async function previewChanges(
  stores: Stores,
  { today, subject }: { readonly today: LocalDate; readonly subject: Subject },
  steps: readonly ChangeStep[],
  scheme: Scheme | null,
): Promise<ChangePreview> {
  const known = personRecords(
    await stores.roster.people(),
    await stores.roster.assignments(),
    await stores.roster.absences(),
  )
  const days = steps.map(({ change }) => dayOf(change))
  const [day = today] = days
  const year = yearOf(day)
  const nothing = { year, daysOfYear: daysInYear(year), people: [], others: [], warnings: [], unchanged: 0 }
  const plan = planChanges(known, steps, scheme, (number) => isOwnRecord(subject, number))
  if (!plan.ok)
    return { ...nothing, problems: plan.refusal.map(({ name, refusal }) => changeRefusalSentence(name, refusal)) }
  const after = recordsAfter(known, plan.value)
  const rosters = { before: rosterOf(known), after: rosterOf(after) }
  const sheets = await assessBoth(stores, today, year, rosters.after)
  const changed = new Set(plan.value.records.map(({ staffNumber }) => staffNumber))
  const staff = {
    before: byNumber(staffOfYear(rosters.before, year)),
    after: byNumber(staffOfYear(rosters.after, year)),
  }
  return {
    ...nothing,
    problems: [],
    people: plan.value.records.map((record) => previewOf(record, staff, sheets)),
    others: [...sheets.after.values()]
      .filter(({ staffNumber }) => !changed.has(staffNumber))
      .map((sheet) => scoreChange(sheet, sheets))
      .filter((one) => one.scoreBefore !== one.scoreAfter || one.soFarBefore !== one.soFarAfter),
    warnings: newWarnings(scheme, rosters, day),
    unchanged: plan.value.unchanged,
  }
}

function recordsAfter(known: readonly PersonRecord[], { records }: ChangePlan): readonly PersonRecord[] {
  const changed = new Map(records.map((record) => [record.staffNumber, record]))
  const kept = known.map((record) => changed.get(record.staffNumber) ?? record)
  const old = new Set(known.map(({ staffNumber }) => staffNumber))
  return [...kept, ...records.filter(({ staffNumber }) => !old.has(staffNumber))]
}

type BothSheets = {
  readonly before: ReadonlyMap<string, ScoreSheet>
  readonly after: ReadonlyMap<string, ScoreSheet>
}

async function assessBoth(
  stores: Stores,
  today: LocalDate,
  year: number,
  roster: ReturnType<typeof rosterOf>,
): Promise<BothSheets> {
  const read = await readYear(stores, assessmentPeriod(String(year), today, null))
  if (!read.ok) return { before: new Map(), after: new Map() }
  const { assessment } = read.value
  return { before: byNumber(assess(assessment)), after: byNumber(assess({ ...assessment, roster })) }
}

function byNumber<One extends { readonly staffNumber: string }>(all: readonly One[]): ReadonlyMap<string, One> {
  return new Map(all.map((one) => [one.staffNumber, one]))
}

function previewOf(
  { staffNumber, name, assignments }: PersonRecord,
  staff: { readonly before: ReadonlyMap<string, StaffMember>; readonly after: ReadonlyMap<string, StaffMember> },
  sheets: BothSheets,
): PersonPreview {
  const [old, renewed] = [sheets.before.get(staffNumber), sheets.after.get(staffNumber)]
  const person = staff.after.get(staffNumber) ?? staff.before.get(staffNumber)
  const post = person?.post ?? assignments.at(-1)?.post ?? null
  return {
    ...scoreChange({ staffNumber, name, post }, sheets),
    before: yearOfDays(staff.before.get(staffNumber)),
    after: yearOfDays(staff.after.get(staffNumber)),
    // Somebody without a day in the year has no sheet, and every entry is without one.
    strayEntries: renewed === undefined ? countEntries(old) : Math.max(0, countStray(renewed) - countStray(old)),
  }
}

function yearOfDays(person: StaffMember | undefined): YearOfDays {
  if (person === undefined) return { days: 0, stays: [], away: [] }
  return {
    days: person.days,
    stays: person.stays.map(({ office, post, span, days }) => ({ office, post, span, days })),
    away: person.away,
  }
}

function scoreChange(
  { staffNumber, name, post }: Pick<ScoreChange, 'staffNumber' | 'name' | 'post'>,
  { before, after }: BothSheets,
): ScoreChange {
  const [old, renewed] = [before.get(staffNumber), after.get(staffNumber)]
  return {
    staffNumber,
    name,
    post,
    scoreBefore: old?.score ?? null,
    scoreAfter: renewed?.score ?? null,
    soFarBefore: old?.soFar ?? null,
    soFarAfter: renewed?.soFar ?? null,
  }
}

function countStray(sheet: ScoreSheet | undefined): number {
  const isStray = (code: string | undefined) => code === 'off-roster' || code === 'not-on-sheet'
  return sheet?.otherLines.filter(({ reason }) => isStray(reason?.code)).length ?? 0
}

function countEntries(sheet: ScoreSheet | undefined): number {
  if (sheet === undefined) return 0
  const items = sheet.categories.flatMap(({ sheets }) => sheets.flatMap((one) => one.items))
  const lines = [...items, ...(sheet.rewards === null ? [] : [sheet.rewards])].flatMap((item) => item.lines)
  return new Set([...lines, ...sheet.otherLines].flatMap(({ entryId }) => entryId ?? [])).size
}

function newWarnings(
  scheme: Scheme | null,
  rosters: { readonly before: ReturnType<typeof rosterOf>; readonly after: ReturnType<typeof rosterOf> },
  day: LocalDate,
): readonly string[] {
  const sentences = (roster: ReturnType<typeof rosterOf>) =>
    organisationChart(scheme, roster, day).problems.map(chartProblemSentence)
  const known = new Set(sentences(rosters.before))
  return sentences(rosters.after).filter((sentence) => !known.has(sentence))
}
