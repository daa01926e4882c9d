import { describe, expect, it } from 'vitest'
import { applySchemeEdit, type SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { schemeSchema, type Scheme } from '../../../../domain/scheme/scheme.ts'
import { movesOfItem, movesOfRule, placeOfRule } from './moves.ts'

const rule = (id: string) => ({ id, effect: 'deduct' as const, points: 1, sentence: `${id}。` })
const scheme = schemeSchema.parse({
  format: 'gongdao-scheme/1',
  categories: [
    {
      id: 'c',
      title: '公共项目',
      points: 20,
      sheets: [
        {
          id: 's',
          title: '公共项目',
          points: 20,
          items: ['一', '二', '三'].map((id) => ({
            id,
            title: id,
            points: 5,
            rules: id === '一' ? ['x', 'y'].map(rule) : [],
          })),
        },
      ],
    },
  ],
  rewards: [rule('r1'), rule('r2')],
})
const sheet = scheme.categories[0]?.sheets[0]
if (sheet === undefined) throw new Error('no sheet')

function after(edit: SchemeEdit | null): Scheme | null {
  if (edit === null) return null
  const edited = applySchemeEdit(scheme, edit)
  return edited.ok ? edited.value : null
}
const orderOf = (changed: Scheme | null) => changed?.categories[0]?.sheets[0]?.items.map(({ id }) => id).join('')

describe('上移和下移', () => {
  it('项目在它的考核表里换一位；到头的不能再移', () => {
    const [first, second, third] = sheet.items
    if (first === undefined || second === undefined || third === undefined) throw new Error('three items')
    expect(orderOf(after(movesOfItem(sheet, second).up))).toBe('二一三')
    expect(orderOf(after(movesOfItem(sheet, second).down))).toBe('一三二')
    expect(movesOfItem(sheet, first).up).toBeNull()
    expect(movesOfItem(sheet, third).down).toBeNull()
  })

  it('条款在项目里或奖惩条款里换一位', () => {
    const [x] = sheet.items[0]?.rules ?? []
    const [, r2] = scheme.rewards
    if (x === undefined || r2 === undefined) throw new Error('rules')
    expect(placeOfRule(scheme, 'x')).toEqual({ item: '一' })
    const moved = after(movesOfRule(scheme, x, placeOfRule(scheme, 'x')).down)
    expect(moved?.categories[0]?.sheets[0]?.items[0]?.rules.map(({ id }) => id)).toEqual(['y', 'x'])
    expect(after(movesOfRule(scheme, r2, placeOfRule(scheme, 'r2')).up)?.rewards.map(({ id }) => id)).toEqual([
      'r2',
      'r1',
    ])
  })
})
