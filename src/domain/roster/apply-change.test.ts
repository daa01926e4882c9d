import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { person, schemeOf } from '../../../test/builders/town.ts'
import { addDays, localDate } from '../primitives/local-date.ts'
import { assert } from '../primitives/result.ts'
import { changeRefusalSentence } from './change-sentence.ts'
import { historyOf, stateOn } from './person-history.ts'
import type { PersonnelChange, PersonRecord } from './personnel-change.ts'
import { planChanges, type ChangeStep } from './plan-changes.ts'

const day = localDate
const place = { office: '党办', post: '工作人员', inChargeOf: [], employment: null } as const
const lin: PersonRecord = {
  staffNumber: '001',
  name: '林晓岚',
  assignments: [person('001', { name: '林晓岚', from: day('2026-01-01') })],
  absences: [],
}
const scheme = schemeOf({
  total: 20,
  categories: [
    {
      id: 'b',
      title: '业务',
      points: 20,
      sheets: ['党办', '综治办'].map((office) => ({ id: office, title: office, office, items: [] })),
    },
  ],
  rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
})

const step = (change: PersonnelChange, staffNumber = '001'): ChangeStep => ({ staffNumber, change })
const join = (on: string): PersonnelChange => ({ kind: 'join', on: day(on), name: '林晓岚', place })
const move = (on: string, office: string): PersonnelChange => ({ kind: 'move', on: day(on), place: { office } })
const leave = (on: string): PersonnelChange => ({ kind: 'leave', on: day(on) })
const back = (on: string): PersonnelChange => ({ kind: 'return', on: day(on) })
const lend = (on: string, to: string | null = null): PersonnelChange => ({
  kind: 'secondment',
  on: day(on),
  to: to === null ? null : day(to),
  note: '',
})

/** 林晓岚 after the changes. */
function after(changes: readonly PersonnelChange[], known: readonly PersonRecord[] = [lin]): PersonRecord {
  const plan = planChanges(
    known,
    changes.map((change) => step(change)),
    scheme,
  )
  assert(plan.ok, JSON.stringify(plan.ok ? '' : plan.refusal))
  const record = plan.value.records[0] ?? known[0]
  assert(record !== undefined, 'there is a person')
  return record
}
const rows = ({ assignments }: PersonRecord) => assignments.map(({ office, from, to }) => [office, from, to])
const spans = ({ absences }: PersonRecord) => absences.map(({ kind, from, to }) => [kind, from, to])

/** The sentence of the refusal of the last of the changes. */
function refused(changes: readonly PersonnelChange[], known: readonly PersonRecord[] = [lin]): string {
  const plan = planChanges(
    known,
    changes.map((change) => step(change)),
    scheme,
  )
  assert(!plan.ok, 'a change is refused')
  const last = plan.refusal.at(-1)
  assert(last !== undefined, 'and why')
  return changeRefusalSentence(last.name, last.refusal)
}

