import { describe, expect, it } from 'vitest'
import { localDate } from '../../../domain/primitives/local-date.ts'
import type { Person } from '../../../http/contract/people.ts'
import { findPeople, stayOn } from './find-people.ts'

const stay = (office: string, from: string | null, to: string | null) => ({
  office,
  post: '工作人员' as const,
  inChargeOf: [],
  employment: null,
  from: from === null ? null : localDate(from),
  to: to === null ? null : localDate(to),
})
const lin: Person = {
  staffNumber: 'A012',
  name: '林晓岚',
  pinyin: 'linxiaolan',
  initials: 'lxl',
  stays: [stay('党办', null, '2026-06-30'), stay('农业办', '2026-07-01', null)],
  absences: [{ kind: 'secondment', from: localDate('2026-09-01'), to: localDate('2026-10-31'), note: '' }],
}
const he: Person = {
  staffNumber: '001',
  name: '何知远',
  pinyin: 'hezhiyuan',
  initials: 'hzy',
  stays: [stay('党办', null, null)],
  absences: [],
}
const everyone = { who: '', office: '', post: '', state: '', on: '' }
const today = '2026-11-22'

describe('找人', () => {
  it.each([
    ['晓岚', ['林晓岚']],
    ['lin', ['林晓岚']],
    ['LXL', ['林晓岚']],
    ['a01', ['林晓岚']],
    ['00', ['何知远']],
    ['', ['林晓岚', '何知远']],
    ['zhi', []],
  ])('输入“%s”', (who, names) => {
    expect(findPeople([lin, he], { ...everyone, who }, today).map(({ name }) => name)).toEqual(names)
  })

  it('调动过的人在哪个办公室待过都找得到', () => {
    expect(findPeople([lin, he], { ...everyone, office: '农业办' }, today)).toEqual([lin])
    expect(findPeople([lin, he], { ...everyone, office: '党办' }, today)).toEqual([lin, he])
  })

  it('说了哪一天，就看那一天在哪个办公室、在不在岗', () => {
    const names = (conditions: object) =>
      findPeople([lin, he], { ...everyone, ...conditions }, today).map(({ name }) => name)
    expect(names({ office: '党办', on: '2026-08-01' })).toEqual(['何知远'])
    expect(names({ office: '党办', on: '2026-06-30' })).toEqual(['林晓岚', '何知远'])
    expect(names({ state: 'secondment', on: '2026-09-01' })).toEqual(['林晓岚'])
    expect(names({ state: 'secondment' })).toEqual([])
    expect(names({ state: 'present', office: '党办' })).toEqual(['何知远'])
    expect(names({ state: 'left' })).toEqual([])
  })

  it('某一天在哪个办公室，首尾两天都算', () => {
    expect(stayOn(lin, '2026-06-30')?.office).toBe('党办')
    expect(stayOn(lin, '2026-07-01')?.office).toBe('农业办')
  })

  it('不在册的日子看最后一段', () => {
    const left = { ...he, stays: [stay('党办', null, '2026-03-31')] }
    expect(stayOn(left, '2026-11-22')?.to).toBe('2026-03-31')
  })
})
