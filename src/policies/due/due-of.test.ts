import { describe, expect, test } from 'vitest'
import { localDate } from '../../domain/primitives/local-date.ts'
import type { WorkingCalendar } from '../../domain/primitives/working-calendar.ts'
import type { Subject } from '../permit.ts'
import { roles, type Role } from '../roles.ts'
import { dueOf, reminderKey, stageOf, subjectOfRole } from './due-of.ts'
import { ownEntryMatters, proposedEntryMatters, unconfirmedMatters, type EntryFacts } from './ledger-matters.ts'
import { complaintMatters } from './complaint-matters.ts'
import { leaveMatters, type LeaveFacts } from './leave-matters.ts'
import type { DueDay, Matter } from './matter.ts'
import { periodMatters, type PeriodFacts } from './period-matters.ts'
import {
  calendarMatters,
  correctionMatters,
  deliveryMatters,
  draftMatters,
  noticeMatters,
  proposalMatters,
} from './town-matters.ts'

/** Monday to Friday, but for 1–8 October 2026; 10 October (a Saturday) is worked. */
const calendar: WorkingCalendar = {
  isWorkingDay: (day) => {
    if (day >= '2026-10-01' && day <= '2026-10-08') return false
    return day === '2026-10-10' || ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  },
  knownUntil: 2026,
}
const on = (today: string): DueDay => ({ today: localDate(today), calendar })

function someone(role: Role, changes: Partial<Subject> = {}): Subject {
  return { ...subjectOfRole(role), by: '某人', ...changes }
}

function entry(changes: Partial<EntryFacts> = {}): EntryFacts {
  return {
    id: 'e1',
    staffNumber: '001',
    state: 'recorded',
    occurredOn: localDate('2026-09-28'),
    position: 1,
    recordedOn: localDate('2026-09-29'),
    recordedBy: '张三',
    ...changes,
  }
}

describe('待确认的记录：登记之日起5个工作日', () => {
  // 29 September: 30 September, 9, 10 (a Saturday that is worked), 12 and 13 October.
  test.each([
    ['2026-09-29', 5, false, null],
    ['2026-09-30', 4, false, null],
    ['2026-10-05', 4, false, null],
    ['2026-10-10', 2, false, 'due'],
    ['2026-10-13', 0, false, 'due'],
    ['2026-10-14', -1, true, 'overdue'],
    ['2026-10-20', -5, true, 'overdue'],
  ] as const)('%s：还剩%i天', (today, daysLeft, isOverdue, stage) => {
    const [due] = dueOf(unconfirmedMatters([entry()], on(today)), someone('office'), on(today))
    expect(due).toMatchObject({ kind: 'entries-unconfirmed', dueOn: '2026-10-13', daysLeft, isOverdue, count: 1 })
    expect(due === undefined ? null : stageOf(due)).toBe(stage)
  })

  test('超过5个工作日仍没办的，报给领导小组，只报这几条', () => {
    const entries = [entry(), entry({ id: 'e2', recordedOn: localDate('2026-10-12') })]
    const look = (today: string) =>
      dueOf(unconfirmedMatters(entries, on(today)), someone('leadingGroup'), on(today))
    expect(look('2026-10-20')).toEqual([])
    expect(look('2026-10-21')).toMatchObject([
      { count: 1, isEscalated: true, isOverdue: true, daysLeft: -6, path: '/entries?state=recorded' },
    ])
    expect(look('2026-10-21').map(stageOf)).toEqual(['escalated'])
  })

  test('自己登记的、关于自己的不算自己的待办', () => {
    const entries = [entry(), entry({ id: 'e2', staffNumber: '009' }), entry({ id: 'e3', state: 'confirmed' })]
    const count = (subject: Subject) =>
      dueOf(unconfirmedMatters(entries, on('2026-10-12')), subject, on('2026-10-12')).map((due) => due.count)
    expect(count(someone('office'))).toEqual([2])
    expect(count(someone('office', { staffNumber: '009' }))).toEqual([1])
    expect(count(someone('office', { by: '张三' }))).toEqual([])
    expect(count(someone('inspector'))).toEqual([])
  })
})

