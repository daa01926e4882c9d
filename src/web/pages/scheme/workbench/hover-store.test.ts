import { describe, expect, it } from 'vitest'
import { createHoverStore } from './hover-store.ts'

describe('指着的地方', () => {
  it('带着它所在的各级一起亮，移开就灭', () => {
    const store = createHoverStore(({ id }) => [id, 'item', 'sheet'])
    store.hover({ kind: 'rule', id: 'late' })
    expect(store.read().focus).toEqual({ kind: 'rule', id: 'late' })
    expect([...store.read().parts]).toEqual(['late', 'item', 'sheet'])
    store.hover(null)
    expect(store.read()).toEqual({ focus: null, parts: new Set() })
  })

  it('在同一处移动不再通知，换了地方才通知', () => {
    const store = createHoverStore(({ id }) => [id])
    let notices = 0
    const stop = store.subscribe(() => (notices += 1))
    for (const id of ['a', 'a', 'b', 'b']) store.hover({ kind: 'rule', id })
    expect(notices).toBe(2)
    stop()
    store.hover(null)
    expect(notices).toBe(2)
  })
})