describe('人员变动', () => {
  test('调动：前一段到前一天为止，新的一段从当天起；没有写的照旧', () => {
    const moved = after([move('2026-07-01', '综治办')])
    expect(rows(moved)).toEqual([
      ['党办', '2026-01-01', '2026-06-30'],
      ['综治办', '2026-07-01', null],
    ])
    expect(moved.assignments[1]).toMatchObject({ post: '工作人员', employment: '公务员' })
  })

  test('入职、离岗、再入职', () => {
    const record = after([join('2026-02-01'), leave('2026-03-31'), join('2026-09-01')], [])
    expect(rows(record)).toEqual([
      ['党办', '2026-02-01', '2026-03-31'],
      ['党办', '2026-09-01', null],
    ])
  })

  test('借调没有写到哪天，返岗前一天为止；写了结束日期的提前返岗也认', () => {
    expect(spans(after([lend('2026-03-01'), back('2026-06-01')]))).toEqual([
      ['secondment', '2026-03-01', '2026-05-31'],
    ])
    expect(spans(after([lend('2026-03-01', '2026-08-31'), back('2026-06-01')]))).toEqual([
      ['secondment', '2026-03-01', '2026-05-31'],
    ])
  })

  test('改任分管领导要写分管办公室，改回工作人员就不再分管', () => {
    const promote: PersonnelChange = {
      kind: 'move',
      on: day('2026-05-01'),
      place: { post: '分管领导', inChargeOf: ['综治办'] },
    }
    const demote: PersonnelChange = { kind: 'move', on: day('2026-09-01'), place: { post: '工作人员' } }
    expect(after([promote, demote]).assignments.map(({ post, inChargeOf }) => [post, inChargeOf])).toEqual([
      ['工作人员', []],
      ['分管领导', ['综治办']],
      ['工作人员', []],
    ])
    expect(refused([{ kind: 'move', on: day('2026-05-01'), place: { post: '分管领导' } }])).toBe(
      '林晓岚是分管领导，但没有填分管办公室；其成绩取分管各办的平均分，请填写。',
    )
  })

  test.each([
    ['还没入职', [move('2025-12-31', '综治办')], '2025-12-31时林晓岚还没有入职（2026-01-01入职），请核对日期。'],
    [
      '已经离岗',
      [leave('2026-03-31'), lend('2026-04-10')],
      '林晓岚已于2026-03-31离岗，2026-04-10不在册；回来工作的请填“入职”。',
    ],
    [
      '已经在册',
      [join('2026-05-01')],
      '林晓岚2026-05-01已经在册（2026-01-01起），不用再办入职；换办公室或职务请填“调动”，入职日期错了请在“人员与机构”更正。',
    ],
    [
      '没有这个办公室',
      [move('2026-05-01', '综合治理办')],
      '方案里没有“综合治理办”的考核表，是否为：综治办、党办。',
    ],
    [
      '两次离开重叠',
      [lend('2026-03-01', '2026-05-31'), lend('2026-05-31')],
      '林晓岚已登记2026-03-01至2026-05-31借调，日期有重叠；要改日期请在“人员与机构”更正那一次。',
    ],
    ['结束早于开始', [lend('2026-03-01', '2026-02-01')], '结束日期2026-02-01早于开始日期2026-03-01。'],
    ['没有离开过', [back('2026-03-01')], '林晓岚2026-03-01前没有登记借调或长假，不用返岗；请核对日期。'],
  ] as const)('%s：拒绝并说明出路', (_what, changes, sentence) => {
    expect(refused(changes)).toBe(sentence)
  })

  test('后面还有一段任职的，不能就此离岗', () => {
    const moved = after([move('2026-07-01', '综治办')])
    for (const on of ['2026-05-31', '2026-06-30'])
      expect(refused([leave(on)], [moved])).toBe(
        '林晓岚从2026-07-01起还有一段任职（综治办），请先在“人员与机构”更正或取消那一段。',
      )
  })

  test('两位领导互相分管对方所在的办公室：点名拒绝', () => {
    const leader = (staffNumber: string, name: string, office: string, led: string): PersonRecord => ({
      staffNumber,
      name,
      assignments: [person(staffNumber, { name, office, post: '分管领导', inChargeOf: [led] })],
      absences: [],
    })
    const known = [leader('8', '韩越', '党办', '党办'), leader('9', '仇明', '综治办', '党办')]
    const plan = planChanges(
      known,
      [step({ kind: 'move', on: day('2026-05-01'), place: { inChargeOf: ['综治办'] } }, '8')],
      scheme,
    )
    assert(!plan.ok, 'the circle is refused')
    const [first] = plan.refusal
    expect(first === undefined ? '' : changeRefusalSentence(first.name, first.refusal)).toBe(
      '分管关系绕成了一圈：韩越分管仇明所在的办公室，仇明分管韩越所在的办公室；请改正其中一人的分管办公室。',
    )
    // Where the circle stands already, each of them may still leave it.
    const inCircle = [leader('8', '韩越', '党办', '综治办'), leader('9', '仇明', '综治办', '党办')]
    expect(planChanges(inCircle, [step(leave('2026-05-01'), '8')], scheme).ok).toBe(true)
  })
})

