import { townMoment } from '../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import {
  whereaboutsDefinition,
  type WhereaboutsBody,
  type WhereaboutsKind,
} from '../../domain/registers/whereabouts/whereabouts-record.ts'
import { addRecords, keepRecords } from './add-records.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import type { RecordAct } from './record-walls.ts'

const register = anyRegister(whereaboutsDefinition)

type Shown = Pick<WhereaboutsBody, 'place' | 'backAt'> & { readonly kind: WhereaboutsKind }

/** Says where one is from now on; the latest of the day holds. */
export async function showWhereabouts(
  stores: ProposingStores,
  act: RecordAct,
  shown: Shown,
): Promise<Result<RegisterRecord, RecordRefusal>> {
  const { staffNumber } = act.subject
  if (staffNumber === null) return refuse({ code: 'record-unknown' })
  const backAt = shown.kind === 'in' ? null : shown.backAt
  const place = shown.kind === 'in' ? null : shown.place
  if (backAt !== null && backAt <= timeOf(act))
    return refuse({
      code: 'record-faulty',
      place: 'backAt',
      message: `预计返回时间${backAt}已经过了，请改晚一些。`,
    })
  const body = { kind: shown.kind, place, backAt, at: timeOf(act), words: null }
  const { at, by, newId, today } = act
  const record: RegisterRecord = {
    id: newId(),
    register: 'whereabouts',
    staffNumber,
    office: null,
    days: { first: today, last: today },
    state: 'shown',
    // Two taps within a minute are two.
    naturalKey: null,
    body,
    revision: 1,
    at,
    by,
  }
  // No proposal follows from what a person says of himself, but being away on business excuses at the clock.
  await keepRecords(stores, act, register, [record])
  return accept(record)
}

/** Notes that somebody was looked for and found neither in nor accounted for. */
export async function noteUnknown(
  stores: ProposingStores,
  act: RecordAct,
  { staffNumber, place, words }: { staffNumber: string } & Pick<WhereaboutsBody, 'place' | 'words'>,
): Promise<Result<RegisterRecord, RecordRefusal>> {
  const body = { kind: 'missing' as const, at: timeOf(act), place, backAt: null, words }
  const days = { first: act.today, last: act.today }
  const added = await addRecords(stores, act, register, [{ staffNumber, office: null, days, body }])
  if (!added.ok) return added
  const [record] = added.value
  return record === undefined ? refuse({ code: 'record-unknown' }) : accept(record)
}

function timeOf({ at }: Pick<RecordAct, 'at'>): string {
  return townMoment(at.getTime()).slice(11, 16)
}
