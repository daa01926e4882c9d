import { describe, expect, test } from 'vitest'
import { person, rule, schemeOf } from '../../../../test/builders/town.ts'
import { localDate } from '../../primitives/local-date.ts'
import { anyRegister } from '../register-definition.ts'
import { readRecord } from '../read-records.ts'
import type { RegisterFacts } from '../register-facts.ts'
import type { RegisterRecord } from '../register-record.ts'
import { superiorResultObserver } from './observe-superior-results.ts'
import { superiorResultDefinition, type SuperiorResult } from './superior-result-record.ts'

const day = localDate('2026-07-10')
const survey: SuperiorResult = {
  kind: 'rank',
  subject: '公众安全感',
  matter: '2026年上半年公众安全感测评',
  level: '区',
  rank: '末位',
  percent: null,
  target: null,
  sanction: null,
  documentNumber: '清政法〔2026〕12号',
  documentTitle: '测评情况的通报',
  issuedBy: '区委政法委',
  note: null,
}

function recordOf(body: Partial<SuperiorResult>, about: Partial<RegisterRecord> = {}): RegisterRecord {
  return {
    id: '0b8f1a52-8a2c-4a52-9d0c-6f3f0d5d1a01',
    register: 'superior-result',
    staffNumber: null,
    office: '综治办',
    days: { first: day, last: day },
    state: 'standing',
    naturalKey: null,
    revision: 1,
    at: new Date(0),
    by: '考核办',
    ...about,
    body: { ...survey, ...body },
  }
}

const scheme = schemeOf({
  total: 20,
  categories: [
    {
      id: 'business',
      title: '业务工作',
      points: 20,
      sheets: [
        {
          id: 'a',
          title: '综治办',
          office: '综治办',
          items: [{ id: 'safety', title: '公众安全感', points: 20, rules: [rule('unsafe', { points: 5 })] }],
        },
      ],
    },
  ],
})

const facts: RegisterFacts = {
  today: localDate('2026-11-20'),
  at: new Date('2026-11-20T02:00:00Z'),
  days: { first: localDate('2026-01-01'), last: localDate('2026-12-31') },
  roster: [
    person('001', { office: '党办' }),
    person('002', { office: '综治办' }),
    person('003', { office: '综治办' }),
    person('004', { office: '综治办', from: localDate('2026-08-01') }),
  ],
  nameOf: (staffNumber) => staffNumber,
  calendar: { isWorkingDay: () => true, knownUntil: 2026 },
  setting: () => null,
  recordsOf: () => [],
  schemeOn: () => scheme,
}

function observed(...records: readonly RegisterRecord[]) {
  return superiorResultObserver.observe(records, facts)
}

describe('上级考核结果说明什么', () => {
  test('办公室的结果：当天在这张考核表上的每人一条，同一事项；后来的人没有', () => {
    const seen = observed(recordOf({}))
    expect(seen.map(({ staffNumber }) => staffNumber)).toEqual(['002', '003'])
    expect(new Set(seen.map(({ matter }) => matter))).toEqual(new Set(['2026年上半年公众安全感测评']))
    expect(new Set(seen.map(({ factKey }) => factKey)).size).toBe(2)
  })

  test.each([
    ['排名', { kind: 'rank', rank: '末位' }, '公众安全感 全区末位', 100],
    ['排名写了全区，不重复', { kind: 'rank', rank: '全区末位' }, '公众安全感 全区末位', 100],
    ['未达标', { kind: 'target-missed' }, '公众安全感', 100],
    ['完成比例', { kind: 'completion-rate', subject: '办证率', percent: 9550 }, '办证率', 9550],
    ['处分', { kind: 'sanction', sanction: '警告' }, '警告', 100],
    ['表彰', { kind: 'commendation' }, null, 100],
  ] as const)('%s：按什么找条款、数量是多少', (_, body, variant, amount) => {
    const [seen] = observed(recordOf(body, { staffNumber: '001', office: null }))
    expect(seen).toMatchObject({ kind: body.kind, variant, quantity: amount, staffNumber: '001', level: '区' })
  })

  test.each([
    ['低于上级定的目标，计差几个百分点', 92_50, 95_00, [['rate-short', 2_50]]],
    ['没有定目标，计完成了多少', 92_50, null, [['completion-rate', 92_50]]],
    ['达到目标，什么也不提', 95_00, 95_00, []],
    ['超过目标，什么也不提', 96_00, 95_00, []],
  ] as const)('比例：%s', (_, percent, target, expected) => {
    const body = { kind: 'completion-rate', subject: '办证率', rank: null, level: null, percent, target } as const
    const seen = observed(recordOf(body, { staffNumber: '001', office: null }))
    expect(seen.map(({ kind, quantity }) => [kind, quantity])).toEqual(expected)
    for (const { words, kind } of seen)
      if (kind === 'rate-short') expect(words).toContain('办证率 92.5%（目标95%），低2.5个百分点。')
  })

  test('来源写在话里：单位、文件、文号', () => {
    expect(observed(recordOf({}))[0]?.words).toBe(
      '区委政法委《测评情况的通报》（清政法〔2026〕12号）：公众安全感 全区末位。',
    )
  })

  test('所问日期以外的、以后的，不提', () => {
    const later = localDate('2026-12-01')
    const earlier = localDate('2025-12-31')
    expect(observed(recordOf({}, { days: { first: later, last: later } }))).toEqual([])
    expect(observed(recordOf({}, { days: { first: earlier, last: earlier } }))).toEqual([])
  })
})

describe('填得不对', () => {
  const register = anyRegister(superiorResultDefinition)
  const today = localDate('2026-11-20')
  const given = { staffNumber: null, office: '综治办', first: day, last: day, body: survey }
  test.each([
    ['没有说是谁的', { ...given, office: null }, 'office', '请填写这是哪个办公室的结果，或者是谁的。'],
    ['人和办公室都填', { ...given, staffNumber: '001' }, 'office', '只填一个'],
    ['还没有到的日期', { ...given, first: '2026-12-01', last: '2026-12-01' }, 'first', '还没有到'],
    ['排名没有名次', { ...given, body: { ...survey, rank: null } }, 'rank', '结果是排名时，请填写名次'],
    [
      '完成比例没有百分数',
      { ...given, body: { ...survey, kind: 'completion-rate' } },
      'percent',
      '请填写完成比例',
    ],
    ['表彰没有级别', { ...given, body: { ...survey, kind: 'commendation', level: null } }, 'level', '请填写级别'],
    ['没有文件标题', { ...given, body: { ...survey, documentTitle: '' } }, 'documentTitle', '请填写文件标题'],
  ])('%s', (_, record, key, message) => {
    const read = readRecord(register, record, today)
    expect(read.ok ? [] : read.refusal.map((fault) => fault.key)).toContain(key)
    expect(read.ok ? '' : read.refusal.map((fault) => fault.message).join()).toContain(message)
  })
})