test('登记建议5个工作日内采纳或不采纳；说自己的由别人办；迟了报领导小组', () => {
  const made = { id: 'p1', staffNumber: '009', madeOn: localDate('2026-09-29') }
  const look = (today: string, subject: Subject) =>
    dueOf(proposedEntryMatters([made, { ...made, id: 'p2' }], on(today)), subject, on(today))
  expect(look('2026-10-12', someone('office'))).toMatchObject([
    { kind: 'proposals-open', count: 2, dueOn: '2026-10-13', path: '/suggestions' },
  ])
  expect(look('2026-10-12', someone('office', { staffNumber: '009' }))).toEqual([])
  expect(look('2026-10-12', someone('leadingGroup'))).toEqual([])
  expect(look('2026-10-21', someone('leadingGroup'))).toMatchObject([{ isEscalated: true }])
})

describe('关于自己的记录', () => {
  const terms = {
    object: { days: 5, kind: 'working' },
    answer: { days: 5, kind: 'working' },
    askReview: { days: 5, kind: 'working' },
    review: { days: 10, kind: 'working' },
  } as const
  const known = {
    entries: [entry(), entry({ id: 'e2', staffNumber: '002' }), entry({ id: 'e3', state: 'reversed' })],
    acknowledged: new Map(),
    closes: [],
    objectedTo: new Set<string>(),
    terms,
  }
  const look = (facts: typeof known, today: string) =>
    dueOf(ownEntryMatters(facts, on(today)), someone('staff', { staffNumber: '001' }), on(today))

  test('没有签收的等签收；别人的不见', () => {
    expect(look(known, '2026-09-30')).toMatchObject([
      { kind: 'entries-to-sign', count: 1, dueOn: null, daysLeft: null, path: '/people/001/sheet?year=2026' },
    ])
  })

  test('签收以后5个工作日内可以提异议，过了就没有了', () => {
    const signed = { ...known, acknowledged: new Map([['e1', localDate('2026-09-30')]]) }
    expect(look(signed, '2026-10-12')).toMatchObject([
      { kind: 'objection-ending', dueOn: '2026-10-14', daysLeft: 2 },
    ])
    expect(look(signed, '2026-10-14')).toHaveLength(1)
    expect(look(signed, '2026-10-15')).toEqual([])
    expect(look({ ...signed, objectedTo: new Set(['e1']) }, '2026-10-12')).toEqual([])
  })

  test('领导小组和考核办看不到别人的签收', () => {
    const matters = ownEntryMatters(known, on('2026-09-30'))
    for (const role of ['leadingGroup', 'office', 'principal'] as const)
      expect(dueOf(matters, someone(role), on('2026-09-30'))).toEqual([])
  })
})

const facts: PeriodFacts = {
  inUseSince: localDate('2026-01-05'),
  cadence: [],
  closedMonths: new Set(['2026-01', '2026-02']),
  publishedQuarters: new Set(),
  resultsOn: new Map(),
  payListsOn: new Map(),
  rounds: [],
}
const told = (changes: Partial<PeriodFacts>, today: string, role: Role = 'office') =>
  dueOf(periodMatters({ ...facts, ...changes }, on(today)), someone(role), on(today))

