import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPieces } from './json-pieces.ts'

const whole = (value: unknown) => [...jsonPieces(value)].join('')

test('分段写出的与一次写出的一字不差', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(whole(value)).toBe(`${JSON.stringify(value, null, 2)}\n`)
    }),
  )
  const value = { 有: '一\n二', 无: undefined, 空: [], 表: [undefined, {}] }
  expect(whole(value)).toBe(`${JSON.stringify(value, null, 2)}\n`)
  const deep = Array.from({ length: 12 }).reduce<unknown>((inner) => ({ 里: [inner] }), '最里\n面')
  expect(whole(deep)).toBe(`${JSON.stringify(deep, null, 2)}\n`)
})

test('长的分成许多段', () => {
  const pieces = [...jsonPieces(Array.from({ length: 20_000 }, (_, i) => ({ 序号: i })))]
  expect(pieces.length).toBeGreaterThan(5)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000)
})
