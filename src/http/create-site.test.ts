import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { createSite } from './create-site.ts'

const webFolder = mkdtempSync(join(tmpdir(), 'gongdao-site-'))
let town: SignedInTown
let site: Hono

beforeAll(async () => {
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>公道</title>')
  writeFileSync(join(webFolder, 'assets', 'app-1a2b3c.js'), 'export {}')
  town = await startTown()
  site = createSite({
    network: { names: ['gongdao.example.cn'], trustedProxies: ['127.0.0.1'] },
    ownAddress: () => 'https://gongdao.example.cn',
    services: {
      ...town.services,
      sheets: { ...town.services.sheets, template: () => Promise.reject(new Error('broken on purpose')) },
    },
    webFolder,
  })
})
afterAll(async () => {
  await town.stop()
  rmSync(webFolder, { recursive: true })
})

type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string }

function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Response> {
  const sent = { host: '127.0.0.1:4680', cookie: town.cookie, ...headers }
  const init = { method, headers: sent, ...(body === undefined ? {} : { body }) }
  const peer = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return Promise.resolve(site.request(`http://127.0.0.1:4680${path}`, init, peer))
}

const json = { 'content-type': 'application/json' }

describe('每一种应答都带安全响应头', () => {
  test.each<[string, number, string, Asked]>([
    ['首页', 200, '/', {}],
    ['页面', 200, '/people', {}],
    ['脚本', 200, '/assets/app-1a2b3c.js', {}],
    ['没有的文件', 404, '/assets/gone-000000.js', {}],
    ['没有的地址', 404, '/nowhere', { method: 'POST' }],
    ['没有的接口', 404, '/api/nowhere', {}],
    ['接口的应答', 200, '/api/people', {}],
    ['下载', 200, '/api/openapi.json', {}],
    ['没有登录', 401, '/api/people', { headers: { cookie: '' } }],
    ['别处的页面', 403, '/api/entries', { method: 'POST', headers: { origin: 'https://foreign.invalid' } }],
    ['请求不是JSON', 400, '/api/sign-in', { method: 'POST', headers: json, body: '{' }],
    ['系统出错', 500, '/api/templates/roster', {}],
    ['别的主机名', 421, '/', { headers: { host: 'evil.invalid' } }],
    ['代理没有加密', 403, '/', { headers: { 'x-forwarded-for': '10.0.0.8', 'x-forwarded-proto': 'http' } }],
  ])('%s（%i）', async (_what, status, path, asked) => {
    const answer = await ask(path, asked)
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    const policy = new Map(
      (answer.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources.join(' ')] as const
      }),
    )
    // No inline script, no eval, nothing from elsewhere, no frame around us.
    expect(Object.fromEntries(policy)).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    })
    if (path.startsWith('/api/') && status !== 421 && status !== 403)
      expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('出错时不说内部，只给编号', async () => {
    const text = await (await ask('/api/templates/roster')).text()
    expect(text).toMatch(/系统出错，这次操作没有保存。请重试；仍不行时把编号 [\w-]{8} 告诉管理员。/)
    expect(text).not.toMatch(/broken on purpose|\.ts|at /)
  })
})

describe('上传的文件名进不了响应头和别的地方', () => {
  const csv = '姓名,工号,办公室,职务\n,001,党办,没有的职务\n'

  async function upload(path: string, fileName: string, fields: Record<string, string> = {}) {
    const boundary = 'border'
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n${csv}\r\n`
    const body = `${parts.join('')}${file}--${boundary}--\r\n`
    return ask(path, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body,
    })
  }

  test.each([
    'a%0D%0ASet-Cookie: x=y.csv',
    '../../etc/passwd.csv',
    "x'; filename=evil.exe; a='.csv",
    '<img src=x onerror=alert(1)>.csv',
    '=cmd|calc.csv',
    '\u202efdp.csv',
    `${'长'.repeat(300)}.csv`,
  ])('%j', async (fileName) => {
    const answer = await upload('/api/imports/roster/problems', fileName)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="download"; filename\*=UTF-8''[\w.~%-]+$/,
    )
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(decodeURIComponent(answer.headers.get('content-disposition')?.split("''")[1] ?? '')).not.toMatch(
      /[\\/<>|"\p{Cc}\p{Cf}]/u,
    )
    const checked = await upload('/api/imports/roster', fileName, { mode: 'check' })
    expect(checked.headers.get('content-type')).toBe('application/json')
    expect(await checked.json()).toMatchObject({ fileName: fileName.replaceAll('%0D%0A', '\r\n') })
  })
})
