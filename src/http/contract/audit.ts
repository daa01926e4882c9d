import { z } from 'zod'
import type { AuditKind, AuditNote, AuditOutcome } from '../../policies/audit-note.ts'
import type { Role } from '../../policies/roles.ts'
import { dayField } from './day-field.ts'
import { answer, endpoint } from './endpoint.ts'
import { sheetFormat } from './people.ts'

export type AuditLine = AuditNote & {
  readonly id: string
  readonly at: string
  /** User name; null where nobody had shown who he was. */
  readonly by: string | null
  readonly roles: readonly Role[]
  readonly operation: string
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  readonly address: string
  readonly userAgent: string
}

/** What one looks for by what it is about rather than by its exact name. */
export const operationGroups = [
  'sign-in',
  'accounts',
  'scheme',
  'people',
  'entries',
  'registers',
  'ratings',
  'results',
  'oversight',
  'other',
] as const
export type OperationGroup = (typeof operationGroups)[number]

const auditFilter = z.object({
  from: dayField().optional(),
  to: dayField().optional(),
  /** A user name, or the name or number of whom it was about; part of it is enough. */
  person: z.string().max(60).optional(),
  kind: z.enum(['write', 'sign-in', 'export', 'look']).optional(),
  group: z.enum(operationGroups).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  words: z.string().max(100).optional(),
})

/** No exported file has more rows; it says so when it was cut, and the days can be narrowed. */
export const auditExportLimit = 10_000

export const auditEndpoints = {
  /** Who did or saw what, the latest first. */
  listAudit: endpoint({
    method: 'GET',
    path: '/api/audit',
    access: { action: 'audit.read' },
    query: auditFilter.extend({
      page: z.coerce.number().int().min(1).max(1_000_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(200).default(20),
    }),
    answer: answer<{ readonly rows: readonly AuditLine[]; readonly total: number }>(),
  }),
  downloadAudit: endpoint({
    method: 'GET',
    path: '/api/audit/file',
    access: { action: 'audit.read' },
    query: auditFilter.extend(sheetFormat.shape),
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
