import {
  decideProposedEntries,
  type DecidedProposal,
  type LeftProposal,
  type ProposalDecision,
} from '../../../commands/registers/decide-proposed-entries.ts'
import { proposeAll } from '../../../commands/registers/propose-all.ts'
import { formatQuantity } from '../../../domain/primitives/quantity.ts'
import { localDate, parseLocalDate, type DaySpan } from '../../../domain/primitives/local-date.ts'
import { accept, assert, refuse } from '../../../domain/primitives/result.ts'
import { kindTerms } from '../../../domain/registers/observation-kinds.ts'
import type { ProposedEntry } from '../../../domain/registers/proposed-entry.ts'
import type { ProposalChange } from '../../../domain/registers/proposed-finding.ts'
import { registerDefinitions } from '../../../domain/registers/register-definitions.ts'
import { withdrawnState } from '../../../domain/registers/register-record.ts'
import { sheetDirectory } from '../../../domain/roster/sheet-directory.ts'
import { covers, reachOf, type Reach, type Subject } from '../../../policies/permit.ts'
import { maySeeProposal } from '../../../policies/proposal-sight.ts'
import { effectsWithin, type EntryEffect } from '../../../queries/entry-effect.ts'
import { readSettled } from '../../../queries/read-settled.ts'
import { listEntryOrigins } from '../../../queries/registers/list-entry-origins.ts'
import { listProposedEntries } from '../../../queries/registers/list-proposed-entries.ts'
import { previewProposedEntries } from '../../../queries/registers/preview-proposed-entries.ts'
import { proposedEntryViews } from '../../../queries/registers/proposed-entry-view.ts'
import { readRuleBindings } from '../../../queries/registers/read-rule-bindings.ts'
import { namesOf, recordSummary } from '../../../queries/registers/record-view.ts'
import type {
  LeftProposalView,
  ProposalChangeForm,
  ProposalRecord,
  proposedEntryEndpoints,
} from '../../contract/registers/proposed-entries.ts'
import { factsFor } from '../../proceedings.ts'
import {
  describeAdoptionRefusal,
  describeLeftReason,
} from '../../refusal-answers/proposed-entry-refusal-answer.ts'
import type { RouteGroup } from '../../route.ts'
import { lateEntryWarnings } from '../../settled-words.ts'
import type { TownStores } from '../../town-stores.ts'

