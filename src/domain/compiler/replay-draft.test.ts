import { describe, expect, test } from 'vitest'
import { assert } from '../primitives/result.ts'
import type { Diagnostic, Interpretation } from '../regulation/diagnostic.ts'
import type { SchemeEdit } from '../scheme/edit-scheme.ts'
import { schemeFormat, schemeSchema, type Scheme } from '../scheme/scheme.ts'
import { replayDraft, type DraftWork } from './replay-draft.ts'

const text = `某镇考核办法
实行百分制，即公共项目（100分）。
（一）公共项目（100分）
1、工作纪律（60分）
上班时间脱岗，发现一次扣2分。
会议迟到，发现一次扣完1分。
2、廉洁自律（40分）
收受礼品，发现一次扣5分。`

const edit = (one: SchemeEdit): DraftWork => ({ kind: 'edit', edit: one })
const answer = (interpretation: Interpretation): DraftWork => ({ kind: 'interpretation', interpretation })

const plain = replayDraft(text, '', [])
const [sheet] = plain.scheme.categories[0]?.sheets ?? []
const [discipline] = sheet?.items ?? []
const itemId = discipline?.id ?? ''

const addRule = (condition: string): DraftWork =>
  edit({ act: 'add-rule', place: { item: itemId }, rule: { effect: 'deduct', points: 1, condition } })

describe('手工标记', () => {
  test('总体的改动记在 byHand，改回原文的就不记了', () => {
    const title: DraftWork = edit({ act: 'set-title', title: '试行办法' })
    const pay: DraftWork = edit({ act: 'set-pay', pay: { perPerson: 2000, formula: 'pool-by-score' } })
    expect(replayDraft(text, '', [title, pay]).scheme.byHand).toEqual(['title', 'pay'])
    const back = replayDraft(text, '', [title, edit({ act: 'set-title', title: plain.scheme.title })])
    expect(back.scheme).toEqual(plain.scheme)
    const paid = replayDraft(`${text}\n三、绩效工资\n每人提出2000元作为绩效工资总额。`, '', [])
    expect(paid.scheme.pay?.source).not.toBeNull()
    const gone: DraftWork = edit({ act: 'set-pay', pay: null })
    const formula = paid.scheme.pay?.formula ?? 'other'
    const again = edit({ act: 'set-pay', pay: { perPerson: 2000, formula } })
    expect(
      replayDraft(`${text}\n三、绩效工资\n每人提出2000元作为绩效工资总额。`, '', [gone, again]).scheme,
    ).toEqual(paid.scheme)
  })

  test('总分、周期、领导取分、考核周期、考核对象、等次、时限、奖励上限各记各的', () => {
    const edits: readonly SchemeEdit[] = [
      { act: 'set-total', total: 120 },
      { act: 'set-window', window: 'month' },
      { act: 'set-roll-ups', rollUps: [{ post: '分管领导', of: '工作人员' }] },
      { act: 'set-cadence', steps: ['周督查'] },
      { act: 'set-appraisees', appraisees: [{ words: '全体人员', appraised: true }] },
      { act: 'set-grades', grades: [{ grade: '优秀' }] },
      { act: 'set-deadlines', deadlines: [{ step: '公示', days: 5, kind: 'working' }] },
      { act: 'set-reward-cap', points: 10 },
    ]
    expect(replayDraft(text, '', edits.map(edit)).scheme.byHand).toEqual([
      'total',
      'window',
      'rollUps',
      'cadence',
      'appraisees',
      'grades',
      'deadlines',
      'rewardCap',
    ])
  })

  test('条款、项目改回原文的样子，又是原文的；移走了的不是', () => {
    const [rule] = discipline?.rules ?? []
    const to = (points: number) => edit({ act: 'change-rule', rule: rule?.id ?? '', fields: { points } })
    const ruleOf = (works: readonly DraftWork[]) =>
      replayDraft(text, '', works).scheme.categories[0]?.sheets[0]?.items[0]?.rules[0]
    expect(ruleOf([to(3)])?.origin).toBe('person')
    expect(ruleOf([to(3), to(2)])).toEqual(rule)
    const points = (amount: number) => edit({ act: 'change-item', item: itemId, fields: { points: amount } })
    expect(replayDraft(text, '', [points(50), points(60)]).scheme).toEqual(plain.scheme)
    const other = sheet?.items[1]?.id ?? ''
    const away = edit({ act: 'move-rule', rule: rule?.id ?? '', place: { item: other }, before: null })
    expect(replayDraft(text, '', [away]).scheme.categories[0]?.sheets[0]?.items[1]?.rules[1]?.origin).toBe(
      'person',
    )
  })
})

