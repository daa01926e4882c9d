import { z } from 'zod'
import { observationKinds } from '../../../domain/registers/observation-kinds.ts'
import { proposedEntryStates } from '../../../domain/registers/proposed-entry.ts'
import { registerIds } from '../../../domain/registers/register.ts'
import type { proposedEntryEndpoints } from '../../contract/registers/proposed-entries.ts'
import { answersOf, component, json } from '../answers-of.ts'
import { entryEffect } from '../entries.ts'
import { count, day, instant, quantity, ruleEffect, words } from '../fields.ts'

const proposedRule = z.object({
  ruleId: words,
  effect: ruleEffect,
  sentence: words,
  clause: words,
  itemTitle: words,
})

const boundFrom = z.enum(['chosen', 'carried', 'suggested', 'open', 'none'])

const proposedEntry = component(
  'ProposedEntry',
  z.object({
    id: z.uuid(),
    sort: z.enum(['entry', 'reversal']),
    state: z.enum(proposedEntryStates),
    register: z.enum(registerIds),
    kind: z.enum(observationKinds),
    kindTitle: words,
    variant: words,
    staffNumber: words,
    name: words,
    office: words,
    occurredOn: day,
    quantity,
    unit: words,
    level: words.nullable(),
    matter: words.nullable(),
    place: words.nullable(),
    words,
    recordIds: z.array(z.uuid()),
    rule: proposedRule.nullable(),
    boundFrom,
    candidates: count,
    entryId: z.uuid().nullable(),
    became: z.enum(['entry', 'discretion']).nullable(),
    reason: words.nullable(),
    madeAt: instant,
    decidedAt: instant.nullable(),
    decidedBy: words.nullable(),
    barred: z.enum(['role', 'aboutOneself', 'state']).nullable(),
  }),
)

const leftProposals = z.array(
  z.object({
    proposalId: z.uuid(),
    staffNumber: words,
    name: words,
    occurredOn: day,
    kindTitle: words,
    why: words,
  }),
)

const counts = z.object({ open: count, adopted: count, dismissed: count, superseded: count })
const reread = z.object({ added: count, superseded: count })

export const proposedEntryAnswers = answersOf<typeof proposedEntryEndpoints>()({
  listProposedEntries: json(z.object({ proposals: z.array(proposedEntry), total: count, counts })),
  readProposedEntry: json(
    z.object({
      proposal: proposedEntry,
      history: z.array(proposedEntry),
      records: z.array(
        z.object({
          id: z.uuid(),
          register: z.enum(registerIds),
          first: day,
          last: day,
          summary: words,
          isWithdrawn: z.boolean(),
        }),
      ),
    }),
    [404],
  ),
  readEntryOrigin: json(z.object({ proposal: proposedEntry.nullable() }), [404]),
  listEntryOrigins: json(
    z.object({
      origins: z.array(
        z.object({
          entryId: z.uuid(),
          register: z.enum(registerIds),
          record: z.object({ id: z.uuid(), first: day, summary: words }).nullable(),
        }),
      ),
    }),
  ),
  previewProposedEntries: json(
    z.object({
      each: z.array(
        z.object({
          proposalId: z.uuid(),
          effects: z.array(entryEffect),
          problem: words.nullable(),
          isDiscretion: z.boolean(),
          warnings: z.array(words),
        }),
      ),
      together: z.array(entryEffect),
    }),
    [404],
  ),
  adoptProposedEntries: json(
    z.object({
      adopted: count,
      entryIds: z.array(z.uuid()),
      proceedingIds: z.array(z.uuid()),
      reversed: count,
      left: leftProposals,
    }),
    [403, 404, 409, 422],
  ),
  dismissProposedEntries: json(z.object({ dismissed: count, left: leftProposals }), [404, 409]),
  refreshProposedEntries: json(reread),
  readRuleBindings: json(
    z.object({
      version: count,
      effectiveFrom: day,
      versions: z.array(z.object({ version: count, effectiveFrom: day })),
      rows: z.array(
        z.object({
          kind: z.enum(observationKinds),
          kindTitle: words,
          register: z.enum(registerIds),
          variant: words,
          ruleId: words.nullable(),
          from: boundFrom,
          candidates: z.array(words),
          waiting: count,
        }),
      ),
      rules: z.array(proposedRule.extend({ sheetTitle: words, office: words.nullable() })),
    }),
    [404],
  ),
  changeRuleBinding: json(reread, [404, 422]),
})
