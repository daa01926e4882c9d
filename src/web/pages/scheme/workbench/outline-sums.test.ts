import { describe, expect, it } from 'vitest'
import { schemeSchema } from '../../../../domain/scheme/scheme.ts'
import { categorySum, schemeSum, sheetSum } from './outline-sums.ts'

const item = (id: string, points: number | null) => ({ id, title: id, points, rules: [] })
const scheme = schemeSchema.parse({
  format: 'gongdao-scheme/1',
  total: 100,
  categories: [
    {
      id: 'common',
      title: '公共项目',
      points: 20,
      sheets: [{ id: 'all', title: '公共项目', points: 20, items: [item('a', 12.5), item('b', 7.5)] }],
    },
    {
      id: 'business',
      title: '业务工作',
      points: 60,
      sheets: [
        { id: 'party', title: '党办', office: '党办', points: 60, items: [item('c', 60)] },
        { id: 'farm', title: '农业办', office: '农业办', points: 60, items: [item('d', 40)] },
        { id: 'lost', title: '计生办', office: '计生办', points: 60, items: [item('e', 40), item('f', null)] },
      ],
    },
    { id: 'rated', title: '综合评议', points: 20, kind: 'rated' },
  ],
})
const sums = scheme.categories.map((category) => category.sheets.map(sheetSum))

describe('结构里的合计', () => {
  it('项目之和等于考核表的分值才算相符，小数不出误差', () => {
    expect(sums[0]?.[0]).toEqual({ stated: 2000, summed: 2000, agrees: true })
    expect(sums[1]?.[1]).toEqual({ stated: 6000, summed: 4000, agrees: false })
  })

  it('有一项分值缺失，合计就是未知，不当作0', () => {
    expect(sums[1]?.[2]).toEqual({ stated: 6000, summed: null, agrees: false })
  })

  it('各办公室的考核表并列，各占类别的全部分值，不相加', () => {
    expect(scheme.categories.map(categorySum).map((sum) => sum.agrees)).toEqual([true, true, true])
    expect(schemeSum(scheme)).toEqual({ stated: 10000, summed: 10000, agrees: true })
  })

  it('全体一张表加上各办公室的表才是类别的分值；还没有表就是 0', () => {
    const shared = { id: 'shared', title: '共同', points: 10, items: [item('g', 10)] }
    const office = (points: number) => ({
      id: 'o',
      title: '党办',
      office: '党办',
      points,
      items: [item('h', points)],
    })
    const sumOf = (sheets: object[]) =>
      schemeSchema
        .parse({ format: 'gongdao-scheme/1', categories: [{ id: 'c', title: '业务', points: 60, sheets }] })
        .categories.map(categorySum)
    expect(sumOf([shared, office(50)])).toEqual([{ stated: 6000, summed: 6000, agrees: true }])
    expect(sumOf([shared, office(60)])).toEqual([{ stated: 6000, summed: 7000, agrees: false }])
    expect(sumOf([])).toEqual([{ stated: 6000, summed: 0, agrees: false }])
  })
})
