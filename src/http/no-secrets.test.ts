import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { person, rule, schemeOf } from '../../test/builders/town.ts'
import { adopt, cookieOf, employ, setUpToken, startApp, type TownApp } from '../../test/support/town-app.ts'
import type { SignedInTown } from '../../test/support/town-app.ts'

/** What must be found nowhere: by what it is, as it is typed or sent. */
const secrets = new Map<string, string>()
/** Marks of the comprehensive rating: they lie with the marks, and in no log. */
const mark = '83.17'

let town: TownApp
const printed: string[] = []
let logStart = 0

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed.push(String(chunk))
      return true
    })
  town = await startApp()
  logStart = databaseLog(await logFile()).length
  await driveEverything()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await town.stop()
})

function secret(what: string, value: string): string {
  secrets.set(what, value)
  return value
}

async function asAdmin<Value>(ask: (admin: pg.Client) => Promise<Value>): Promise<Value> {
  const admin = new pg.Client({ connectionString: town.database.adminUrl })
  await admin.connect()
  try {
    return await ask(admin)
  } finally {
    await admin.end()
  }
}

async function logFile(): Promise<string> {
  const { rows } = await asAdmin((admin) => admin.query('show data_directory'))
  return join(dirname(rows[0].data_directory), 'postgres.log')
}

function databaseLog(file: string): Buffer {
  return readFileSync(file)
}

/** Set-up, sign-in right and wrong, activation, second factor, marks; and faults in the middle of it. */
async function driveEverything(): Promise<void> {
  const password = secret('第一个密码', '金丝雀清晨唱歌三十一遍')
  const token = secret('首次设定的链接', await setUpToken(town))
  const body = { token, townName: '清源镇', userName: '陈岚', password }
  let cookie = keepCookie('设定后的登录', await town.send('POST', '/api/set-up', { body }))
  const ask = (method: string, path: string, sent?: object, key: string = randomUUID()) =>
    town.send(method, path, { headers: { cookie }, key, ...(sent === undefined ? {} : { body: sent }) })
  const signIn = (userName: string, typed: string) =>
    town.send('POST', '/api/sign-in', { body: { userName, password: typed } })
  expect((await signIn('陈岚', secret('输错的密码', '金丝雀傍晚唱歌三十二遍'))).status).toBe(401)
  expect((await signIn(secret('误填在用户名里的密码', '金丝雀半夜唱歌三十三遍'), password)).status).toBe(401)
  cookie = keepCookie('登录', await signIn('陈岚', password))

  const { body: offered } = await ask('POST', '/api/account/second-factor/offer')
  const phone = new TOTP({ secret: Secret.fromBase32(secret('验证器密钥', offered.typed.replaceAll(' ', ''))) })
  const code = (what: string) => {
    town.clock.now = new Date(town.clock.now.getTime() + 60_000)
    return secret(what, phone.generate({ timestamp: town.clock.now.getTime() }))
  }
  const confirmed = await ask('POST', '/api/account/second-factor', { code: code('第一个验证码') })
  confirmed.body.recoveryCodes.forEach((each: string, index: number) => secret(`恢复码${String(index)}`, each))
  cookie = keepCookie('再登录', await signIn('陈岚', password))
  expect((await ask('POST', '/api/session/second-factor', { code: 'CANA-RYCA-NARY' })).status).toBe(422)
  secret('输错的恢复码', 'CANA-RYCA-NARY')
  cookie = keepCookie('第二道验证后', await ask('POST', '/api/session/second-factor', { code: code('验证码') }))

  const { body: session } = await ask('GET', '/api/session')
  const signedIn: SignedInTown = { ...town, tenantId: session.town.id, cookie }
  await adopt(signedIn, ratedScheme, '2026-01-01')
  await employ(signedIn, [person('001', { name: '何青' })])
  const accounts = [{ staffNumber: '001', userName: null }]
  const made = await ask('POST', '/api/accounts', { accounts, roles: [] })
  const [slip] = made.body.slips
  const setUpCode = secret('设置码', slip.code)
  const wrong = secret('输错的设置码', 'ABCD-EFGH-JKMN')
  const activation = (typed: string, chosen: string) =>
    town.send('POST', '/api/activation', { body: { userName: slip.signInName, code: typed, password: chosen } })
  const chosen = secret('自己设的密码', '金丝雀中午唱歌三十四遍')
  expect((await activation(wrong, chosen)).status).toBe(401)
  keepCookie('激活', await activation(setUpCode, chosen))
  const next = secret('换的密码', '金丝雀下午唱歌三十五遍')
  const changed = await ask('POST', '/api/account/password', { oldPassword: password, password: next })
  cookie = keepCookie('换密码后', changed)

  const given = { year: 2026, staffNumber: '001', categoryId: 'rated', group: null, source: '评议表' }
  expect((await ask('POST', '/api/ratings', { ...given, mark })).status).toBe(200)
  const refused = await ask('POST', '/api/ratings', { ...given, mark })
  expect(refused.status).toBe(409)

  // The database refuses in the middle: the fault is logged whole, and what was sent is not in it.
  await asAdmin(async (admin) => {
    await admin.query('revoke insert on audit_row from gongdao_sign_in')
    await admin.query('revoke insert on rating_mark, audit_row from gongdao_app')
  })
  expect((await signIn('陈岚', next)).status).toBe(500)
  expect((await ask('POST', '/api/ratings', { ...given, mark, group: '别的' })).status).toBeGreaterThanOrEqual(400)
  const recorded = { about: { kind: 'people', staffNumbers: ['001'] }, ruleId: 'late', quantity: '1' }
  await ask('POST', '/api/entries', { ...recorded, occurredOn: '2026-05-06' })
  expect(town.faults.length).toBeGreaterThan(0)
}

