import type { LocalDate } from '../../primitives/local-date.ts'
import type { Post } from '../../scheme/scheme.ts'
import { absenceOn } from '../../roster/absence.ts'
import type { Assignment } from '../../roster/assignment.ts'
import { halfAt } from '../leave/half-days.ts'
import { leaveTerms } from '../leave/leave-kinds.ts'
import { isGranted, leaveSpanWords, usedHalves, type LeaveRecord } from '../leave/leave-record.ts'
import {
  shownWords,
  type WhereaboutsBody,
  type WhereaboutsKind,
  type WhereaboutsRecord,
} from './whereabouts-record.ts'

/**
 * Where somebody is by the lists of the day. `off`: a day nobody works, and nothing was said; `unknown`: a working day,
 * nothing was said, and the town wants it said; or the time somebody meant to be back has passed.
 */
export const dayStatusKinds = ['in', 'village', 'meeting', 'out', 'leave', 'duty', 'unknown', 'off'] as const
export type DayStatusKind = (typeof dayStatusKinds)[number]

export const dayStatusTitles: Readonly<Record<DayStatusKind, string>> = {
  in: '在岗',
  village: '下村',
  meeting: '开会',
  out: '外出',
  leave: '请假',
  duty: '值班',
  unknown: '未登记去向',
  off: '休息',
}

export type DayStatus = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly post: Post
  readonly kind: DayStatusKind
  /** As the board shows it: 下村（石桥村）, 事假 3月2日—3日. */
  readonly words: string
  /** 预计返回 15:30, where it was said. */
  readonly backAt: string | null
  /** When it was said (08:31); null: taken from a register, or nobody said. */
  readonly since: string | null
  /** 已过预计返回时间: out, and meant to be back by now. */
  readonly isLate: boolean
  /** In, or where he is is known: false is who an inspector looks for. */
  readonly isAccounted: boolean
  /** Noted today as neither in nor accounted for. */
  readonly isNoted: boolean
}

/** What the day's lists say, and what holds where they say nothing. */
export type DayFacts = {
  readonly day: LocalDate
  /** By the town's clock, HH:MM: half-days of leave and hours of return are judged by it; null: the day as a whole. */
  readonly time: string | null
  readonly isWorkingDay: boolean
  /** Each morning everyone is in, or nobody has said. */
  readonly unsaid: 'in' | 'unknown'
  readonly leave: readonly LeaveRecord[]
  readonly whereabouts: readonly WhereaboutsRecord[]
  /** 工号 of who is on duty. */
  readonly onDuty: ReadonlySet<string>
}

/** Everyone on the roster that day, in roster order: leave before what was said, that before duty, then what holds unsaid. */
export function dayStatuses(roster: readonly Assignment[], facts: DayFacts): readonly DayStatus[] {
  return roster
    .filter(
      ({ from, to, absences = [] }) =>
        (from === null || from <= facts.day) &&
        (to === null || facts.day <= to) &&
        absenceOn(absences, facts.day) === null,
    )
    .map(({ staffNumber, name, office, post }) => ({
      staffNumber,
      name,
      office,
      post,
      isNoted: facts.whereabouts.some(
        (record) => record.staffNumber === staffNumber && record.body.kind === 'missing',
      ),
      ...statusOf(staffNumber, facts),
    }))
}

type Status = Pick<DayStatus, 'kind' | 'words' | 'backAt' | 'since' | 'isLate' | 'isAccounted'>
const plain = { backAt: null, since: null, isLate: false, isAccounted: true }

function statusOf(staffNumber: string, facts: DayFacts): Status {
  const leave = facts.leave.find((record) => record.staffNumber === staffNumber && isAwayThen(record, facts))
  if (leave !== undefined) return { ...plain, kind: 'leave', words: leaveWords(leave) }
  const said = lastSaid(staffNumber, facts.whereabouts)
  if (said !== null) return saidStatus(said, facts.time)
  if (facts.onDuty.has(staffNumber)) return { ...plain, kind: 'duty', words: dayStatusTitles.duty }
  const kind = facts.isWorkingDay ? facts.unsaid : 'off'
  return { ...plain, kind, words: dayStatusTitles[kind], isAccounted: kind !== 'unknown' }
}

type Said = WhereaboutsBody & { readonly kind: WhereaboutsKind }

/** The later of what a person said that day; what was said in the same minute, as it was kept. */
export function lastSaid(staffNumber: string, records: readonly WhereaboutsRecord[]): Said | null {
  let last: Said | null = null
  let lastAt = -Infinity
  for (const record of records) {
    if (record.staffNumber !== staffNumber) continue
    const { kind, ...said } = record.body
    if (kind === 'missing' || record.at.getTime() < lastAt) continue
    last = { kind, ...said }
    lastAt = record.at.getTime()
  }
  return last
}

function saidStatus(said: Said, time: string | null): Status {
  const isLate = said.kind !== 'in' && said.backAt !== null && time !== null && said.backAt < time
  return {
    kind: said.kind,
    words: shownWords(said),
    backAt: said.kind === 'in' ? null : said.backAt,
    since: said.at,
    isLate,
    isAccounted: !isLate,
  }
}

/** Whether a leave that was granted holds then: at the hour, or, without one, on any half of the day. */
export function isAwayThen(record: LeaveRecord, { day, time }: Pick<DayFacts, 'day' | 'time'>): boolean {
  if (!isGranted(record)) return false
  const { from, until } = usedHalves(record)
  const [first, end] =
    time === null
      ? [halfAt(day, 'morning'), halfAt(day, 'evening')]
      : time < '12:00'
        ? [halfAt(day, 'morning'), halfAt(day, 'noon')]
        : [halfAt(day, 'noon'), halfAt(day, 'evening')]
  return from < end && first < until
}

function leaveWords({ days, body }: LeaveRecord): string {
  const kind = body.kind === 'official' ? leaveTerms.official.title : '请假'
  return `${kind} ${leaveSpanWords(days, body)}`
}
