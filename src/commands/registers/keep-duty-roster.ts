import { accept, assert, refuse, type Result } from '../../domain/primitives/result.ts'
import { dutyDefinition, type DutyRecord } from '../../domain/registers/duty/duty-record.ts'
import type { FilledPlace } from '../../domain/registers/duty/plan-duty.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import { withdrawnState } from '../../domain/registers/register-record.ts'
import { keepRecords, toRegisterRecord } from './add-records.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import { scopeOfRecords } from './proposed-scope.ts'
import type { RecordAct } from './record-walls.ts'

export type RosterRefusal =
  /** Another roster than the one that was looked at: leave, people or turns have changed since. */
  | { readonly code: 'duty-roster-changed' }
  /** Nothing is free. */
  | { readonly code: 'duty-roster-full' }

const register = anyRegister(dutyDefinition)

/**
 * Puts a planned roster in the register: turns given out anew keep their person where the plan has him there again, and
 * are taken back otherwise; what is left of the plan is added. `shown` and `now`: digests of the plan that was looked at
 * and of the plan as it would be made now.
 */
export async function keepDutyRoster(
  stores: ProposingStores,
  act: RecordAct,
  { filled, replaced }: { readonly filled: readonly FilledPlace[]; readonly replaced: readonly DutyRecord[] },
  { shown, now }: { readonly shown: string; readonly now: string },
): Promise<Result<{ readonly added: number; readonly takenBack: number }, RosterRefusal>> {
  if (filled.length === 0 && replaced.length === 0) return refuse({ code: 'duty-roster-full' })
  if (shown !== now) return refuse({ code: 'duty-roster-changed' })
  const wanted = new Map(filled.map((place) => [turnOf(place), place]))
  const takenBack: DutyRecord[] = []
  for (const record of replaced) {
    const key = turnOf({ ...record.body, day: record.days.first, staffNumber: record.staffNumber ?? '' })
    if (wanted.delete(key)) continue
    const after = { ...record, state: withdrawnState, revision: record.revision + 1 }
    const { at, by } = act
    const step = { step: 'replanned', state: withdrawnState, at, by, reason: null, before: null }
    assert(await stores.records.step(after, step), 'writers of one town stand in one queue')
    takenBack.push(after)
  }
  const added = [...wanted.values()].map(({ day, staffNumber, post, shift }) =>
    toRegisterRecord(
      register,
      {
        staffNumber,
        office: null,
        days: { first: day, last: day },
        body: dutyDefinition.bodySchema.parse({ post, shift }),
      },
      act,
    ),
  )
  await keepRecords(stores, act, register, added)
  const scope = scopeOfRecords('duty', takenBack)
  if (scope !== null) await proposeEntries(stores, act, scope)
  return accept({ added: added.length, takenBack: takenBack.length })
}

function turnOf({ day, post, shift, staffNumber }: Omit<FilledPlace, 'seat' | 'dayClass'>): string {
  return [day, post, shift, staffNumber].join('/')
}
