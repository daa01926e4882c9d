import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { measure, readMarkedRegulation } from './marked-regulation.ts'

const folder = new URL('./', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe('逐行标注读法的办法', () => {
  test('有足够多的办法和条款', () => {
    const expected = names.map((name) => measure(read(name)).expected)
    expect(names.length).toBeGreaterThanOrEqual(12)
    expect(expected.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(300)
  })

  test.each(names)('%s', (name) => {
    const { faults, silent, spurious } = measure(read(name))
    expect({ faults, silent, spurious }).toEqual({ faults: [], silent: 0, spurious: 0 })
  })

  test('读法标错了会被发现', () => {
    const { faults } = measure(
      readMarkedRegulation('一、纪律（10分）\n迟到一次扣1分。\n» deduct 2 次\n旷工扣5分。\n'),
    )
    expect(faults).toHaveLength(2)
  })
})

function read(name: string): ReturnType<typeof readMarkedRegulation> {
  return readMarkedRegulation(readFileSync(new URL(name, folder), 'utf8'))
}
