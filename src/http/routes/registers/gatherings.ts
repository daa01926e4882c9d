import type { SignInName } from '../../../commands/account-store.ts'
import { countCode, forgiveCode } from '../../../commands/count-gathering-code.ts'
import type { RecordRefusal } from '../../../commands/registers/record-refusal.ts'
import { takeGatheringStep } from '../../../commands/registers/take-gathering-step.ts'
import { takeRecordStep } from '../../../commands/registers/take-record-step.ts'
import { withdrawRecord } from '../../../commands/registers/withdraw-record.ts'
import { userNameKey } from '../../../commands/user-name-key.ts'
import { localDate, yearSpan } from '../../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../../domain/primitives/result.ts'
import { codeAt, isCodeRight, type Digest } from '../../../domain/registers/gathering/gathering-code.ts'
import { gatheringBodySchema, gatheringDefinition } from '../../../domain/registers/gathering/gathering-record.ts'
import type { GatheringStep } from '../../../domain/registers/gathering/gathering-steps.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import type { Action } from '../../../policies/policy-table.ts'
import { gatheringSheet } from '../../../queries/registers/gathering-sheet.ts'
import { gatheringRecords, gatheringViews, readGathering } from '../../../queries/registers/read-gathering.ts'
import type { gatheringEndpoints, GatheringDetail } from '../../contract/registers/gatherings.ts'
import type { Refusal } from '../../refusal.ts'
import type { RouteGroup, SignedIn } from '../../route.ts'
import type { Services } from '../../services.ts'
import { findGathering } from './find-gathering.ts'
import { gatheringSheetRoutes } from './gathering-sheets.ts'
import { recordNote, recordRoutes, type RecordCall } from './record-routes.ts'

const register = anyRegister(gatheringDefinition)
const { add } = recordRoutes(gatheringDefinition, 'gathering.keep')

