import type { LocalDate } from '../../primitives/local-date.ts'
import type { WorkingCalendar } from '../../primitives/working-calendar.ts'
import { sessionsOn, type AttendanceRules, type Session } from './attendance-rules.ts'
import { punchesOf, type AttendanceBody } from './attendance-record.ts'
import { clockTimeOf, minutesOf, type ClockTime } from '../../primitives/clock-time.ts'

/** Why somebody need not be there: 年休假, or work elsewhere (值班, 会议, 公出). Minutes of the day, both ends included. */
export type Excuse = {
  readonly from: number
  readonly to: number
  readonly sort: 'leave' | 'work'
  readonly words: string
}

/** What is known besides the clock. */
export type AttendanceFacts = {
  /** Those that held on the day. */
  readonly rulesOn: (day: LocalDate) => AttendanceRules
  readonly calendar: Pick<WorkingCalendar, 'isWorkingDay'>
  /** Days from it on are not over and are not judged. */
  readonly today: LocalDate
  readonly excusesOf: (staffNumber: string, day: LocalDate) => readonly Excuse[]
  /** On the roster, and not seconded out or on long leave. */
  readonly isOnRoster: (staffNumber: string, day: LocalDate) => boolean
}

export const wholeDay: Pick<Excuse, 'from' | 'to'> = { from: 0, to: 1439 }

export type SessionState =
  | 'in-order'
  | 'late'
  | 'early'
  | 'late-and-early'
  | 'absent'
  | 'missing-punch'
  | 'excused'

/** One session of a day, judged. */
export type JudgedSession = Session & {
  /** 1, 2, 3 in the day. */
  readonly number: number
  /** What counts as coming and leaving; null: none, or not asked for. */
  readonly cameAt: ClockTime | null
  readonly leftAt: ClockTime | null
  /** Whole minutes after the beginning and before the end; 0 unless it counts. */
  readonly lateMinutes: number
  readonly earlyMinutes: number
  readonly state: SessionState
  /** Of an excused one. */
  readonly excuse: Pick<Excuse, 'sort' | 'words'> | null
}

/** `rest`: no working day. `open`: not over. `unasked`: 不考勤, or not on the roster. */
export type JudgedDay = {
  readonly kind: 'judged' | 'rest' | 'open' | 'unasked'
  readonly sessions: readonly JudgedSession[]
}

type Punched = Pick<AttendanceBody, 'punches' | 'added' | 'away' | 'awayWords'>

/**
 * Judges one person's one day. Late and early count when they are MORE than the minutes set; punches less than half an
 * hour apart are one. An excuse that touches what is wrong takes it away: a register that proposes errs on the side of
 * the person.
 */
export function judgeDay(staffNumber: string, day: LocalDate, body: Punched, facts: AttendanceFacts): JudgedDay {
  const nothing = (kind: JudgedDay['kind']): JudgedDay => ({ kind, sessions: [] })
  if (!facts.calendar.isWorkingDay(day)) return nothing('rest')
  const rules = facts.rulesOn(day)
  if (rules.exempt.includes(staffNumber) || !facts.isOnRoster(staffNumber, day)) return nothing('unasked')
  if (day >= facts.today) return nothing('open')
  const sessions = sessionsOn(rules, day)
  const excuses = [...facts.excusesOf(staffNumber, day), ...awayExcuses(body, sessions)]
  const isExcused = sessions.map((session) => excuses.some((excuse) => covers(excuse, session)))
  const asked = sessions.map((_, at) => at).filter((at) => isExcused[at] !== true)
  const punches = punchesOf(body).map(minutesOf)
  const marks = punchedMarks(rules.punches, sessions, asked, punches)
  const marksOfAll = punchedMarks(rules.punches, sessions, [...sessions.keys()], punches)
  return {
    kind: 'judged',
    sessions: sessions.map((session, at) => {
      const excuse = excuses.find((one) => covers(one, session))
      if (excuse !== undefined) {
        // Who was there all the same was there.
        const there = judgeSession(session, at, marksOfAll[at] ?? missed, [], rules)
        return there.state === 'in-order' ? there : judged(session, at, { state: 'excused', excuse })
      }
      return judgeSession(session, at, marks[at] ?? missed, excuses, rules)
    }),
  }
}

