import { describe, expect, it } from 'vitest'
import { createDraftKeys } from './draft-key.ts'

function countingKeys() {
  let made = 0
  return createDraftKeys(() => `key-${String(++made)}`)
}

describe('一条登记一个键', () => {
  it('出错后照原样重试用同一个键', () => {
    const keys = countingKeys()
    expect(keys.keyFor({ ruleId: 'r1' })).toBe('key-1')
    expect(keys.keyFor({ ruleId: 'r1' })).toBe('key-1')
  })

  it('改了内容就是另一条，换新键', () => {
    const keys = countingKeys()
    keys.keyFor({ quantity: '1' })
    expect(keys.keyFor({ quantity: '2' })).toBe('key-2')
  })

  it('存好之后，同样内容的下一条是新的一条', () => {
    const keys = countingKeys()
    keys.keyFor({ quantity: '1' })
    keys.settle()
    expect(keys.keyFor({ quantity: '1' })).toBe('key-2')
  })
})
