import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf } from './canonical-json.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

describe('规范 JSON', () => {
  it('字段按名字排序，没有空格，没有值的字段不写', () => {
    expect(canonicalJson({ b: [1, 2.5, null], a: '分', 城: undefined, A: { z: true, y: false } })).toBe(
      '{"A":{"y":false,"z":true},"a":"分","b":[1,2.5,null]}',
    )
    expect(canonicalJson(-0)).toBe('0')
  })

  it('性质：字段次序不同，文本与摘要相同；读回来还是同一个值', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(digestOf(backwards(value), sha256)).toBe(digestOf(value, sha256))
      }),
    )
  })

  it.each([[new Date(0)], [1n], [Number.NaN], [[undefined]], [new Map()]])('%s 不是 JSON，不写', (value) => {
    expect(() => canonicalJson({ value })).toThrow('assertion failed')
  })

  it('摘要是 UTF-8 的 SHA-256', () => {
    expect(digestOf('公道', sha256)).toBe(createHash('sha256').update('"公道"', 'utf8').digest('hex'))
  })
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, backwards(one)]),
  )
}