describe('月考核、季通报、年度结果', () => {
  test('月底以后5个工作日内关账，最早没关的那个月定期限', () => {
    expect(told({}, '2026-03-31')).toEqual([])
    expect(told({}, '2026-04-01')).toMatchObject([
      { kind: 'month-open', count: 1, about: '2026-03', dueOn: '2026-04-07' },
      { kind: 'quarter-open', about: '2026-Q1', dueOn: '2026-04-14' },
    ])
    expect(told({}, '2026-06-01')[0]).toMatchObject({ kind: 'month-open', count: 3, about: '2026-03' })
  })

  test('启用以前结束的月份不算欠账；没有方案什么都不欠', () => {
    expect(told({ inUseSince: localDate('2026-05-10'), closedMonths: new Set() }, '2026-06-01')).toMatchObject([
      { kind: 'month-open', count: 1, about: '2026-05' },
    ])
    expect(told({ inUseSince: null }, '2026-06-01')).toEqual([])
  })

  test('方案写明周期的，只催写明的', () => {
    const kinds = told({ cadence: ['季通报', '年终综合评定'] }, '2026-04-01').map(({ kind }) => kind)
    expect(kinds).toEqual(['quarter-open'])
  })

  test('年度结果：年后20个工作日；通过以后工资清单10个工作日；正在提请的不再催', () => {
    const closed = {
      closedMonths: new Set(Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)),
    }
    const quarters = { publishedQuarters: new Set(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) }
    const year = { ...closed, ...quarters }
    expect(told(year, '2027-01-04')).toMatchObject([
      { kind: 'annual-result-due', about: '2026', dueOn: '2027-01-28' },
    ])
    expect(told({ ...year, resultsOn: new Map([[2026, 'open']]) }, '2027-01-04')).toEqual([])
    const approved = { resultsOn: new Map([[2026, localDate('2027-01-08')]]) }
    expect(told({ ...year, ...approved }, '2027-01-11')).toMatchObject([
      { kind: 'pay-list-due', dueOn: '2027-01-22' },
    ])
    expect(told({ ...year, ...approved, payListsOn: new Map([[2026, 'open']]) }, '2027-01-11')).toEqual([])
  })
})

describe('周督查', () => {
  const weekly = { cadence: ['周督查'] }
  const round = (changes: object = {}) => ({
    id: 'r1',
    title: '第3次督查',
    fromOn: localDate('2026-10-12'),
    toOn: localDate('2026-10-16'),
    isEnded: false,
    ...changes,
  })
  test('方案写有周督查而本周没有安排，到本周最后一个工作日', () => {
    expect(told(weekly, '2026-10-14')).toMatchObject([
      { kind: 'round-not-opened', dueOn: '2026-10-16', daysLeft: 2 },
    ])
    expect(told(weekly, '2026-10-14', 'inspector')).toEqual([])
    expect(told({}, '2026-10-14').map(({ kind }) => kind)).not.toContain('round-not-opened')
  })
  test('整周放假不催；补班的星期六算这一周', () => {
    expect(told({ ...weekly, inUseSince: localDate('2026-10-01') }, '2026-10-03')).toEqual([])
    expect(told(weekly, '2026-10-09')).toMatchObject([{ kind: 'round-not-opened', dueOn: '2026-10-10' }])
  })
  test('安排了没有结束的，督查员和考核办都有；结束了就没有', () => {
    const running = { ...weekly, rounds: [round()] }
    for (const role of ['inspector', 'office'] as const)
      expect(told(running, '2026-10-16', role)).toMatchObject([
        { kind: 'round-not-ended', about: '第3次督查', daysLeft: 0, path: '/inspections/r1' },
      ])
    expect(told({ ...weekly, rounds: [round({ isEnded: true })] }, '2026-10-16')).toEqual([])
    expect(told(running, '2026-10-19')[0]).toMatchObject({ isOverdue: true, daysLeft: -1 })
  })
})

