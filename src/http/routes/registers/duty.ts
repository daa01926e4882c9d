import { createHash } from 'node:crypto'
import { keepDutyRoster } from '../../../commands/registers/keep-duty-roster.ts'
import { takeDutyStep } from '../../../commands/registers/take-duty-step.ts'
import { proposeEntries } from '../../../commands/registers/propose-entries.ts'
import { takeRecordStep } from '../../../commands/registers/take-record-step.ts'
import { withdrawRecord } from '../../../commands/registers/withdraw-record.ts'
import type { RecordRefusal } from '../../../commands/registers/record-refusal.ts'
import { localDate, yearOf, yearSpan, type LocalDate } from '../../../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../../../domain/primitives/result.ts'
import { dutyBodySchema, dutyDefinition } from '../../../domain/registers/duty/duty-record.ts'
import {
  dutySettingName,
  dutySettingsOf,
  type DutySettings,
} from '../../../domain/registers/duty/duty-settings.ts'
import type { DutyStep } from '../../../domain/registers/duty/duty-steps.ts'
import { findingSentence } from '../../../domain/registers/duty/finding-sentence.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../../domain/registers/register-record.ts'
import type { Action } from '../../../policies/policy-table.ts'
import { draftDutyRoster, type DutyDraft } from '../../../queries/registers/draft-duty-roster.ts'
import { dutySheet } from '../../../queries/registers/duty-sheet.ts'
import { namesIn, readDutyMonth } from '../../../queries/registers/read-duty-month.ts'
import type { dutyEndpoints, DutyPreview, DutyStepAnswer } from '../../contract/registers/duty.ts'
import type { Refusal } from '../../refusal.ts'
import type { RouteGroup } from '../../route.ts'
import type { TownStores } from '../../town-stores.ts'
import { recordNote, recordRoutes, type RecordCall } from './record-routes.ts'

const register = anyRegister(dutyDefinition)
const { list, add } = recordRoutes(dutyDefinition, 'duty.keep')

export const dutyRoutes: RouteGroup<typeof dutyEndpoints> = {
  listDuty: list,
  addDuty: add,
  withdrawDuty: {
    inTown: async ({ params: { turnId: recordId }, body, stores, act, subject, reach, note }) => {
      const was = await stores.records.find(recordId)
      const by = { ...act, subject, reach, action: 'duty.keep' as const }
      const withdrawn = await withdrawRecord(stores, by, register, { recordId, ...body })
      if (!withdrawn.ok) return withdrawn
      note(await recordNote(stores, register, withdrawn.value, { before: was, reason: body.reason }))
      return accept({ id: recordId })
    },
  },
  readDutyMonth: {
    inTown: async ({ query, stores }) => accept(await readDutyMonth(stores, query.month)),
  },
  downloadDutyMonth: {
    inTown: async ({ query, stores, services, note }) => {
      const month = await readDutyMonth(stores, query.month)
      const { title, sheets } = dutySheet(await stores.readTownName(), month)
      note({ object: { kind: 'records', id: 'duty', label: title }, after: { count: month.days.length } })
      return accept(await services.workbooks.writePlain(title, sheets, query.format))
    },
  },
  previewDutyRoster: {
    inTown: async ({ body, stores, today }) => {
      const draft = await draftDutyRoster(stores, wantedOf(body, today))
      return accept(await previewOf(stores, draft))
    },
  },
  applyDutyRoster: {
    inTown: async ({ body, stores, act, today, subject, reach, note }) => {
      const draft = await draftDutyRoster(stores, wantedOf(body, today))
      const made = { filled: draft.plan.filled, replaced: draft.replaced }
      const by = { ...act, subject, reach, action: 'duty.keep' as const }
      const digests = { shown: body.digest ?? '', now: digestOf(draft) }
      const kept = await keepDutyRoster(stores, by, made, digests)
      if (!kept.ok) return kept
      const label = `值班 ${draft.span.first}—${draft.span.last}`
      note({ object: { kind: 'records', id: 'duty', label }, after: { count: kept.value.added } })
      return kept
    },
  },
  changeDuty: {
    inTown: async ({ params, body, ...call }) => {
      const { staffNumber, post, shift, note, revision, reason } = body
      const { stores, act, subject, reach } = call
      const was = await stores.records.find(params.turnId)
      const roster = await stores.roster.assignments()
      const by = { ...act, subject, reach, action: 'duty.keep' as const }
      const changed = await takeRecordStep<RecordRefusal>(stores, by, register, {
        recordId: params.turnId,
        revision,
        step: 'changed',
        reason,
        transition: (record) => {
          if (!roster.some((row) => row.staffNumber === staffNumber))
            return refuse({ code: 'record-person-unknown', staffNumber })
          const before = dutyBodySchema.parse(record.body)
          const isOther = record.staffNumber !== staffNumber
          const seen = isOther ? { checkedInAt: null, check: null, swap: null } : {}
          const state = isOther ? 'planned' : record.state
          return accept({ staffNumber, state, body: { ...before, ...seen, post, shift, note } })
        },
      })
      return answerTurn(call, changed, was, reason)
    },
  },
  checkInToDuty: {
    inTown: async ({ params, body, ...call }) => {
      const step = { step: 'checked-in', by: call.subject.staffNumber ?? '', at: call.act.at } as const
      return stepOfRoute(call, 'duty.serve', { recordId: params.turnId, ...body, reason: null, step })
    },
  },
  checkDuty: {
    inTown: async ({ params, body: { found, words, revision }, ...call }) => {
      const step = { step: 'checked', found, words, at: call.act.at } as const
      return stepOfRoute(call, 'duty.keep', {
        recordId: params.turnId,
        revision,
        reason: words === '' ? null : words,
        step,
      })
    },
  },
  askDutySwap: {
    inTown: async ({ params, body: { revision, to, inReturn, reason }, ...call }) => {
      const by = call.subject.staffNumber ?? ''
      const step = { step: 'swap-asked', by, to, inReturn, reason, at: call.act.at } as const
      return stepOfRoute(call, 'duty.serve', { recordId: params.turnId, revision, reason, step })
    },
  },
  answerDutySwap: {
    inTown: async ({ params, body, ...call }) => {
      const by = call.subject.staffNumber ?? ''
      const step: DutyStep =
        body.answer === 'swap-accepted' ? { step: body.answer, by, at: call.act.at } : { step: body.answer, by }
      return stepOfRoute(call, 'duty.serve', {
        recordId: params.turnId,
        revision: body.revision,
        reason: null,
        step,
      })
    },
  },
  changeDutySettings: {
    inTown: async ({ body, stores, act, today, note }) => {
      const before = dutySettingsOf(await stores.registerSettings.read(dutySettingName))
      const roster = await stores.roster.assignments()
      const stranger = body.exempt.find((one) => !roster.some((row) => row.staffNumber === one.staffNumber))
      if (stranger !== undefined)
        return refuse({ code: 'record-person-unknown', staffNumber: stranger.staffNumber })
      await stores.registerSettings.write(dutySettingName, body, { at: act.at, by: act.by })
      // What counts as missed may be another thing now.
      if (before.missedWithoutCheckIn !== body.missedWithoutCheckIn)
        await proposeEntries(stores, act, { register: 'duty', days: yearSpan(yearOf(today)) })
      note({
        object: { kind: 'registerSetting', id: dutySettingName, label: '值班' },
        before: { words: settingsWords(before) },
        after: { words: settingsWords(body) },
      })
      return accept({ settings: body })
    },
  },
}

