import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '../../primitives/local-date.ts'
import type { RegisterRecord } from '../register-record.ts'

/** How it came in: 来信, 来访, 电话, 12345热线, 网上表单, 上级转办. */
export const complaintChannels = ['letter', 'visit', 'phone', 'hotline', 'web', 'referred'] as const
export type ComplaintChannel = (typeof complaintChannels)[number]

export const channelTitles: Readonly<Record<ComplaintChannel, string>> = {
  letter: '来信',
  visit: '来访',
  phone: '电话',
  hotline: '12345热线',
  web: '网上表单',
  referred: '上级转办',
}

/** 已收到, 在核实, then one of three ends. */
export const complaintStates = ['received', 'verifying', 'upheld', 'not-upheld', 'transferred'] as const
export type ComplaintState = (typeof complaintStates)[number]

export const complaintStateTitles: Readonly<Record<ComplaintState, string>> = {
  received: '已收到',
  verifying: '在核实',
  upheld: '查实',
  'not-upheld': '不属实',
  transferred: '转办',
}

/** How much a complaint, a name, a way to reach somebody may hold, in characters. */
export const complaintLimits = {
  number: 60,
  words: 4000,
  about: 200,
  name: 50,
  contact: 100,
  found: 1000,
  reasons: 2000,
}

const day = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

/** What was found out, in words of its own: all that a proposal, an entry and a bulletin may ever show of it. */
const findingSchema = z
  .object({
    occurredOn: day,
    staffNumbers: z.array(z.string().min(1)).min(1).readonly(),
    found: z.string().min(1),
  })
  .readonly()
export type ComplaintFinding = z.infer<typeof findingSchema>

const conclusionSchema = z
  .object({
    outcome: z.enum(['upheld', 'not-upheld', 'transferred']),
    reasons: z.string().min(1),
    /** Of one that was upheld. */
    finding: findingSchema.nullable(),
    /** Of one that was handed on. */
    transferredTo: z.string().nullable(),
    at: day,
  })
  .readonly()
export type ComplaintConclusion = z.infer<typeof conclusionSchema>

export const complaintBody = z
  .object({
    channel: z.enum(complaintChannels),
    receivedOn: day,
    /** 编号 of the slip it was handed on with; null: it has none. */
    number: z.string().nullable().default(null),
    /** As it was put; never leaves this register. */
    words: z.string().min(1),
    /** Whom it speaks of, in its own words: a name, an office, or nothing yet. */
    about: z.string().nullable(),
    /** Who that is, where it is known from the beginning. */
    aboutStaffNumber: z.string().min(1).nullable(),
    /** null: 匿名, and so it stays. */
    complainant: z.object({ name: z.string().nullable(), contact: z.string().nullable() }).readonly().nullable(),
    conclusion: conclusionSchema.nullable(),
  })
  .readonly()
export type ComplaintBody = z.infer<typeof complaintBody>
export type Complaint = RegisterRecord<ComplaintBody>

/** A line of the store read as a complaint. */
export function toComplaint(record: RegisterRecord): Complaint {
  return { ...record, body: complaintBody.parse(record.body) }
}

/** What lists and the audit call it: no word of the complaint and nobody's name. */
export function complaintName({ body }: Pick<Complaint, 'body'>): string {
  return `${body.receivedOn}收到的${channelTitles[body.channel]}`
}

/** Whom it is about, as far as is known. */
export function peopleOfComplaint({
  staffNumber,
  body,
}: Pick<Complaint, 'staffNumber' | 'body'>): readonly string[] {
  const known = [staffNumber, body.aboutStaffNumber, ...(body.conclusion?.finding?.staffNumbers ?? [])]
  return [...new Set(known.filter((one) => one !== null))]
}