describe('更正和取消', () => {
  const changed = after([move('2026-07-01', '综治办'), lend('2026-03-01', '2026-03-31'), leave('2026-10-31')])

  test('履历按日期列出每一次变动', () => {
    expect(historyOf(changed)).toEqual([
      { what: 'join', on: '2026-01-01' },
      { what: 'absence-start', on: '2026-03-01' },
      { what: 'absence-end', on: '2026-03-31' },
      { what: 'move', on: '2026-07-01' },
      { what: 'leave', on: '2026-10-31' },
    ])
    expect(
      ['2025-12-31', '2026-03-31', '2026-04-01', '2026-11-01'].map((on) => stateOn(changed, day(on))),
    ).toEqual(['not-yet', 'secondment', 'present', 'left'])
  })

  test.each([
    [
      'move',
      '2026-07-01',
      '2026-08-01',
      [
        ['党办', '2026-01-01', '2026-07-31'],
        ['综治办', '2026-08-01', '2026-10-31'],
      ],
    ],
    [
      'join',
      '2026-01-01',
      '2026-02-01',
      [
        ['党办', '2026-02-01', '2026-06-30'],
        ['综治办', '2026-07-01', '2026-10-31'],
      ],
    ],
    [
      'leave',
      '2026-10-31',
      '2026-12-01',
      [
        ['党办', '2026-01-01', '2026-06-30'],
        ['综治办', '2026-07-01', '2026-12-01'],
      ],
    ],
  ] as const)('更正%s的日期', (what, was, on, expected) => {
    expect(rows(after([{ kind: 'correct', event: { what, on: day(was) }, on: day(on) }], [changed]))).toEqual(
      expected,
    )
  })

  test('取消调动，前一段接着走；取消离岗，仍然在册；取消借调，那些日子回到在册', () => {
    const cancel = (what: 'move' | 'leave' | 'absence-start', on: string): PersonnelChange => ({
      kind: 'cancel',
      event: { what, on: day(on) },
    })
    expect(rows(after([cancel('move', '2026-07-01')], [changed]))).toEqual([['党办', '2026-01-01', '2026-10-31']])
    expect(rows(after([cancel('leave', '2026-10-31')], [changed])).at(-1)).toEqual(['综治办', '2026-07-01', null])
    expect(spans(after([cancel('absence-start', '2026-03-01')], [changed]))).toEqual([])
  })

  test('更正到与前后冲突的日子、已经不在的变动：拒绝', () => {
    const correct = (on: string, was = '2026-07-01'): PersonnelChange => ({
      kind: 'correct',
      event: { what: 'move', on: day(was) },
      on: day(on),
    })
    expect(refused([correct('2026-01-01')], [changed])).toBe(
      '这个日期与前后的任职或假期冲突，只能填晚于2026-01-01、早于2026-11-01的日子。',
    )
    expect(refused([correct('2026-05-01', '2026-06-01')], [changed])).toBe(
      '林晓岚的记录里没有2026-06-01的调动，可能刚被别人改过，请刷新后再看。',
    )
  })
})

/** Changes that fit together: an office for each month, and one time away. */
const monthly = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 2, max: 12 }), { maxLength: 5 }),
    fc.integer({ min: 0, max: 250 }),
    fc.integer({ min: 1, max: 100 }),
  )
  .map(([months, start, length]) => {
    const from = addDays(day('2026-01-05'), start)
    return [
      ...months.map((month) =>
        move(`2026-${String(month).padStart(2, '0')}-01`, month % 2 === 0 ? '党办' : '综治办'),
      ),
      lend(from, addDays(from, length)),
    ]
  })

describe('任意一组变动', () => {
  test('先后次序不影响结果，再导一遍什么都不变', () => {
    fc.assert(
      fc.property(monthly, fc.infiniteStream(fc.nat()), (changes, order) => {
        const shuffled = changes
          .map((change) => ({ change, at: order.next().value }))
          .toSorted((left, right) => left.at - right.at)
          .map(({ change }) => change)
        const record = after(changes)
        expect(after(shuffled)).toEqual(record)
        const again = planChanges(
          [record],
          shuffled.map((change) => step(change)),
          scheme,
        )
        expect(again).toEqual({ ok: true, value: { records: [], taken: [], unchanged: changes.length } })
      }),
    )
  })

  test('办的人自己：改动的一步不收，谁的都不改；已经登记过的一步不算改动', () => {
    const isOwn = (staffNumber: string) => staffNumber === '001'
    const other = { ...lin, staffNumber: '002', name: '吕平', assignments: [person('002', { name: '吕平' })] }
    const known = [after([lend('2026-03-01')]), other]
    const plan = planChanges(known, [step(leave('2026-05-31'), '002'), step(back('2026-04-01'))], scheme, isOwn)
    expect(plan).toEqual({
      ok: false,
      refusal: [{ index: 1, name: '林晓岚', refusal: { code: 'about-oneself' } }],
    })
    expect(planChanges(known, [step(lend('2026-03-01'))], scheme, isOwn)).toMatchObject({
      ok: true,
      value: { records: [], unchanged: 1 },
    })
  })

  test('一次一次办，和一张表一起办，结果一样；每一天都恰好在一段任职里', () => {
    fc.assert(
      fc.property(monthly, (changes) => {
        const together = after(changes)
        const inTurn = changes
          .toSorted((left, right) => ('on' in left && 'on' in right && left.on < right.on ? -1 : 1))
          .reduce((record, change) => after([change], [record]), lin)
        expect(inTurn).toEqual(together)
        for (let at = day('2026-01-01'); at <= '2026-12-31'; at = addDays(at, 1)) {
          const held = together.assignments.filter(({ from, to }) => (from ?? at) <= at && at <= (to ?? at))
          expect(held).toHaveLength(1)
        }
      }),
      { numRuns: 50 },
    )
  })
})