function keepCookie(what: string, answered: Parameters<typeof cookieOf>[0]): string {
  expect([what, answered.status]).toEqual([what, 200])
  const cookie = cookieOf(answered)
  secret(`${what}的凭证`, cookie.split('=')[1] ?? '')
  return cookie
}

const rules = [rule('late', { points: 1, condition: '迟到' })]
const item = { id: 'i', title: '工作纪律', points: 10, rules }
const ratedScheme = schemeOf({
  total: 20,
  categories: [
    { id: 'c', title: '公共项目', points: 10, sheets: [{ id: 's', title: '公共', items: [item] }] },
    { id: 'rated', title: '综合评议', points: 10, kind: 'rated' },
  ],
})

test('密码、验证码、设置码、恢复码和登录凭证，库里哪张表都没有原样', async () => {
  expect(secrets.size).toBeGreaterThan(25)
  const found = await asAdmin(async (admin) => {
    const { rows: tables } = await admin.query(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    expect(tables.length).toBeGreaterThan(25)
    const hits: string[] = []
    for (const { name } of tables) {
      // A row as text shows bytea in hexadecimal, so each secret is looked for in both spellings.
      const { rows } = await admin.query(`select each::text as words from public.${name} each`)
      const whole = rows.map(({ words }) => words).join('\n')
      for (const [what, value] of secrets)
        if (whole.includes(value) || whole.includes(Buffer.from(value).toString('hex')))
          hits.push(`${name}：${what}`)
    }
    return hits
  })
  // Six digits may stand by chance in a hash; everything else is long.
  expect(found.filter((hit) => !hit.endsWith('验证码'))).toEqual([])
})

test('审计和安装的总表里没有验证码，也没有评分', async () => {
  const { rows } = await asAdmin((admin) =>
    admin.query(`select to_jsonb(each) - 'id' - 'tenant_id' - 'at' as row from audit_row each
       union all select to_jsonb(each) - 'id' - 'at' from installation_event each`),
  )
  expect(rows.length).toBeGreaterThan(10)
  const words = rows.map(({ row }) => JSON.stringify({ ...row, object: { ...row.object, id: '' } })).join('\n')
  expect(words).toContain('addMark')
  for (const [what, value] of secrets) expect({ what, kept: words.includes(value) }).toEqual({ what, kept: false })
  for (const figure of [mark, mark.replace('.', '')]) expect(words).not.toContain(figure)
})

test('程序和数据库的日志里都没有，出错时也没有', async () => {
  const log = databaseLog(await logFile())
    .subarray(logStart)
    .toString()
  expect(log).toContain('permission denied')
  const faults = inspect(town.faults, { depth: null })
  expect(faults).toContain('permission denied')
  const whole = [log, faults, ...printed].join('\n')
  for (const [what, value] of [...secrets, ['评分', mark] as const].filter(([what]) => !what.endsWith('验证码')))
    expect({ what, kept: whole.includes(value) }).toEqual({ what, kept: false })
})
