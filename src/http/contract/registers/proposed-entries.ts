import { z } from 'zod'
import { observationKinds } from '../../../domain/registers/observation-kinds.ts'
import { proposedEntryStates } from '../../../domain/registers/proposed-entry.ts'
import { registerIds, type RegisterId } from '../../../domain/registers/register.ts'
import type { EntryEffect } from '../../../queries/entry-effect.ts'
import type { EntryOrigin } from '../../../queries/registers/list-entry-origins.ts'
import type { ProposedEntryPage } from '../../../queries/registers/list-proposed-entries.ts'
import type { ProposedEntryView, ProposedRule } from '../../../queries/registers/proposed-entry-view.ts'
import type {
  BoundRuleChoice,
  RuleBindingRow,
  RuleBindings,
} from '../../../queries/registers/read-rule-bindings.ts'
import { dayField } from '../day-field.ts'
import { answer, endpoint } from '../endpoint.ts'

export type {
  EntryOrigin,
  BoundRuleChoice,
  ProposedEntryPage,
  ProposedEntryView,
  ProposedRule,
  RuleBindingRow,
  RuleBindings,
}

/** What adopting one proposal would move, or the sentence that says why it cannot be adopted as it stands. */
export type ProposalEffect = {
  readonly proposalId: string
  readonly effects: readonly EntryEffect[]
  readonly problem: string | null
  /** Goes before the leading group; nothing moves until that decides. */
  readonly isDiscretion: boolean
  /** That its month is closed, that the ledger has the same already. */
  readonly warnings: readonly string[]
}

/** One of several that was not decided on, and why. */
export type LeftProposalView = {
  readonly proposalId: string
  readonly staffNumber: string
  readonly name: string
  readonly occurredOn: string
  /** 迟到. */
  readonly kindTitle: string
  readonly why: string
}

/** A line of a register that a proposal rests on. */
export type ProposalRecord = {
  readonly id: string
  readonly register: RegisterId
  readonly first: string
  readonly last: string
  readonly summary: string
  /** Once it was taken back it shows nothing any more. */
  readonly isWithdrawn: boolean
}

export const mostEntriesAsked = 200

const idsField = z.array(z.uuid()).min(1, '请先选择建议').max(500, '一次最多500条').readonly()
/** What cannot be decided is left as it is and told; otherwise all or none. */
const leavesOutField = z.boolean().default(false)
const reasonField = z.string().trim().min(1, '请填写理由').max(500, '最多500个字')

/** Everything the office puts otherwise, also what stays. */
const changeField = z.object({
  ruleId: z.string().min(1, '请选择条款'),
  quantity: z.string().max(40),
  occurredOn: dayField('请填写日期，如 2026-03-09'),
  level: z.string().trim().min(1).max(20).nullable(),
  note: z.string().trim().min(1).max(500, '最多500个字').nullable(),
})
export type ProposalChangeForm = z.input<typeof changeField>

const filter = z.object({
  state: z.enum(proposedEntryStates).default('open'),
  register: z.enum(registerIds).optional(),
  staffNumber: z.string().max(32).optional(),
  office: z.string().max(60).optional(),
  from: dayField().optional(),
  to: dayField().optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(20),
})

