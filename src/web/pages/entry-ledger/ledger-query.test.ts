import { describe, expect, it } from 'vitest'
import { isFiltered, ledgerDefaults, ledgerQuery } from './ledger-query.ts'

describe('台账的查询条件', () => {
  it('默认不带条件', () => {
    expect(ledgerQuery(ledgerDefaults)).toEqual({ page: 1, pageSize: 20 })
    expect(isFiltered(ledgerDefaults)).toBe(false)
  })

  it('手改的地址里不成话的条件不发给服务器', () => {
    const odd = { ...ledgerDefaults, state: 'deleted', from: '昨天', page: '-3', size: '9999' }
    expect(ledgerQuery(odd)).toEqual({ page: 1, pageSize: 20 })
  })

  it('翻页不算条件，词语算', () => {
    expect(isFiltered({ ...ledgerDefaults, page: '3' })).toBe(false)
    expect(isFiltered({ ...ledgerDefaults, words: '迟到' })).toBe(true)
    expect(ledgerQuery({ ...ledgerDefaults, words: ' 迟到 ', state: 'recorded' })).toMatchObject({
      words: '迟到',
      state: 'recorded',
    })
  })
})
