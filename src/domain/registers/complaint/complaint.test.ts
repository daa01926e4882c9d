import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../primitives/local-date.ts'
import { complaintBody, complaintName, type Complaint } from './complaint-record.ts'
import { complaintProgress, openComplaintSteps, takeComplaintStep, type ComplaintStep } from './complaint-steps.ts'
import { findLeak, quotedCharacters } from './find-leak.ts'
import { observeComplaints } from './observe-complaints.ts'

const today = localDate('2026-03-20')
const words = '3月2日上午我去办证大厅，窗口的小李让我跑了三趟，态度很差，还说爱办不办。'

function complaint(changes: Partial<Complaint> = {}): Complaint {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    register: 'complaint',
    staffNumber: null,
    office: null,
    days: { first: localDate('2026-03-05'), last: localDate('2026-03-05') },
    state: 'received',
    naturalKey: null,
    body: {
      channel: 'visit',
      receivedOn: localDate('2026-03-05'),
      number: '20260305-0123',
      words,
      about: '办证大厅的小李',
      aboutStaffNumber: null,
      complainant: { name: '王秀英', contact: '13900000000' },
      conclusion: null,
    },
    revision: 1,
    at: new Date(0),
    by: '纪检',
    ...changes,
  }
}

const found = '未一次性告知所需材料，致群众多次往返。'
const upheld = {
  step: 'upheld',
  reasons: '调取大厅录像，本人承认。',
  finding: { occurredOn: localDate('2026-03-02'), staffNumbers: ['007'], found },
} as const
const steps: Readonly<Record<ComplaintStep['step'], ComplaintStep>> = {
  'verification-started': { step: 'verification-started' },
  upheld,
  'not-upheld': { step: 'not-upheld', reasons: '经查不属实。' },
  transferred: { step: 'transferred', reasons: '不属本镇管辖。', transferredTo: '县纪委' },
  reopened: { step: 'reopened', reasons: '有新的线索。' },
  withdrawn: { step: 'withdrawn', reasons: '重复登记。' },
}

function after(record: Complaint, ...taken: readonly ComplaintStep['step'][]): Complaint {
  const [step, ...others] = taken
  if (step === undefined) return record
  const outcome = takeComplaintStep(record, steps[step], today)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return after({ ...record, ...outcome.value }, ...others)
}

describe('先核实，后结论', () => {
  test.each([
    ['received', ['verification-started', 'transferred', 'withdrawn']],
    ['verifying', ['upheld', 'not-upheld', 'transferred', 'withdrawn']],
    ['upheld', ['reopened']],
    ['not-upheld', ['reopened', 'withdrawn']],
    ['transferred', ['reopened', 'withdrawn']],
    ['withdrawn', []],
  ] as const)('%s以后可以：%j', (state, allowed) => {
    const open = Object.values(steps)
      .filter((step) => takeComplaintStep(complaint({ state }), step, today).ok)
      .map(({ step }) => step)
    expect(open).toEqual(allowed)
    expect(openComplaintSteps(complaint({ state }))).toEqual(allowed)
  })

  test('查实的记在事情发生的那一天和那一个人名下；重新核实就退回原样', () => {
    const done = after(complaint(), 'verification-started', 'upheld')
    expect(done).toMatchObject({ state: 'upheld', staffNumber: '007', days: { first: '2026-03-02' } })
    expect(complaintBody.parse(done.body)).toEqual(done.body)
    const again = after(done, 'reopened')
    expect(again).toMatchObject({ state: 'verifying', staffNumber: null, days: { first: '2026-03-05' } })
    expect(again.body.conclusion).toBeNull()
  })

  test('网上交来的有回执，不能撤回', () => {
    const web = complaint({ body: { ...complaint().body, channel: 'web' } })
    expect(takeComplaintStep(web, steps.withdrawn, today)).toMatchObject({
      ok: false,
      refusal: { code: 'complaint-has-receipt' },
    })
    expect(openComplaintSteps(web)).not.toContain('withdrawn')
  })

  test('还没有发生的查不实', () => {
    const ahead = { ...upheld, finding: { ...upheld.finding, occurredOn: localDate('2026-03-21') } }
    const outcome = takeComplaintStep(complaint({ state: 'verifying' }), ahead, today)
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'complaint-found-ahead' } })
  })

  test('凭回执只问得到三种', () => {
    const told = ['received', 'verifying', 'upheld', 'not-upheld', 'transferred', 'withdrawn'].map(
      complaintProgress,
    )
    expect(told).toEqual(['received', 'verifying', 'closed', 'closed', 'closed', 'closed'])
  })
})

