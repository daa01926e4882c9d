import { expect, test } from 'vitest'
import { manifestSchema } from './manifest.ts'

const digest = 'ab'.repeat(32)
const manifestWith = (table: string, path: string) => ({
  format: 'gongdao-backup/1',
  program: '1.0.0',
  madeAt: '2026-11-20T00:00:00.000Z',
  migrations: [{ name: '0000.sql', sha256: digest }],
  tables: [{ name: table, columns: ['id'], rows: 0, bytes: 0, sha256: digest }],
  sequences: [],
  files: [{ path, bytes: 0, sha256: digest }],
  towns: [],
  keys: [],
  signingKeys: [],
})
const isRead = (table: string, path: string) => manifestSchema.safeParse(manifestWith(table, path)).success

test('清单里的路径只在备份自己的文件夹里', () => {
  expect(isRead('ledger_row', `ab/${digest}`)).toBe(true)
  for (const path of [
    '../keys.json',
    'ab/../../x',
    '/etc/passwd',
    'ab//x',
    '..',
    './x',
    String.raw`..\x`,
    'C:/x',
    '',
  ])
    expect([path, isRead('ledger_row', path)]).toEqual([path, false])
  for (const table of ['../ledger_row', 'a/b', '"', ''])
    expect([table, isRead(table, 'ab/c')]).toEqual([table, false])
})
