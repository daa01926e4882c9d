import { describe, expect, it } from 'vitest'
import { applySchemeEdit } from '../../../../domain/scheme/edit-scheme.ts'
import { schemeSchema } from '../../../../domain/scheme/scheme.ts'
import {
  deadlineDrafts,
  emptyGrade,
  gradeDrafts,
  nextStep,
  readDeadlines,
  readGrades,
  suggestedDeadlines,
} from './list-drafts.ts'

const blank = schemeSchema.parse({ format: 'gongdao-scheme/1', categories: [] })

describe('等次与时限的表单', () => {
  it('等次：空着的格不送，数字写错就不能保存', () => {
    const typed = { ...emptyGrade, grade: '优秀', from: '90', quotaPercent: '20' }
    expect(readGrades([typed])).toEqual([{ grade: '优秀', from: 90, quotaPercent: 20 }])
    expect(readGrades([{ ...typed, from: '九十' }])).toBeNull()
    expect(readGrades([{ ...typed, grade: ' ' }])).toBeNull()
    expect(readGrades([])).toEqual([])
  })

  it('等次保存以后再打开，和填的一样', () => {
    const typed = [{ ...emptyGrade, grade: '优秀', from: '90.5', below: '100', employment: '公务员' }]
    const edited = applySchemeEdit(blank, { act: 'set-grades', grades: readGrades(typed) ?? [] })
    expect(edited.ok && gradeDrafts(edited.value)).toEqual(typed)
  })

  it('时限：天数是 1 到 366 的整数，同一步不写两次；建议值可以直接保存', () => {
    const edited = applySchemeEdit(blank, {
      act: 'set-deadlines',
      deadlines: readDeadlines(suggestedDeadlines) ?? [],
    })
    expect(edited.ok && deadlineDrafts(edited.value)).toEqual(suggestedDeadlines)
    const [first] = suggestedDeadlines
    if (first === undefined) throw new Error('suggested')
    for (const days of ['', '0', '367', '1.5', '五']) expect(readDeadlines([{ ...first, days }])).toBeNull()
    expect(readDeadlines([first, first])).toBeNull()
    expect(nextStep([first])).toBe('异议')
  })
})
