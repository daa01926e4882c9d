import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findHiddenDebts, findImpurities, findLongFiles, findNameFaults, longestFile } from './house-rules.ts'
import { isTest, readSourceFiles } from './source-files.ts'

const files = readSourceFiles(['src', 'test', 'bench', 'tools', 'bin'], /\.(ts|tsx|mjs)$/)
// The tidy tests have to spell out what they look for.
const ordinary = files.filter((file) => !file.path.startsWith('test/tidy/'))

describe('文件名', () => {
  test('小写短横线，不用空洞的词', () => {
    expect(files.length).toBeGreaterThan(150)
    expect(findNameFaults(files.map((file) => file.path))).toEqual([])
  })

  test.each([
    'src/x/dataUtil.ts',
    'src/x/entry-data.ts',
    'src/x/utils.ts',
    'src/x/Entry.tsx',
    'src/x/handle-entry.test.ts',
  ])('抓得住：%s', (path) => expect(findNameFaults([path])).toEqual([path]))
})

describe('领域是纯的', () => {
  test('没有时钟、随机数和机器', () => {
    expect(files.filter((file) => file.path.startsWith('src/domain/')).length).toBeGreaterThan(60)
    expect(files.flatMap(findImpurities)).toEqual([])
  })

  test.each([
    'const today = new Date()',
    'const now = Date.now()',
    'const now = Date["now"]()',
    'const today = Date()',
    'const lot = Math.random()',
    'const year = new Date(0).getFullYear()',
    'const home = globalThis.process',
    'const sort = new Intl.Collator("zh").compare; Intl.Collator',
  ])('抓得住：%s', (text) => expect(findImpurities({ path: 'src/domain/pay/x.ts', text })).not.toEqual([]))
})

describe('没有藏着的欠账', () => {
  test('不关掉检查，不留待办', () => {
    expect(ordinary.flatMap(findHiddenDebts)).toEqual([])
  })

  test.each([
    '// @ts-ignore',
    '// oxlint-disable-next-line no-console',
    '/* oxlint-disable no-console -- a whole file, however good the reason */',
    '// TODO later',
    '/* eslint-disable */',
  ])('抓得住：%s', (text) => expect(findHiddenDebts({ path: 'src/x.ts', text })).toHaveLength(1))
})

describe('已发布的建表文件不再改', () => {
  const migrations = readSourceFiles(['src/storage/migrations'], /\.sql$/)
  const sums: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(new URL('./migration-sums.json', import.meta.url), 'utf8'),
  )

  test('每个文件的校验和都与登记的相同；要改表就加一个新文件，并在 migration-sums.json 登记', () => {
    expect(migrations.length).toBeGreaterThan(0)
    expect(Object.fromEntries(migrations.map((file) => [file.path.split('/').at(-1), sumOf(file.text)]))).toEqual(
      sums,
    )
  })
})

describe('篇幅', () => {
  test(`没有超过 ${longestFile} 行的源文件`, () => {
    expect(findLongFiles(ordinary.filter((file) => !isTest(file.path)))).toEqual([])
  })

  test('抓得住长文件', () => {
    expect(findLongFiles([{ path: 'src/x.ts', text: '\n'.repeat(longestFile) }])).toHaveLength(1)
  })
})

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