export const gatheringRoutes: RouteGroup<typeof gatheringEndpoints> = {
  ...gatheringSheetRoutes,
  listGatherings: {
    inTown: async ({ query, stores, subject }) => {
      const records = await stores.records.list({ register: 'gathering', days: yearSpan(query.year) })
      const latestFirst = gatheringRecords(records).toReversed()
      return accept({ gatherings: await gatheringViews(stores, latestFirst, subject) })
    },
  },
  addGathering: add,
  withdrawGathering: {
    inTown: async ({ params: { gatheringId: recordId }, body, stores, act, subject, reach, note }) => {
      const was = await stores.records.find(recordId)
      const by = { ...act, subject, reach, action: 'gathering.keep' as const }
      const withdrawn = await withdrawRecord(stores, by, register, { recordId, ...body })
      if (!withdrawn.ok) return withdrawn
      note(await recordNote(stores, register, withdrawn.value, { before: was, reason: body.reason }))
      return accept({ id: recordId })
    },
  },
  readGathering: {
    inTown: async ({ params, stores, subject }) => {
      const found = await findGathering(stores, params.gatheringId)
      return found.ok ? accept(await readGathering(stores, found.value, subject)) : found
    },
  },
  downloadGatheringRoll: {
    inTown: async ({ params, query, stores, subject, services, note }) => {
      const found = await findGathering(stores, params.gatheringId)
      if (!found.ok) return found
      const read = await readGathering(stores, found.value, subject)
      const { title, sheets } = gatheringSheet(read)
      const object = { kind: 'records', id: found.value.id, label: title } as const
      note({ object, after: { count: read.attendance.length } })
      return accept(await services.workbooks.writePlain(title, sheets, query.format))
    },
  },
  changeGathering: {
    inTown: async ({ params, body, ...call }) => {
      const { revision, reason, day, ...changes } = body
      const { stores, act, subject, reach } = call
      const was = await stores.records.find(params.gatheringId)
      const on = localDate(day)
      const by = { ...act, subject, reach, action: 'gathering.keep' as const }
      const changed = await takeRecordStep<RecordRefusal>(stores, by, register, {
        recordId: params.gatheringId,
        revision,
        step: 'changed',
        reason,
        // Who has signed in, and who is excused, stays.
        transition: (record) =>
          accept({
            days: { first: on, last: on },
            body: { ...gatheringBodySchema.parse(record.body), ...changes },
          }),
      })
      return answerGathering(call, changed, was, reason)
    },
  },
  readSignInScreen: {
    inTown: async ({ params, stores, subject, services, session, at }) => {
      const found = await findGathering(stores, params.gatheringId)
      if (!found.ok) return found
      const { id, body } = found.value
      const shown = codeAt({ id, code: body.code }, at.getTime(), digestOf(services, session.tenantId))
      return accept({ ...(await readGathering(stores, found.value, subject)), ...shown })
    },
  },
  signInToGathering: {
    inTown: async ({ params, body, services, session, ...call }) => {
      const found = await findGathering(call.stores, params.gatheringId)
      if (!found.ok) return found
      const { id, body: gathering } = found.value
      const name = nameOf(session)
      const { at } = call.act
      // In a transaction of its own: what was guessed wrong stays counted.
      const counted = await services.inAccounts((accounts) => countCode(name, at, accounts))
      if (!counted.ok) return counted
      const digest = digestOf(services, session.tenantId)
      if (!isCodeRight({ id, code: gathering.code }, body.code, at.getTime(), digest))
        return refuse({ code: 'gathering-code-wrong' })
      await services.inAccounts(async (accounts) => accept(await forgiveCode(name, accounts)))
      const step = { step: 'signed-in', staffNumber: call.subject.staffNumber ?? '', at } as const
      return stepOfRoute(call, 'gathering.sign', params.gatheringId, step)
    },
  },
  tickGathering: {
    inTown: async ({ params, body, ...call }) =>
      stepOfRoute(call, 'gathering.keep', params.gatheringId, { step: 'ticked', ...body, at: call.act.at }),
  },
  excuseFromGathering: {
    inTown: async ({ params, body, ...call }) =>
      stepOfRoute(call, 'gathering.keep', params.gatheringId, { step: 'excused', ...body }),
  },
  closeRoll: {
    inTown: async ({ params, body, ...call }) => {
      const step: GatheringStep = body.isClosed ? { step: 'ended', at: call.act.at } : { step: 'reopened' }
      return stepOfRoute(call, 'gathering.keep', params.gatheringId, step)
    },
  },
}

/** Of a person, wherever he has the page open. */
function nameOf({ ownUserName, homeTenantId }: SignedIn): SignInName {
  return { userNameKey: userNameKey(ownUserName), tenantId: homeTenantId }
}

/** Under a key that lies outside the database: who has the tables cannot tell the codes. */
function digestOf({ seal }: Pick<Services, 'seal'>, tenantId: string): Digest {
  return (text) => Buffer.from(seal.derive(['gathering-code', tenantId, text])).toString('hex')
}

async function stepOfRoute(
  call: RecordCall,
  action: Action,
  recordId: string,
  step: GatheringStep,
): Promise<Result<GatheringDetail, Refusal>> {
  const { stores, act, subject, reach } = call
  const was = await stores.records.find(recordId)
  const by = { ...act, subject, reach, action }
  return answerGathering(call, await takeGatheringStep(stores, by, { recordId, reason: null, step }), was, null)
}

async function answerGathering(
  { stores, subject, note }: RecordCall,
  stepped: Result<RegisterRecord, Refusal>,
  was: RegisterRecord | null,
  reason: string | null,
): Promise<Result<GatheringDetail, Refusal>> {
  if (!stepped.ok) return stepped
  const record = stepped.value
  note(await recordNote(stores, register, record, { before: was, reason }))
  return accept(await readGathering(stores, { ...record, body: gatheringBodySchema.parse(record.body) }, subject))
}
