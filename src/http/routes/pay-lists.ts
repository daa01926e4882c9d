import type { AuditNote } from '../../commands/audit-store.ts'
import { rejectProposal, withdrawProposal } from '../../commands/decide-proposal.ts'
import { approveFigures, proposeFigures } from '../../commands/propose-figures.ts'
import { formatYuan } from '../../domain/primitives/fen.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { draftPayList } from '../../queries/draft-pay-list.ts'
import type { payListEndpoints } from '../contract/final-results.ts'
import { digestOf, isApproved, ownPayOf, toPayListProposal, type StoredPayList } from '../final-answers.ts'
import { notReady, notReadySentence } from '../not-ready.ts'
import { readPerPerson } from '../read-per-person.ts'
import type { RouteGroup } from '../route.ts'
import type { TownStores } from '../town-stores.ts'
import { dealsWithProposals } from './final-results.ts'

async function drafted(stores: TownStores, asked: { year: number; perPerson?: string | undefined }) {
  const perPerson = readPerPerson(asked.perPerson)
  return perPerson.ok ? draftPayList(stores, { year: asked.year, perPerson: perPerson.value }) : perPerson
}

async function ofYear(stores: TownStores, year: number): Promise<readonly StoredPayList[]> {
  return (await stores.payLists.list()).filter(({ subject }) => subject.year === year)
}

function noteOf({ id, subject, snapshot, decision, note, proposedBy }: StoredPayList): AuditNote {
  return {
    object: { kind: 'pay-list', id, label: labelOf(subject) },
    before: decision === null ? null : { state: 'open', proposedBy },
    after: {
      state: decision?.state ?? 'open',
      people: snapshot.lines.length,
      pool: formatYuan(snapshot.poolFen),
      digest: digestOf(snapshot),
    },
    reason: decision === null ? note : decision.reason,
  }
}

function labelOf({ year, number }: { readonly year: number; readonly number: number }): string {
  return `${String(year)}年度工资清单第${String(number)}号`
}

export const payListRoutes: RouteGroup<typeof payListEndpoints> = {
  readPayLists: {
    inTown: async ({ query, stores, subject, reach, note, noteNothing }) => {
      const all = await ofYear(stores, query.year)
      const approved = all.filter(isApproved).toReversed()
      const own = ownPayOf(subject.staffNumber, approved)
      if (reach.kind === 'some') {
        noteNothing()
        return accept({ approved: null, latest: null, own })
      }
      note({ object: { kind: 'pay-list', id: String(query.year), label: `${String(query.year)}年度工资清单` } })
      const last = all.at(-1)
      return accept({
        approved: approved.map((one) => toPayListProposal(one, all)),
        latest: last !== undefined && dealsWithProposals(subject) ? toPayListProposal(last, all) : null,
        own,
      })
    },
  },
  readOwnPay: {
    inTown: async ({ query, stores, subject }) => {
      const approved = (await ofYear(stores, query.year)).filter(isApproved).toReversed()
      return accept({ own: ownPayOf(subject.staffNumber, approved) })
    },
  },
  previewPayList: {
    inTown: async ({ query, stores, note }) => {
      note({
        object: { kind: 'pay-list', id: String(query.year), label: `${String(query.year)}年度工资清单预览` },
      })
      const draft = await drafted(stores, query)
      if (!draft.ok && draft.refusal.code === 'amount-not-yuan') return refuse(draft.refusal)
      if (!draft.ok) return accept(notReady(draft.refusal))
      return accept({ ready: true, digest: digestOf(draft.value.payList), ...draft.value })
    },
  },
  proposePayList: {
    inTown: async ({ body, stores, act, note }) => {
      const draft = await drafted(stores, body)
      if (!draft.ok && draft.refusal.code === 'amount-not-yuan') return refuse(draft.refusal)
      if (!draft.ok) return refuse({ code: 'figures-not-ready', message: notReadySentence(draft.refusal) })
      const snapshot = draft.value.payList
      const digest = { shown: body.digest, now: digestOf(snapshot) }
      const proposed = await proposeFigures(stores.payLists, act, { snapshot, digest, note: body.note })
      if (!proposed.ok) return proposed
      note(noteOf(proposed.value))
      return accept(toPayListProposal(proposed.value, await stores.payLists.list()))
    },
  },
  approvePayList: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const approved = await approveFigures(stores.payLists, act, {
        ...params,
        ...body,
        decider: subject,
        holds: async (snapshot) => {
          const draft = await draftPayList(stores, { year: snapshot.year, perPerson: snapshot.perPersonFen })
          return draft.ok && digestOf(draft.value.payList) === digestOf(snapshot)
        },
      })
      if (!approved.ok) return approved
      note(noteOf(approved.value))
      return accept(toPayListProposal(approved.value, await stores.payLists.list()))
    },
  },
  rejectPayList: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const asked = { ...params, ...body, decider: subject, action: 'result.approve' } as const
      const rejected = await rejectProposal(stores.payLists, act, asked)
      if (!rejected.ok) return rejected
      note(noteOf(rejected.value))
      return accept(toPayListProposal(rejected.value, await stores.payLists.list()))
    },
  },
  withdrawPayList: {
    inTown: async ({ params, body, stores, act, note }) => {
      const withdrawn = await withdrawProposal(stores.payLists, act, { ...params, reason: body.reason || null })
      if (!withdrawn.ok) return withdrawn
      note(noteOf(withdrawn.value))
      return accept(toPayListProposal(withdrawn.value, await stores.payLists.list()))
    },
  },
  downloadPayList: {
    inTown: async ({ params, stores, services, subject, reach, note }) => {
      const found = (await stores.payLists.list()).find(({ id }) => id === params.proposalId)
      if (found === undefined || !isApproved(found)) return refuse({ code: 'proposal-unknown' })
      note({ object: { kind: 'pay-list', id: found.id, label: labelOf(found.subject) } })
      if (reach.kind === 'everyone') return accept(await services.workbooks.writePayList(found.snapshot))
      const lines = found.snapshot.lines.filter(({ staffNumber }) => staffNumber === subject.staffNumber)
      if (lines.length === 0) return refuse({ code: 'proposal-unknown' })
      return accept(await services.workbooks.writeOwnPay({ ...found.snapshot, lines }))
    },
  },
}
