import { z } from 'zod'
import { roles } from '../../policies/roles.ts'
import type { auditEndpoints } from '../contract/audit.ts'
import type { ownRecordEndpoints } from '../contract/own-record.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { count, instant, words } from './fields.ts'

const facts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
  .nullable()

const auditLine = component(
  'AuditLine',
  z.object({
    id: z.uuid(),
    at: instant,
    by: words.nullable(),
    roles: z.array(z.enum(roles)),
    operation: words,
    kind: z.enum(['write', 'sign-in', 'export', 'look']),
    outcome: z.enum(['done', 'refused']),
    object: z.object({ kind: words, id: words, label: words }).nullable(),
    before: facts,
    after: facts,
    reason: words.nullable(),
    address: words,
    userAgent: words,
  }),
)

export const auditAnswers = answersOf<typeof auditEndpoints>()({
  listAudit: json(z.object({ rows: z.array(auditLine), total: count })),
  downloadAudit: file(),
})

const correction = component(
  'Correction',
  z.object({
    id: z.uuid(),
    staffNumber: words,
    name: words,
    at: instant,
    by: words,
    words: words,
    state: z.enum(['open', 'done', 'declined']),
    answer: words.nullable(),
    answeredAt: instant.nullable(),
    answeredBy: words.nullable(),
    isOwn: z.boolean(),
  }),
)
const corrections = z.object({ corrections: z.array(correction) })

export const ownRecordAnswers = answersOf<typeof ownRecordEndpoints>()({
  downloadOwnData: file([422]),
  listOwnCorrections: json(corrections),
  requestCorrection: json(correction, [409, 422]),
  listCorrections: json(corrections),
  answerCorrection: json(correction, [404, 409]),
})