describe('编号', () => {
  test('删去或撤销过的编号不再给别人', () => {
    const first = replayDraft(text, '', [addRule('甲')])
    expect(first.made).toEqual([['hand-rule-1']])
    const recorded: DraftWork = {
      ...addRule('甲'),
      kind: 'edit',
      edit: editOf(addRule('甲')),
      made: ['hand-rule-1'],
    }
    const removed = edit({ act: 'remove-rule', rule: 'hand-rule-1' })
    expect(replayDraft(text, '', [recorded, removed, addRule('乙')]).made.at(-1)).toEqual(['hand-rule-2'])
    expect(replayDraft(text, '', [{ kind: 'undone', made: ['hand-rule-1'] }, addRule('乙')]).made.at(-1)).toEqual([
      'hand-rule-2',
    ])
  })

  test('旧程序存下的步骤没有记编号，回放出来还是当时的编号', () => {
    const works = [addRule('甲'), edit({ act: 'remove-rule', rule: 'hand-rule-1' }), addRule('乙')]
    expect(replayDraft(text, '', works).made).toEqual([['hand-rule-1'], [], ['hand-rule-1']])
  })
})

function editOf(work: DraftWork): SchemeEdit {
  assert(work.kind === 'edit', 'an edit')
  return work.edit
}

describe('答复', () => {
  const question = plain.diagnostics.find(({ readings }) => (readings?.length ?? 0) > 1)
  const chosen = question?.readings?.[1]?.interpretation

  test('疑问还在，答复照旧起作用', () => {
    assert(chosen !== undefined, 'the text leaves a question open')
    const reading = replayDraft(text, '', [answer(chosen)])
    expect(reading.idleAnswers).toEqual([])
    expect(reading.scheme).not.toEqual(plain.scheme)
    expect(reading.diagnostics.find(({ span }) => span.start === question?.span.start)?.settled).toEqual(chosen)
  })

  const gone: readonly (readonly [string, Interpretation])[] = [
    ['位置上不再有这个疑问', { act: 'choose-reading', span: { start: 0, end: 3 }, reading: 'a' }],
    [
      '位置上有疑问，却没有这种理解',
      { act: 'choose-reading', span: question?.span ?? { start: 0, end: 0 }, reading: '从前的理解' },
    ],
    ['读不懂的条款现在读懂了', { act: 'leave', span: { start: 40, end: 55 }, code: 'unreadable-clause' }],
  ]

  test.each(gone)('%s：方案不受影响，答复点名说出来', (_what, interpretation) => {
    const reading = replayDraft(text, '', [answer(interpretation)])
    expect(reading.scheme).toEqual(plain.scheme)
    expect(reading.idleAnswers).toEqual([interpretation])
    const found = reading.diagnostics.find(({ code }) => code === 'answer-idle')
    expect(found).toMatchObject({ severity: 'warning', span: interpretation.span })
    expect(reading.diagnostics.filter(({ code }) => code !== 'answer-idle')).toEqual(plain.diagnostics)
    assert(found?.fix !== undefined, 'there is a way out')
    const checked = replayDraft(text, '', [answer(interpretation), answer(found.fix.interpretation)])
    expect(checked.diagnostics.find(({ code }) => code === 'answer-idle')?.settled).toEqual(
      found.fix.interpretation,
    )
  })

  test('一处改读引出的新疑问，对它的答复也算数，先后次序不论', () => {
    const start = text.indexOf('扣5分')
    const read: Interpretation = { act: 'read-as', span: { start, end: start + 3 }, text: '扣完5分' }
    const asks = ({ span, readings }: Diagnostic) => span.end > start && (readings?.length ?? 0) > 1
    expect(plain.diagnostics.some(asks)).toBe(false)
    const second = replayDraft(text, '', [answer(read)]).diagnostics.find(asks)?.readings?.[1]?.interpretation
    assert(second !== undefined, 'the words as read now leave a question open')
    for (const works of [
      [answer(read), answer(second)],
      [answer(second), answer(read)],
    ])
      expect(replayDraft(text, '', works).idleAnswers).toEqual([])
    expect(replayDraft(text, '', [answer(second)]).idleAnswers).toEqual([second])
  })
})