describe('只有查实的才提出建议，建议里只有查明的话', () => {
  test('没有查实的什么都不提', () => {
    const others = [
      complaint(),
      after(complaint(), 'verification-started'),
      after(complaint(), 'verification-started', 'not-upheld'),
      after(complaint(), 'transferred'),
      after(complaint(), 'verification-started', 'upheld', 'reopened'),
    ]
    expect(observeComplaints(others)).toEqual([])
  })

  test('查实的一人一条，几个人同一事项', () => {
    const two = { ...upheld, finding: { ...upheld.finding, staffNumbers: ['007', '008', '007'] } }
    const outcome = takeComplaintStep(complaint({ state: 'verifying' }), two, today)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const seen = observeComplaints([complaint(outcome.value)])
    expect(seen.map(({ staffNumber }) => staffNumber)).toEqual(['007', '008'])
    expect(new Set(seen.map(({ factKey }) => factKey)).size).toBe(2)
    expect(new Set(seen.map(({ matter }) => matter)).size).toBe(1)
    expect(seen[0]).toMatchObject({
      kind: 'complaint-upheld',
      occurredOn: '2026-03-02',
      words: found,
      quantity: 100,
    })
  })

  test('建议里没有举报人，也没有举报的原话，名称里也没有', () => {
    const done = after(complaint(), 'verification-started', 'upheld')
    const shown = JSON.stringify([observeComplaints([done]), complaintName(done)])
    for (const secret of ['王秀英', '13900000000', '小李', '爱办不办']) expect(shown).not.toContain(secret)
  })
})

describe('查明的情况里不能带出举报人和原话', () => {
  test.each([
    ['据王秀英反映，情况属实。', 'name'],
    ['据 王 秀 英 反映，情况属实。', 'name'],
    ['电话139-0000-0000反映。', 'contact'],
    ['热线第20260305-0123号，情况属实。', 'number'],
    ['经查：窗口的小李让我跑了三趟，态度很差，情况属实。', 'words'],
    [found, null],
  ] as const)('%s', (text, what) => {
    expect(findLeak(text, complaint().body)?.what ?? null).toBe(what)
    const step = { ...upheld, finding: { ...upheld.finding, found: text } }
    expect(takeComplaintStep(complaint({ state: 'verifying' }), step, today).ok).toBe(what === null)
  })

  test('匿名的只看原话', () => {
    const anonymous = { ...complaint().body, complainant: null }
    expect(findLeak('据王秀英反映，情况属实。', anonymous)).toBeNull()
  })

  test('原话里任何一段抄进去都认得出来', () => {
    const letters = fc.array(fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑寅卯'.split('')), {
      minLength: 24,
      maxLength: 60,
    })
    fc.assert(
      fc.property(letters, fc.nat(), fc.string(), fc.string(), (text, from, before, behind) => {
        const said = text.join('')
        const at = from % (said.length - quotedCharacters + 1)
        const copied = said.slice(at, at + quotedCharacters)
        const leak = findLeak(`${before}，${copied}。${behind}`, { words: said, number: null, complainant: null })
        expect(leak?.what).toBe('words')
      }),
    )
  })
})