describe('提请、更正申请、公示、日历、发送', () => {
  const proposal = { kind: 'pay-list', state: 'open', year: 2026, proposedOn: localDate('2026-11-02') } as const
  test('提请的等领导小组决定，提请人自己不算；退回的回到考核办', () => {
    const open = proposalMatters([{ ...proposal, proposedBy: '张三' }], on('2026-11-03'))
    expect(dueOf(open, someone('leadingGroup'), on('2026-11-03'))).toMatchObject([
      { kind: 'pay-list-open', dueOn: '2026-11-09', path: '/results/final?show=pay&year=2026' },
    ])
    expect(dueOf(open, someone('leadingGroup', { by: '张三' }), on('2026-11-03'))).toEqual([])
    const back = proposalMatters([{ ...proposal, state: 'rejected', proposedBy: null }], on('2026-11-03'))
    expect(dueOf(back, someone('office'), on('2026-11-03'))).toMatchObject([
      { kind: 'pay-list-rejected', dueOn: null },
    ])
  })

  test('更正申请30日内答复，期满逢休息日顺延；自己的由别人答复', () => {
    const asked = correctionMatters(
      [{ id: 'c', staffNumber: '009', requestedOn: localDate('2026-09-02') }],
      on('2026-09-03'),
    )
    expect(dueOf(asked, someone('office'), on('2026-09-03'))[0]?.dueOn).toBe('2026-10-09')
    expect(dueOf(asked, someone('office', { staffNumber: '009' }), on('2026-09-03'))).toEqual([])
  })

  test('公示期内人人可以提异议，期满等定稿；工资的公示不对人人说', () => {
    const notice = {
      bulletinId: 'b',
      title: '年度考核结果公示',
      from: localDate('2026-11-02'),
      to: localDate('2026-11-06'),
      isPublic: true,
    }
    const at = (today: string, role: Role, isPublic = true) =>
      dueOf(noticeMatters([{ ...notice, isPublic }], on(today)), someone(role), on(today)).map(({ kind }) => kind)
    expect(at('2026-11-06', 'staff')).toEqual(['notice-running'])
    expect(at('2026-11-06', 'staff', false)).toEqual([])
    expect(at('2026-11-06', 'office')).toEqual([])
    expect(at('2026-11-07', 'office')).toEqual(['notice-ended'])
    expect(at('2026-11-07', 'staff')).toEqual([])
  })

  test('12月还没有录入明年的节假日，提醒考核办；录入了就没有', () => {
    const kinds = (today: string, knownUntil: number) =>
      dueOf(
        calendarMatters({ today: localDate(today), calendar: { ...calendar, knownUntil } }),
        someone('office'),
        on(today),
      )
    expect(kinds('2026-11-30', 2026)).toEqual([])
    expect(kinds('2026-12-01', 2026)).toMatchObject([
      { kind: 'holidays-unknown', about: '2027', dueOn: '2026-12-31' },
    ])
    expect(kinds('2026-12-01', 2027)).toEqual([])
  })

  test('发不出的提醒归系统管理员，草案归考核办', () => {
    const failed = deliveryMatters([{ id: 'd', on: localDate('2026-11-02') }])
    expect(dueOf(failed, someone('systemAdmin'), on('2026-11-03'))).toMatchObject([{ kind: 'deliveries-failed' }])
    expect(dueOf(failed, someone('office'), on('2026-11-03'))).toEqual([])
    const draft = draftMatters({ startedOn: localDate('2026-11-02') })
    expect(dueOf(draft, someone('office'), on('2026-11-03'))).toMatchObject([{ kind: 'draft-open' }])
    expect(draftMatters(null)).toEqual([])
  })
})

describe('投诉举报', () => {
  const complaint = { id: 'c', receivedOn: localDate('2026-09-02'), about: '009' } as const
  const look = (state: 'received' | 'verifying', subject: Subject) =>
    dueOf(complaintMatters([{ ...complaint, state }], on('2026-09-03')), subject, on('2026-09-03'))
  test('15日内受理，60日内办结，期满逢休息日顺延；只告诉纪检', () => {
    expect(look('received', someone('discipline'))).toMatchObject([
      { kind: 'complaints-received', dueOn: '2026-09-17' },
    ])
    expect(look('verifying', someone('discipline'))).toMatchObject([
      { kind: 'complaints-verifying', dueOn: '2026-11-02' },
    ])
    for (const role of roles.filter((one) => one !== 'discipline'))
      expect(look('received', someone(role))).toEqual([])
  })
  test('反映自己的，不算自己的待办', () => {
    expect(look('received', someone('discipline', { staffNumber: '009' }))).toEqual([])
  })
})

