import { describe, expect, test } from 'vitest'
import type { AccountView } from '../../../http/contract/town-accounts.ts'
import { findAccounts, officesOf } from './find-accounts.ts'

const account = (userName: string, changes: Partial<AccountView> = {}): AccountView => ({
  id: userName,
  userName,
  person: null,
  granted: [],
  fromRoster: [],
  state: 'active',
  hasSecondFactor: false,
  lastSeenAt: null,
  createdAt: '2026-11-20T02:00:00.000Z',
  createdBy: null,
  codeUntil: null,
  isOwn: false,
  ...changes,
})
const person = (staffNumber: string, name: string, pinyin: string, offices: readonly string[]) => ({
  staffNumber,
  name,
  pinyin,
  initials: pinyin.slice(0, 1),
  offices,
  posts: ['工作人员' as const],
})
const he = account('何青', {
  person: person('A01', '何青', 'heqing', ['党办']),
  granted: ['office'],
  fromRoster: ['staff'],
})
const lv = account('吕平003', { person: person('003', '吕平', 'lvping', ['综治办']), state: 'waiting' })
const admin = account('Admin', { granted: ['systemAdmin'], state: 'suspended' })
const all = [he, lv, admin]
const any = { who: '', role: '', state: '', office: '' }
const named = (conditions: object) => findAccounts(all, { ...any, ...conditions }).map(({ userName }) => userName)

describe('找账号', () => {
  test.each([
    ['', ['何青', '吕平003', 'Admin']],
    ['adm', ['Admin']],
    ['heq', ['何青']],
    ['a0', ['何青']],
    ['平', ['吕平003']],
    ['zz', []],
  ])('输入“%s”', (who, found) => {
    expect(named({ who })).toEqual(found)
  })

  test('授予的身份和来自花名册的身份都算', () => {
    expect([named({ role: 'office' }), named({ role: 'staff' })]).toEqual([['何青'], ['何青']])
  })

  test('按状态和办公室', () => {
    expect([named({ state: 'suspended' }), named({ office: '综治办' })]).toEqual([['Admin'], ['吕平003']])
    expect(officesOf(all.map((one) => one.person))).toEqual(['党办', '综治办'])
  })
})
