import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adoptScheme, proposeAdoption } from '../../src/commands/adopt-scheme.ts'
import { editDraft } from '../../src/commands/change-draft.ts'
import { rejectProposal, withdrawProposal } from '../../src/commands/decide-proposal.ts'
import type { DraftStore, SchemeVersionStore, StoredDraft, StoredVersion } from '../../src/commands/draft-store.ts'
import type { Adoption, OfYear, Proposal, ProposalStore } from '../../src/commands/proposal-store.ts'
import { approveFigures, proposeFigures } from '../../src/commands/propose-figures.ts'
import { addDays, localDate } from '../../src/domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../src/domain/primitives/result.ts'
import { reachOf, type Subject } from '../../src/policies/permit.ts'
import type { Action } from '../../src/policies/policy-table.ts'
import type { Role } from '../../src/policies/roles.ts'
import { oneItem, rule } from '../builders/town.ts'

const subject = (by: string, ...roles: Role[]): Subject => ({
  by,
  roles,
  staffNumber: null,
  ownOffices: [],
  inChargeOf: [],
})
const people = [
  subject('考核办甲', 'office'),
  subject('考核办乙', 'office', 'staff'),
  subject('组长', 'leadingGroup'),
  subject('副组长', 'leadingGroup', 'principal'),
  subject('双肩挑', 'office', 'leadingGroup'),
  subject('职工', 'staff'),
]

type Kept<About, Snapshot> = ProposalStore<About, Snapshot> & { readonly all: Proposal<About, Snapshot>[] }

/** A store that guards nothing itself: what holds is held by the commands. */
function memoryStore<About, Snapshot>(): Kept<About, Snapshot> {
  const all: Proposal<About, Snapshot>[] = []
  return {
    all,
    list: async () => all,
    readOpen: async () => all.find(({ decision }) => decision === null) ?? null,
    add: async (proposal) => void all.push({ ...proposal, decision: null }),
    decide: async (id, decision) => {
      const at = all.findIndex((one) => one.id === id)
      const found = all[at]
      if (found !== undefined) all[at] = { ...found, decision }
    },
  }
}

const item = { id: 'i', title: '工作纪律', points: 10, rules: [rule('late')] }
const scheme = oneItem([], { sheets: [{ id: 's', title: '公共', points: 10, items: [item] }] })

function memoryDrafts() {
  let open: StoredDraft | null = null
  let opened = 0
  const versions: StoredVersion[] = []
  const drafts: Pick<DraftStore, 'readOpen' | 'appendSteps' | 'markUndone' | 'close'> = {
    readOpen: async () => open,
    appendSteps: async (_id, revision, steps) => {
      if (open !== null) open = { ...open, revision, steps: [...open.steps, ...steps] }
    },
    markUndone: async () => {},
    close: async () => {
      open = null
    },
  }
  const begin = () => {
    opened += 1
    const base = { version: 1, part: 'scheme' as const, scheme: { ...scheme, title: '办法' } }
    open ??= { id: `draft-${String(opened)}`, revision: 0, title: '办法', regulation: null, base, steps: [] }
  }
  const store: SchemeVersionStore = {
    list: async () => versions,
    read: async (version) => versions[version - 1] ?? null,
    add: async (version) => void versions.push({ ...version, regulation: null }),
  }
  const rest = { read: async () => null, list: async () => [], open: async () => {}, reopen: async () => {} }
  return { drafts: { ...drafts, ...rest }, versions: store, adopted: versions, begin, now: () => open }
}

type Figures = OfYear & { readonly total: number }
type Step = { readonly who: number; readonly what: (typeof deeds)[number]; readonly pick: number }
const deeds = ['change', 'propose', 'withdraw', 'approve', 'reject', 'move', 'propose', 'approve'] as const