describe('请假', () => {
  const asked = (changes: Partial<LeaveFacts> = {}): LeaveFacts => ({
    id: 'l1',
    staffNumber: '001',
    state: 'asked',
    first: localDate('2026-11-05'),
    last: localDate('2026-11-06'),
    since: localDate('2026-11-02'),
    approvers: ['010'],
    isRegistered: false,
    ...changes,
  })
  const look = (facts: LeaveFacts, role: Role, staffNumber: string | null, today: string) =>
    dueOf(leaveMatters([facts], on(today)), someone(role, { staffNumber }), on(today)).map(
      ({ kind, isEscalated }) => (isEscalated ? `${kind} escalated` : kind),
    )
  test('只等能批的人批；备案归考核办；假满没有销假的本人和考核办都有', () => {
    expect(look(asked(), 'deputy', '010', '2026-11-02')).toEqual(['leave-to-decide'])
    expect(look(asked(), 'deputy', '011', '2026-11-02')).toEqual([])
    expect(look(asked(), 'principal', null, '2026-11-02')).toEqual([])
    expect(look(asked({ state: 'approved' }), 'office', null, '2026-11-03')).toEqual(['leave-to-register'])
    const kept = asked({ state: 'registered', isRegistered: true })
    expect(look(kept, 'staff', '001', '2026-11-08')).toEqual([])
    expect(look(kept, 'staff', '001', '2026-11-09')).toEqual(['leave-return-due'])
    expect(look(kept, 'staff', '002', '2026-11-09')).toEqual([])
    expect(look(kept, 'office', null, '2026-11-10')).toEqual(['leave-return-due escalated'])
  })
})

describe('排法与编号', () => {
  const matter = (kind: Matter['kind'], dueOn: string | null, subject = 's'): Matter => ({
    kind,
    action: 'period.close',
    object: { about: null },
    subject,
    about: null,
    since: localDate('2026-11-02'),
    dueOn: dueOn === null ? null : localDate(dueOn),
    path: '/',
  })
  const all = [
    matter('draft-open', null),
    matter('annual-result-due', '2026-11-20'),
    matter('month-open', '2026-11-06', 'a'),
    matter('month-open', '2026-11-04', 'b'),
    matter('pay-list-due', '2026-11-03'),
  ]

  test('逾期在前，再按期限，没有期限的在后；同一种合成一行', () => {
    const due = dueOf(all, someone('office'), on('2026-11-05'))
    expect(due.map(({ kind, count }) => [kind, count])).toEqual([
      ['pay-list-due', 1],
      ['month-open', 2],
      ['annual-result-due', 1],
      ['draft-open', 1],
    ])
  })

  test('同一件事、同一期限、同一阶段只有一个编号；换阶段、换期限、换人都是另一个', () => {
    const [due] = dueOf(all, someone('office'), on('2026-11-05'))
    if (due === undefined) throw new Error('something is due')
    const keys = [
      reminderKey(due, 'due', 'role:office'),
      reminderKey(due, 'overdue', 'role:office'),
      reminderKey({ ...due, dueOn: localDate('2026-11-04') }, 'overdue', 'role:office'),
      reminderKey(due, 'overdue', 'role:leadingGroup'),
    ]
    expect(new Set(keys).size).toBe(4)
    expect(reminderKey({ ...due, count: 9 }, 'due', 'role:office')).toBe(keys[0])
  })

  test('每种身份都问得到，没有身份的没有待办', () => {
    for (const role of roles) expect(Array.isArray(dueOf(all, someone(role), on('2026-11-05')))).toBe(true)
    expect(dueOf(all, { ...someone('office'), roles: [] }, on('2026-11-05'))).toEqual([])
  })
})
