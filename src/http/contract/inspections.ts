import { z } from 'zod'
import type { BulletinContent } from '../../domain/bulletin/bulletin.ts'
import type { InspectionKit } from '../../queries/read-inspection-kit.ts'
import type { EntryView } from '../../queries/entry-view.ts'
import { dayField } from './day-field.ts'
import { answer, endpoint } from './endpoint.ts'
import { entryDraftSchema } from './entries.ts'
import { yearField } from './year-field.ts'

export type { BulletinContent, InspectionKit }

/** 督查第N次, with how far it has come. */
export type InspectionSummary = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly title: string
  readonly fromOn: string
  readonly toOn: string
  readonly offices: readonly string[]
  readonly inspectors: readonly string[]
  readonly openedBy: string
  /** How many of the offices have been looked at, and how many of these had something. */
  readonly visited: number
  readonly withFindings: number
  readonly ended: { readonly at: string; readonly by: string; readonly bulletinId: string } | null
  /** Who asks may go on with it: one of its inspectors, or the office. */
  readonly isMine: boolean
}

export type InspectedOffice = {
  readonly office: string
  readonly outcome: 'nothing' | 'findings' | 'unvisited'
  readonly visits: readonly {
    readonly id: string
    readonly outcome: 'nothing' | 'findings'
    readonly words: string
    readonly at: string
    readonly by: string
  }[]
  readonly entries: readonly EntryView[]
}

export type InspectionDetail = {
  readonly round: InspectionSummary
  readonly offices: readonly InspectedOffice[]
}

/** What a new round may name. */
export type RoundChoices = {
  readonly nextNumber: number
  readonly offices: readonly string[]
  readonly inspectors: readonly string[]
}

export type ReportPreview = {
  readonly content: BulletinContent
  /** Offices nobody went to, and nobody has said why. */
  readonly unexplained: readonly string[]
  readonly digest: string
}

export type InspectionSettings = {
  /** When and where a picture was taken is kept with it. */
  readonly wantsPlace: boolean
}

const roundPath = z.object({ roundId: z.uuid() })
const wordsField = z.string().trim().max(500, '最多500个字').default('')
const reportFields = {
  unvisited: z
    .array(z.object({ office: z.string().min(1).max(60), reason: z.string().trim().max(200, '最多200个字') }))
    .max(200)
    .default([]),
  /** People's names in the report, which the whole town reads. */
  withNames: z.boolean().default(false),
}

export const inspectionEndpoints = {
  listInspections: endpoint({
    method: 'GET',
    path: '/api/inspections',
    access: { action: 'inspection.read' },
    query: z.object({ year: yearField }),
    /** `choices`: null for who may not open a round. */
    answer: answer<{ readonly rounds: readonly InspectionSummary[]; readonly choices: RoundChoices | null }>(),
  }),
  openInspection: endpoint({
    method: 'POST',
    path: '/api/inspections',
    access: { action: 'inspection.open' },
    idempotent: true,
    body: z
      .object({
        number: z.int().min(1, '次数从1起').max(999),
        fromOn: dayField('请填写起始日期'),
        toOn: dayField('请填写结束日期'),
        offices: z.array(z.string().min(1).max(60)).min(1, '请选择要督查的办公室').max(200),
        inspectors: z.array(z.string().min(1).max(40)).min(1, '请选择督查员').max(50),
      })
      .refine(({ fromOn, toOn }) => fromOn <= toOn, { path: ['toOn'], error: '结束日期不能早于起始日期' }),
    answer: answer<InspectionDetail>(),
  }),
  /** What an inspector takes along on a telephone. */
  readInspectionKit: endpoint({
    method: 'GET',
    path: '/api/inspection-kit',
    access: { action: 'inspection.visit' },
    answer: answer<InspectionKit>(),
  }),
  readInspectionSettings: endpoint({
    method: 'GET',
    path: '/api/inspection-settings',
    access: { action: 'inspection.read' },
    answer: answer<InspectionSettings>(),
  }),
  changeInspectionSettings: endpoint({
    method: 'PUT',
    path: '/api/inspection-settings',
    access: { action: 'register.configure' },
    body: z.object({ wantsPlace: z.boolean() }),
    answer: answer<InspectionSettings>(),
  }),
  readInspection: endpoint({
    method: 'GET',
    path: '/api/inspections/{roundId}',
    access: { action: 'inspection.read' },
    params: roundPath,
    answer: answer<InspectionDetail>(),
  }),
  /** 未发现问题. */
  visitOffice: endpoint({
    method: 'POST',
    path: '/api/inspections/{roundId}/visits',
    access: { action: 'inspection.visit' },
    idempotent: true,
    params: roundPath,
    body: z.object({ office: z.string().min(1).max(60), words: wordsField }),
    answer: answer<InspectionDetail>(),
  }),
  /** What was found, recorded on the spot: entries that rest on the round, whatever basis is sent. */
  recordInspectionFinding: endpoint({
    method: 'POST',
    path: '/api/inspections/{roundId}/findings',
    access: { action: 'inspection.visit' },
    idempotent: true,
    params: roundPath,
    body: z.object({ office: z.string().min(1).max(60), words: wordsField, finding: entryDraftSchema }),
    /** `recorded`: the entries it became, for its pictures to be handed in to. */
    answer: answer<InspectionDetail & { readonly recorded: readonly string[] }>(),
  }),
  /** The report as ending the round would publish it. */
  previewInspectionReport: endpoint({
    method: 'POST',
    path: '/api/inspections/{roundId}/report',
    readsOnly: true,
    access: { action: 'inspection.end' },
    params: roundPath,
    body: z.object(reportFields),
    answer: answer<ReportPreview>(),
  }),
  endInspection: endpoint({
    method: 'POST',
    path: '/api/inspections/{roundId}/end',
    access: { action: 'inspection.end' },
    idempotent: true,
    params: roundPath,
    body: z.object({ ...reportFields, digest: z.string().length(64) }),
    answer: answer<InspectionDetail>(),
  }),
}