export const proposedEntryRoutes: RouteGroup<typeof proposedEntryEndpoints> = {
  listProposedEntries: {
    inTown: async ({ query, stores, subject, reach }) => {
      const { state, register = null, staffNumber = null, office = null, from, to } = query
      const filter = { state, register, staffNumber, office, days: spanOf(from, to) }
      return accept(await listProposedEntries(stores, filter, query, { subject, reach }))
    },
  },
  readProposedEntry: {
    inTown: async ({ params, stores, subject, reach }) => {
      const [proposal] = await findWithin(stores, { subject, reach }, [params.proposalId])
      if (proposal === undefined) return refuse({ code: 'proposal-unknown' })
      const history = await stores.proposedEntries.ofFacts(proposal.observation.register, [
        proposal.observation.factKey,
      ])
      const views = await proposedEntryViews(stores, history, subject)
      const shown = views.find(({ id }) => id === proposal.id)
      assert(shown !== undefined, 'a proposal is part of its own history')
      return accept({ proposal: shown, history: views, records: await recordsOf(stores, subject, proposal) })
    },
  },
  readEntryOrigin: {
    inTown: async ({ params, stores, subject, reach }) => {
      const [entry] = await stores.ledger.find([params.entryId])
      if (entry === undefined) return refuse({ code: 'entry-unknown' })
      const made = await stores.proposedEntries.ofEntry(params.entryId)
      const [proposal] = await proposedEntryViews(stores, withinReach(made, reach).slice(0, 1), subject)
      return accept({ proposal: proposal ?? null })
    },
  },
  listEntryOrigins: {
    inTown: async ({ query, stores, subject }) =>
      accept({ origins: await listEntryOrigins(stores, subject, query.ids) }),
  },
  previewProposedEntries: {
    inTown: async ({ body, stores, subject, reach, today }) => {
      const proposals = await findWithin(stores, { subject, reach }, body.proposalIds)
      const missing = new Set(body.proposalIds).size - proposals.length
      if (missing > 0) return refuse({ code: 'proposals-unknown', count: missing })
      const change = body.change === null ? null : toChange(body.change)
      const { each, together } = await previewProposedEntries(stores, today, proposals, change)
      const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]))
      const shown = []
      for (const { refusal, alike, effects, ...preview } of each) {
        const day = change?.occurredOn ?? byId.get(preview.proposalId)?.observation.occurredOn
        const settled = day === undefined ? null : await readSettled(stores, day)
        shown.push({
          ...preview,
          effects: seenBy(subject, effects),
          problem: refusal === null ? null : describeAdoptionRefusal(refusal).message,
          warnings: [...alikeWarnings(alike), ...(settled === null ? [] : lateEntryWarnings(settled))],
        })
      }
      return accept({ each: shown, together: seenBy(subject, together) })
    },
  },
  adoptProposedEntries: {
    inTown: async (call) => {
      const { body, stores, act, subject, note } = call
      const { change } = body
      const decision: ProposalDecision = {
        kind: 'adopt',
        change: change === null ? null : toChange(change),
        reason: change?.reason ?? null,
      }
      const ports = {
        stores,
        act,
        subject,
        factsOf: (made: Parameters<typeof factsFor>[1]) => factsFor(call, made),
      }
      const done = await decideProposedEntries(ports, body.proposalIds, decision, body.leavesOut)
      if (!done.ok) return done
      const { decided, left } = done.value
      if (decided.length > 0) note(decisionNote(decided, decision))
      else call.noteNothing()
      const ids = (kind: 'entry' | 'discretion' | 'reversal') =>
        decided.flatMap(({ became }) => (became?.kind === kind ? [became.id] : []))
      return accept({
        adopted: decided.length,
        entryIds: ids('entry'),
        proceedingIds: ids('discretion'),
        reversed: ids('reversal').length,
        left: await leftViews(stores, left),
      })
    },
  },
  dismissProposedEntries: {
    inTown: async (call) => {
      const { body, stores, act, subject, note } = call
      const decision: ProposalDecision = { kind: 'dismiss', reason: body.reason }
      const ports = {
        stores,
        act,
        subject,
        factsOf: (made: Parameters<typeof factsFor>[1]) => factsFor(call, made),
      }
      const done = await decideProposedEntries(ports, body.proposalIds, decision, body.leavesOut)
      if (!done.ok) return done
      const { decided, left } = done.value
      if (decided.length > 0) note(decisionNote(decided, decision))
      else call.noteNothing()
      return accept({ dismissed: decided.length, left: await leftViews(stores, left) })
    },
  },
  refreshProposedEntries: {
    inTown: async ({ stores, act, note }) => {
      const reread = await proposeAll(stores, act)
      note({
        object: { kind: 'proposed-entry', id: '', label: '重新核对' },
        after: { proposed: reread.added, takenBack: reread.superseded },
      })
      return accept(reread)
    },
  },
  readRuleBindings: {
    inTown: async ({ query, stores, today }) => {
      const bindings = await readRuleBindings(stores, query.version ?? null, today)
      return bindings === null ? refuse({ code: 'binding-version-unknown' }) : accept(bindings)
    },
  },
  changeRuleBinding: {
    inTown: async ({ body, stores, act, note }) => {
      const { version, ...binding } = body
      const stored = await stores.versions.read(version)
      if (stored === null) return refuse({ code: 'binding-version-unknown' })
      const { ruleById } = sheetDirectory(stored.scheme)
      const sentenceOf = (ruleId: string | null) =>
        ruleId === null ? '不对应' : (ruleById.get(ruleId)?.rule.sentence ?? ruleId)
      if (binding.ruleId !== null && !ruleById.has(binding.ruleId))
        return refuse({ code: 'binding-rule-unknown', version })
      const before = (await stores.ruleBindings.ofVersion(version)).find(
        ({ kind, variant }) => kind === binding.kind && variant === binding.variant,
      )
      await stores.ruleBindings.write(version, binding, act)
      const title = `${kindTerms[binding.kind].title} ${binding.variant}`.trim()
      note({
        object: { kind: 'rule-binding', id: '', label: `第${String(version)}版 ${title}` },
        before: before === undefined ? null : { rule: sentenceOf(before.ruleId) },
        after: { rule: sentenceOf(binding.ruleId) },
      })
      return accept(await proposeAll(stores, act, { registers: [kindTerms[binding.kind].register] }))
    },
  },
}

