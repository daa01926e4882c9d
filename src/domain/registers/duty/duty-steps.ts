import { accept, refuse, type Result } from '../../primitives/result.ts'
import { hoursOfShift, type DutyRecord } from './duty-record.ts'
import type { DutySettings } from './duty-settings.ts'

/** What is done to a turn besides writing it. `by`: the person's 工号. */
export type DutyStep =
  | { readonly step: 'checked-in'; readonly by: string; readonly at: Date }
  | { readonly step: 'checked'; readonly found: 'present' | 'missing'; readonly words: string; readonly at: Date }
  | {
      readonly step: 'swap-asked'
      readonly by: string
      readonly to: string
      readonly inReturn: string | null
      readonly reason: string
      readonly at: Date
    }
  | { readonly step: 'swap-taken-back'; readonly by: string }
  | { readonly step: 'swap-refused'; readonly by: string }
  | { readonly step: 'swap-accepted'; readonly by: string; readonly at: Date }

export type DutyStepRefusal =
  | { readonly code: 'duty-not-ones-own' }
  /** Instants in milliseconds: from when and until when one may check in. */
  | { readonly code: 'duty-outside-hours'; readonly from: number; readonly to: number }
  | { readonly code: 'duty-checked-in-already' }
  | { readonly code: 'duty-not-begun' }
  /** Begun, or looked at: it can no longer be given away. */
  | { readonly code: 'duty-under-way' }
  | { readonly code: 'duty-swap-pending' }
  | { readonly code: 'duty-swap-none' }
  | { readonly code: 'duty-swap-with-oneself' }

/** One may check in so long before the shift begins: suggested by this system. */
export const checkInEarlyMs = 30 * 60_000

/** The turn after the step; revision and history are the command's. An exchange's other turn is `returnTurn`'s. */
export function takeDutyStep(
  record: DutyRecord,
  step: DutyStep,
  settings: DutySettings,
): Result<DutyRecord, DutyStepRefusal> {
  const { from, to } = hoursOfShift(record.days.first, record.body.shift, settings)
  switch (step.step) {
    case 'checked-in': {
      if (record.staffNumber !== step.by) return refuse({ code: 'duty-not-ones-own' })
      if (record.body.checkedInAt !== null) return refuse({ code: 'duty-checked-in-already' })
      const at = step.at.getTime()
      if (at < from - checkInEarlyMs || at > to)
        return refuse({ code: 'duty-outside-hours', from: from - checkInEarlyMs, to })
      const isFoundMissing = record.body.check?.found === 'missing'
      return accept({
        ...record,
        state: isFoundMissing ? 'missing' : 'present',
        body: { ...record.body, checkedInAt: step.at.toISOString(), swap: null },
      })
    }
    case 'checked': {
      if (step.at.getTime() < from) return refuse({ code: 'duty-not-begun' })
      const { found, words } = step
      return accept({ ...record, state: found, body: { ...record.body, check: { found, words }, swap: null } })
    }
    case 'swap-asked': {
      if (record.staffNumber !== step.by) return refuse({ code: 'duty-not-ones-own' })
      if (step.to === step.by) return refuse({ code: 'duty-swap-with-oneself' })
      if (record.state !== 'planned' || step.at.getTime() >= from) return refuse({ code: 'duty-under-way' })
      if (record.body.swap !== null) return refuse({ code: 'duty-swap-pending' })
      const { to: other, inReturn, reason, at } = step
      const swap = { to: other, inReturn, reason, askedAt: at.toISOString() }
      return accept({ ...record, body: { ...record.body, swap } })
    }
    case 'swap-taken-back':
      if (record.staffNumber !== step.by) return refuse({ code: 'duty-not-ones-own' })
      return withoutSwap(record)
    case 'swap-refused':
      if (record.body.swap !== null && record.body.swap.to !== step.by)
        return refuse({ code: 'duty-not-ones-own' })
      return withoutSwap(record)
    case 'swap-accepted': {
      const { swap } = record.body
      if (swap === null) return refuse({ code: 'duty-swap-none' })
      if (swap.to !== step.by) return refuse({ code: 'duty-not-ones-own' })
      if (record.state !== 'planned' || step.at.getTime() >= from) return refuse({ code: 'duty-under-way' })
      return accept({ ...record, staffNumber: swap.to, body: { ...record.body, swap: null } })
    }
  }
}

function withoutSwap(record: DutyRecord): Result<DutyRecord, DutyStepRefusal> {
  if (record.body.swap === null) return refuse({ code: 'duty-swap-none' })
  return accept({ ...record, body: { ...record.body, swap: null } })
}

/** The turn taken in return, from the one who accepts to the one who asked. */
export function returnTurn(
  record: DutyRecord,
  between: { readonly asker: string; readonly accepter: string; readonly at: Date },
  settings: DutySettings,
): Result<DutyRecord, DutyStepRefusal> {
  if (record.staffNumber !== between.accepter) return refuse({ code: 'duty-not-ones-own' })
  const { from } = hoursOfShift(record.days.first, record.body.shift, settings)
  if (record.state !== 'planned' || between.at.getTime() >= from) return refuse({ code: 'duty-under-way' })
  return accept({ ...record, staffNumber: between.asker, body: { ...record.body, swap: null } })
}
