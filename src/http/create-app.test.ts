import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { endpoints } from './contract/endpoints.ts'

let town: SignedInTown
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

const operations = Object.entries(endpoints).map(([name, endpoint]) => ({ name, ...endpoint }))
type Operation = (typeof operations)[number]

const unknownId = '00000000-0000-4000-8000-000000000000'
const pathOf = ({ path, method }: Operation) =>
  path.replaceAll(/\{\w+\}/g, unknownId) + (method === 'GET' ? '?on=2026-03-09&year=2026&period=2026' : '')

test('接口表里有几十个接口，路径和方法不重复', () => {
  expect(operations.length).toBeGreaterThan(35)
  expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length)
})

describe.each(operations.filter(({ access }) => access !== 'public'))('$method $path', (operation) => {
  test('不登录不答', async () => {
    const { status, body } = await town.send(operation.method, pathOf(operation), { headers: { cookie: '' } })
    expect([status, body.error.code]).toEqual([401, 'not-signed-in'])
  })

  test('别的网站的页面不能替人写', async () => {
    const headers = { origin: 'http://evil.example' }
    const { body } = await town.send(operation.method, pathOf(operation), { headers })
    expect(body?.error?.code === 'origin-foreign').toBe(operation.method !== 'GET')
  })
})

describe.each(operations.filter(({ name }) => !['signOut', 'loadSample', 'removeSample'].includes(name)))(
  '什么都没有的镇：$method $path',
  (operation) => {
    test('空的、乱填的请求得到回答或一句话，不是故障', async () => {
      const bodies = operation.method === 'GET' ? [undefined] : [{}, [], 'x', null, { mode: 'check', file: 'x' }]
      for (const body of bodies) {
        const sent = await town.send(operation.method, pathOf(operation), { body, key: 'k' })
        expect(town.faults).toEqual([])
        expect(sent.status).toBeLessThan(500)
        if (sent.status >= 400) expect(sent.body.error.message).toMatch(/[\u4e00-\u9fff].*。?$/)
        expect(sent.body?.error?.code).not.toBe('not-found')
      }
    })
  },
)

test('嵌套几百万层的请求：一句话，不是故障', async () => {
  const depth = 3_000_000
  const response = await town.app.request('http://127.0.0.1:4680/api/sign-in', {
    method: 'POST',
    headers: { host: '127.0.0.1:4680' },
    body: `{"userName":${'['.repeat(depth)}${']'.repeat(depth)},"password":"x"}`,
  })
  expect(response.status).toBe(400)
  expect(town.faults).toEqual([])
})