function spanOf(from: string | undefined, to: string | undefined): DaySpan | null {
  if (from === undefined && to === undefined) return null
  return {
    first: parseLocalDate(from ?? '') ?? localDate('1900-01-01'),
    last: parseLocalDate(to ?? '') ?? localDate('9999-12-31'),
  }
}

function toChange(form: ProposalChangeForm): ProposalChange {
  const { ruleId, quantity, level, note } = form
  return { ruleId, quantity, level, note, occurredOn: localDate(form.occurredOn) }
}

function withinReach(proposals: readonly ProposedEntry[], reach: Reach): readonly ProposedEntry[] {
  return proposals.filter(({ observation }) =>
    covers(reach, { staffNumber: observation.staffNumber, offices: [] }),
  )
}

async function findWithin(
  { proposedEntries }: TownStores,
  { subject, reach }: { readonly subject: Subject; readonly reach: Reach },
  ids: readonly string[],
): Promise<readonly ProposedEntry[]> {
  const found = await proposedEntries.find([...new Set(ids)])
  return withinReach(found, reach).filter((proposal) => maySeeProposal(subject, proposal))
}

function seenBy(subject: Subject, effects: readonly EntryEffect[]): readonly EntryEffect[] {
  return effectsWithin(reachOf(subject, 'score.read'), effects)
}

function alikeWarnings(positions: readonly number[]): readonly string[] {
  return positions.length === 0
    ? []
    : [
        `台账第${positions.map(String).join('、')}号已有同一人同一天同一条款的记录，采纳会再记一条，请核对是不是同一件事。`,
      ]
}

/** The lines it rests on, as far as who asks may read their register: a complaint is discipline's alone. */
async function recordsOf(
  { records, roster }: TownStores,
  subject: Subject,
  { observation }: ProposedEntry,
): Promise<readonly ProposalRecord[]> {
  const { register } = observation
  const definition = registerDefinitions.find(({ id }) => id === register)
  if (definition === undefined || reachOf(subject, `${register}.read`) === null) return []
  const nameOf = await namesOf(roster)
  const found = []
  for (const id of observation.recordIds) {
    const record = await records.find(id)
    if (record === null) continue
    const { days, state } = record
    const summary = recordSummary(definition, record, nameOf)
    found.push({
      id,
      register,
      first: days.first,
      last: days.last,
      summary,
      isWithdrawn: state === withdrawnState,
    })
  }
  return found
}

async function leftViews(
  { roster }: TownStores,
  left: readonly LeftProposal[],
): Promise<readonly LeftProposalView[]> {
  const nameOf = left.length === 0 ? () => null : await namesOf(roster)
  return left.map(({ proposal: { id, observation }, why }) => ({
    proposalId: id,
    staffNumber: observation.staffNumber,
    name: nameOf(observation.staffNumber) ?? observation.staffNumber,
    occurredOn: observation.occurredOn,
    kindTitle: kindTerms[observation.kind].title,
    why: describeLeftReason(why),
  }))
}

function decisionNote(decided: readonly DecidedProposal[], decision: ProposalDecision) {
  const [first] = decided
  const words = ({ proposal: { observation, sort } }: DecidedProposal) => {
    const { staffNumber, occurredOn, kind, quantity } = observation
    const { title, unit } = kindTerms[kind]
    return `${staffNumber} ${occurredOn} ${title} ${formatQuantity(quantity)}${unit}${sort === 'reversal' ? '（冲销）' : ''}`
  }
  const more = decided.length > 1 ? `等${String(decided.length)}条` : ''
  const listed = decided.slice(0, 20).map(words)
  return {
    object:
      first === undefined
        ? null
        : { kind: 'proposed-entry', id: first.proposal.id, label: `${words(first)}${more}` },
    before: { proposalState: 'open' },
    after: {
      proposalState: decision.kind === 'dismiss' ? 'dismissed' : 'adopted',
      proposals: decided.length > 20 ? [...listed, `另有${String(decided.length - 20)}条`] : listed,
      count: decided.length,
    },
    reason: decision.reason,
  }
}
