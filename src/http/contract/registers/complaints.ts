import { z } from 'zod'
import { complaintChannels, complaintLimits } from '../../../domain/registers/complaint/complaint-record.ts'
import type { ComplaintProgress } from '../../../domain/registers/complaint/complaint-steps.ts'
import type { ComplaintHistoryLine, ComplaintView } from '../../../queries/registers/complaint-view.ts'
import { dayField } from '../day-field.ts'
import { answer, endpoint } from '../endpoint.ts'
import { sheetFormat, type ImportReport } from '../people.ts'

export type { ComplaintHistoryLine, ComplaintProgress, ComplaintView }

/** A complaint as one step left it; nothing of what it says, since answers are kept for a while. */
export type ComplaintKept = { readonly id: string; readonly state: string; readonly revision: number }

const most = (limit: number) => `最多${String(limit)}个字`
const wordsField = (missing: string, limit: number) =>
  z.string().trim().min(5, `${missing}，至少5个字`).max(limit, most(limit))
const optionalField = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, most(limit))
    .nullish()
    .transform((text) => (text === undefined || text === '' ? null : text))

/** What anybody may say of himself, or not at all. */
const complainantFields = {
  name: optionalField(complaintLimits.name),
  contact: optionalField(complaintLimits.contact),
}
const complaintFields = {
  words: wordsField('请写明反映的情况', complaintLimits.words),
  about: optionalField(complaintLimits.about),
  ...complainantFields,
}
const reasonsField = (missing: string) => wordsField(missing, complaintLimits.reasons)
const townField = z.string().trim().min(1).max(60)
const complaintParams = z.object({ complaintId: z.uuid() })

const stepField = z.discriminatedUnion('step', [
  z.object({ step: z.literal('verification-started') }),
  z.object({
    step: z.literal('upheld'),
    reasons: reasonsField('请写明怎样核实的'),
    occurredOn: dayField('请填写事情发生的日期'),
    staffNumbers: z.array(z.string().min(1).max(40)).min(1, '请选择核实涉及的人').max(50),
    found: wordsField('请写明查明的情况', complaintLimits.found),
  }),
  z.object({ step: z.literal('not-upheld'), reasons: reasonsField('请写明怎样核实的') }),
  z.object({
    step: z.literal('transferred'),
    reasons: reasonsField('请写明为什么转办'),
    transferredTo: z.string().trim().min(2, '请写明转给哪个单位').max(100, most(100)),
  }),
  z.object({ step: z.literal('reopened'), reasons: reasonsField('请写明为什么重新核实') }),
  z.object({ step: z.literal('withdrawn'), reasons: reasonsField('请写明为什么撤回') }),
])

/** 投诉举报: discipline's alone, but for the public form. */
export const complaintEndpoints = {
  listComplaints: endpoint({
    method: 'GET',
    path: '/api/complaints',
    access: { action: 'complaint.read' },
    audited: 'look',
    query: z.object({ state: z.string().max(40).optional() }),
    answer: answer<{ readonly complaints: readonly ComplaintView[] }>(),
  }),
  readComplaintHistory: endpoint({
    method: 'GET',
    path: '/api/complaints/{complaintId}/history',
    access: { action: 'complaint.read' },
    params: complaintParams,
    answer: answer<{ readonly steps: readonly ComplaintHistoryLine[] }>(),
  }),
  addComplaint: endpoint({
    method: 'POST',
    path: '/api/complaints',
    access: { action: 'complaint.keep' },
    idempotent: true,
    body: z.object({
      ...complaintFields,
      channel: z.enum(complaintChannels),
      receivedOn: dayField('请填写收到的日期'),
      number: optionalField(complaintLimits.number),
      aboutStaffNumber: optionalField(40),
    }),
    answer: answer<ComplaintKept>(),
  }),
  takeComplaintStep: endpoint({
    method: 'POST',
    path: '/api/complaints/{complaintId}/steps',
    access: { action: 'complaint.keep' },
    idempotent: true,
    params: complaintParams,
    body: z.object({ revision: z.int().min(1), taken: stepField }),
    answer: answer<ComplaintKept>(),
  }),
  /** Numbers, states and what was found; neither complainants nor the words of complaints. */
  downloadComplaints: endpoint({
    method: 'GET',
    path: '/api/complaints/file',
    access: { action: 'complaint.read' },
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  downloadComplaintTemplate: endpoint({
    method: 'GET',
    path: '/api/templates/complaints',
    access: { action: 'complaint.keep' },
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** What a sheet would add. Its answer repeats the sheet, and is kept nowhere. */
  checkComplaintSheet: endpoint({
    method: 'POST',
    path: '/api/imports/complaints/check',
    readsOnly: true,
    access: { action: 'complaint.keep' },
    upload: true,
    body: z.object({}),
    answer: answer<ImportReport>(),
  }),
  /** Repeats nothing of the sheet, since answers are kept for a while: faulty rows are refused, or left out unnamed. */
  importComplaints: endpoint({
    method: 'POST',
    path: '/api/imports/complaints',
    access: { action: 'complaint.keep' },
    upload: true,
    idempotent: true,
    body: z.object({ faulty: z.enum(['refuse', 'leave-out']).default('refuse') }),
    answer: answer<ImportReport>(),
  }),
  /** The uploaded sheet back with an error column. */
  markComplaintProblems: endpoint({
    method: 'POST',
    path: '/api/imports/complaints/problems',
    readsOnly: true,
    access: { action: 'complaint.keep' },
    upload: true,
    body: z.object({}),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  readComplaintFormSetting: endpoint({
    method: 'GET',
    path: '/api/complaints/form',
    access: { action: 'complaint.open-form' },
    /** `town`: its code, the last word of the page's address. */
    answer: answer<{ readonly isOpen: boolean; readonly town: string }>(),
  }),
  switchComplaintForm: endpoint({
    method: 'PUT',
    path: '/api/complaints/form',
    access: { action: 'complaint.open-form' },
    body: z.object({ isOpen: z.boolean() }),
    answer: answer<{ readonly isOpen: boolean; readonly town: string }>(),
  }),

  // What anybody may ask; a town that is not there answers like one whose form is closed.
  readComplaintForm: endpoint({
    method: 'GET',
    path: '/api/complaint-form',
    access: 'public',
    withoutCookies: true,
    query: z.object({ town: townField }),
    answer: answer<{ readonly isOpen: boolean; readonly townName: string | null }>(),
  }),
  fileComplaint: endpoint({
    method: 'POST',
    path: '/api/complaint-form',
    access: 'public',
    withoutCookies: true,
    mostMegabytes: 1,
    body: z.object({
      ...complaintFields,
      town: townField,
      /** People do not see this field, and programs fill it in. */
      website: z.string().max(1000).optional(),
    }),
    answer: answer<{ readonly receipt: string }>(),
  }),
  askComplaintState: endpoint({
    method: 'POST',
    path: '/api/complaint-form/state',
    access: 'public',
    withoutCookies: true,
    readsOnly: true,
    mostMegabytes: 1,
    body: z.object({
      town: townField,
      receipt: z.string().trim().min(1, '请填写回执编号').max(60, '请核对回执编号'),
    }),
    answer: answer<{ readonly state: ComplaintProgress }>(),
  }),
}
