import { z } from 'zod'
import type { EntryView } from '../../queries/entry-view.ts'
import type { EntryEffect } from '../../queries/entry-effect.ts'
import type { RuleChoice } from '../../domain/ledger/rule-choice.ts'
import { dayField } from './day-field.ts'
import { answer, endpoint } from './endpoint.ts'
import { importMode, sheetFormat, type ImportReport } from './people.ts'

export type { EntryView as Entry, EntryEffect, RuleChoice }

const occurredField = dayField('请填写日期，如 2026-03-09')
const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `最多${String(most)}个字`)
    .nullish()
    .transform((text) => (text === undefined || text === '' ? null : text))

/** One finding: about one person, several, or the whole office (one entry each, one matter). */
export const entryDraftSchema = z.object({
  about: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('people'),
      staffNumbers: z.array(z.string().min(1)).min(1, '请选择人员').max(500),
    }),
    z.object({ kind: z.literal('office'), office: z.string().min(1) }),
  ]),
  ruleId: z.string().min(1, '请选择条款'),
  /** As typed, e.g. "3" or "1.5"; read and refused in words by the domain. */
  quantity: z.string().max(40),
  occurredOn: occurredField,
  level: optionalText(20),
  matter: optionalText(200),
  discretion: z.string().max(40).nullish(),
  place: optionalText(200),
  note: optionalText(1000),
  basis: optionalText(200),
})
export type EntryDraft = z.input<typeof entryDraftSchema>

const entryChoice = z.object({ entryIds: z.array(z.uuid()).min(1, '请先选择记录').max(2000) })

export const entryEndpoints = {
  /** The rules that stand on this person's sheets on that day, under the version in force then. */
  listRuleChoices: endpoint({
    method: 'GET',
    path: '/api/people/{staffNumber}/rules',
    access: { action: 'entry.record' },
    params: z.object({ staffNumber: z.string().min(1) }),
    query: z.object({ on: occurredField }),
    answer: answer<{ readonly rules: readonly RuleChoice[] }>(),
  }),
  listOfficeRuleChoices: endpoint({
    method: 'GET',
    path: '/api/offices/{office}/rules',
    access: { action: 'entry.record' },
    params: z.object({ office: z.string().min(1) }),
    query: z.object({ on: occurredField }),
    answer: answer<{ readonly rules: readonly RuleChoice[] }>(),
  }),
  previewEntry: endpoint({
    method: 'POST',
    path: '/api/entries/preview',
    readsOnly: true,
    access: { action: 'entry.record' },
    body: entryDraftSchema,
    /** `warnings`: that its month is closed, that the year's result is out. */
    answer: answer<{ readonly effects: readonly EntryEffect[]; readonly warnings: readonly string[] }>(),
  }),
  recordEntry: endpoint({
    method: 'POST',
    path: '/api/entries',
    access: { action: 'entry.record' },
    idempotent: true,
    body: entryDraftSchema,
    answer: answer<{ readonly entries: readonly EntryView[] }>(),
  }),
  listEntries: endpoint({
    method: 'GET',
    path: '/api/entries',
    access: { action: 'entry.read' },
    query: z.object({
      state: z.enum(['recorded', 'confirmed', 'reversed']).optional(),
      office: z.string().optional(),
      staffNumber: z.string().optional(),
      from: occurredField.optional(),
      to: occurredField.optional(),
      words: z.string().max(100).optional(),
      page: z.coerce.number().int().min(1).default(1),
      pageSize: z.coerce.number().int().min(1).max(500).default(20),
    }),
    answer: answer<{ readonly entries: readonly EntryView[]; readonly total: number }>(),
  }),
  confirmEntries: endpoint({
    method: 'POST',
    path: '/api/entries/confirmations',
    access: { action: 'entry.confirm' },
    idempotent: true,
    body: entryChoice,
    answer: answer<{ readonly confirmed: number }>(),
  }),
  /** What confirming them together would move, before it is done. */
  previewConfirmation: endpoint({
    method: 'POST',
    path: '/api/entries/confirmations/preview',
    readsOnly: true,
    access: { action: 'entry.confirm' },
    body: entryChoice,
    answer: answer<{ readonly effects: readonly EntryEffect[] }>(),
  }),
  /** 更正（冲销）: a reversing entry with a reason; the entry itself stays in the ledger. */
  reverseEntry: endpoint({
    method: 'POST',
    path: '/api/entries/{entryId}/reversal',
    access: { action: ['entry.reverse', 'entry.withdraw'] },
    idempotent: true,
    params: z.object({ entryId: z.uuid() }),
    body: z.object({ reason: z.string().trim().min(1, '请填写更正原因').max(500) }),
    answer: answer<{ readonly entry: EntryView }>(),
  }),
  previewReversal: endpoint({
    method: 'GET',
    path: '/api/entries/{entryId}/reversal/preview',
    access: { action: ['entry.reverse', 'entry.withdraw'] },
    params: z.object({ entryId: z.uuid() }),
    answer: answer<{ readonly effects: readonly EntryEffect[] }>(),
  }),
  downloadEntryTemplate: endpoint({
    method: 'GET',
    path: '/api/templates/entries',
    access: { action: 'entry.record' },
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  importEntries: endpoint({
    method: 'POST',
    path: '/api/imports/entries',
    access: { action: 'entry.record' },
    upload: true,
    idempotent: true,
    body: importMode,
    answer: answer<ImportReport>(),
  }),
  markEntryProblems: endpoint({
    method: 'POST',
    path: '/api/imports/entries/problems',
    readsOnly: true,
    access: { action: 'entry.record' },
    upload: true,
    body: z.object({}),
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
