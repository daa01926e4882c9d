import { describe, expect, it } from 'vitest'
import { rule, schemeOf } from '../../../test/builders/town.ts'
import { compileRegulation } from '../compiler/compile-regulation.ts'
import type { Scheme } from './scheme.ts'
import { continuedCategories, continuedRuleIds, rereadRuleIds } from './scheme-lineage.ts'

type RuleFile = ReturnType<typeof rule>
type ItemFile = { readonly id: string; readonly title: string; readonly rules: RuleFile[] }

const deed = (id: string, condition: string, fields: Partial<RuleFile> = {}) => rule(id, { condition, ...fields })

function sheetOf(items: readonly ItemFile[], office: string | null = null, category = '公共项目'): Scheme {
  return schemeOf({
    categories: [
      {
        id: 'c',
        title: category,
        points: 10,
        sheets: [{ id: 's', title: office ?? '公共', office, items: [...items] }],
      },
    ],
  })
}

/** One item of these rules. */
const itemOf = (...rules: RuleFile[]) => sheetOf([{ id: 'i', title: '工作纪律', rules }])

const pairs = (earlier: Scheme, later: Scheme) => Object.fromEntries(continuedRuleIds(earlier, later))

describe('沿革：哪一条接着哪一条', () => {
  it('看项目和词语，不看编号', () => {
    const earlier = itemOf(deed('a', '迟到'), deed('b', '旷工'))
    const later = itemOf(deed('b', '炒股'), deed('a', '旷工', { points: 9 }), deed('c', '迟到'))
    expect(pairs(earlier, later)).toEqual({ a: 'c', b: 'a' })
  })

  it('一件事的几档各接各的', () => {
    const rungs = (light: string, grave: string) => [
      deed(light, '失误', { points: 1 }),
      deed(grave, '失误', { points: 5, severity: '造成重大损失' }),
    ]
    expect(pairs(itemOf(...rungs('a', 'b')), itemOf(...rungs('b', 'a').toReversed()))).toEqual({ a: 'b', b: 'a' })
  })

  it('全半角、空格不算改', () => {
    expect(pairs(itemOf(deed('a', '迟到（30分钟）')), itemOf(deed('b', '迟到 (30分钟)')))).toEqual({ a: 'b' })
  })

  it('词语改了，条数没变、位置没变、效果没变：还是那一条', () => {
    expect(
      pairs(itemOf(deed('a', '迟到'), deed('b', '旷工')), itemOf(deed('x', '上班迟到'), deed('y', '旷工'))),
    ).toEqual({
      a: 'x',
      b: 'y',
    })
  })

  it('词语和条数都变了：不猜', () => {
    expect(pairs(itemOf(deed('a', '迟到')), itemOf(deed('x', '早退'), deed('y', '脱岗')))).toEqual({})
  })

  it('两条一模一样，后来只剩一条：不猜是哪一条', () => {
    expect(pairs(itemOf(deed('a', '迟到'), deed('b', '迟到')), itemOf(deed('x', '迟到', { points: 7 })))).toEqual(
      {},
    )
  })

  it('完成数的条款与次数的条款，词语相同也是两回事', () => {
    const target = { shortfall: { target: 10, unit: '篇', step: 1 } }
    const earlier = itemOf(deed('a', '读书笔记', target), deed('b', '脱岗'))
    const later = itemOf(deed('x', '脱岗'), deed('y', '读书笔记'))
    expect(pairs(earlier, later)).toEqual({ b: 'x' })
  })

  it('扣分改成了不得分：记录仍归它管', () => {
    const later = itemOf(deed('x', '旷工'), deed('y', '迟到', { effect: 'forfeit', points: null }))
    expect(pairs(itemOf(deed('a', '迟到')), later)).toEqual({ a: 'y' })
  })
})

describe('沿革：类别、考核表和项目', () => {
  const late = deed('a', '迟到')

  it('项目改了名，条款没改：还是那个项目；名和条款都改了：取消了', () => {
    const earlier = sheetOf([{ id: 'i', title: '工作纪律', rules: [late] }])
    const renamed = sheetOf([{ id: 'j', title: '劳动纪律', rules: [deed('x', '迟到', { points: 4 })] }])
    const replaced = sheetOf([{ id: 'i', title: '卫生', rules: [deed('a', '不打扫')] }])
    expect(pairs(earlier, renamed)).toEqual({ a: 'x' })
    expect(pairs(earlier, replaced)).toEqual({})
  })

  it('国土所(规划办) 就是 国土所', () => {
    const items = [{ id: 'i', title: '工作纪律', rules: [late] }]
    expect(pairs(sheetOf(items, '国土所（规划办）'), sheetOf(items, '国土所'))).toEqual({ a: 'a' })
    expect(pairs(sheetOf(items, '国土所'), sheetOf(items, '财政所'))).toEqual({})
  })

  it('类别改了名，项目没改：还是那个类别；评议类别认种类', () => {
    const items = [{ id: 'i', title: '工作纪律', rules: [late] }]
    expect(pairs(sheetOf(items), sheetOf(items, null, '共性工作'))).toEqual({ a: 'a' })
    const rated = (id: string, title: string) =>
      schemeOf({ categories: [{ id, title, points: 20, kind: 'rated' }] })
    const [pair] = continuedCategories(rated('c1', '综合评议'), rated('c9', '民主测评'))
    expect(pair?.map(({ id }) => id)).toEqual(['c1', 'c9'])
  })

  it('奖励与否决在项目之外，各认词语', () => {
    const outside = (add: string, veto: string) =>
      schemeOf({
        rewards: [deed(add, '表彰', { effect: 'add' })],
        vetoes: [deed(veto, '安全事故', { effect: 'veto', points: null })],
      })
    expect(pairs(outside('w1', 'v1'), outside('v1', 'w1'))).toEqual({ w1: 'v1', v1: 'w1' })
  })
})

describe('同一原文的两种读法', () => {
  const text = '办法\n一、公共项目（10分）\n1、工作纪律（10分）\n上班迟到的，每次扣完2分；旷工的，每次扣5分。\n'

  it('条款落在同样的字上，就是同一条，效果变了也是', () => {
    const plain = compileRegulation(text)
    const question = plain.diagnostics.find(({ readings }) => readings !== undefined)
    const other = question?.readings?.[1]
    expect(other).toBeDefined()
    if (other === undefined) return
    const reread = compileRegulation(text, { interpretations: [other.interpretation] })
    const effects = (scheme: Scheme) =>
      scheme.categories[0]?.sheets[0]?.items[0]?.rules.map(({ effect }) => effect)
    expect([effects(plain.scheme), effects(reread.scheme)]).toEqual([
      ['deduct', 'deduct'],
      ['forfeit', 'deduct'],
    ])
    expect(Object.fromEntries(rereadRuleIds(plain.scheme, reread.scheme))).toEqual({
      'c1-s1-i1-r1': 'c1-s1-i1-r1',
      'c1-s1-i1-r2': 'c1-s1-i1-r2',
    })
  })
})
