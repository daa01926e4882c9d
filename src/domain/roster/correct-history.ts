import { addDays, type LocalDate } from '../primitives/local-date.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import type { Assignment } from './assignment.ts'
import { historyOf, type HistoryEvent } from './person-history.ts'
import type { ChangeRefusal, PersonRecord } from './personnel-change.ts'

type Changed = Result<PersonRecord, ChangeRefusal>

/** 更正: the event took place on another day. The stays on both sides of a move give and take the days between. */
export function correctEvent(record: PersonRecord, event: HistoryEvent, on: LocalDate): Changed {
  if (!has(record, event)) return refuse({ code: 'event-unknown', event })
  switch (event.what) {
    case 'join':
    case 'move':
      return beginOn(record, event, on)
    case 'leave':
      return endOn(record, event.on, on)
    case 'absence-start':
    case 'absence-end':
      return absentFromOrTo(record, event, on)
  }
}

/** 取消: the event did not take place. Without the move the earlier stay goes on; without the leave so does the last. */
export function cancelEvent(record: PersonRecord, event: HistoryEvent): Changed {
  if (!has(record, event)) return refuse({ code: 'event-unknown', event })
  const { assignments, absences } = record
  switch (event.what) {
    case 'join':
      return accept({ ...record, assignments: assignments.filter(({ from }) => from !== event.on) })
    case 'move': {
      const ended = assignments.find(({ from }) => from === event.on)?.to ?? null
      const before = addDays(event.on, -1)
      const rest = assignments.filter(({ from }) => from !== event.on)
      return accept({
        ...record,
        assignments: rest.map((row) => (row.to === before ? { ...row, to: ended } : row)),
      })
    }
    case 'leave': {
      const next = assignments.find(({ from }) => from !== null && from > event.on)?.from ?? null
      return changeRow(record, ({ to }) => to === event.on, { to: next === null ? null : addDays(next, -1) })
    }
    case 'absence-start':
      return accept({ ...record, absences: absences.filter(({ from }) => from !== event.on) })
    case 'absence-end': {
      const next = absences.find(({ from }) => from > event.on)
      if (next !== undefined) return refuse({ code: 'absence-overlap', absence: next })
      return accept({
        ...record,
        absences: absences.map((absence) => (absence.to === event.on ? { ...absence, to: null } : absence)),
      })
    }
  }
}

function has(record: PersonRecord, { what, on }: HistoryEvent): boolean {
  return historyOf(record).some((event) => event.what === what && event.on === on)
}

function beginOn(record: PersonRecord, event: HistoryEvent, on: LocalDate): Changed {
  const at = record.assignments.findIndex(({ from }) => from === event.on)
  const [row, before] = [record.assignments[at], record.assignments[at - 1]]
  const isMove = event.what === 'move'
  // A move leaves the stay before it at least its first day; after a gap the last day there stays as it was.
  const earliest = before === undefined ? null : isMove ? before.from : before.to
  const latest = row?.to ?? null
  if ((earliest !== null && on <= earliest) || (latest !== null && on > latest))
    return refuse({ code: 'no-room', after: earliest, before: latest === null ? null : addDays(latest, 1) })
  return accept({
    ...record,
    assignments: record.assignments.map((other) => {
      if (other === row) return { ...other, from: on }
      return other === before && isMove ? { ...other, to: addDays(on, -1) } : other
    }),
  })
}

function endOn(record: PersonRecord, was: LocalDate, on: LocalDate): Changed {
  const at = record.assignments.findIndex(({ to }) => to === was)
  const first = record.assignments[at]?.from ?? null
  const next = record.assignments[at + 1]?.from ?? null
  if ((first !== null && on < first) || (next !== null && on >= next))
    return refuse({ code: 'no-room', after: first === null ? null : addDays(first, -1), before: next })
  return changeRow(record, ({ to }) => to === was, { to: on })
}

function absentFromOrTo(record: PersonRecord, { what, on: was }: HistoryEvent, on: LocalDate): Changed {
  const isStart = what === 'absence-start'
  const at = record.absences.findIndex(({ from, to }) => (isStart ? from : to) === was)
  const absence = record.absences[at]
  if (absence === undefined) return refuse({ code: 'event-unknown', event: { what, on: was } })
  const after = isStart ? (record.absences[at - 1]?.to ?? null) : addDays(absence.from, -1)
  const end = absence.to === null ? null : addDays(absence.to, 1)
  const before = isStart ? end : (record.absences[at + 1]?.from ?? null)
  if ((after !== null && on <= after) || (before !== null && on >= before))
    return refuse({ code: 'no-room', after, before })
  const changed = isStart ? { ...absence, from: on } : { ...absence, to: on }
  return accept({ ...record, absences: record.absences.map((other) => (other === absence ? changed : other)) })
}

function changeRow(
  record: PersonRecord,
  isMeant: (row: Assignment) => boolean,
  days: Partial<Pick<Assignment, 'from' | 'to'>>,
): Changed {
  return accept({
    ...record,
    assignments: record.assignments.map((row) => (isMeant(row) ? { ...row, ...days } : row)),
  })
}
