import { expect, test } from 'vitest'
import { amountFault, amountsBody } from './decided-amounts.ts'

const bounds = { min: 100, max: 500 }

test.each([
  [undefined, 'missing'],
  [{ gives: true }, 'missing'],
  [{ gives: true, points: ' ' }, 'missing'],
  [{ gives: true, points: '三' }, 'unreadable'],
  [{ gives: true, points: '1.234' }, 'unreadable'],
  [{ gives: true, points: '0' }, 'outside'],
  [{ gives: true, points: '0.99' }, 'outside'],
  [{ gives: true, points: '5.01' }, 'outside'],
  [{ gives: true, points: '1' }, null],
  [{ gives: true, points: '5' }, null],
  [{ gives: false, points: '99' }, null],
] as const)('填的是 %j', (typed, fault) => {
  expect(amountFault(typed, bounds)).toBe(fault)
})

test('办法没有写幅度的，大于零就行', () => {
  expect(amountFault({ gives: true, points: '0.01' }, { min: null, max: null })).toBeNull()
  expect(amountFault({ gives: true, points: '0' }, { min: null, max: null })).toBe('outside')
})

test('每人都填好才有内容可送；不扣的送空', () => {
  const people = [{ staffNumber: '001' }, { staffNumber: '002' }]
  const typed = { '001': { gives: true, points: ' 3 ' }, '002': { gives: false, points: '4' } }
  expect(amountsBody(people, typed, bounds)).toEqual([
    { staffNumber: '001', points: '3' },
    { staffNumber: '002', points: null },
  ])
  expect(amountsBody(people, { '001': typed['001'] }, bounds)).toBeNull()
})
