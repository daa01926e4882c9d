import { townDay } from '../../primitives/local-date.ts'
import { accept, refuse, type Result } from '../../primitives/result.ts'
import { startsAtOf } from './attendance-at.ts'
import type { GatheringBody, GatheringRecord } from './gathering-record.ts'

export type GatheringStep =
  /** By the person, with the code. */
  | { readonly step: 'signed-in'; readonly staffNumber: string; readonly at: Date }
  /** By the office, from its list. */
  | {
      readonly step: 'ticked'
      readonly staffNumbers: readonly string[]
      readonly isPresent: boolean
      readonly at: Date
    }
  /** reason null: no longer excused. */
  | { readonly step: 'excused'; readonly staffNumber: string; readonly reason: string | null }
  | { readonly step: 'ended'; readonly at: Date }
  | { readonly step: 'reopened' }

export type GatheringRefusal =
  | { readonly code: 'gathering-not-called'; readonly staffNumbers: readonly string[] }
  | { readonly code: 'gathering-ended' }
  | { readonly code: 'gathering-not-ended' }
  /** Instant in milliseconds from which one may sign in. */
  | { readonly code: 'gathering-too-early'; readonly from: number }
  | { readonly code: 'gathering-over'; readonly day: string }
  | { readonly code: 'gathering-signed-in-already' }

/** One may sign in so long before it starts: suggested by this system. */
export const signInEarlyMs = 60 * 60_000

/**
 * The gathering after the step. `called`: the 工号 of those called. Signing in is open from an hour before the start
 * until the roll is closed, on its own day; the office may tick and excuse afterwards too.
 */
export function takeGatheringStep(
  record: GatheringRecord,
  step: GatheringStep,
  called: readonly string[],
): Result<GatheringRecord, GatheringRefusal> {
  const { body } = record
  const day = record.days.first
  const changed = (changes: Partial<GatheringBody>) => accept({ ...record, body: { ...body, ...changes } })
  switch (step.step) {
    case 'signed-in': {
      if (!called.includes(step.staffNumber))
        return refuse({ code: 'gathering-not-called', staffNumbers: [step.staffNumber] })
      if (body.signedIn.some(({ staffNumber }) => staffNumber === step.staffNumber))
        return refuse({ code: 'gathering-signed-in-already' })
      if (record.state === 'ended') return refuse({ code: 'gathering-ended' })
      const from = startsAtOf(day, body.startsAt) - signInEarlyMs
      if (step.at.getTime() < from) return refuse({ code: 'gathering-too-early', from })
      if (townDay(step.at.getTime()) > day) return refuse({ code: 'gathering-over', day })
      return changed({ signedIn: [...body.signedIn, signOf(step.staffNumber, step.at, 'code')] })
    }
    case 'ticked': {
      const strangers = step.staffNumbers.filter((one) => !called.includes(one))
      if (strangers.length > 0) return refuse({ code: 'gathering-not-called', staffNumbers: strangers })
      const touched = new Set(step.staffNumbers)
      if (!step.isPresent)
        return changed({ signedIn: body.signedIn.filter(({ staffNumber }) => !touched.has(staffNumber)) })
      const known = new Set(body.signedIn.map(({ staffNumber }) => staffNumber))
      const fresh = [...touched].filter((one) => !known.has(one))
      return changed({ signedIn: [...body.signedIn, ...fresh.map((one) => signOf(one, step.at, 'list'))] })
    }
    case 'excused': {
      const { staffNumber, reason } = step
      if (!called.includes(staffNumber))
        return refuse({ code: 'gathering-not-called', staffNumbers: [staffNumber] })
      const others = body.excused.filter((one) => one.staffNumber !== staffNumber)
      return changed({ excused: reason === null ? others : [...others, { staffNumber, reason }] })
    }
    case 'ended': {
      if (record.state === 'ended') return refuse({ code: 'gathering-ended' })
      const from = startsAtOf(day, body.startsAt)
      if (step.at.getTime() < from) return refuse({ code: 'gathering-too-early', from })
      return accept({ ...record, state: 'ended' })
    }
    case 'reopened':
      if (record.state !== 'ended') return refuse({ code: 'gathering-not-ended' })
      return accept({ ...record, state: 'called' })
  }
}

function signOf(staffNumber: string, at: Date, how: 'code' | 'list') {
  return { staffNumber, at: at.toISOString(), how }
}
