import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { isPostgres, readPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { startEmbedded, type EmbeddedDatabase } from '../../src/storage/embedded/start-embedded.ts'
import { StartRefused, startRefusalSentence, type StartRefusal } from '../../src/storage/embedded/start-refusal.ts'
import { chooseStorageHome } from '../../src/storage/embedded/storage-home.ts'
import { newDataFolder, removeDataFolder } from '../e2e/support/product.ts'
import { holdFolder, type Holder } from './holder.ts'

const asRoot = process.getuid?.() === 0
const folders: string[] = []
const started: EmbeddedDatabase[] = []
const holders: Holder[] = []

afterEach(async () => {
  for (const holder of holders.splice(0)) await holder.kill()
  for (const database of started.splice(0)) await database.stop()
  for (const folder of folders.splice(0)) await removeDataFolder(folder)
})

function newFolder(): string {
  const folder = newDataFolder()
  folders.push(folder)
  return folder
}

async function start(folder: string, neededBytes?: number): Promise<EmbeddedDatabase> {
  const home = chooseStorageHome({ GONGDAO_DATA: folder })
  const database = await startEmbedded({ home, say: () => {}, ...(neededBytes !== undefined && { neededBytes }) })
  started.push(database)
  return database
}

async function hold(folder: string): Promise<Holder> {
  const holder = await holdFolder(folder)
  holders.push(holder)
  return holder
}

async function refusalOf(work: Promise<unknown>): Promise<StartRefusal> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof StartRefused) return error.refusal
  throw error instanceof Error ? error : new Error('nothing was refused')
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

