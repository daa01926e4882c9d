import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneItem, rule } from '../../../../test/builders/town.ts'
import { localDate, yearSpan } from '../../primitives/local-date.ts'
import { quantity } from '../../primitives/quantity.ts'
import { quantityUnder } from '../proposed-finding.ts'
import { placedRules } from '../../scheme/scheme.ts'
import type { RegisterFacts } from '../register-facts.ts'
import { anyRegister } from '../register-definition.ts'
import { countWords } from './count-words.ts'
import { findCopies } from './find-copies.ts'
import { studyObserver } from './observe-study.ts'
import { studyBodySchema, studyDefinition, wordsWords, type StudyRecord } from './study-record.ts'
import { shortOf, standingAfter, sumStudy } from './study-standing.ts'
import { takeStudyStep, type StudyStep } from './study-steps.ts'
import { likeness, plainText, printOf } from './text-print.ts'

const essay =
  '通过学习全会精神，我深刻认识到乡镇干部必须扎根一线，把群众的急难愁盼放在心上。工作中要坚持问题导向，逐村逐户走访，' +
  '摸清底数，建立台账，做到件件有着落、事事有回音。下一步将结合本职岗位，带头执行各项制度，改进作风，提高效率。'

let made = 0
function note(fields: object = {}, state = 'handed-in', staffNumber = '001', day = '2026-03-09'): StudyRecord {
  made += 1
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    register: 'study',
    staffNumber,
    office: null,
    days: { first: localDate(day), last: localDate(day) },
    state,
    naturalKey: null,
    body: studyBodySchema.parse({ title: '学习笔记', form: 'typed', words: 120_000, ...fields }),
    revision: 1,
    at: new Date(0),
    by: '张三',
  }
}

describe('字数怎么算', () => {
  test.each([
    ['', 0],
    ['学习笔记', 4],
    ['学习，笔记。', 4],
    ['……——！？、；：“”（）《》', 0],
    ['2026年3月', 4],
    ['学习 GDP 增长', 5],
    ['学习GDP增长5.3%', 6],
    ['well-known rule', 2],
    ["it's", 1],
    ['１２３４５ 全角', 3],
    ['一\n二\t三　四', 4],
    ['𠮷野', 2],
    ['①②', 1],
    ['5 + 5 = 10', 3],
  ])('%s', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test('标点和空白加多少都不增字数；分段相加与整体相同', () => {
    const han = fc.array(fc.constantFrom('学', '习', '会', '精', '神'), { maxLength: 30 })
    fc.assert(
      fc.property(han, han, (one, other) => {
        expect(countWords(one.join('，'))).toBe(one.length)
        expect(countWords([...one, '。', ...other].join(''))).toBe(one.length + other.length)
      }),
    )
  })
})

describe('重复的笔记', () => {
  test('只改标点、空格、大小写、全半角，还是同一篇', () => {
    const changed = essay.replaceAll('，', ' , ').replaceAll('。', '\n')
    expect(printOf(changed)).toEqual(printOf(essay))
    expect(likeness(printOf(essay), printOf(changed))).toBe(100)
    expect(plainText('ＡＢＣ，１２')).toBe('abc12')
  })

  test('改了几个字仍然相像，换一篇就不像', () => {
    const edited = `${essay.slice(0, 60)}以及其他方面${essay.slice(60)}`
    expect(likeness(printOf(essay), printOf(edited))).toBeGreaterThanOrEqual(70)
    const other = Array.from(essay).toReversed().join('')
    expect(likeness(printOf(essay), printOf(other))).toBe(0)
  })

  test('太短的不比', () => {
    expect(likeness(printOf('学习笔记'), printOf('学习笔记'))).toBe(0)
  })

  test('相像是相互的，在0和100之间，与自己是100', () => {
    const text = fc.array(fc.constantFrom(...Array.from('学习会精神一二三四五六七八九十')), {
      minLength: 40,
      maxLength: 300,
    })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [left, right] = [printOf(one.join('')), printOf(other.join(''))]
        const alike = likeness(left, right)
        expect(alike).toBe(likeness(right, left))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(100)
        expect(likeness(left, left)).toBe(100)
      }),
    )
  })

  test('本人或别人再交同一篇、同一个文件都找得到，退回给本人的不算', () => {
    const print = printOf(essay)
    const first = note({ print }, 'accepted', '001')
    const again = note({ print }, 'handed-in', '002')
    const returned = note({ print }, 'returned', '002')
    const file = { name: '笔记.jpg', sha256: 'ab' }
    const scan = note({ form: 'scan', words: null, file }, 'handed-in', '001')
    const sameScan = note({ form: 'scan', words: null, file: { ...file, name: '2.jpg' } }, 'accepted', '003')
    const all = [first, again, returned, scan, sameScan]
    expect(findCopies(again, all).map(({ record, isSamePerson }) => [record.id, isSamePerson])).toEqual([
      [first.id, false],
    ])
    expect(findCopies(scan, all)).toEqual([
      { record: sameScan, likeness: 100, isSamePerson: false, isSameFile: true },
    ])
    expect(findCopies(note(), all)).toEqual([])
  })
})