/** What the punches say of a session: minutes, `unknown` where one is missing, `unasked` where none is wanted. */
type Mark = number | 'unknown' | 'unasked'
type Marks = { readonly came: Mark; readonly left: Mark; readonly isAbsent: boolean }

const missed: Marks = { came: 'unknown', left: 'unknown', isAbsent: true }

/** By the place of the session in the day. */
function punchedMarks(
  mode: AttendanceRules['punches'],
  sessions: readonly Session[],
  asked: readonly number[],
  punches: readonly number[],
): readonly (Marks | undefined)[] {
  if (mode === 'day-ends') return marksOfDay(sessions, asked, punches)
  return sessions.map((session, at) => {
    const [from, to] = [boundaryBefore(sessions, at), boundaryBefore(sessions, at + 1)]
    return marksOfSession(
      session,
      punches.filter((punch) => punch >= from && punch < to),
    )
  })
}

/** Half way between two sessions; the first begins and the last ends with the day. */
function boundaryBefore(sessions: readonly Session[], at: number): number {
  const [before, after] = [sessions[at - 1], sessions[at]]
  if (before === undefined) return 0
  if (after === undefined) return 1440
  return Math.ceil((minutesOf(before.end) + minutesOf(after.start)) / 2)
}

function marksOfSession({ start, end }: Session, punches: readonly number[]): Marks {
  const [first, last] = endsOf(punches)
  if (first === null) return missed
  if (last !== null) return { came: first, left: last, isAbsent: false }
  return isNearer(first, minutesOf(start), minutesOf(end))
    ? { came: first, left: 'unknown', isAbsent: false }
    : { came: 'unknown', left: punches.at(-1) ?? first, isAbsent: false }
}

/** Two punches less than so many minutes apart are one that was made twice. */
const sameSwipeMinutes = 30

/** First and last punch; the last null when there is only one, or one made twice. */
function endsOf(punches: readonly number[]): readonly [number | null, number | null] {
  const [first = null] = punches
  const last = punches.at(-1) ?? null
  return first === null || last === null || last - first < sameSwipeMinutes ? [first, null] : [first, last]
}

function isNearer(punch: number, start: number, end: number): boolean {
  return Math.abs(punch - start) <= Math.abs(end - punch)
}

/** Coming and leaving alone: sessions wholly before the one or after the other were missed. */
function marksOfDay(
  sessions: readonly Session[],
  asked: readonly number[],
  punches: readonly number[],
): readonly (Marks | undefined)[] {
  const marks: (Marks | undefined)[] = sessions.map(() => undefined)
  const [first, last] = endsOf(punches)
  if (first === null) return marks
  const ends = asked.map((at) => ({ at, start: timeOf(sessions, at, 'start'), end: timeOf(sessions, at, 'end') }))
  if (last === null) return marksOfOne(marks, ends, first)
  const there = ends.filter(({ start, end }) => end > first && start < last)
  there.forEach(({ at }, place) => {
    marks[at] = {
      came: place === 0 ? first : 'unasked',
      left: place === there.length - 1 ? last : 'unasked',
      isAbsent: false,
    }
  })
  return marks
}

type Ends = { readonly at: number; readonly start: number; readonly end: number }

/** One punch alone is taken for what it is nearest to: a coming or a leaving. */
function marksOfOne(marks: (Marks | undefined)[], ends: readonly Ends[], punch: number) {
  const all = ends.flatMap(({ at, start, end }) => [
    { at, isStart: true, far: Math.abs(punch - start) },
    { at, isStart: false, far: Math.abs(punch - end) },
  ])
  const [nearest] = all.toSorted((left, right) => left.far - right.far)
  if (nearest === undefined) return marks
  const { at: found, isStart } = nearest
  const there = ends.filter(({ at }) => (isStart ? at >= found : at <= found))
  there.forEach(({ at }, place) => {
    const isFirst = place === 0
    const isLast = place === there.length - 1
    const came = !isFirst ? 'unasked' : isStart ? punch : 'unknown'
    const left = !isLast ? 'unasked' : isStart ? 'unknown' : punch
    marks[at] = { came, left, isAbsent: false }
  })
  return marks
}

