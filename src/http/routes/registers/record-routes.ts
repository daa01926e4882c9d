import type { z } from 'zod'
import { addRecords } from '../../../commands/registers/add-records.ts'
import { changeRecord } from '../../../commands/registers/change-record.ts'
import type { RecordRefusal } from '../../../commands/registers/record-refusal.ts'
import { takeRecordStep, type RecordTransition } from '../../../commands/registers/take-record-step.ts'
import { withdrawRecord } from '../../../commands/registers/withdraw-record.ts'
import type { AuditNote } from '../../../commands/audit-store.ts'
import { parseLocalDate } from '../../../domain/primitives/local-date.ts'
import { accept, assert, type Result } from '../../../domain/primitives/result.ts'
import {
  anyRegister,
  type AnyRegister,
  type RegisterDefinition,
} from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import { registerTitles } from '../../../domain/registers/register.ts'
import type { Reach, Subject } from '../../../policies/permit.ts'
import type { Action } from '../../../policies/policy-table.ts'
import { listRecordPage, type RecordFilter } from '../../../queries/registers/list-records.ts'
import { recordSummary, namesOf, recordViews } from '../../../queries/registers/record-view.ts'
import type { LedgerAct } from '../../../commands/append-to-ledger.ts'
import type {
  addRecord as addEndpoint,
  changeRecord as changeEndpoint,
  listRecords as listEndpoint,
  RecordAnswer,
  recordFilter,
  RecordView,
  withdrawRecord as withdrawEndpoint,
} from '../../contract/registers/record-endpoints.ts'
import type { Route } from '../../route.ts'
import type { TownStores } from '../../town-stores.ts'

/** What a route of a register works with; a route's own call has it all. */
export type RecordCall = {
  readonly stores: TownStores
  readonly act: LedgerAct
  readonly subject: Subject
  readonly reach: Reach
  readonly note: (note: Partial<AuditNote>) => void
}

type Routes<Body> = {
  readonly list: Route<ReturnType<typeof listEndpoint<Body>>>
  readonly add: Route<ReturnType<typeof addEndpoint<Body>>>
  readonly change: Route<ReturnType<typeof changeEndpoint<Body>>>
  readonly withdraw: Route<ReturnType<typeof withdrawEndpoint<Body>>>
}

/** The answers of what is done alike in every register. `keep`: the action that its changes are asked under. */
export function recordRoutes<Body>(definition: RegisterDefinition<Body>, keep: Action): Routes<Body> {
  const register = anyRegister(definition)
  return {
    list: {
      inTown: async ({ query, stores, subject, reach }) => {
        const { records, total } = await listRecordPage(stores, register, toFilter(query), reach, query)
        const views = await recordViews(stores.roster, register, records, { subject, keep })
        return accept({ records: views.map((view) => typed(definition, view)), total })
      },
    },
    add: {
      inTown: async ({ body, ...call }) => {
        const act = { ...call.act, subject: call.subject, reach: call.reach, action: keep }
        const added = await addRecords(call.stores, act, register, [body])
        if (!added.ok) return added
        const [record] = added.value
        assert(record !== undefined, 'one record was added')
        call.note(await recordNote(call.stores, register, record, { before: null, reason: null }))
        return accept(await answerRecord(definition, record, call, keep))
      },
    },
    change: {
      inTown: async ({ params, body, ...call }) => {
        const act = { ...call.act, subject: call.subject, reach: call.reach, action: keep }
        const was = await call.stores.records.find(params.recordId)
        const changed = await changeRecord(call.stores, act, register, { ...params, ...body })
        if (!changed.ok) return changed
        call.note(await recordNote(call.stores, register, changed.value, { before: was, reason: body.reason }))
        return accept(await answerRecord(definition, changed.value, call, keep))
      },
    },
    withdraw: {
      inTown: async ({ params, body, ...call }) => {
        const act = { ...call.act, subject: call.subject, reach: call.reach, action: keep }
        const was = await call.stores.records.find(params.recordId)
        const withdrawn = await withdrawRecord(call.stores, act, register, { ...params, ...body })
        if (!withdrawn.ok) return withdrawn
        call.note(await recordNote(call.stores, register, withdrawn.value, { before: was, reason: body.reason }))
        return accept(await answerRecord(definition, withdrawn.value, call, keep))
      },
    },
  }
}

/** One step of a register's own, from the route's parsed input to the answer; `action`: what the step is asked under. */
export async function takeStepOfRoute<Body, Refusal>(
  definition: RegisterDefinition<Body>,
  action: Action,
  call: RecordCall,
  taken: {
    readonly recordId: string
    readonly revision: number
    readonly step: string
    readonly reason: string | null
    readonly transition: (record: RegisterRecord<Body>) => Result<RecordTransition, Refusal>
  },
): Promise<Result<RecordAnswer<Body>, RecordRefusal | Refusal>> {
  const register = anyRegister(definition)
  const { stores, act, subject, reach } = call
  const was = await stores.records.find(taken.recordId)
  const stepped = await takeRecordStep(stores, { ...act, subject, reach, action }, register, {
    ...taken,
    transition: (record) => taken.transition({ ...record, body: definition.bodySchema.parse(record.body) }),
  })
  if (!stepped.ok) return stepped
  call.note(await recordNote(stores, register, stepped.value, { before: was, reason: taken.reason }))
  return accept(await answerRecord(definition, stepped.value, call, action))
}

export async function answerRecord<Body>(
  definition: RegisterDefinition<Body>,
  record: RegisterRecord,
  { stores, subject }: Pick<RecordCall, 'stores' | 'subject'>,
  keep: Action,
): Promise<RecordAnswer<Body>> {
  const [view] = await recordViews(stores.roster, anyRegister(definition), [record], { subject, keep })
  assert(view !== undefined, 'one record has one view')
  return { record: typed(definition, view) }
}

function typed<Body>({ bodySchema }: RegisterDefinition<Body>, view: RecordView): RecordView<Body> {
  return { ...view, body: bodySchema.parse(view.body) }
}

/** What the audit keeps of a step: which line, what it said and says, and why. */
export async function recordNote(
  { roster }: Pick<TownStores, 'roster'>,
  register: AnyRegister,
  record: RegisterRecord,
  { before, reason }: { readonly before: RegisterRecord | null; readonly reason: string | null },
): Promise<Partial<AuditNote>> {
  const nameOf = await namesOf(roster)
  const facts = (one: RegisterRecord) => ({
    line: recordSummary(register, one, nameOf),
    lineState: register.states[one.state] ?? '已撤回',
  })
  const title = registerTitles[register.id]
  const label = `${title} ${recordSummary(register, record, nameOf)}`
  return {
    object: { kind: 'record', id: record.id, label },
    before: before === null ? null : facts(before),
    after: facts(record),
    reason,
  }
}

export function toFilter(query: z.output<typeof recordFilter>): RecordFilter {
  return {
    from: query.from === undefined ? null : parseLocalDate(query.from),
    to: query.to === undefined ? null : parseLocalDate(query.to),
    text: filled(query.text),
    office: filled(query.office),
    state: filled(query.state),
    staffNumber: filled(query.staffNumber),
    record: query.record ?? null,
  }
}

function filled(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
