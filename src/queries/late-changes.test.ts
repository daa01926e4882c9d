import { describe, expect, test } from 'vitest'
import { localDate } from '../domain/primitives/local-date.ts'
import type { StoredEntry } from '../commands/ledger-store.ts'
import type { ClosedMonth } from '../commands/period-store.ts'
import { entry, person } from '../../test/builders/town.ts'
import { lateChangesFor } from './late-changes.ts'

const close = (month: string, at: string, ledgerPosition = 10): ClosedMonth => ({
  month,
  closedOn: localDate(at.slice(0, 10)),
  ledgerPosition,
  closedAt: new Date(at),
  closedBy: '管理员',
  checklist: { open: [], reason: null },
  bulletinId: 'b',
})
const at = (text: string | null) => (text === null ? null : { at: new Date(text), by: '林复核', reason: '录错' })

const stored = (
  occurredOn: string,
  recordedAt: string,
  later: { readonly confirmed?: string; readonly reversed?: string } = {},
): StoredEntry => ({
  ...entry('late', 1, occurredOn),
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
