import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readMarkedStructure, structureOf } from './marked-structure.ts'

const folder = new URL('./', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

function read(name: string): ReturnType<typeof readMarkedStructure> {
  return readMarkedStructure(readFileSync(new URL(name, folder), 'utf8'))
}

describe('办法的结构：类别、考核表、项目和分值', () => {
  test('有足够多的办法和项目', () => {
    const items = names.flatMap((name) => read(name).structure.filter((line) => line.startsWith('    项目 ')))
    expect(names.length).toBeGreaterThanOrEqual(40)
    expect(items.length).toBeGreaterThanOrEqual(200)
  })

  test.each(names)('%s', (name) => {
    const { text, structure } = read(name)
    expect(structureOf(text)).toEqual(structure)
  })

  test('标错了会被发现', () => {
    const { text } = readMarkedStructure('一、纪律（10分）\n迟到一次扣1分。\n» 总分 100\n')
    expect(structureOf(text)).not.toContain('总分 100')
  })
})
