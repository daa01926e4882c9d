import { addDays, yearOf, type LocalDate } from '../../domain/primitives/local-date.ts'
import { firstWorkingDayFrom, lastDayWithin, type DayCount } from '../../domain/primitives/working-calendar.ts'
import type { Action } from '../policy-table.ts'
import { noPerson, type DueDay, type DueKind, type Matter } from './matter.ts'

type ProposalKind = 'adoption' | 'annual-result' | 'pay-list'

/** What is proposed or was sent back. */
export type ProposalFacts = {
  readonly kind: ProposalKind
  readonly state: 'open' | 'rejected'
  /** Of figures. */
  readonly year: number | null
  readonly proposedOn: LocalDate
  /** User name. */
  readonly proposedBy: string | null
}

/** Suggested by this system: what is proposed is decided within so long. */
const decideWithin: DayCount = { days: 5, kind: 'working' }
/** GB/T 35273—2020, 8.7: a request about one's own personal information is answered within thirty days. */
const answerCorrectionWithin: DayCount = { days: 30, kind: 'calendar' }

const ways: Readonly<Record<ProposalKind, { decide: Action; propose: Action; decideAt: string; mendAt: string }>> =
  {
    adoption: {
      decide: 'scheme.adopt',
      propose: 'scheme.propose',
      decideAt: '/scheme/adoption',
      mendAt: '/scheme',
    },
    'annual-result': {
      decide: 'result.approve',
      propose: 'result.propose',
      decideAt: '/results/final',
      mendAt: '/results/final',
    },
    'pay-list': {
      decide: 'result.approve',
      propose: 'result.propose',
      decideAt: '/results/final?show=pay',
      mendAt: '/results/final?show=pay',
    },
  }

/** What the leading group is to decide, and what it sent back to the office. */
export function proposalMatters(proposals: readonly ProposalFacts[], { calendar }: DueDay): readonly Matter[] {
  return proposals.map(({ kind, state, year, proposedOn, proposedBy }) => {
    const way = ways[kind]
    const isOpen = state === 'open'
    const told: DueKind = `${kind}-${state}`
    return {
      kind: told,
      action: isOpen ? way.decide : way.propose,
      object: isOpen ? { about: null, proposer: proposedBy } : noPerson,
      subject: year === null ? kind : String(year),
      about: year === null ? null : String(year),
      since: proposedOn,
      dueOn: isOpen ? lastDayWithin(proposedOn, decideWithin, calendar) : null,
      path: ofYear(isOpen ? way.decideAt : way.mendAt, year),
    }
  })
}

function ofYear(path: string, year: number | null): string {
  return year === null ? path : `${path}${path.includes('?') ? '&' : '?'}year=${String(year)}`
}

/** A draft that nobody has proposed yet. */
export function draftMatters(draft: { readonly startedOn: LocalDate } | null): readonly Matter[] {
  if (draft === null) return []
  return [
    {
      kind: 'draft-open',
      action: 'scheme.draft',
      object: noPerson,
      subject: 'draft',
      about: null,
      since: draft.startedOn,
      dueOn: null,
      path: '/scheme',
    },
  ]
}

/** 更正申请 that wait for an answer. */
export function correctionMatters(
  requests: readonly { readonly id: string; readonly staffNumber: string; readonly requestedOn: LocalDate }[],
  { calendar }: DueDay,
): readonly Matter[] {
  return requests.map(({ id, staffNumber, requestedOn }) => ({
    kind: 'corrections-open',
    action: 'correction.answer',
    object: { about: staffNumber },
    subject: id,
    about: null,
    since: requestedOn,
    dueOn: lastDayWithin(requestedOn, answerCorrectionWithin, calendar),
    path: '/corrections',
  }))
}

export type NoticeFacts = {
  readonly bulletinId: string
  readonly title: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Everyone of the town may read it. */
  readonly isPublic: boolean
}

/** 公示: while it runs whoever is in it may object; once it is over it waits for 定稿. */
export function noticeMatters(notices: readonly NoticeFacts[], { today, calendar }: DueDay): readonly Matter[] {
  return notices.flatMap(({ bulletinId, title, from, to, isPublic }): readonly Matter[] => {
    const common = { object: noPerson, subject: bulletinId, about: title, path: `/bulletins/${bulletinId}` }
    if (today > to)
      return [
        {
          ...common,
          kind: 'notice-ended',
          action: 'bulletin.publish',
          since: addDays(to, 1),
          dueOn: firstWorkingDayFrom(addDays(to, 1), calendar),
        },
      ]
    if (!isPublic) return []
    return [{ ...common, kind: 'notice-running', action: 'objection.file', since: from, dueOn: to }]
  })
}

/** In December the holidays of the next year have been announced: without them its working days are a guess. */
export function calendarMatters({ today, calendar }: DueDay): readonly Matter[] {
  const next = yearOf(today) + 1
  if (today.slice(5, 7) !== '12' || calendar.knownUntil >= next) return []
  const year = today.slice(0, 4)
  return [
    {
      kind: 'holidays-unknown',
      action: 'calendar.change',
      object: noPerson,
      subject: String(next),
      about: String(next),
      since: addDays(today, 1 - Number(today.slice(8, 10))),
      dueOn: addDays(today, 31 - Number(today.slice(8, 10))),
      path: `/calendar?year=${year}`,
    },
  ]
}

/** Reminders that did not reach anybody, or may not have. */
export function deliveryMatters(
  problems: readonly { readonly id: string; readonly on: LocalDate }[],
): readonly Matter[] {
  return problems.map(({ id, on }) => ({
    kind: 'deliveries-failed',
    action: 'reminder.configure',
    object: noPerson,
    subject: id,
    about: null,
    since: on,
    dueOn: null,
    path: '/reminders',
  }))
}