/** A town in which anybody tries anything, admitted only as the server admits: by the policy table first. */
function makeTown() {
  const draft = memoryDrafts()
  const adoptions = memoryStore<Adoption, null>()
  const figures = memoryStore<OfYear, Figures>()
  const stores = { drafts: draft.drafts, versions: draft.versions, adoptions }
  const proposedTitles = new Map<string, string>()
  let [total, clock] = [0, 0]

  const titleNow = () =>
    draft
      .now()
      ?.steps.map(({ work }) => JSON.stringify(work))
      .join() ?? ''
  async function attempt<Value, Refusal>(
    who: Subject,
    action: Action,
    work: () => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal | 'not-allowed'>> {
    return reachOf(who, action) === null ? refuse('not-allowed') : work()
  }

  async function take({ who, what, pick }: Step, isAdoption: boolean): Promise<void> {
    const decider = people[who] ?? subject('')
    clock += 1
    const ids = (kind: string) => () => `${kind}-${String(clock)}`
    const act = { by: decider.by, at: new Date(clock * 1000), newId: ids('id') }
    const kept: readonly { readonly id: string }[] = isAdoption ? adoptions.all : figures.all
    const proposalId = kept.at(-1 - (pick % 3))?.id ?? 'none'
    const open = draft.now()
    const [propose, decide]: readonly Action[] = isAdoption
      ? ['scheme.propose', 'scheme.adopt']
      : ['result.propose', 'result.approve']
    if (propose === undefined || decide === undefined) return
    if (what === 'move') total += 1
    if (what === 'change') {
      draft.begin()
      const at = draft.now()
      if (at === null) return
      const edit = { act: 'set-title', title: `第${String(clock)}稿` } as const
      await attempt(decider, 'scheme.draft', () =>
        editDraft(stores, act, { draftId: at.id, revision: at.revision, edit }),
      )
    }
    if (what === 'propose' && isAdoption && open !== null) {
      const effectiveFrom = addDays(localDate('2026-01-01'), clock)
      const asked = { draftId: open.id, revision: open.revision, effectiveFrom, basis: '纪要', note: '' }
      const done = await attempt(decider, propose, () => proposeAdoption(stores, act, asked))
      if (done.ok) proposedTitles.set(done.value.id, titleNow())
    }
    if (what === 'propose' && !isAdoption) {
      const snapshot = { year: 2026, number: figures.all.length + 1, total }
      const digest = { shown: String(total - (pick % 2)), now: String(total) }
      await attempt(decider, propose, () => proposeFigures(figures, act, { snapshot, digest, note: '' }))
    }
    if (what === 'withdraw') {
      const asked = { proposalId, reason: null }
      if (isAdoption) await attempt(decider, propose, () => withdrawProposal(adoptions, act, asked))
      else await attempt(decider, propose, () => withdrawProposal(figures, act, asked))
    }
    if (what === 'reject') {
      const asked = { proposalId, decider, action: decide, reason: '不行' }
      if (isAdoption) await attempt(decider, decide, () => rejectProposal(adoptions, act, asked))
      else await attempt(decider, decide, () => rejectProposal(figures, act, asked))
    }
    if (what !== 'approve') return
    const before = titleNow()
    if (isAdoption) {
      const done = await attempt(decider, decide, () => adoptScheme(stores, act, { proposalId, decider }))
      // What is adopted is what was proposed.
      if (done.ok) expect(before).toBe(proposedTitles.get(proposalId))
    } else
      await attempt(decider, decide, () =>
        approveFigures(figures, act, {
          proposalId,
          decider,
          minutes: '纪要',
          holds: async (snapshot) => accept(snapshot.total === total).value,
        }),
      )
  }
  return { take, adoptions, figures, adopted: draft.adopted, total: () => total }
}

const steps = fc.array(
  fc.record({
    who: fc.nat({ max: people.length - 1 }),
    what: fc.constantFrom(...deeds),
    pick: fc.nat({ max: 5 }),
  }),
  { minLength: 20, maxLength: 80 },
)
const rolesOf = (by: string) => people.find((one) => one.by === by)?.roles ?? []

test.each([
  ['方案', true],
  ['年度数字', false],
] as const)('%s：不管谁先谁后，一个人通不过；决定了的、通过了的再也不变', async (_name, isAdoption) => {
  let [approvals, refusedAlone] = [0, 0]
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const town = makeTown()
      const decided = new Map<string, string>()
      for (const step of taken) {
        const before = town.adopted.length
        await town.take(step, isAdoption)
        const all: readonly Proposal<object, unknown>[] = isAdoption ? town.adoptions.all : town.figures.all
        expect(all.filter(({ decision }) => decision === null).length).toBeLessThanOrEqual(1)
        for (const one of all) {
          const { id, proposedBy, decision } = one
          expect(rolesOf(proposedBy)).toContain('office')
          if (decision === null) continue
          const written = JSON.stringify(one)
          expect(decided.get(id) ?? written).toBe(written)
          decided.set(id, written)
          if (decision.state === 'withdrawn') continue
          expect(decision.by).not.toBe(proposedBy)
          expect(rolesOf(decision.by)).toContain('leadingGroup')
        }
        const approved = all.filter(({ decision }) => decision?.state === 'approved')
        if (isAdoption) expect(town.adopted.length).toBe(approved.length)
        expect(town.adopted.slice(0, before)).toHaveLength(before)
        if (people[step.who]?.by === '双肩挑' && step.what === 'approve') refusedAlone += 1
      }
      approvals += [...decided.values()].filter((written) => written.includes('"approved"')).length
    }),
    { numRuns: 150 },
  )
  // The walk does reach both ends.
  expect(approvals).toBeGreaterThan(20)
  expect(refusedAlone).toBeGreaterThan(20)
})
