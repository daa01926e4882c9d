import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownHostOnly, securityHeaders } from './security-headers.ts'
import { webFiles } from './web-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongdao-web-'))
const secret = join(folder, '..', `${folder.split('/').at(-1)}-secret.txt`)
const app = new Hono()

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>公道</title>')
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, '.stamp'), 'x')
  writeFileSync(secret, 'secret')
  app.use(
    ownHostOnly({ names: ['gongdao.example.cn'] }, () => 'https://gongdao.example.cn'),
    securityHeaders(),
  )
  app.get('/api/here', (context) => context.text('api'))
  app.use(webFiles(folder))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(secret)
})

function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(
    app.request(`http://127.0.0.1:4680${path}`, { headers: { Host: '127.0.0.1:4680', ...headers } }),
  )
}

describe('网页文件', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/成绩/2026', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/app-1a2b3c.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('%s 有正确的类型与缓存', async (path, status, type, cache) => {
    const answer = await ask(encodeURI(path))
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      status,
      type,
      cache,
    ])
  })

  test.each(['/assets/gone-000000.js', '/favicon.png', '/.stamp/x.txt', '/api/nowhere', '/%zz'])(
    '%s 是 404，不是首页',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )

  test('路径走不出文件夹', async () => {
    const name = secret.split('/').at(-1) ?? ''
    for (const path of [`/..%2f${name}`, `/assets/..%2f..%2f${name}`, `/%2e%2e/${name}`])
      expect(await (await ask(path)).text()).not.toContain('secret')
  })

  test('首页没变时答 304', async () => {
    const tag = (await ask('/')).headers.get('etag') ?? ''
    expect((await ask('/', { 'If-None-Match': tag })).status).toBe(304)
  })

  test('换上新的构建后，首页与文件都是新的', async () => {
    const swapped = mkdtempSync(join(tmpdir(), 'gongdao-web-'))
    writeFileSync(join(swapped, 'index.html'), 'old')
    const own = new Hono().use(webFiles(swapped))
    expect(await (await own.request('/')).text()).toBe('old')
    mkdirSync(join(swapped, 'assets'))
    writeFileSync(join(swapped, 'assets', 'new-4d5e6f.js'), 'new')
    rmSync(join(swapped, 'index.html'))
    expect(await (await own.request('/')).text()).toBe('old')
    writeFileSync(join(swapped, 'index.html'), 'new page')
    expect(await (await own.request('/')).text()).toBe('new page')
    expect(await (await own.request('/assets/new-4d5e6f.js')).text()).toBe('new')
    rmSync(swapped, { recursive: true })
  })

  test('接口不归网页管', async () => {
    expect(await (await ask('/api/here')).text()).toBe('api')
  })
})

describe('安全', () => {
  test('每个回答都有内容安全策略，脚本只许来自本站', async () => {
    const policy = (await ask('/assets/gone.js')).headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test.each(['evil.example', 'evil.example:4680', '127.0.0.1.evil.example'])(
    '不回答寄给 %s 的请求',
    async (host) => {
      expect((await ask('/', { Host: host })).status).toBe(421)
    },
  )
})
