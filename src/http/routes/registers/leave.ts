import { changeRecord } from '../../../commands/registers/change-record.ts'
import { readLeaveTown, yearsAround } from '../../../commands/registers/read-leave-facts.ts'
import {
  decideLeave,
  draftLeave,
  noteLeave,
  requestLeave,
  stepLeave,
  type LeaveWanted,
} from '../../../commands/registers/take-leave-step.ts'
import {
  addDays,
  townMoment,
  yearOf,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../../../domain/primitives/local-date.ts'
import { accept, refuse } from '../../../domain/primitives/result.ts'
import { approvalWords } from '../../../domain/registers/leave/approvers.ts'
import { leaveTerms } from '../../../domain/registers/leave/leave-kinds.ts'
import {
  leaveDays,
  leaveDefinition,
  leaveSpanWords,
  toLeave,
  type LeaveRecord,
} from '../../../domain/registers/leave/leave-record.ts'
import type { LeaveTown } from '../../../domain/registers/leave/leave-town.ts'
import { takeLeaveStep, type LeaveDeed } from '../../../domain/registers/leave/leave-steps.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import { awayView, balanceView, leaveView, type LeaveView } from '../../../queries/registers/leave-view.ts'
import type { LeavePreview, leaveEndpoints } from '../../contract/registers/leave.ts'
import type { RouteGroup } from '../../route.ts'
import type { TownStores } from '../../town-stores.ts'
import { answerRecord, recordNote, recordRoutes, takeStepOfRoute, type RecordCall } from './record-routes.ts'

const { list, withdraw } = recordRoutes(leaveDefinition, 'leave.keep')
const register = anyRegister(leaveDefinition)
/** So many decisions are shown again. */
const lastDecided = 20

type Moment = { readonly stores: TownStores; readonly at: Date; readonly today: LocalDate }

async function leaveWithin({ records }: TownStores, days: DaySpan): Promise<readonly LeaveRecord[]> {
  return (await records.list({ register: 'leave', days })).map(toLeave)
}

/** The leave as it stands after what was done, with what it is held against. */
async function viewOf({ stores, at, today }: Moment, record: LeaveRecord): Promise<LeaveView> {
  return leaveView(record, await readLeaveTown(stores, { at, today }), await leaveWithin(stores, record.days))
}

async function noteStep(
  call: RecordCall,
  record: LeaveRecord,
  before: RegisterRecord | null,
  reason: string | null,
) {
  call.note(await recordNote(call.stores, register, record, { before, reason }))
}

function wantedOf(body: { first: LocalDate; last: LocalDate } & LeaveWanted['body']): LeaveWanted {
  const { first, last, ...asked } = body
  return { days: { first, last }, body: asked }
}

/** What asking would do to the balance of the year it begins in; of kinds that touch it. */
function balances(record: LeaveRecord, town: LeaveTown, own: readonly LeaveRecord[]): LeavePreview['balance'] {
  if (leaveTerms[record.body.kind].balance === 'none') return null
  const about = {
    staffNumber: record.staffNumber ?? '',
    year: yearOf(record.days.first),
    counts: 'asked-too',
  } as const
  return { before: balanceView(own, town, about), after: balanceView([...own, record], town, about) }
}

/** Of the office: a step under its own action, judged as the person's own is. */
function keptStep(
  call: RecordCall & Moment,
  params: { readonly recordId: string; readonly revision: number },
  deed: LeaveDeed,
) {
  return async () => {
    const facts = {
      today: call.today,
      isAfternoon: townMoment(call.at.getTime()).slice(11, 13) >= '12',
      calendar: await call.stores.calendar.read(),
    }
    return takeStepOfRoute(leaveDefinition, 'leave.keep', call, {
      ...params,
      step: deed.step,
      reason: null,
      transition: (record) => takeLeaveStep(record, deed, facts),
    })
  }
}

export const leaveRoutes: RouteGroup<typeof leaveEndpoints> = {
  listLeave: list,
  addLeave: {
    inTown: async ({ body, ...call }) => {
      const { stores, act, subject, reach } = call
      const noted = await noteLeave(stores, { ...act, subject, reach, action: 'leave.keep' }, body)
      if (!noted.ok) return noted
      await noteStep(call, noted.value, null, null)
      return accept(await answerRecord(leaveDefinition, noted.value, call, 'leave.keep'))
    },
  },
  changeLeave: {
    inTown: async ({ params, body, ...call }) => {
      const { stores, act, subject, reach } = call
      const was = await stores.records.find(params.recordId)
      // Who granted it, and when the person was back, is not the form's to say.
      const { kind, begins, ends, reason, place } = body.record.body
      const asked = { kind, begins, ends, reason, place }
      const kept = was?.register === 'leave' ? { ...toLeave(was).body, ...asked } : body.record.body
      const record = { ...body.record, body: kept }
      const acting = { ...act, subject, reach, action: 'leave.keep' } as const
      const changed = await changeRecord(stores, acting, register, { ...params, ...body, record })
      if (!changed.ok) return changed
      await noteStep(call, toLeave(changed.value), was, body.reason)
      return accept(await answerRecord(leaveDefinition, changed.value, call, 'leave.keep'))
    },
  },
  withdrawLeave: withdraw,
  registerLeave: {
    inTown: async ({ params, body, ...call }) => keptStep(call, { ...params, ...body }, { step: 'registered' })(),
  },
  noteLeaveReturn: {
    inTown: async ({ params, body, ...call }) => {
      const { on, at, revision } = body
      return keptStep(call, { ...params, revision }, { step: 'returned', on, at })()
    },
  },

  readOwnLeave: {
    inTown: async ({ query, stores, at, today, subject }) => {
      const { staffNumber } = subject
      if (staffNumber === null) return refuse({ code: 'record-unknown' })
      const town = await readLeaveTown(stores, { at, today })
      const days = yearSpan(query.year)
      const own = (
        await stores.records.list({
          register: 'leave',
          days,
          staffNumbers: [staffNumber],
          states: [...Object.keys(leaveDefinition.states), 'withdrawn'],
        })
      ).map(toLeave)
      return accept({
        year: query.year,
        balance: balanceView(own, town, { staffNumber, year: query.year, counts: 'asked-too' }),
        leave: own.toReversed().map((record) => leaveView(record, town, [])),
      })
    },
  },
  previewLeave: {
    inTown: async ({ body, stores, act, subject, reach }) => {
      const acting = { ...act, subject, reach, action: 'leave.request' } as const
      const drafted = await draftLeave(stores, acting, wantedOf(body))
      if (!drafted.ok) return drafted
      const record = drafted.value
      const town = await readLeaveTown(stores, act)
      const around = await leaveWithin(stores, yearsAround(record.days))
      return accept({
        days: leaveDays(record, town.calendar),
        spanWords: leaveSpanWords(record.days, record.body),
        wayWords: approvalWords(town.wayOf(record)),
        isAfterwards: record.days.first < act.today,
        balance: balances(record, town, around),
        away: awayView(record, town, around),
      })
    },
  },
  requestLeave: {
    inTown: async ({ body, ...call }) => {
      const { stores, act, subject, reach } = call
      const acting = { ...act, subject, reach, action: 'leave.request' } as const
      const asked = await requestLeave(stores, acting, wantedOf(body))
      if (!asked.ok) return asked
      await noteStep(call, asked.value, null, null)
      return accept(await viewOf(call, asked.value))
    },
  },
  withdrawOwnLeave: {
    inTown: async ({ params, body, ...call }) => {
      const { stores, act, subject, reach } = call
      const was = await stores.records.find(params.leaveId)
      const acting = { ...act, subject, reach, action: 'leave.request' } as const
      const taken = { recordId: params.leaveId, ...body, reason: null, deed: { step: 'withdrawn' } as const }
      const stepped = await stepLeave(stores, acting, taken)
      if (!stepped.ok) return stepped
      await noteStep(call, stepped.value, was, null)
      return accept(await viewOf(call, stepped.value))
    },
  },
  returnFromLeave: {
    inTown: async ({ params, body, ...call }) => {
      const { stores, act, subject, reach } = call
      const { revision, on, at } = body
      const was = await stores.records.find(params.leaveId)
      const acting = { ...act, subject, reach, action: 'leave.request' } as const
      const deed = { step: 'returned', on, at } as const
      const stepped = await stepLeave(stores, acting, { recordId: params.leaveId, revision, reason: null, deed })
      if (!stepped.ok) return stepped
      await noteStep(call, stepped.value, was, null)
      return accept(await viewOf(call, stepped.value))
    },
  },

  listLeaveToDecide: {
    inTown: async ({ stores, subject, at, today }) => {
      const { staffNumber } = subject
      const town = await readLeaveTown(stores, { at, today })
      const asked = (await stores.records.list({ register: 'leave', states: ['asked'] })).map(toLeave)
      const isMine = (record: LeaveRecord) => {
        const way = town.wayOf(record)
        return way.kind === 'approved' && way.approvers.some((one) => one.staffNumber === staffNumber)
      }
      const mine = asked.filter(isMine)
      const year = { first: addDays(today, -365), last: addDays(today, 365) }
      const around = await leaveWithin(stores, year)
      const decided = around
        .filter(({ body }) => body.decision !== null && body.decision.staffNumber === staffNumber)
        .toSorted((left, right) => ((left.body.decision?.on ?? '') < (right.body.decision?.on ?? '') ? 1 : -1))
        .slice(0, lastDecided)
      return accept({
        waiting: mine.map((record) => leaveView(record, town, around)),
        decided: decided.map((record) => leaveView(record, town, [])),
      })
    },
  },
  decideLeave: {
    inTown: async ({ params, body, ...call }) => {
      const { stores, act, subject, reach } = call
      const was = await stores.records.find(params.leaveId)
      const acting = { ...act, subject, reach, action: 'leave.approve' } as const
      const decided = await decideLeave(stores, acting, { recordId: params.leaveId, ...body })
      if (!decided.ok) return decided
      await noteStep(call, decided.value, was, body.reason === '' ? null : body.reason)
      return accept(await viewOf(call, decided.value))
    },
  },
}
