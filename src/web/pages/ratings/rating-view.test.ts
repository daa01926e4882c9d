import { describe, expect, it } from 'vitest'
import type { PersonRating } from '../../../http/contract/ratings.ts'
import { groupToStartWith, isIncomplete, meanOf, ratingsShown, typedMark, weightShare } from './rating-view.ts'

const mark = { id: 'm1', mark: 9000, source: '评议表', at: '2026-12-20T01:00:00Z', by: '考核办' }

function rating(changes: Partial<PersonRating>): PersonRating {
  return {
    staffNumber: '001',
    name: '魏知秋',
    office: '党办',
    categoryId: 'rated',
    groups: [
      { group: '主要领导', weight: 3000, marks: [mark], missing: false },
      { group: '同事', weight: 2000, marks: [], missing: true },
    ],
    whole: null,
    score: null,
    ...changes,
  }
}

describe('综合评议表', () => {
  it('组内取平均，四舍五入到0.01', () => {
    expect(meanOf([{ mark: 9000 }, { mark: 9001 }])).toBe(9001)
    expect(meanOf([{ mark: 9000 }, { mark: 9000 }, { mark: 9001 }])).toBe(9000)
    expect(meanOf([])).toBeNull()
  })

  it('权重按占比显示', () => {
    expect(weightShare(3000, [{ weight: 3000 }, { weight: 7000 }])).toBe(3000)
    expect(weightShare(1, [{ weight: 1 }, { weight: 1 }, { weight: 1 }])).toBe(3333)
    expect(weightShare(0, [])).toBe(0)
  })

  it('分数在0到100之间', () => {
    expect(typedMark('92.5')).toBe(9250)
    expect(typedMark('0')).toBe(0)
    for (const bad of ['', '101', '-1', '90.123', '九十']) expect(typedMark(bad)).toBeNull()
  })

  it('有一组没评就是没评完，有总评就算评完', () => {
    expect(isIncomplete(rating({}))).toBe(true)
    expect(isIncomplete(rating({ whole: mark, groups: [] }))).toBe(false)
    expect(groupToStartWith(rating({}))).toBe('同事')
    expect(groupToStartWith(rating({ groups: [] }))).toBeNull()
  })

  it('按类别、办公室、姓名和是否评完筛选', () => {
    const people = [rating({}), rating({ staffNumber: '002', name: '温知夏', office: '综治办', whole: mark })]
    const all = { category: 'rated', office: '', words: '', onlyMissing: false }
    const numbers = (filter: typeof all) => ratingsShown(people, filter).map((person) => person.staffNumber)
    expect(numbers(all)).toEqual(['001', '002'])
    expect(numbers({ ...all, onlyMissing: true })).toEqual(['001'])
    expect(numbers({ ...all, office: '综治办' })).toEqual(['002'])
    expect(numbers({ ...all, words: '知夏' })).toEqual(['002'])
    expect(numbers({ ...all, category: 'other' })).toEqual([])
  })
})
