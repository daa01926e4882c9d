import { expect, test } from 'vitest'
import { OutcomeUnknown, outageOf } from './outage.ts'

function coded(code: string, message = 'said'): Error {
  return Object.assign(new Error(message), { code })
}

test.each([
  ['53100', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['ECONNREFUSED', 'database-unreachable'],
  ['08006', 'database-unreachable'],
  ['57P01', 'database-unreachable'],
  ['57P03', 'database-unreachable'],
  ['53300', 'database-unreachable'],
  ['23505', null],
  ['42P01', null],
  ['57014', null],
] as const)('错误码 %s 说的是 %s', (code, outage) => {
  expect(outageOf(coded(code))).toBe(outage)
  expect(outageOf(new Error('query failed', { cause: coded(code) }))).toBe(outage)
  expect(outageOf(new AggregateError([coded(code)]))).toBe(outage)
})

test('驱动自己的话没有错误码，也认得；别的错误不是断线', () => {
  expect(outageOf(new Error('Connection terminated unexpectedly'))).toBe('database-unreachable')
  expect(outageOf(new Error('timeout exceeded when trying to connect'))).toBe('database-unreachable')
  expect(outageOf(new Error('assertion failed: a version is added'))).toBeNull()
  expect(outageOf('Connection terminated')).toBeNull()
})

test('保存时断开，说不准有没有存下；磁盘满了则是没有', () => {
  expect(outageOf(new OutcomeUnknown(new Error('Connection terminated unexpectedly')))).toBe('outcome-unknown')
  expect(outageOf(new Error('x', { cause: new OutcomeUnknown(coded('57P01')) }))).toBe('outcome-unknown')
})