describe('第一次启动', () => {
  test('落盘、校验和、口令都是开着的，只听本机', async () => {
    const folder = newFolder()
    const database = await start(folder)
    const settings = await ask(
      database.adminUrl,
      `select name || '=' || setting as line from pg_settings where name in
       ('data_checksums', 'fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit', 'unix_socket_directories')
       order by name`,
    )
    expect(settings.map((row) => row['line'])).toEqual([
      'data_checksums=on',
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=127.0.0.1',
      'synchronous_commit=on',
      'unix_socket_directories=',
    ])
    const rules = await ask(database.adminUrl, 'select distinct auth_method from pg_hba_file_rules')
    expect(rules).toEqual([{ auth_method: 'scram-sha-256' }])
    expect(statSync(join(folder, 'credentials.json')).mode & 0o777).toBe(0o600)
  })

  test('编码是 UTF8，能按拼音排序', async () => {
    const database = await start(newFolder())
    const names = await ask(
      database.appUrl,
      `select string_agg(name, '' order by name collate "zh-x-icu") as sorted, current_setting('server_encoding') as encoding
       from unnest(array['赵', '安', '李']) as name`,
    )
    expect(names).toEqual([{ sorted: '安李赵', encoding: 'UTF8' }])
  })

  test('应用和登录两个角色不是库主也不是超级用户，建不了表', async () => {
    const database = await start(newFolder())
    const roles = await ask(
      database.adminUrl,
      `select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname like 'gongdao\\_%' and rolname <> 'gongdao_admin' order by rolname`,
    )
    const powerless = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false }
    expect(roles).toEqual([
      { rolname: 'gongdao_app', ...powerless },
      { rolname: 'gongdao_owner', ...powerless },
      { rolname: 'gongdao_sign_in', ...powerless },
    ])
    for (const url of [database.appUrl, database.signInUrl]) {
      await expect(ask(url, 'create table t (a int)')).rejects.toThrow(/permission denied/)
      await expect(ask(url, 'create temp table t (a int)')).rejects.toThrow(/permission denied/)
    }
  })

  test.runIf(asRoot)('root 启动时数据库以另一个用户运行', async () => {
    const database = await start(newFolder())
    const status = readFileSync(`/proc/${database.pid}/status`, 'utf8')
    expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBeGreaterThan(0)
    expect(database.runAs).not.toBe('root')
  })

  test('同时两个第一次启动：一个成功，另一个被拒绝', async () => {
    const folder = newFolder()
    const outcomes = await Promise.allSettled([hold(folder), hold(folder)])
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('停止与再启动', () => {
  test('停止后不留进程，再启动数据还在', async () => {
    const folder = newFolder()
    const first = await start(folder)
    await ask(first.ownerUrl, 'create table kept as select 7 as figure')
    await first.stop()
    expect([isPostgres(first.pid), existsSync(join(folder, 'postgres', 'postmaster.pid'))]).toEqual([false, false])
    const second = await start(folder)
    expect(await ask(second.ownerUrl, 'select figure from kept')).toEqual([{ figure: 7 }])
  })

  test('同一文件夹的第二次启动被拒绝，说出对方的进程号，对方不受影响', async () => {
    const folder = newFolder()
    const holder = await hold(folder)
    const refusal = await refusalOf(start(folder))
    expect(refusal).toEqual({ kind: 'already-running', folder, pid: holder.pid })
    expect(startRefusalSentence(refusal)).toContain(String(holder.pid))
    expect(isPostgres(holder.postgresPid)).toBe(true)
  })

  test('服务被 kill -9 之后，接着用仍在运行的数据库', async () => {
    const folder = newFolder()
    const holder = await hold(folder)
    await holder.kill()
    expect(isPostgres(holder.postgresPid)).toBe(true)
    const database = await start(folder)
    expect(database.pid).toBe(holder.postgresPid)
    await database.stop()
    expect(isPostgres(holder.postgresPid)).toBe(false)
  })

  test('数据库也被 kill -9 之后，恢复并启动', async () => {
    const folder = newFolder()
    const holder = await hold(folder)
    process.kill(holder.postgresPid, 'SIGKILL')
    await holder.kill()
    const database = await start(folder)
    expect(database.pid).not.toBe(holder.postgresPid)
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('postmaster.pid 里的进程号已归别的程序：认得出来，照常启动', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    const stale = [process.pid, join(folder, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready']
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${stale.join('\n')}\n`)
    const database = await start(folder)
    expect(readPostmaster(join(folder, 'postgres'))?.pid).toBe(database.pid)
  })
})

describe('一句话说清楚为什么不能启动', () => {
  test('数据位置是个文件', async () => {
    const path = join(newFolder(), 'file')
    writeFileSync(path, '')
    expect(await refusalOf(start(path))).toEqual({ kind: 'not-a-folder', folder: path })
  })

  test('磁盘将满', async () => {
    const folder = newFolder()
    const refusal = await refusalOf(start(folder, Number.MAX_SAFE_INTEGER))
    expect(refusal).toMatchObject({ kind: 'disk-nearly-full', folder })
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
  })

  test('口令文件丢了', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    writeFileSync(join(folder, 'credentials.json'), '{}')
    expect(await refusalOf(start(folder))).toMatchObject({ kind: 'credentials-lost' })
  })

  test('没有登录角色口令的旧数据文件夹：补上，别的口令不动', async () => {
    const folder = newFolder()
    const first = await start(folder)
    await ask(first.adminUrl, 'drop owned by gongdao_sign_in')
    await ask(first.adminUrl, 'drop role gongdao_sign_in')
    await first.stop()
    const file = join(folder, 'credentials.json')
    const { signIn, ...old } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify(old))
    const second = await start(folder)
    expect(await ask(second.signInUrl, 'select current_user as "user"')).toEqual([{ user: 'gongdao_sign_in' }])
    const whole = JSON.parse(readFileSync(file, 'utf8'))
    expect(whole).toEqual({ ...old, signIn: expect.stringMatching(/^.{20,}$/) })
    expect(whole.signIn).not.toBe(signIn)
    await second.stop()
    expect(await ask((await start(folder)).signInUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('口令不符：拒绝，且不留下自己启动的数据库', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    const wrong = 'x'.repeat(32)
    writeFileSync(join(folder, 'credentials.json'), JSON.stringify({ admin: wrong, owner: wrong, app: wrong }))
    expect(await refusalOf(start(folder))).toMatchObject({ kind: 'credentials-lost' })
    expect(readPostmaster(join(folder, 'postgres'))).toBeNull()
  })

  test('数据是别的 PostgreSQL 版本的', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n')
    expect(await refusalOf(start(folder))).toMatchObject({ kind: 'cluster-version', found: '15', expected: '18' })
  })

  test.runIf(asRoot)('上级文件夹不让那个用户进入：说出是哪一个', async () => {
    const closed = join(newFolder(), 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o700)
    expect(await refusalOf(start(join(closed, 'town')))).toMatchObject({
      kind: 'folder-unreachable',
      folder: closed,
    })
  })

  test.runIf(asRoot)('数据文件夹自己是 0700（如 mktemp -d 所建）：打开它，照常启动', async () => {
    const folder = newFolder()
    chmodSync(folder, 0o700)
    expect(await ask((await start(folder)).appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.runIf(!asRoot)('文件夹不可写', async () => {
    const folder = newFolder()
    chmodSync(folder, 0o500)
    expect(await refusalOf(start(folder))).toMatchObject({ kind: 'folder-not-writable', folder })
  })

  test.runIf(asRoot)('文件夹不可写：换一个用户试', async () => {
    const folder = newFolder()
    await expect(holdFolder(folder, { uid: 65_534, gid: 65_534 })).rejects.toThrow(/"kind":"folder-not-writable"/)
  })
})
