import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { lastDayWithin, type DayCount } from '../../domain/primitives/working-calendar.ts'
import type { DueDay, Matter } from './matter.ts'

export type ComplaintFacts = {
  readonly id: string
  readonly state: 'received' | 'verifying'
  readonly receivedOn: LocalDate
  /** Whom it is about, where that is known: he has no hand in it. */
  readonly about: string | null
}

/** 《信访工作条例》 (2022): taken up within fifteen days, concluded within sixty. */
const takeUpWithin: DayCount = { days: 15, kind: 'calendar' }
const concludeWithin: DayCount = { days: 60, kind: 'calendar' }

/** 投诉举报 that wait to be taken up or concluded. */
export function complaintMatters(complaints: readonly ComplaintFacts[], { calendar }: DueDay): readonly Matter[] {
  return complaints.map(({ id, state, receivedOn, about }) => ({
    kind: state === 'received' ? 'complaints-received' : 'complaints-verifying',
    action: 'complaint.keep',
    object: { about },
    subject: id,
    about: null,
    since: receivedOn,
    dueOn: lastDayWithin(receivedOn, state === 'received' ? takeUpWithin : concludeWithin, calendar),
    path: `/registers/complaint?state=${state}`,
  }))
}
