import { describe, expect, it } from 'vitest'
import { defaultRaterGroups } from '../../../../domain/scheme/rater-groups.ts'
import { ladderOf, readRungs, suggestedRungs } from './ladder.ts'
import { categoryFields, emptyPart, isSuggested, partFieldsOf, ratersDraft } from './part-draft.ts'
import { ruleSchema } from '../../../../domain/scheme/scheme.ts'

const suggested = ratersDraft(defaultRaterGroups, false)
const rated = { ...emptyPart, title: '综合评议', points: '20', kind: 'rated' as const, raters: suggested }

describe('类别和项目的表单', () => {
  it('名称和分值都要有，分值最多两位小数', () => {
    expect(partFieldsOf({ ...emptyPart, title: '纪律', points: '' })).toBeNull()
    expect(partFieldsOf({ ...emptyPart, title: ' ', points: '5' })).toBeNull()
    expect(partFieldsOf({ ...emptyPart, title: '纪律', points: '2.505' })).toBeNull()
    expect(partFieldsOf({ ...emptyPart, title: ' 纪律 ', points: '2.5' })).toMatchObject({
      title: '纪律',
      points: 2.5,
    })
  })

  it('评议组没有动过就不送，留着建议值的标记；动过就送', () => {
    const untouched = partFieldsOf(rated)
    expect(untouched && categoryFields(untouched, suggested)).not.toHaveProperty('raterGroups')
    const groups = suggested.groups.map((row, at) => (at === 0 ? { ...row, weight: '40' } : row))
    const changed = partFieldsOf({ ...rated, raters: { groups, spreads: true } })
    expect(changed && categoryFields(changed, suggested)).toMatchObject({
      raterGroups: [{ group: '主要领导', weight: 40 }, {}, {}, {}],
      missingRaterGroup: 'spread',
    })
  })

  it('表单里的评议组与建议一致才标建议值', () => {
    expect(isSuggested(suggested)).toBe(true)
    expect(isSuggested({ groups: suggested.groups.slice(1), spreads: false })).toBe(false)
  })
})

describe('奖惩等级', () => {
  it('级别不重复、分值是数才能保存；一级不留也可以', () => {
    expect(readRungs(suggestedRungs)).toEqual([
      { level: '区', points: 1 },
      { level: '市', points: 2 },
      { level: '省', points: 3 },
      { level: '国家', points: 5 },
    ])
    expect(readRungs([...suggestedRungs, { level: '市', points: '4' }])).toBeNull()
    expect(readRungs([{ level: '市', points: '两' }])).toBeNull()
    expect(readRungs([])).toEqual([])
  })

  it('只收同一种效力的各级；情形不止一种就不能当一张表改', () => {
    const rung = (id: string, effect: 'add' | 'deduct', level: string | undefined, condition: string) =>
      ruleSchema.parse({ id, effect, points: 1, level, condition })
    const rewards = [
      rung('a', 'add', '区', '表彰'),
      rung('b', 'deduct', '区', '通报'),
      rung('c', 'add', undefined, '献血'),
    ]
    expect(ladderOf(rewards, 'add')).toMatchObject({ condition: '表彰', isSingle: true, rungs: [{ id: 'a' }] })
    expect(ladderOf([...rewards, rung('d', 'add', '市', '创新')], 'add').isSingle).toBe(false)
  })
})