function timeOf(sessions: readonly Session[], at: number, end: 'start' | 'end'): number {
  const session = sessions[at]
  return session === undefined ? 0 : minutesOf(session[end])
}

function judgeSession(
  session: Session,
  at: number,
  { came, left, isAbsent }: Marks,
  excuses: readonly Excuse[],
  rules: AttendanceRules,
): JudgedSession {
  const [start, end] = [minutesOf(session.start), minutesOf(session.end)]
  const excuseWithin = (from: number, to: number) => excuses.find((one) => one.from <= to && one.to >= from)
  if (isAbsent) {
    const excuse = excuseWithin(start, end)
    return judged(session, at, excuse === undefined ? { state: 'absent' } : { state: 'excused', excuse })
  }
  const late = typeof came === 'number' ? came - start : 0
  const early = typeof left === 'number' ? end - left : 0
  const isLate = late > rules.lateAfter && excuseWithin(start, start + late) === undefined
  const isEarly = early > rules.earlyBefore && excuseWithin(end - early, end) === undefined
  const isMissing = (came === 'unknown' || left === 'unknown') && excuseWithin(start, end) === undefined
  const state = stateOf(isLate, isEarly, isMissing, rules)
  return judged(session, at, {
    state,
    cameAt: typeof came === 'number' ? came : null,
    leftAt: typeof left === 'number' ? left : null,
    lateMinutes: isLate ? late : 0,
    earlyMinutes: isEarly ? early : 0,
  })
}

function stateOf(isLate: boolean, isEarly: boolean, isMissing: boolean, rules: AttendanceRules): SessionState {
  if (isMissing && rules.missingPunch === 'absence') return 'absent'
  if (isLate && isEarly) return 'late-and-early'
  if (isLate) return 'late'
  if (isEarly) return 'early'
  return isMissing ? 'missing-punch' : 'in-order'
}

type Told = {
  readonly state: SessionState
  readonly excuse?: Excuse
  readonly cameAt?: number | null
  readonly leftAt?: number | null
  readonly lateMinutes?: number
  readonly earlyMinutes?: number
}

function judged({ start, end }: Session, at: number, told: Told): JudgedSession {
  const isAbsent = told.state === 'absent'
  return {
    start,
    end,
    number: at + 1,
    cameAt: timeOrNull(told.cameAt),
    leftAt: timeOrNull(told.leftAt),
    lateMinutes: isAbsent ? 0 : (told.lateMinutes ?? 0),
    earlyMinutes: isAbsent ? 0 : (told.earlyMinutes ?? 0),
    state: told.state,
    excuse: told.excuse === undefined ? null : { sort: told.excuse.sort, words: told.excuse.words },
  }
}

function timeOrNull(minutes: number | null | undefined): ClockTime | null {
  return minutes === null || minutes === undefined ? null : clockTimeOf(minutes)
}

function covers({ from, to }: Excuse, { start, end }: Session): boolean {
  return from <= minutesOf(start) && to >= minutesOf(end)
}

const awayPlace = { first: 0, second: 1, third: 2 } as const

function awayExcuses({ away, awayWords }: Punched, sessions: readonly Session[]): readonly Excuse[] {
  if (away === 'none') return []
  const words = awayWords === '' ? '公出' : `公出：${awayWords}`
  if (away === 'day') return [{ ...wholeDay, sort: 'work', words }]
  const session = sessions[awayPlace[away]]
  return session === undefined
    ? []
    : [{ from: minutesOf(session.start), to: minutesOf(session.end), sort: 'work', words }]
}
