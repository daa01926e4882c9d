import { describe, expect, test } from 'vitest'
import { localDate } from '../primitives/local-date.ts'
import { closeBefore, spanOfMonth } from './month-close.ts'
import { toldOn } from './told-on.ts'

const close = (month: string, closedOn: string, ledgerPosition: number) => ({
  month,
  closedOn: localDate(closedOn),
  ledgerPosition,
})
const closes = [close('2026-03', '2026-04-03', 10), close('2026-04', '2026-05-06', 20)]
const entry = (occurredOn: string, position: number) => ({ occurredOn: localDate(occurredOn), position })

describe('告知之日', () => {
  test.each([
    ['没有签收、没有结账', entry('2026-05-09', 25), null, null],
    ['先签收，后结账', entry('2026-03-09', 3), '2026-03-11', '2026-03-11'],
    ['先结账，后签收', entry('2026-03-09', 3), '2026-04-20', '2026-04-03'],
    ['只结账', entry('2026-03-09', 3), null, '2026-04-03'],
    ['迟录的，由下一个月的表告知', entry('2026-03-09', 12), null, '2026-05-06'],
    ['迟录的，表还没有出', entry('2026-03-09', 21), null, null],
    ['迟录的，先签收', entry('2026-03-09', 12), '2026-04-15', '2026-04-15'],
    ['以后月份的记录不在以前的表上', entry('2026-04-02', 9), null, '2026-05-06'],
  ])('%s', (_, one, acknowledged, told) => {
    expect(toldOn(one, acknowledged === null ? null : localDate(acknowledged), closes)).toBe(told)
  })
})

describe('迟录', () => {
  test.each([
    ['结账前登记', entry('2026-03-31', 10), null],
    ['结账后登记', entry('2026-03-31', 11), '2026-03'],
    ['结账后登记当月的', entry('2026-05-01', 30), null],
  ])('%s', (_, one, month) => {
    expect(closeBefore(one, closes)?.month ?? null).toBe(month)
  })

  test('一个月的头尾两天', () => {
    expect(spanOfMonth('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' })
  })
})
