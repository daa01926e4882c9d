import { z } from 'zod'
import { localDate, type LocalDate } from '../../../domain/primitives/local-date.ts'
import type { NewRecord, RegisterDefinition } from '../../../domain/registers/register-definition.ts'
import type { Action } from '../../../policies/policy-table.ts'
import type { RecordView } from '../../../queries/registers/record-view.ts'
import { dayField } from '../day-field.ts'
import { answer, type Answer, type Endpoint } from '../endpoint.ts'

export type { RecordView }

/** What is asked of a register's list; what is absent does not narrow. */
export const recordFilter = z.object({
  /** Records that touch the days. */
  from: dayField().optional(),
  to: dayField().optional(),
  text: z.string().max(100).optional(),
  office: z.string().max(60).optional(),
  /** Absent: without those withdrawn. */
  state: z.string().max(40).optional(),
  staffNumber: z.string().max(32).optional(),
  /** This one alone, whatever the rest says: what a link from elsewhere opens. */
  record: z.uuid().optional(),
})

export const recordQuery = recordFilter.extend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(20),
})

const dayOfRecord = dayField('请填写日期，如 2026-03-09').transform((text): LocalDate => localDate(text))
const aboutField = (most: number) => z.string().trim().min(1).max(most).nullable()

/** A record as a form sends it. */
export type RecordForm = {
  readonly staffNumber: string | null
  readonly office: string | null
  readonly first: string
  readonly last: string
  readonly body: unknown
}

function recordForm<Body>(definition: RegisterDefinition<Body>) {
  return z.object({
    staffNumber: aboutField(32),
    office: aboutField(60),
    first: dayOfRecord,
    last: dayOfRecord,
    body: definition.bodySchema,
  })
}

type RecordBody<Body> = z.ZodType<NewRecord<Body>, RecordForm>

function newRecordField<Body>(definition: RegisterDefinition<Body>): RecordBody<Body> {
  return recordForm(definition).transform(({ staffNumber, office, first, last, body }): NewRecord<Body> => ({
    staffNumber,
    office,
    days: { first, last },
    body,
  }))
}

export type RecordPage<Body> = { readonly records: readonly RecordView<Body>[]; readonly total: number }
export type RecordAnswer<Body> = { readonly record: RecordView<Body> }

const reasonField = z.string().trim().min(1, '请填写原因').max(200, '最多200个字')
const revisionField = z.int().min(1).max(1_000_000_000)
const recordParams = z.object({ recordId: z.uuid() })

/** GET /api/registers/<register>: the latest day first. */
export function listRecords<Body>(definition: RegisterDefinition<Body>, action: Action | readonly Action[]) {
  return get(`/api/registers/${definition.id}`, action, answer<RecordPage<Body>>())
}

function get<AnswerBody>(
  path: string,
  action: Action | readonly Action[],
  answers: Answer<AnswerBody>,
): Endpoint<undefined, typeof recordQuery, undefined, AnswerBody, false> {
  return { method: 'GET', path, access: { action }, query: recordQuery, answer: answers }
}

/** POST /api/registers/<register>: one line, in the shape of its body. */
export function addRecord<Body>(
  definition: RegisterDefinition<Body>,
  action: Action | readonly Action[],
): Endpoint<undefined, undefined, RecordBody<Body>, RecordAnswer<Body>, false> {
  return {
    method: 'POST',
    path: `/api/registers/${definition.id}`,
    access: { action },
    idempotent: true,
    body: newRecordField(definition),
    answer: answer<RecordAnswer<Body>>(),
  }
}

/** What is changed, from which revision, and why. */
export type RecordChange<Body> = {
  readonly revision: number
  readonly reason: string
  readonly record: NewRecord<Body>
}
export type RecordChangeForm = {
  readonly revision: number
  readonly reason: string
  readonly record: RecordForm
}

/** PUT /api/registers/<register>/{recordId}: other content in its place, with the reason. */
export function changeRecord<Body>(
  definition: RegisterDefinition<Body>,
  action: Action | readonly Action[],
): Endpoint<
  typeof recordParams,
  undefined,
  z.ZodType<RecordChange<Body>, RecordChangeForm>,
  RecordAnswer<Body>,
  false
> {
  return {
    method: 'PUT',
    path: `/api/registers/${definition.id}/{recordId}`,
    access: { action },
    params: recordParams,
    body: z.object({ revision: revisionField, reason: reasonField, record: newRecordField(definition) }),
    answer: answer<RecordAnswer<Body>>(),
  }
}

/** What a step of a record is asked with: the revision that was looked at. */
export const recordStepFields = z.object({ revision: revisionField })
const withdrawalFields = recordStepFields.extend({ reason: reasonField })

/** POST /api/registers/<register>/{recordId}/<step>: a step of the register's own; `fields` extend recordStepFields. */
export function recordStep<Body, Fields extends z.ZodType>(
  definition: RegisterDefinition<Body>,
  step: string,
  action: Action | readonly Action[],
  fields: Fields,
): Endpoint<typeof recordParams, undefined, Fields, RecordAnswer<Body>, false> {
  return {
    method: 'POST',
    path: `/api/registers/${definition.id}/{recordId}/${step}`,
    access: { action },
    params: recordParams,
    body: fields,
    answer: answer<RecordAnswer<Body>>(),
  }
}

/** POST /api/registers/<register>/{recordId}/withdrawal. */
export function withdrawRecord<Body>(definition: RegisterDefinition<Body>, action: Action | readonly Action[]) {
  return recordStep(definition, 'withdrawal', action, withdrawalFields)
}
