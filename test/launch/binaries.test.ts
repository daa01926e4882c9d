import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installedPackage, locateBinaries } from '../../src/storage/embedded/binaries.ts'
import { chooseRunAs } from '../../src/storage/embedded/run-as.ts'

const asRoot = process.getuid?.() === 0
const place = mkdtempSync(join(tmpdir(), 'gongdao-binaries-'))
const installed = { ...installedPackage(), folder: join(place, 'node_modules', 'package') }
const link = join(installed.folder, 'native', 'lib', 'libicuuc.so.60')
const runAs = chooseRunAs(join(place, 'postgres'))

beforeAll(() => {
  chmodSync(place, 0o755)
  mkdirSync(join(place, 'node_modules'))
  cpSync(installedPackage().folder, installed.folder, { recursive: true, verbatimSymlinks: true })
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

function initdbRuns(path: string): boolean {
  return spawnSync(path, ['--version'], { ...runAs.ids, cwd: '/' }).status === 0
}

function newHome(name: string): string {
  const home = join(place, name)
  mkdirSync(home)
  return home
}

describe.runIf(process.platform === 'linux')('内置 PostgreSQL 的程序', () => {
  test('安装脚本没有运行过：启动时补上库的链接', () => {
    rmSync(link)
    expect(initdbRuns(join(installed.folder, 'native', 'bin', 'initdb'))).toBe(false)
    const binaries = locateBinaries(runAs, newHome('links'), installed)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect([binaries.major, initdbRuns(binaries.initdb)]).toEqual(['18', true])
    expect(binaries.initdb.startsWith(installed.folder)).toBe(true)
  })

  test.runIf(asRoot)('那个用户进不了 node_modules：用数据文件夹里的一份', () => {
    chmodSync(join(place, 'node_modules'), 0o700)
    const home = newHome('closed')
    const binaries = locateBinaries(runAs, home, installed)
    expect(binaries.postgres.startsWith(home)).toBe(true)
    expect(initdbRuns(binaries.initdb)).toBe(true)
    chmodSync(join(place, 'node_modules'), 0o755)
  })

  test.runIf(asRoot)('安装时权限收得太紧：文件只有 root 能读，也用那一份', () => {
    chmodSync(join(installed.folder, 'native', 'bin', 'postgres'), 0o700)
    const home = newHome('tight')
    expect(locateBinaries(runAs, home, installed).postgres.startsWith(home)).toBe(true)
    expect(existsSync(join(home, `programs-${installed.version}`, 'native', 'share'))).toBe(true)
    chmodSync(join(installed.folder, 'native', 'bin', 'postgres'), 0o755)
  })
})
