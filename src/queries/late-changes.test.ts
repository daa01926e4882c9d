import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../domain/primitives/local-date.ts'
import type { StoredEntry } from '../commands/ledger-store.ts'
import type { ClosedMonth } from '../commands/period-store.ts'
import { entry, person } from '../../test/builders/town.ts'
import { toldOn } from '../domain/ledger/told-on.ts'
import { addDays } from '../domain/primitives/local-date.ts'
import { lateChangesFor } from './late-changes.ts'

/** A day of the story is its place in the ledger. */
const placeOf = (text: string) => new Date(text).getTime() / 3_600_000

const close = (month: string, at: string): ClosedMonth => ({
  month,
  closedOn: localDate(at.slice(0, 10)),
  ledgerPosition: placeOf(at),
  closedAt: new Date(at),
  closedBy: '管理员',
  checklist: { open: [], reason: null },
  bulletinId: 'b',
})
const at = (text: string | null) =>
  text === null ? null : { position: placeOf(text), at: new Date(text), by: '林复核', reason: '录错' }

const stored = (
  occurredOn: string,
  recordedAt: string,
  later: { readonly confirmed?: string; readonly reversed?: string } = {},
): StoredEntry => ({
  ...entry('late', 1, occurredOn, { position: placeOf(recordedAt) }),
  schemeVersion: 1,
  clause: '迟到每次扣1分',
  recordedAt: new Date(recordedAt),
  recordedBy: '管理员',
  confirmation: at(later.confirmed ?? null),
  reversal: at(later.reversed ?? null),
})

const march = close('2026-03', '2026-04-03T02:00:00Z')
const april = close('2026-04', '2026-05-06T02:00:00Z')

describe('以前月份的迟录和变动', () => {
  test.each([
    [
      '结账前登记、确认的不在其中',
      stored('2026-03-09', '2026-03-09T02:00:00Z', { confirmed: '2026-03-10T02:00:00Z' }),
      [march],
      [],
    ],
    ['结账后登记的是迟录', stored('2026-03-09', '2026-04-08T02:00:00Z'), [march], ['recorded']],
    [
      '迟录后又确认的，两条',
      stored('2026-03-09', '2026-04-08T02:00:00Z', { confirmed: '2026-04-09T02:00:00Z' }),
      [march],
      ['recorded', 'confirmed'],
    ],
    [
      '结账后才确认的是补确认',
      stored('2026-03-09', '2026-03-09T02:00:00Z', { confirmed: '2026-04-08T02:00:00Z' }),
      [march],
      ['confirmed'],
    ],
    [
      '结账后冲销的是更正',
      stored('2026-03-09', '2026-03-09T02:00:00Z', {
        confirmed: '2026-03-10T02:00:00Z',
        reversed: '2026-04-20T02:00:00Z',
      }),
      [march],
      ['reversed'],
    ],
    ['下一张表已经列过的不再列', stored('2026-03-09', '2026-04-08T02:00:00Z'), [march, april], []],
    ['上一张表之后的再列', stored('2026-03-09', '2026-05-08T02:00:00Z'), [march, april], ['recorded']],
    ['所属月份没有结账的不算', stored('2026-02-09', '2026-04-08T02:00:00Z'), [march], []],
    [
      '以后才结的以前月份的表不算列过',
      stored('2026-03-09', '2026-04-08T02:00:00Z'),
      [march, close('2026-02', '2026-04-20T02:00:00Z')],
      ['recorded'],
    ],
    ['本月的不算以前月份', stored('2026-05-09', '2026-05-09T02:00:00Z'), [march, april], []],
  ])('%s', (_, one, closes, expected) => {
    const changes = lateChangesFor('2026-05', { entries: [one], closes, roster: [person('001')] })
    expect(changes.map(({ what }) => what)).toEqual(expected)
  })

  test('写明是谁、当时在哪、两个日子', () => {
    const [change] = lateChangesFor('2026-04', {
      entries: [stored('2026-03-09', '2026-04-08T02:00:00Z')],
      closes: [march],
      roster: [
        person('001', { name: '何青', office: '综治办', to: localDate('2026-03-31') }),
        person('001', { name: '何青', office: '党办', from: localDate('2026-04-01') }),
      ],
    })
    expect(change).toMatchObject({ name: '何青', office: '综治办', on: '2026-04-08', closedOn: '2026-04-03' })
  })
})

/** A year of work in a random order: entries of any month recorded, confirmed, taken back, and months closed. */
type Act = {
  readonly does: 'record' | 'confirm' | 'reverse' | 'close'
  readonly month: number
  readonly which: number
}
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    does: fc.constantFrom('record', 'record', 'confirm', 'reverse', 'close'),
    month: fc.integer({ min: 1, max: 3 }),
    which: fc.nat(20),
  }),
  { minLength: 20, maxLength: 60 },
)

/** What each close told of late changes, by entry and step, with the closes and entries there are in the end. */
function playYear(story: readonly Act[]) {
  const entries: StoredEntry[] = []
  const closes: ClosedMonth[] = []
  const told: { readonly key: string; readonly by: ClosedMonth }[] = []
  let position = 0
  for (const [turn, { does, month, which }] of story.entries()) {
    const name = `2026-0${String(month)}`
    const moment = new Date(Date.UTC(2026, 7, 1) + turn * 86_400_000)
    const place = entries.length === 0 ? -1 : which % entries.length
    const one = entries[place]
    position += 1
    if (does === 'record')
      entries.push({
        ...stored(`${name}-09`, moment.toISOString()),
        id: `e${String(turn)}`,
        position,
        recordedAt: moment,
      })
    else if (does === 'close') {
      if (closes.some((close) => close.month === name)) continue
      const closed = {
        ...close(name, moment.toISOString()),
        closedOn: addDays(localDate('2026-08-01'), turn),
        ledgerPosition: position,
      }
      for (const { entryId, what } of lateChangesFor(name, { entries, closes, roster: [] }))
        told.push({ key: `${entryId} ${what}`, by: closed })
      closes.push(closed)
    } else if (one !== undefined && one.reversal === null) {
      const step = { position, at: moment, by: '林复核', reason: '录错' }
      if (does === 'reverse') entries[place] = { ...one, reversal: step, state: 'reversed' }
      else if (one.confirmation === null) entries[place] = { ...one, confirmation: step, state: 'confirmed' }
    }
  }
  return { entries, closes, told }
}

test('无论怎样登记、确认、冲销、结账，每件迟到的变动恰好列一次，告知之日就是列出它的那次结账', () => {
  let listed = 0
  fc.assert(
    fc.property(acts, (story) => {
      const { entries, closes, told } = playYear(story)
      listed += told.length
      expect(new Set(told.map(({ key }) => key)).size).toBe(told.length)
      for (const one of entries) {
        const own = closes.find(({ month }) => month === one.occurredOn.slice(0, 7))
        const isLate = own !== undefined && own.ledgerPosition < one.position
        const teller = told.find(({ key }) => key === `${one.id} recorded`)?.by
        if (isLate) expect(toldOn(one, null, closes)).toBe(teller?.closedOn ?? null)
        else expect(teller).toBeUndefined()
      }
    }),
    { numRuns: 300, seed: 20_261_120 },
  )
  expect(listed).toBeGreaterThan(100)
})
