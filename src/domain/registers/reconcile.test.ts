import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import type { Observation } from './observation.ts'
import type { ProposedEntry } from './proposed-entry.ts'
import { reconcile } from './reconcile.ts'

function late(day: string, changes: Partial<Observation> = {}): Observation {
  return {
    register: 'attendance',
    kind: 'late',
    factKey: `late/001/${day}`,
    staffNumber: '001',
    occurredOn: localDate(day),
    quantity: quantity(100),
    level: null,
    variant: null,
    matter: null,
    place: null,
    words: '迟到42分钟。',
    recordIds: [],
    ...changes,
  }
}

/** An office with its proposals and entries, as the commands will keep them. */
function startOffice() {
  let proposals: ProposedEntry[] = []
  const reversed = new Set<string>()
  let made = 0
  const newId = () => `n${String((made += 1))}`
  const decide = (id: string, change: Partial<ProposedEntry>) => {
    const decided = { at: new Date(0), by: '考核办' }
    proposals = proposals.map((one) => (one.id === id ? { ...one, decided, ...change } : one))
  }
  return {
    read: (observed: readonly Observation[]) => {
      const { added, superseded } = reconcile(observed, proposals, (id) => reversed.has(id))
      for (const { id } of superseded) decide(id, { state: 'superseded' })
      for (const one of added)
        proposals.push({ ...one, id: newId(), state: 'open', reason: null, madeAt: new Date(0), decided: null })
    },
    open: () => proposals.filter(({ state }) => state === 'open'),
    adopt: () => {
      for (const { id, sort, entryId } of proposals.filter(({ state }) => state === 'open')) {
        if (sort === 'reversal' && entryId !== null) reversed.add(entryId)
        decide(id, { state: 'adopted', entryId: entryId ?? newId() })
      }
    },
    dismiss: () => {
      for (const { id } of proposals.filter(({ state }) => state === 'open')) decide(id, { state: 'dismissed' })
    },
    /** An objection was upheld: nobody asked the register. */
    reverseOtherwise: () => {
      for (const { entryId } of proposals) if (entryId !== null) reversed.add(entryId)
    },
    standing: () =>
      proposals.filter(
        ({ sort, state, entryId }) =>
          sort === 'entry' && state === 'adopted' && entryId !== null && !reversed.has(entryId),
      ),
    all: () => proposals,
  }
}

describe('同一件事只提一次', () => {
  test('再读一遍、再导一遍，不多一条；采纳以后也是', () => {
    const office = startOffice()
    const seen = [late('2026-03-02'), late('2026-03-03')]
    office.read(seen)
    office.read(seen)
    expect(office.all()).toHaveLength(2)
    office.adopt()
    office.read([...seen].toReversed())
    expect(office.all()).toHaveLength(2)
    expect(office.open()).toEqual([])
  })

  test('不采纳的不再提，登记改了才再提', () => {
    const office = startOffice()
    office.read([late('2026-03-02')])
    office.dismiss()
    office.read([late('2026-03-02')])
    expect(office.open()).toEqual([])
    office.read([late('2026-03-02', { quantity: quantity(200) })])
    expect(office.open()).toHaveLength(1)
  })

  test('没有决定以前改了的，换成新的；没有了的，收回', () => {
    const office = startOffice()
    office.read([late('2026-03-02')])
    office.read([late('2026-03-02', { quantity: quantity(200) })])
    expect(office.open().map(({ observation }) => observation.quantity)).toEqual([200])
    office.read([])
    expect(office.open()).toEqual([])
  })
})