describe('从已通过的版本接着改', () => {
  const version: Scheme = schemeSchema.parse({
    format: schemeFormat,
    title: '第一版',
    total: 60,
    byHand: ['title'],
    categories: [
      {
        id: 'c1',
        title: '公共项目',
        points: 60,
        sheets: [
          {
            id: 's1',
            title: '公共项目',
            points: 60,
            items: [
              {
                id: 'hand-item-4',
                title: '工作纪律',
                points: 60,
                origin: 'person',
                rules: [{ id: 'r1', effect: 'deduct', points: 2, source: { start: 1, end: 4, quote: '扣2分' } }],
              },
            ],
          },
        ],
      },
    ],
    examples: [
      { id: 'hand-example-1', title: '甲', given: [{ rule: 'r1', on: '01-02' }], expected: { points: -2 } },
    ],
  })

  test('整份复制：一字不差，包括出处和手工标记；原文不再重读', () => {
    const copy = replayDraft(text, '', [], { part: 'scheme', scheme: version })
    expect(copy.scheme).toEqual(version)
    expect(copy.coverage).toBeNull()
    expect(copy.adoptable).toBe(true)
  })

  test('复制来的编号删了也不再给别人；再改动的总体部分添上标记', () => {
    const base = { part: 'scheme', scheme: version } as const
    const works = [
      edit({ act: 'remove-item', item: 'hand-item-4' }),
      edit({ act: 'add-item', sheet: 's1', title: '新项目', points: 60 }),
      edit({ act: 'set-total', total: 100 }),
    ]
    const reading = replayDraft(null, '', works, base)
    expect(reading.scheme.categories[0]?.sheets[0]?.items[0]?.id).toBe('hand-item-5')
    expect(reading.scheme.byHand).toEqual(['title', 'total'])
  })

  test('复制的版本也自查：改坏了合计就不能通过', () => {
    const base = { part: 'scheme', scheme: version } as const
    const reading = replayDraft(
      null,
      '',
      [edit({ act: 'change-item', item: 'hand-item-4', fields: { points: 50 } })],
      base,
    )
    expect(reading.blocking.map(({ code }) => code)).toEqual(['sum-mismatch'])
  })

  test('新的原文带着上一版的算例开始', () => {
    const reading = replayDraft(text, '', [], { part: 'examples', scheme: version })
    expect(reading.scheme).toEqual({ ...plain.scheme, examples: version.examples })
    expect(replayDraft(null, '空白', [], { part: 'examples', scheme: version }).scheme.examples).toEqual(
      version.examples,
    )
  })
})

describe('正文列出、后面却没有的部分', () => {
  const listed = `某镇考核办法
实行百分制，即公共项目（60分）、业务工作（40分）。
（一）公共项目（60分）
1、工作纪律（60分）
上班时间脱岗，发现一次扣2分。`
  const codes = (works: readonly DraftWork[]) =>
    replayDraft(listed, '', works).diagnostics.map(
      ({ code, settled }) => `${code}${settled === undefined ? '' : ' ✓'}`,
    )

  test('改别处不会使它消失，补上以后才不再问', () => {
    const { scheme, diagnostics } = replayDraft(listed, '', [])
    const missing = diagnostics.find(({ code }) => code === 'missing-section')
    const business = scheme.categories.find(({ title }) => title === '业务工作')
    assert(missing !== undefined && business !== undefined, 'the text lists a part it does not have')
    const elsewhere = edit({ act: 'set-title', title: '试行办法' })
    expect(codes([elsewhere])).toContain('missing-section')
    expect(codes([answer({ act: 'leave', span: missing.span, code: 'missing-section' }), elsewhere])).toContain(
      'missing-section ✓',
    )
    const sheet = edit({ act: 'add-sheet', category: business.id, office: null, points: 40 })
    expect(codes([sheet])).toContain('missing-section')
    const [own] = replayDraft(listed, '', [sheet]).scheme.categories.flatMap(({ id, sheets }) =>
      id === business.id ? sheets.map((made) => made.id) : [],
    )
    const works = [sheet, edit({ act: 'add-item', sheet: own ?? '', title: '信访', points: 40 })]
    expect(replayDraft(listed, '', works).refusedEdits).toEqual([])
    expect(codes(works).filter((code) => code.startsWith('missing-section'))).toEqual([])
  })
})
