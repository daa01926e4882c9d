import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chooseStorageHome } from './embedded/storage-home.ts'
import { openSealingKey } from './sealing-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongdao-keys-'))
if (process.getuid?.() === 0) chmodSync(folder, 0o755)
const home = chooseStorageHome({ GONGDAO_DATA: folder })
const file = join(folder, 'keys.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('钥匙第一次启动时做成，只有本用户可读，以后一直用它', () => {
  const key = openSealingKey(home)
  expect(key).toHaveLength(32)
  expect(new Set(key).size).toBeGreaterThan(4)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(openSealingKey(home)).toEqual(key)
})

test.each(['', '{', '{"secondFactor":"short"}', `{"secondFactor":"${'é'.repeat(44)}"}`])(
  '钥匙文件坏了（%s）就不启动，说是哪个文件、怎么办',
  (text) => {
    writeFileSync(file, text)
    expect(() => openSealingKey(home)).toThrow(new RegExp(`${file} 损坏.*从备份恢复`))
  },
)

test('钥匙文件丢了就另做一把，与原来的不同', () => {
  rmSync(file)
  const first = openSealingKey(home)
  rmSync(file)
  expect(openSealingKey(home)).not.toEqual(first)
})
