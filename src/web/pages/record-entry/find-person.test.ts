import { describe, expect, it } from 'vitest'
import type { Person } from '../../../http/contract/people.ts'
import { findWhom } from './find-person.ts'

function person(staffNumber: string, name: string, pinyin: string, initials: string, office: string): Person {
  const stay = { office, post: '工作人员', inChargeOf: [], employment: null, from: null, to: null } as const
  return { staffNumber, name, pinyin, initials, stays: [stay], absences: [] }
}

const people = [
  person('001', '魏知秋', 'weizhiqiu', 'wzq', '党办'),
  person('002', '温知夏', 'wenzhixia', 'wzx', '综治办'),
  person('003', '卫子期', 'weiziqi', 'wzq', '综治办'),
  person('010', '欧阳知秋', 'ouyangzhiqiu', 'oyzq', '农业办'),
]
const offices = [
  { office: '党办', pinyin: 'dangban', initials: 'db' },
  { office: '综治办', pinyin: 'zongzhiban', initials: 'zzb' },
  { office: '农业办', pinyin: 'nongyeban', initials: 'nyb' },
]

function keys(words: string, recent: readonly string[] = []) {
  return findWhom(people, offices, words, recent).map((whom) => whom.key)
}

describe('找人', () => {
  it('全拼、简拼、汉字、工号都找得到', () => {
    expect(keys('weizhiqiu')[0]).toBe('001')
    expect(keys('wzx')).toEqual(['002'])
    expect(keys('温知')).toEqual(['002'])
    expect(keys('010')[0]).toBe('010')
    expect(keys('wei zhi')).toEqual(['001'])
  })

  it('同样简拼的人，最近登记过的在前', () => {
    expect(keys('wzq')).toEqual(['001', '003'])
    expect(keys('wzq', ['003'])).toEqual(['003', '001'])
  })

  it('整名在前，含有这些字的在后', () => {
    expect(keys('知秋')).toEqual(['001', '010'])
    expect(keys('欧阳知秋')).toEqual(['010'])
  })

  it('办公室名找到整个办公室，其后是这个办公室的人', () => {
    expect(keys('综治办')).toEqual(['@综治办', '002', '003'])
    expect(keys('@农业')).toEqual(['@农业办'])
  })

  it('办公室的全拼、简拼和开头几个字母都找得到，带@也行', () => {
    expect(keys('zongzhiban')).toEqual(['@综治办'])
    expect(keys('zzb')).toEqual(['@综治办'])
    expect(keys('nongye')).toEqual(['@农业办'])
    expect(keys('ny')).toEqual(['@农业办'])
    expect(keys('@db')).toEqual(['@党办'])
  })

  it('简拼相同时人在前，办公室在后', () => {
    const same = [person('020', '丁波', 'dingbo', 'db', '农业办')]
    expect(findWhom(same, offices, 'db', []).map(({ key }) => key)).toEqual(['020', '@党办'])
  })

  it('没有输入时，最近的在前，其余按花名册', () => {
    expect(keys('', ['010']).slice(0, 2)).toEqual(['010', '001'])
  })

  it('找不到就是空的', () => {
    expect(keys('不存在')).toEqual([])
  })

  it('整个办公室写明有几个人，领导不在内', () => {
    const leader = person('100', '仇平', 'qiuping', 'qp', '综治办')
    const stays = leader.stays.map((stay) => ({ ...stay, post: '分管领导' as const }))
    const found = findWhom([...people, { ...leader, stays }], offices, '综治办', [])[0]
    expect(found?.kind === 'office' ? found.people : null).toBe(2)
  })
})