export const proposedEntryEndpoints = {
  /** 登记建议. */
  listProposedEntries: endpoint({
    method: 'GET',
    path: '/api/proposed-entries',
    access: { action: 'proposed-entry.read' },
    query: filter,
    answer: answer<ProposedEntryPage>(),
  }),
  /** Everything proposed under the same fact, the oldest first, with the lines of the register it rests on. */
  readProposedEntry: endpoint({
    method: 'GET',
    path: '/api/proposed-entries/{proposalId}',
    access: { action: 'proposed-entry.read' },
    params: z.object({ proposalId: z.uuid() }),
    answer: answer<{
      readonly proposal: ProposedEntryView
      readonly history: readonly ProposedEntryView[]
      readonly records: readonly ProposalRecord[]
    }>(),
  }),
  /** Of an entry: the proposal it was made of, or null. */
  readEntryOrigin: endpoint({
    method: 'GET',
    path: '/api/entries/{entryId}/origin',
    access: { action: 'proposed-entry.read' },
    params: z.object({ entryId: z.uuid() }),
    answer: answer<{ readonly proposal: ProposedEntryView | null }>(),
  }),
  /** Of several entries at once: the lines of registers they came from; those one may not read have none. */
  listEntryOrigins: endpoint({
    method: 'GET',
    path: '/api/entry-origins',
    access: { action: 'entry.read' },
    query: z.object({
      /** One after the other, with commas. */
      ids: z
        .string()
        .max(mostEntriesAsked * 37)
        .transform((text) => text.split(',').filter((id) => id !== ''))
        .pipe(z.array(z.uuid()).max(mostEntriesAsked)),
    }),
    answer: answer<{ readonly origins: readonly EntryOrigin[] }>(),
  }),
  /** The sheet before → after, of each proposal alone and of all together. */
  previewProposedEntries: endpoint({
    method: 'POST',
    path: '/api/proposed-entries/preview',
    readsOnly: true,
    access: { action: 'proposed-entry.read' },
    body: z.object({ proposalIds: idsField, change: changeField.nullable() }),
    answer: answer<{ readonly each: readonly ProposalEffect[]; readonly together: readonly EntryEffect[] }>(),
  }),
  /** 采纳, also 改后采纳: one proposal with a change and its reason. */
  adoptProposedEntries: endpoint({
    method: 'POST',
    path: '/api/proposed-entries/adoptions',
    access: { action: 'proposed-entry.decide' },
    idempotent: true,
    body: z
      .object({
        proposalIds: idsField,
        change: z.object({ ...changeField.shape, reason: reasonField }).nullable(),
        leavesOut: leavesOutField,
      })
      .refine(({ proposalIds, change }) => change === null || proposalIds.length === 1, {
        message: '改后采纳一次一条',
        path: ['change'],
      }),
    answer: answer<{
      readonly adopted: number
      readonly entryIds: readonly string[]
      /** Put before the leading group instead. */
      readonly proceedingIds: readonly string[]
      readonly reversed: number
      readonly left: readonly LeftProposalView[]
    }>(),
  }),
  /** 不采纳. */
  dismissProposedEntries: endpoint({
    method: 'POST',
    path: '/api/proposed-entries/dismissals',
    access: { action: 'proposed-entry.decide' },
    idempotent: true,
    body: z.object({ proposalIds: idsField, reason: reasonField, leavesOut: leavesOutField }),
    answer: answer<{ readonly dismissed: number; readonly left: readonly LeftProposalView[] }>(),
  }),
  /** 重新核对: every register is read anew. */
  refreshProposedEntries: endpoint({
    method: 'POST',
    path: '/api/proposed-entries/refresh',
    access: { action: 'proposed-entry.decide' },
    body: z.object({}),
    answer: answer<{ readonly added: number; readonly superseded: number }>(),
  }),
  /** 登记对应条款. */
  readRuleBindings: endpoint({
    method: 'GET',
    path: '/api/rule-bindings',
    access: { action: 'proposed-entry.read' },
    query: z.object({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    answer: answer<RuleBindings>(),
  }),
  changeRuleBinding: endpoint({
    method: 'PUT',
    path: '/api/rule-bindings',
    access: { action: 'rule-binding.change' },
    body: z.object({
      version: z.int().min(1).max(1_000_000),
      kind: z.enum(observationKinds),
      variant: z.string().max(120),
      /** null: 不对应. */
      ruleId: z.string().min(1).max(200).nullable(),
    }),
    /** What the choice did to the proposals at once. */
    answer: answer<{ readonly added: number; readonly superseded: number }>(),
  }),
}
