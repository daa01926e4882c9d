import { decideDiscretion, decidedRecordings } from '../../commands/decide-discretion.ts'
import { proposeDiscretion } from '../../commands/propose-discretion.ts'
import type { ProceedingRefusal } from '../../commands/take-proceeding-step.ts'
import { parseHundredths } from '../../domain/primitives/centipoints.ts'
import { localDate } from '../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import type { DecidedAmount } from '../../domain/review/decided-findings.ts'
import type { Discretion } from '../../domain/review/proceeding.ts'
import type { DeedOf } from '../../domain/review/step-deed.ts'
import { reachOf } from '../../policies/permit.ts'
import { mayReadProceeding } from '../../policies/proceeding-reach.ts'
import { effectsWithin } from '../../queries/entry-effect.ts'
import { entryViews } from '../../queries/entry-view.ts'
import { previewRecordings } from '../../queries/preview-entry.ts'
import { entriesNote } from '../audit-notes.ts'
import type { discretionEndpoints } from '../contract/discretions.ts'
import { factsFor, findWithin, stepNote, stepOn } from '../proceedings.ts'
import type { RouteGroup } from '../route.ts'

export const discretionRoutes: RouteGroup<typeof discretionEndpoints> = {
  proposeDiscretion: {
    inTown: async (call) => {
      const { body, stores, act, note } = call
      const finding = { ...body, occurredOn: localDate(body.occurredOn) }
      const proposed = await proposeDiscretion(stores, act, finding, (discretion) => factsFor(call, discretion))
      if (!proposed.ok) return proposed
      const { id: proceedingId, year, number } = proposed.value
      note({ ...stepNote(proposed.value), reason: body.facts })
      return accept({ proceedingId, year, number })
    },
  },
  withdrawDiscretion: {
    inTown: async (call) => {
      const { params, body, subject } = call
      const found = await findDiscretion(call, params.proceedingId)
      if (!found.ok) return found
      // An inspector takes back what he proposed himself; the office anybody's proposal.
      const seen = { people: found.value.subject.staffNumbers, openedBy: found.value.openedBy }
      if (!mayReadProceeding(subject, reachOf(subject, 'proceeding.read'), seen))
        return refuse({ code: 'step-not-allowed', step: 'withdrawn' })
      const taken = await stepOn(call, found.value, body.seen, { kind: 'withdrawn', words: body.words })
      return taken.ok ? accept({ withdrawn: true as const }) : taken
    },
  },
  previewDiscretion: {
    inTown: async (call) => {
      const { params, body, stores, subject, today } = call
      const found = await findDiscretion(call, params.proceedingId)
      if (!found.ok) return found
      const amounts = readAmounts(body.amounts)
      if (!amounts.ok) return amounts
      const scope = { versions: await stores.versions.list(), roster: await stores.roster.assignments(), today }
      const minutes = { title: '', meetingOn: today }
      const recordings = decidedRecordings(scope, found.value, amounts.value, minutes)
      if (!recordings.ok) return recordings
      const previewed = await previewRecordings(stores, today, recordings.value)
      if (!previewed.ok) return previewed
      return accept({ effects: effectsWithin(reachOf(subject, 'score.read'), previewed.value) })
    },
  },
  decideDiscretion: {
    inTown: async (call) => {
      const { params, body, stores, act, subject, note } = call
      const found = await findDiscretion(call, params.proceedingId)
      if (!found.ok) return found
      const amounts = readAmounts(body.amounts)
      if (!amounts.ok) return amounts
      const minutes = { ...body.minutes, meetingOn: localDate(body.minutes.meetingOn) }
      const deed: DeedOf<'decided'> = { kind: 'decided', amounts: amounts.value, reasons: body.reasons, minutes }
      const facts = await factsFor(call, found.value)
      const decided = await decideDiscretion(stores, act, {
        proceeding: found.value,
        seen: body.seen,
        deed,
        facts,
      })
      if (!decided.ok) return decided
      const entries = await entryViews(stores, decided.value, subject)
      const after = (await stores.proceedings.find(found.value.id)) ?? found.value
      const { object } = stepNote(after)
      const recorded = entriesNote(entries, { from: null, to: 'recorded' }).after
      note({ object, before: { step: 'proposed' }, after: { step: 'decided', ...recorded }, reason: body.reasons })
      return accept({ entries })
    },
  },
}

/** A proposal within reach; an objection is none. */
async function findDiscretion(
  call: Parameters<typeof findWithin>[0],
  proceedingId: string,
): Promise<Result<Discretion, ProceedingRefusal>> {
  const found = await findWithin(call, proceedingId)
  if (!found.ok) return found
  return found.value.kind === 'discretion' ? accept(found.value) : refuse({ code: 'proceeding-unknown' })
}

type TypedAmount = { readonly staffNumber: string; readonly points: string | null }

function readAmounts(
  typed: readonly TypedAmount[],
): Result<DecidedAmount[], { readonly code: 'discretion-unreadable'; readonly text: string }> {
  const amounts: DecidedAmount[] = []
  for (const { staffNumber, points } of typed) {
    const centipoints = points === null ? null : parseHundredths(points.normalize('NFKC'))
    if (points !== null && (centipoints === null || centipoints <= 0))
      return refuse({ code: 'discretion-unreadable', text: points })
    amounts.push({ staffNumber, centipoints })
  }
  return accept(amounts)
}
