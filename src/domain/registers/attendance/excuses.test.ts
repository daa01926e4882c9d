import { expect, test } from 'vitest'
import { localDate } from '../../primitives/local-date.ts'
import type { RegisterId } from '../register.ts'
import type { RegisterRecord } from '../register-record.ts'
import { excuseKey, excusesOf } from './excuses.ts'

const [monday, tuesday] = [localDate('2026-03-02'), localDate('2026-03-03')]

function record(register: RegisterId, state: string, body: unknown, last = monday): RegisterRecord {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    register,
    staffNumber: register === 'gathering' ? null : '001',
    office: null,
    days: { first: monday, last },
    state,
    naturalKey: null,
    body,
    revision: 1,
    at: new Date(0),
    by: '考核办',
  }
}

const leave = { kind: 'personal', begins: 'noon', ends: 'evening' }
const shown = { kind: 'village', place: '石桥村', backAt: '15:30', at: '08:31' }
const meeting = {
  kind: 'meeting',
  title: '周工作例会',
  startsAt: '09:00',
  signedIn: [{ staffNumber: '001', at: '2026-03-02T01:00:00Z', how: 'list' }],
}

test.each<readonly [string, RegisterRecord, readonly (readonly [number, number, string])[]]>([
  ['批准了的假，下午起', record('leave', 'registered', leave), [[780, 1439, '事假']]],
  ['没有批的假不算', record('leave', 'asked', leave), []],
  ['撤回、未批准的假不算', record('leave', 'refused', leave), []],
  ['下村，写了返回时间', record('whereabouts', 'shown', shown), [[511, 930, '去向：下村（石桥村）']]],
  ['在岗不是理由', record('whereabouts', 'shown', { ...shown, kind: 'in', place: null }), []],
  ['白天值班', record('duty', 'planned', { post: 'member', shift: 'whole' }), [[0, 1439, '值班']]],
  ['夜班不管白天', record('duty', 'planned', { post: 'member', shift: 'night' }), []],
  ['值班缺岗不是理由', record('duty', 'missing', { post: 'member', shift: 'whole' }), []],
  ['签到了的会', record('gathering', 'ended', meeting), [[510, 720, '参加周工作例会']]],
])('%s', (_title, one, expected) => {
  const excuses = excusesOf({
    days: { first: monday, last: tuesday },
    recordsOf: (register) => (register === one.register ? [one] : []),
  })
  expect((excuses.get(excuseKey('001', monday)) ?? []).map(({ from, to, words }) => [from, to, words])).toEqual(
    expected,
  )
})

test('跨天的假，每天都算，最后一天到中午', () => {
  const long = record('leave', 'approved', { kind: 'personal', begins: 'morning', ends: 'noon' }, tuesday)
  const excuses = excusesOf({
    days: { first: tuesday, last: tuesday },
    recordsOf: (register) => (register === 'leave' ? [long] : []),
  })
  expect([...excuses]).toMatchObject([[excuseKey('001', tuesday), [{ from: 0, to: 780 }]]])
})
