import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieOf, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { rescueSignIn } from './rescue-sign-in.ts'

const address = 'https://gongdao.zhen.lan:4680'
let town: SignedInTown

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

test('没有这个账号，什么都不改', async () => {
  expect(await rescueSignIn('没有这个人', address, town.services)).toContain('什么都没有改')
  expect((await town.send('GET', '/api/session')).body.signedIn).toBe(true)
})

test('唯一的管理员丢了手机又忘了密码：在服务器上重来，得一个设置码，审计里有一笔', async () => {
  const said = await rescueSignIn('管理员', address, town.services)
  expect((await town.send('GET', '/api/session')).body.signedIn).toBe(false)
  const code = /^ {4}(\S+)$/m.exec(said)?.[1] ?? ''
  expect(said).toContain(`${address}/activate?user=${encodeURIComponent('管理员')}`)
  expect(said.split('/activate')[1]?.split(' ')[0]).not.toContain(code)
  const body = { userName: '管理员', code, password: '屋后的桂花今年开了两回' }
  const activated = await town.send('POST', '/api/activation', { body, headers: { cookie: '' } })
  const { body: session } = await town.send('GET', '/api/session', { headers: { cookie: cookieOf(activated) } })
  expect(session).toMatchObject({ signedIn: 'half', secondFactor: 'to-set-up' })
  const client = await town.pool.connect()
  await client.query('begin')
  await client.query(`set local app.tenant_id = '${town.tenantId}'`)
  const { rows } = await client.query(
    `select by, object->>'label' as label, reason, audit_row::text as whole from audit_row where operation = 'resetSecondFactor'`,
  )
  await client.query('rollback')
  client.release()
  expect(rows).toMatchObject([{ by: null, label: '管理员', reason: '在公道所在的电脑上，启动时用 --rescue 办理' }])
  expect(rows[0].whole).not.toContain(code)
})
