import type { CorrectionRequest } from '../../commands/correction-store.ts'
import { answerCorrection, requestCorrection } from '../../commands/request-correction.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { assessmentPeriod } from '../../queries/assessment-period.ts'
import { correctionView } from '../../queries/correction-view.ts'
import { readOwnRecord, type OwnRecordPart } from '../../queries/read-own-record.ts'
import { auditOutcomeWords, objectInWords, operationWords, roleListWords } from '../contract/audit-words.ts'
import type { ownRecordEndpoints } from '../contract/own-record.ts'
import type { FileAnswer } from '../files.ts'
import type { RouteGroup } from '../route.ts'

export const ownRecordRoutes: RouteGroup<typeof ownRecordEndpoints> = {
  downloadOwnData: {
    inTown: async ({ query, stores, subject, today, services, note }) => {
      const { staffNumber } = subject
      if (staffNumber === null) return refuse({ code: 'no-own-person' })
      const period = assessmentPeriod(String(query.year), today, null)
      const parts = await readOwnRecord(stores, { ...subject, staffNumber }, period, {
        roles: roleListWords,
        operation: operationWords,
        outcome: (outcome) => auditOutcomeWords[outcome],
        object: objectInWords,
      })
      note({ object: { kind: 'ownData', id: staffNumber, label: subject.by } })
      const title = `${subject.by} 个人信息 ${String(query.year)}`
      if (query.format === 'json') return accept(asJson(title, parts))
      return accept(await services.workbooks.writePlain(title, parts, 'xlsx'))
    },
  },
  listOwnCorrections: {
    inTown: async ({ stores, subject }) => {
      if (subject.staffNumber === null) return accept({ corrections: [] })
      const own = await stores.corrections.list(subject.staffNumber)
      return accept({ corrections: own.map((request) => correctionView(request, subject)) })
    },
  },
  requestCorrection: {
    inTown: async ({ body, stores, act, subject, note }) => {
      const requested = await requestCorrection(stores.corrections, act, subject, body.words)
      if (!requested.ok) return requested
      note({ object: correctionObject(requested.value), after: { words: body.words } })
      return accept(correctionView(requested.value, subject))
    },
  },
  listCorrections: {
    inTown: async ({ stores, subject }) => {
      const all = await stores.corrections.list(null)
      return accept({ corrections: all.map((request) => correctionView(request, subject)) })
    },
  },
  answerCorrection: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const answered = await answerCorrection(stores.corrections, act, subject, { ...params, ...body })
      if (!answered.ok) return answered
      note({
        object: correctionObject(answered.value),
        before: { state: 'open' },
        after: { state: body.state },
        reason: body.answer,
      })
      return accept(correctionView(answered.value, subject))
    },
  },
}

function correctionObject({ id, name }: CorrectionRequest) {
  return { kind: 'correction', id, label: name }
}

/** The same tables, each row under the names of its columns. */
function asJson(title: string, parts: readonly OwnRecordPart[]): FileAnswer {
  const named = parts.map(({ title: part, header, rows }) => [
    part,
    rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? '']))),
  ])
  return {
    fileName: `${title}.json`,
    contentType: 'application/json; charset=utf-8',
    bytes: new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(named), null, 2)}\n`),
  }
}
