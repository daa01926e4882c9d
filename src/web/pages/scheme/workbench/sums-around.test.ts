import { describe, expect, it } from 'vitest'
import { applySchemeEdit, type SchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { schemeSchema } from '../../../../domain/scheme/scheme.ts'
import { sumsAround } from './sums-around.ts'

const scheme = schemeSchema.parse({
  format: 'gongdao-scheme/1',
  title: '考核办法',
  total: 100,
  categories: [
    {
      id: 'common',
      title: '公共项目',
      points: 20,
      sheets: [
        { id: 'all', title: '公共项目', points: 20, items: [{ id: 'discipline', title: '工作纪律', points: 20 }] },
      ],
    },
    {
      id: 'business',
      title: '业务工作',
      points: 80,
      sheets: [
        {
          id: 'farm',
          title: '农业办',
          office: '农业办',
          points: 80,
          items: [{ id: 'plant', title: '种植', points: 60 }],
        },
      ],
    },
  ],
})

function around(edit: SchemeEdit) {
  const edited = applySchemeEdit(scheme, edit)
  if (!edited.ok) throw new Error(edited.refusal.code)
  return sumsAround(scheme, edited.value, edit).map(({ title, before, after }) => [
    title,
    before.summed,
    after.summed,
    after.agrees,
  ])
}

describe('一边填一边变的合计', () => {
  it('改项目的分值，动的是它的考核表；上面各级跟着列出', () => {
    expect(around({ act: 'change-item', item: 'plant', fields: { points: 80 } })).toEqual([
      ['农业办', 6000, 8000, true],
      ['业务工作', 8000, 8000, true],
      ['考核办法', 10000, 10000, true],
    ])
  })

  it('全体共用的表和类别同名，相符时只说一次', () => {
    expect(around({ act: 'change-item', item: 'discipline', fields: { points: 15 } })).toEqual([
      ['公共项目', 2000, 1500, false],
      ['考核办法', 10000, 10000, true],
    ])
  })

  it('添加类别只动总分；改条款不动合计', () => {
    expect(around({ act: 'add-category', title: '综合评议', points: 20, kind: 'rated' })).toEqual([
      ['考核办法', 10000, 12000, false],
    ])
    expect(around({ act: 'set-title', title: '新办法' })).toEqual([])
  })
})
