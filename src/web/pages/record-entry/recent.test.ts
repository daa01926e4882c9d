import { describe, expect, it } from 'vitest'
import { readRecent, withRecent } from './recent.ts'

function storageWith(value: string | null): Storage {
  const storage = {
    getItem: () => value,
    setItem: () => {},
    removeItem: () => {},
    clear: () => {},
    key: () => null,
  }
  return { ...storage, length: 1 }
}

describe('最近用过的', () => {
  it('新用的提到最前，不重复，只留最近几个', () => {
    expect(withRecent(['a', 'b', 'c'], ['b'])).toEqual(['b', 'a', 'c'])
    expect(withRecent(['a', 'b', 'c'], ['d'], 3)).toEqual(['d', 'a', 'b'])
  })

  it('存的内容坏了就当没有', () => {
    expect(readRecent(storageWith('{坏'), 'x')).toEqual([])
    expect(readRecent(storageWith('["a",1]'), 'x')).toEqual(['a'])
    expect(readRecent(storageWith(null), 'x')).toEqual([])
  })
})