function settingsWords({
  shifts,
  leadersADay,
  membersAShift,
  exempt,
  missedWithoutCheckIn,
}: DutySettings): string {
  const parts = [
    shifts === 'one' ? '全天一班' : '分白班夜班',
    `带班领导${String(leadersADay)}人`,
    `每班值班员${String(membersAShift)}人`,
    `免排${String(exempt.length)}人`,
    missedWithoutCheckIn ? '没签到算缺岗' : '没签到不算缺岗',
  ]
  return parts.join('，')
}

function wantedOf(
  body: { readonly from: string; readonly to: string; readonly again: boolean },
  today: LocalDate,
) {
  return { span: { first: localDate(body.from), last: localDate(body.to) }, again: body.again, today }
}

/** Names the roster that is looked at, and what it would replace. */
function digestOf({ plan, replaced }: DutyDraft): string {
  const places = plan.filled.map(({ day, post, shift, staffNumber }) => [day, post, shift, staffNumber])
  const gone = replaced.map(({ id, revision }) => [id, revision])
  return createHash('sha256')
    .update(JSON.stringify([places, gone]))
    .digest('hex')
}

async function previewOf({ roster }: Pick<TownStores, 'roster'>, draft: DutyDraft): Promise<DutyPreview> {
  const nameOf = namesIn(await roster.assignments())
  const { filled, findings, counts } = draft.plan
  return {
    places: filled.map(({ seat: _seat, ...place }) => ({ ...place, name: nameOf(place.staffNumber) })),
    findings: findings.map((finding) => ({ code: finding.code, words: findingSentence(finding, nameOf) })),
    counts: counts.map((one) => ({ ...one, name: nameOf(one.staffNumber) })),
    kept: draft.kept,
    replaced: draft.replaced.length,
    digest: digestOf(draft),
  }
}

type Stepped = {
  readonly recordId: string
  readonly revision: number
  readonly reason: string | null
  readonly step: DutyStep
}

async function stepOfRoute(
  call: RecordCall,
  action: Action,
  taken: Stepped,
): Promise<Result<DutyStepAnswer, Refusal>> {
  const { stores, act, subject, reach } = call
  const was = await stores.records.find(taken.recordId)
  const stepped = await takeDutyStep(stores, { ...act, subject, reach, action }, taken)
  return answerTurn(call, stepped, was, taken.reason)
}

/** The turn as the month shows it after the step, and what the audit keeps. */
async function answerTurn(
  { stores, note }: RecordCall,
  stepped: Result<RegisterRecord, Refusal>,
  was: RegisterRecord | null,
  reason: string | null,
): Promise<Result<DutyStepAnswer, Refusal>> {
  if (!stepped.ok) return stepped
  const record = stepped.value
  note(await recordNote(stores, register, record, { before: was, reason }))
  const month = await readDutyMonth(stores, record.days.first.slice(0, 7))
  const turn = month.days.flatMap(({ turns }) => turns).find(({ id }) => id === record.id)
  assert(turn !== undefined, 'a turn stands in its month')
  return accept({ turn })
}