describe('事后变了的，先提冲销', () => {
  test('补了假：提冲销；采纳后不再提；假又撤了，再提记录', () => {
    const office = startOffice()
    office.read([late('2026-03-02')])
    office.adopt()
    office.read([])
    expect(office.open().map(({ sort }) => sort)).toEqual(['reversal'])
    office.read([])
    expect(office.open()).toHaveLength(1)
    office.adopt()
    office.read([])
    expect(office.open()).toEqual([])
    office.read([late('2026-03-02')])
    expect(office.open().map(({ sort }) => sort)).toEqual(['entry'])
  })

  test('事实改了：冲销以后，再按新的提', () => {
    const office = startOffice()
    office.read([late('2026-03-02')])
    office.adopt()
    const now = [late('2026-03-02', { quantity: quantity(200), words: '迟到两次。' })]
    office.read(now)
    expect(office.open().map(({ sort }) => sort)).toEqual(['reversal'])
    office.adopt()
    office.read(now)
    expect(office.open()).toMatchObject([{ sort: 'entry', observation: { quantity: 200 } }])
  })

  test('冲销没有采纳：记录照旧，不再提；异议成立冲销的，也不再提', () => {
    const kept = startOffice()
    kept.read([late('2026-03-02')])
    kept.adopt()
    kept.read([])
    kept.dismiss()
    kept.read([])
    expect(kept.open()).toEqual([])
    const upheld = startOffice()
    upheld.read([late('2026-03-02')])
    upheld.adopt()
    upheld.reverseOtherwise()
    upheld.read([late('2026-03-02')])
    expect(upheld.open()).toEqual([])
  })

  test('改了的那次冲销不采纳；后来整件事没有了，还是要提；待办的冲销说的是现在的情形', () => {
    const office = startOffice()
    const now = [late('2026-03-02', { quantity: quantity(200), words: '迟到两次。' })]
    office.read([late('2026-03-02')])
    office.adopt()
    office.read(now)
    office.dismiss()
    office.read(now)
    expect(office.open()).toEqual([])
    office.read([])
    expect(office.open()).toMatchObject([{ sort: 'reversal', observation: { words: '迟到42分钟。' } }])
    office.read(now)
    expect(office.open()).toEqual([])
    office.read([late('2026-03-02', { quantity: quantity(300), words: '迟到三次。' })])
    office.read([])
    expect(office.open()).toMatchObject([{ observation: { words: '迟到42分钟。' } }])
    office.dismiss()
    office.read([])
    expect(office.open()).toEqual([])
  })

  test('还没采纳的冲销，假撤了就收回', () => {
    const office = startOffice()
    office.read([late('2026-03-02')])
    office.adopt()
    office.read([])
    office.read([late('2026-03-02')])
    expect(office.open()).toEqual([])
    expect(office.standing()).toHaveLength(1)
  })
})

test('随便怎样读、采纳、不采纳、冲销：一件事至多一条待办、一条有效记录；全部采纳到底，记录就是登记', () => {
  const day = fc.constantFrom('2026-03-02', '2026-03-03')
  const units = fc.constantFrom(100, 200)
  const seen = fc
    .uniqueArray(fc.record({ day, units }), { maxLength: 2, selector: (one) => one.day })
    .map((list) => list.map(({ day: on, units: of }) => late(on, { quantity: quantity(of), words: String(of) })))
  const move = fc.oneof(
    seen.map((observed) => ({ kind: 'read' as const, observed })),
    fc.constant({ kind: 'adopt' as const }),
    fc.constant({ kind: 'dismiss' as const }),
  )
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), seen, fc.boolean(), (moves, last, mayDismiss) => {
      const office = startOffice()
      const once = () => {
        for (const list of [office.open(), office.standing()]) {
          const keys = list.map(({ observation }) => observation.factKey)
          expect(new Set(keys).size).toBe(keys.length)
        }
      }
      for (const made of moves) {
        if (made.kind === 'read') office.read(made.observed)
        else if (made.kind === 'adopt') office.adopt()
        else if (mayDismiss) office.dismiss()
        once()
      }
      for (let round = 0; round < 3; round += 1) {
        office.read(last)
        once()
        office.adopt()
      }
      office.read(last)
      expect(office.open()).toEqual([])
      if (mayDismiss && moves.some(({ kind }) => kind === 'dismiss')) return
      const facts = (list: readonly Observation[]) =>
        list.map((one) => `${one.factKey} ${String(one.quantity)}`).toSorted()
      expect(facts(office.standing().map(({ observation }) => observation))).toEqual(facts(last))
    }),
    { numRuns: 500 },
  )
})
