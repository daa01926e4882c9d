import type { AuditNote } from '../../commands/audit-store.ts'
import { rejectProposal, withdrawProposal } from '../../commands/decide-proposal.ts'
import { approveFigures, proposeFigures } from '../../commands/propose-figures.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { reachOf, type Subject } from '../../policies/permit.ts'
import { draftResult } from '../../queries/draft-result.ts'
import type { finalResultEndpoints } from '../contract/final-results.ts'
import { digestOf, isApproved, toResultProposal, type StoredResult } from '../final-answers.ts'
import { notReady, notReadySentence } from '../not-ready.ts'
import type { RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'

function drafted(stores: TownStores, year: number, today: LocalDate, { engineVersion }: Services) {
  return draftResult(stores, { year, today, engineVersion })
}

export function dealsWithProposals(subject: Subject): boolean {
  return reachOf(subject, 'result.propose') !== null || reachOf(subject, 'result.approve') !== null
}

function noteOf({ id, subject, snapshot, decision, note, proposedBy }: StoredResult): AuditNote {
  return {
    object: { kind: 'annual-result', id, label: labelOf(subject) },
    before: decision === null ? null : { state: 'open', proposedBy },
    after: { state: decision?.state ?? 'open', people: snapshot.people.length, digest: digestOf(snapshot) },
    reason: decision === null ? note : decision.reason,
  }
}

function labelOf({ year, number }: { readonly year: number; readonly number: number }): string {
  return `${String(year)}年度结果第${String(number)}号`
}

export const finalResultRoutes: RouteGroup<typeof finalResultEndpoints> = {
  readFinalResults: {
    inTown: async ({ query, stores, subject, note }) => {
      const all = (await stores.annualResults.list()).filter((one) => one.subject.year === query.year)
      const last = all.at(-1)
      note({ object: { kind: 'annual-result', id: String(query.year), label: `${String(query.year)}年度结果` } })
      return accept({
        approved: all
          .filter(isApproved)
          .toReversed()
          .map((one) => toResultProposal(one, all)),
        latest: last !== undefined && dealsWithProposals(subject) ? toResultProposal(last, all) : null,
      })
    },
  },
  previewFinalResult: {
    inTown: async ({ query, stores, today, services, note }) => {
      note({
        object: { kind: 'annual-result', id: String(query.year), label: `${String(query.year)}年度结果预览` },
      })
      const draft = await drafted(stores, query.year, today, services)
      if (!draft.ok) return accept(notReady(draft.refusal))
      return accept({ ready: true, digest: digestOf(draft.value.result), ...draft.value })
    },
  },
  proposeFinalResult: {
    inTown: async ({ body, stores, act, today, services, note }) => {
      const draft = await drafted(stores, body.year, today, services)
      if (!draft.ok) return refuse({ code: 'figures-not-ready', message: notReadySentence(draft.refusal) })
      const snapshot = draft.value.result
      const digest = { shown: body.digest, now: digestOf(snapshot) }
      const proposed = await proposeFigures(stores.annualResults, act, { snapshot, digest, note: body.note })
      if (!proposed.ok) return proposed
      note(noteOf(proposed.value))
      return accept(toResultProposal(proposed.value, await stores.annualResults.list()))
    },
  },
  approveFinalResult: {
    inTown: async ({ params, body, stores, act, subject, today, services, note }) => {
      const approved = await approveFigures(stores.annualResults, act, {
        ...params,
        ...body,
        decider: subject,
        holds: async (snapshot) => {
          const draft = await drafted(stores, snapshot.year, today, services)
          return draft.ok && digestOf(draft.value.result) === digestOf(snapshot)
        },
      })
      if (!approved.ok) return approved
      note(noteOf(approved.value))
      return accept(toResultProposal(approved.value, await stores.annualResults.list()))
    },
  },
  rejectFinalResult: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const asked = { ...params, ...body, decider: subject, action: 'result.approve' } as const
      const rejected = await rejectProposal(stores.annualResults, act, asked)
      if (!rejected.ok) return rejected
      note(noteOf(rejected.value))
      return accept(toResultProposal(rejected.value, await stores.annualResults.list()))
    },
  },
  withdrawFinalResult: {
    inTown: async ({ params, body, stores, act, note }) => {
      const asked = { ...params, reason: body.reason || null }
      const withdrawn = await withdrawProposal(stores.annualResults, act, asked)
      if (!withdrawn.ok) return withdrawn
      note(noteOf(withdrawn.value))
      return accept(toResultProposal(withdrawn.value, await stores.annualResults.list()))
    },
  },
  downloadFinalResult: {
    inTown: async ({ params, stores, services, note }) => {
      const found = (await stores.annualResults.list()).find(({ id }) => id === params.proposalId)
      if (found === undefined || !isApproved(found)) return refuse({ code: 'proposal-unknown' })
      note({ object: { kind: 'annual-result', id: found.id, label: labelOf(found.subject) } })
      return accept(await services.workbooks.writeFinalResult(found.snapshot))
    },
  },
}
