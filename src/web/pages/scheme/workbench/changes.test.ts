import { describe, expect, it } from 'vitest'
import { hasSuggestedRaters } from '../../../../domain/scheme/rater-groups.ts'
import { schemeSchema, type SchemeFile } from '../../../../domain/scheme/scheme.ts'
import { changesOf } from './changes.ts'

const source = { start: 0, end: 4, quote: '原文四字' }
const file: SchemeFile = {
  format: 'gongdao-scheme/1',
  total: 100,
  window: 'year',
  categories: [
    {
      id: 'business',
      title: '业务工作',
      points: 80,
      source,
      sheets: [
        {
          id: 'party',
          title: '党办',
          office: '党办',
          points: 80,
          source,
          items: [
            {
              id: 'read',
              title: '办会',
              points: 60,
              source,
              rules: [
                { id: 'own', effect: 'deduct', points: 2, source, sentence: '扣2分。' },
                { id: 'changed', effect: 'deduct', points: 3, source, sentence: '扣3分。', origin: 'person' },
              ],
            },
            {
              id: 'added',
              title: '办文',
              points: 20,
              origin: 'person',
              rules: [{ id: 'inside', effect: 'deduct', points: 1, origin: 'person', sentence: '扣1分。' }],
            },
          ],
        },
      ],
    },
    { id: 'rated', title: '综合评议', points: 20, kind: 'rated', source },
  ],
  rewards: [{ id: 'rung', effect: 'add', points: 1, level: '区', source, sentence: '加1分。', origin: 'default' }],
  rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
  pay: { perPerson: 2000, formula: 'pool-by-score', source },
}
const scheme = schemeSchema.parse(file)
const brief = (hasText: boolean, changed = scheme) =>
  changesOf(changed, hasText).map(({ origin, focus, place, words }) => [
    origin,
    focus.id,
    place,
    typeof words === 'string' ? words : words.matter,
  ])

describe('与原文的不同', () => {
  it('列出手工补充、改动和建议值；手工加的项目代表它里面的条款', () => {
    expect(brief(true)).toEqual([
      ['person', 'changed', '业务工作 › 党办 › 办会', '扣3分。'],
      ['person', 'added', '业务工作 › 党办', '办文'],
      ['default', 'rated', '综合评议', 'raters'],
      ['default', 'rung', '', '加1分。'],
      ['person', 'scheme', '', 'rollUps'],
    ])
  })

  it('没有写明满分周期，按年是建议值', () => {
    const { window: _window, ...open } = scheme
    expect(brief(true, open)[0]).toEqual(['default', 'scheme', '', 'yearly'])
  })

  it('没有原文的方案全是手工的，只列建议值', () => {
    expect(brief(false)).toEqual([['default', 'rated', '综合评议', 'raters']])
  })

  it('评议组由人定过，就不再是建议值', () => {
    const rated = (fields: Partial<SchemeFile['categories'][number]>) =>
      schemeSchema
        .parse({
          ...file,
          categories: [{ id: 'rated', title: '综合评议', points: 20, kind: 'rated', ...fields }],
        })
        .categories.some(hasSuggestedRaters)
    const raterGroups = [{ group: '同事', weight: 100 }]
    expect(rated({})).toBe(true)
    expect(rated({ raterGroups, origin: 'default' })).toBe(true)
    expect(rated({ raterGroups, origin: 'person' })).toBe(false)
    expect(rated({ kind: 'deductive' })).toBe(false)
  })
})
