import { describe, expect, test } from 'vitest'
import { oneItem, person } from '../../../test/builders/town.ts'
import { localDate, yearSpan } from '../primitives/local-date.ts'
import { assert } from '../primitives/result.ts'
import { complaintBody } from './complaint/complaint-record.ts'
import { leaveBalancesName } from './leave/leave-settings.ts'
import type { ProposedEntry } from './proposed-entry.ts'
import { reconcile } from './reconcile.ts'
import { registerDefinitions } from './register-definitions.ts'
import type { RegisterFacts } from './register-facts.ts'
import { registerObservers } from './register-observers.ts'
import type { RegisterRecord } from './register-record.ts'
import type { RegisterId } from './register.ts'

const monday = localDate('2026-03-02')
const leaveBody = { kind: 'personal', begins: 'morning', ends: 'evening', reason: '家中有事', source: 'noted' }

type Given = Partial<Pick<RegisterRecord, 'staffNumber' | 'office' | 'days' | 'state'>>

function record(register: RegisterId, body: object, state: string, given: Given = {}): RegisterRecord {
  const schema =
    register === 'complaint' ? complaintBody : registerDefinitions.find(({ id }) => id === register)?.bodySchema
  assert(schema !== undefined, 'each register has its shape')
  return {
    id: '00000000-0000-4000-8000-000000000001',
    register,
    staffNumber: '001',
    office: null,
    days: { first: monday, last: monday },
    naturalKey: null,
    revision: 1,
    at: new Date(0),
    by: '丁岚',
    state,
    ...given,
    body: schema.parse(body),
  }
}

const leave = (body: object = {}) => record('leave', { ...leaveBody, ...body }, 'registered')

function factsWith(others: readonly RegisterRecord[]): RegisterFacts {
  return {
    today: localDate('2026-04-20'),
    at: new Date('2026-04-20T01:00:00Z'),
    days: yearSpan(2026),
    roster: [person('001', { office: '党办' })],
    nameOf: (staffNumber) => staffNumber,
    calendar: { isWorkingDay: (day) => ![0, 6].includes(new Date(day).getUTCDay()), knownUntil: 2026 },
    setting: (name) => (name === leaveBalancesName ? { 2026: { '001': 0 } } : null),

    recordsOf: (register) => others.filter((one) => one.register === register),
    schemeOn: () => oneItem([]),
  }
}

/** The lines as they were, and as they came to be; besides the register's own those of the others. */
type Change = readonly [
  title: string,
  register: RegisterId,
  before: readonly RegisterRecord[],
  after: readonly RegisterRecord[],
]

const attendance = record(
  'attendance',
  { punches: '09:12 12:01 14:25 18:02', added: null, away: null, awayWords: null, source: null },
  'kept',
)
const missing = record('whereabouts', { kind: 'missing', at: '10:00' }, 'checked')
const turn = record('duty', { post: 'member', shift: 'whole', check: { found: 'missing', words: '' } }, 'missing')
const meetingBody = { kind: 'meeting', title: '例会', startsAt: '09:00' }
const meeting = record('gathering', meetingBody, 'ended', { staffNumber: null })
const study = { title: '笔记', words: 100_000, form: 'noted' }
const task = (last: string) =>
  record('task', { title: '报送材料' }, 'open', { days: { first: monday, last: localDate(last) } })
const result = record(
  'superior-result',
  {
    kind: 'criticism',
    subject: null,
    level: '区',
    rank: null,
    percent: null,
    sanction: null,
    matter: '作风',
    issuedBy: '区委办',
    documentNumber: null,
    documentTitle: '关于作风的通报',
    note: null,
  },
  'standing',
  { staffNumber: '001' },
)
const finding = { occurredOn: monday, staffNumbers: ['001'], found: '态度生硬' }
const complaint = (outcome: 'upheld' | 'not-upheld') =>
  record(
    'complaint',
    {
      channel: 'letter',
      number: null,
      receivedOn: monday,
      words: '办事推诿',
      about: null,
      aboutStaffNumber: null,
      complainant: null,
      conclusion: {
        outcome,
        reasons: '已核实',
        finding: outcome === 'upheld' ? finding : null,
        transferredTo: null,
        at: monday,
      },
    },
    outcome,
  )

const changes: readonly Change[] = [
  ['考勤：事后补假', 'attendance', [attendance], [attendance, leave()]],
  ['请假：超出的事假改成病假', 'leave', [leave()], [leave({ kind: 'sick' })]],
  ['去向：事后补假', 'whereabouts', [missing], [missing, leave()]],
  ['值班：事后补假', 'duty', [turn], [turn, leave()]],
  ['会议：事后补假', 'gathering', [meeting], [meeting, leave()]],
  [
    '会议：事后说明因公',
    'gathering',
    [meeting],
    [
      record('gathering', { ...meetingBody, excused: [{ staffNumber: '001', reason: '下村救灾' }] }, 'ended', {
        staffNumber: null,
      }),
    ],
  ],
  ['学习：退回重写', 'study', [record('study', study, 'accepted')], [record('study', study, 'returned')]],
  ['督办：事后延期', 'task', [task('2026-03-09')], [task('2026-04-30')]],
  ['督办：事后取消', 'task', [task('2026-03-09')], [{ ...task('2026-03-09'), state: 'cancelled' }]],
  ['上级考核结果：改成别人的', 'superior-result', [result], [{ ...result, staffNumber: '002' }]],
  ['投诉举报：复查不属实', 'complaint', [complaint('upheld')], [complaint('not-upheld')]],
]

describe('采纳以后事实变了，提冲销；变回来，再提', () => {
  test.each(changes)('%s', (_title, register, before, after) => {
    const observer = registerObservers.find((one) => one.register === register)
    assert(observer !== undefined, 'each register is observed')
    const known: ProposedEntry[] = []
    const reversed = new Set<string>()
    /** Reads the register, and adopts all of it; what was proposed about 001. */
    const readAndAdopt = (records: readonly RegisterRecord[]) => {
      const own = records.filter((one) => one.register === register)
      const seen = observer.observe(own, factsWith(records)).filter(({ staffNumber }) => staffNumber === '001')
      const { added } = reconcile(seen, known, (entryId) => reversed.has(entryId))
      for (const { sort, observation, entryId } of added) {
        if (entryId !== null) reversed.add(entryId)
        const id = String(known.length)
        const decided = { at: new Date(0), by: '考核办' }
        known.push({
          id,
          sort,
          observation,
          entryId: entryId ?? id,
          state: 'adopted',
          reason: null,
          madeAt: new Date(0),
          decided,
        })
      }
      return added.map(({ sort }) => sort)
    }
    expect(readAndAdopt(before)).toEqual(['entry'])
    expect(readAndAdopt(before)).toEqual([])
    expect(readAndAdopt(after)).toEqual(['reversal'])
    expect(readAndAdopt(after)).toEqual([])
    expect(readAndAdopt(before)).toEqual(['entry'])
    expect(readAndAdopt(after)).toEqual(['reversal'])
  })

  test('九本登记都在这里', () => {
    expect(new Set(changes.map(([, register]) => register)).size).toBe(registerObservers.length)
  })
})