describe('核对', () => {
  const words = (body: object, step: StudyStep, state = 'handed-in') => {
    const taken = takeStudyStep(note(body, state), step)
    return taken.ok ? [taken.value.state, taken.value.body.words] : taken.refusal.code
  }
  test.each([
    ['系统清点的照用', {}, { step: 'accepted', words: null }, 'handed-in', ['accepted', 120_000]],
    ['系统清点的不能改', {}, { step: 'accepted', words: 90_000 }, 'handed-in', 'study-words-counted'],
    [
      '图片须填字数',
      { form: 'scan', words: null },
      { step: 'accepted', words: null },
      'handed-in',
      'study-words-missing',
    ],
    [
      '图片填了字数',
      { form: 'scan', words: null },
      { step: 'accepted', words: 80_000 },
      'handed-in',
      ['accepted', 80_000],
    ],
    ['核对过的不再核对', {}, { step: 'accepted', words: null }, 'accepted', 'study-state'],
    ['核对过的可以退回', {}, { step: 'returned' }, 'accepted', ['returned', 120_000]],
    ['退回的不再退回', {}, { step: 'returned' }, 'returned', 'study-state'],
    ['退回的可以再核对', {}, { step: 'accepted', words: null }, 'returned', ['accepted', 120_000]],
    ['待核对的本人可以撤回', {}, { step: 'withdrawn' }, 'handed-in', ['withdrawn', 120_000]],
    ['核对过的本人不能撤回', {}, { step: 'withdrawn' }, 'accepted', 'study-state'],
  ] as const)('%s', (_what, body, step, state, expected) => {
    expect(words(body, step, state)).toEqual(expected)
  })

  test('考核办登记的纸质笔记要有整数的字数，登记即已核对', () => {
    const register = anyRegister(studyDefinition)
    const paper = (count: number | null) => ({
      staffNumber: '001',
      office: null,
      days: { first: localDate('2026-03-09'), last: localDate('2026-03-09') },
      body: { title: '笔记本', words: count },
    })
    const today = localDate('2026-03-09')
    expect(register.fault?.(paper(null), today)?.key).toBe('words')
    expect(register.fault?.(paper(100_050), today)?.key).toBe('words')
    expect(register.fault?.(paper(100_000), today)).toBeNull()
    expect(register.fault?.(paper(100_000), localDate('2026-03-08'))?.key).toBe('first')
    expect(register.firstState(paper(100_000))).toBe('accepted')
  })
})

const facts: RegisterFacts = {
  today: localDate('2026-06-30'),
  at: new Date('2026-06-30T01:00:00Z'),
  days: yearSpan(2026),
  roster: [],
  nameOf: (staffNumber) => staffNumber,
  calendar: { isWorkingDay: () => true, knownUntil: 2026 },
  setting: () => null,
  recordsOf: () => [],
  schemeOn: () => null,
}

describe('已交多少', () => {
  test('每篇已核对的是一件事，记已完成的字数；其余不是', () => {
    const accepted = note({}, 'accepted')
    const records = [accepted, note(), note({}, 'returned'), note({}, 'accepted', '002', '2026-07-01')]
    expect(studyObserver.observe(records, facts)).toEqual([
      expect.objectContaining({
        kind: 'study-notes',
        factKey: `study/${accepted.id}`,
        staffNumber: '001',
        occurredOn: '2026-03-09',
        quantity: 120_000,
        words: '读书笔记《学习笔记》，核对1,200字。',
      }),
    ])
  })

  test('条款按字计的记字数，按篇计的一篇记一篇，按别的计的要考核办说', () => {
    const [seen] = studyObserver.observe([note({}, 'accepted')], facts)
    if (seen === undefined) throw new Error('核对过的笔记应当是一件事')
    const ruleOf = (more: Parameters<typeof rule>[1]) => [...placedRules(oneItem([rule('x', more)]))][0]?.rule
    const under = (unit: string) => quantityUnder(seen, ruleOf({ shortfall: { target: 12, unit, step: 1 } }))
    expect(under('字')).toEqual({ ok: true, value: 120_000 })
    expect(under('篇')).toEqual({ ok: true, value: 100 })
    expect(under('元')).toMatchObject({ ok: false, refusal: { code: 'proposal-unit-unfit', unit: '元' } })
    expect(quantityUnder({ ...seen, kind: 'absence', quantity: quantity(50) }, ruleOf({ unit: '次' }))).toEqual({
      ok: true,
      value: 50,
    })
    expect(quantityUnder({ ...seen, kind: 'late' }, ruleOf({ unit: '元' })).ok).toBe(false)
  })

  test('还差多少，够了就是0', () => {
    const sum = sumStudy([
      ...Array.from({ length: 6 }, () => note({}, 'accepted')),
      note({ words: 50_000 }),
      note({}, 'returned'),
    ])
    expect(sum).toEqual({ pieces: 6, words: 720_000, waiting: 1, waitingWords: 50_000 })
    expect(shortOf(sum, quantity(1_000_000), 'words')).toBe(280_000)
    expect(shortOf(sum, quantity(700_000), 'words')).toBe(0)
    expect(shortOf(sum, quantity(1_000), 'pieces')).toBe(400)
    expect(wordsWords(1_000_000)).toBe('10,000字')
  })
})

describe('核对以后到多少', () => {
  test.each([
    ['words', [1_200_00, 800_00], { pieces: 5, words: 5_000_00, short: 5_000_00 }],
    ['words', [9_000_00], { pieces: 4, words: 12_000_00, short: 0 }],
    ['pieces', [1_200_00, 800_00], { pieces: 5, words: 5_000_00, short: 6_998_00 }],
    ['words', [], { pieces: 3, words: 3_000_00, short: 7_000_00 }],
  ] as const)('按%s，再核对%j', (counts, accepted, expected) => {
    expect(standingAfter({ pieces: 3, words: 3_000_00, short: 7_000_00 }, accepted, counts)).toEqual(expected)
    expect(standingAfter({ pieces: 3, words: 3_000_00, short: null }, accepted, counts).short).toBeNull()
  })
})
