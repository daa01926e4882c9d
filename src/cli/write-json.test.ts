import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeJson } from './write-json.ts'

function piecesOf(value: unknown): string[] {
  const pieces: string[] = []
  writeJson(value, (piece) => void pieces.push(piece))
  return pieces
}

test('分段写出的与一次写出的一字不差', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(piecesOf(value).join('')).toBe(`${JSON.stringify(value, null, 2)}\n`)
    }),
  )
  const value = { 有: 1, 无: undefined, 空: [], 表: [undefined, {}] }
  expect(piecesOf(value).join('')).toBe(`${JSON.stringify(value, null, 2)}\n`)
})

test('长的分成许多段', () => {
  const pieces = piecesOf(Array.from({ length: 20_000 }, (_, i) => ({ 序号: i })))
  expect(pieces.length).toBeGreaterThan(5)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000)
})
