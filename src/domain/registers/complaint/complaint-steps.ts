import { accept, refuse, type Result } from '../../primitives/result.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import { withdrawnState } from '../register-record.ts'
import type { Complaint, ComplaintBody, ComplaintFinding } from './complaint-record.ts'
import { findLeak } from './find-leak.ts'

/** What discipline does with a complaint, as it is filled in. */
export type ComplaintStep =
  | { readonly step: 'verification-started' }
  | { readonly step: 'upheld'; readonly reasons: string; readonly finding: ComplaintFinding }
  | { readonly step: 'not-upheld'; readonly reasons: string }
  | { readonly step: 'transferred'; readonly reasons: string; readonly transferredTo: string }
  /** Concluded in error, or new facts have come up. */
  | { readonly step: 'reopened'; readonly reasons: string }
  /** Noted by mistake, or twice. */
  | { readonly step: 'withdrawn'; readonly reasons: string }

export const complaintSteps = [
  'verification-started',
  'upheld',
  'not-upheld',
  'transferred',
  'reopened',
  'withdrawn',
] as const satisfies readonly ComplaintStep['step'][]

export type ComplaintRefusal =
  | { readonly code: 'complaint-not-now'; readonly state: string; readonly step: ComplaintStep['step'] }
  /** Who filed it holds a receipt for it: it is concluded, and does not vanish. */
  | { readonly code: 'complaint-has-receipt' }
  | { readonly code: 'complaint-found-ahead'; readonly today: LocalDate }
  /** What was found names who complained, or repeats the complaint: it would be read by others. */
  | {
      readonly code: 'complaint-leaks'
      readonly what: 'name' | 'contact' | 'number' | 'words'
      readonly leaked: string
    }

const mayFollow: Readonly<Record<ComplaintStep['step'], readonly string[]>> = {
  'verification-started': ['received'],
  upheld: ['verifying'],
  'not-upheld': ['verifying'],
  transferred: ['received', 'verifying'],
  reopened: ['upheld', 'not-upheld', 'transferred'],
  withdrawn: ['received', 'verifying', 'not-upheld', 'transferred'],
}

/** The state, days, person and body a step leaves a complaint in. `today`: the town's day. */
export function takeComplaintStep(
  { state, days, staffNumber, body }: Pick<Complaint, 'state' | 'days' | 'staffNumber' | 'body'>,
  taken: ComplaintStep,
  today: LocalDate,
): Result<Pick<Complaint, 'state' | 'days' | 'staffNumber' | 'body'>, ComplaintRefusal> {
  if (!mayFollow[taken.step].includes(state)) return refuse({ code: 'complaint-not-now', state, step: taken.step })
  switch (taken.step) {
    case 'verification-started':
      return accept({ state: 'verifying', days, staffNumber, body })
    case 'withdrawn':
      if (body.channel === 'web') return refuse({ code: 'complaint-has-receipt' })
      return accept({ state: withdrawnState, days, staffNumber, body })
    case 'reopened': {
      const received = { first: body.receivedOn, last: body.receivedOn }
      return accept({
        state: 'verifying',
        days: received,
        staffNumber: body.aboutStaffNumber,
        body: { ...body, conclusion: null },
      })
    }
    case 'upheld':
      return uphold(body, taken, today)
    case 'not-upheld':
    case 'transferred': {
      const { step: outcome, reasons } = taken
      const transferredTo = taken.step === 'transferred' ? taken.transferredTo : null
      const conclusion = { outcome, reasons, finding: null, transferredTo, at: today }
      return accept({ state: outcome, days, staffNumber, body: { ...body, conclusion } })
    }
  }
}

/** From then on the record stands on the day of what happened, and under the person where it is one. */
function uphold(
  body: ComplaintBody,
  { reasons, finding }: Extract<ComplaintStep, { step: 'upheld' }>,
  today: LocalDate,
): ReturnType<typeof takeComplaintStep> {
  if (finding.occurredOn > today) return refuse({ code: 'complaint-found-ahead', today })
  const leak = findLeak(finding.found, body)
  if (leak !== null) return refuse({ code: 'complaint-leaks', ...leak })
  const staffNumbers = [...new Set(finding.staffNumbers)]
  const conclusion = {
    outcome: 'upheld',
    reasons,
    finding: { ...finding, staffNumbers },
    transferredTo: null,
    at: today,
  } as const
  return accept({
    state: 'upheld',
    days: { first: finding.occurredOn, last: finding.occurredOn },
    staffNumber: staffNumbers.length === 1 ? (staffNumbers[0] ?? null) : null,
    body: { ...body, conclusion },
  })
}

/** What somebody who asks with a receipt is told: nothing of who, what or how it ended. */
export type ComplaintProgress = 'received' | 'verifying' | 'closed'

export function complaintProgress(state: string): ComplaintProgress {
  if (state === 'received') return 'received'
  return state === 'verifying' ? 'verifying' : 'closed'
}

/** The steps that may be taken now. */
export function openComplaintSteps({
  state,
  body,
}: Pick<Complaint, 'state' | 'body'>): readonly ComplaintStep['step'][] {
  return complaintSteps.filter(
    (step) => mayFollow[step].includes(state) && !(step === 'withdrawn' && body.channel === 'web'),
  )
}
