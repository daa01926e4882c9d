import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type PeerCertificate } from 'node:tls'
import { Hono } from 'hono'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { assert } from '../../src/domain/primitives/result.ts'
import { listen } from '../../src/http/listen.ts'
import { loadCertificate } from '../../src/http/network/certificate.ts'
import { followCertificate } from '../../src/http/network/follow-certificate.ts'
import { newDataFolder, removeDataFolder, runProduct, startProduct, type Product } from '../e2e/support/product.ts'
import { makeCertificate } from '../support/make-certificate.ts'

const name = 'gongdao.test'
const folder = mkdtempSync(join(tmpdir(), 'gongdao-tls-'))
const made = makeCertificate({ names: [name, '127.0.0.1'] })
const files = writePair('own', made)

const running: Product[] = []
const dataFolders: string[] = []
afterEach(async () => {
  for (const product of running.splice(0)) await product.stop()
  for (const dataFolder of dataFolders.splice(0)) await removeDataFolder(dataFolder)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function writePair(title: string, { cert, key }: { readonly cert: string; readonly key: string }) {
  const [certFile, keyFile] = [join(folder, `${title}.crt`), join(folder, `${title}.key`)]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key)
  return { certFile, keyFile }
}

function newFolder(): string {
  const dataFolder = newDataFolder()
  dataFolders.push(dataFolder)
  return dataFolder
}

async function start(environment: Readonly<Record<string, string>>): Promise<Product> {
  const product = await startProduct({ dataFolder: newFolder(), environment })
  running.push(product)
  return product
}

/** What a start that must fail said last. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const outcome = await runProduct({ dataFolder: newFolder(), environment })
  if (!('exitCode' in outcome)) {
    running.push(outcome)
    throw new Error(`it started:\n${outcome.output()}`)
  }
  expect(outcome.exitCode).toBe(1)
  expect(outcome.output).not.toContain('正在启动数据库')
  return outcome.output.trimEnd().split('\n').at(-1) ?? ''
}

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }
type Asked = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** Asks this machine, under whatever name: in the open, or encrypted and believing the made certificate alone. */
function ask(address: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  const { protocol, host, hostname, port, pathname, search } = new URL(address)
  const sent = body === undefined ? {} : { 'content-type': 'application/json' }
  const options = {
    host: '127.0.0.1',
    port,
    method,
    path: pathname + search,
    headers: { host, ...sent, ...headers },
    agent: false,
  }
  return new Promise((resolve, reject) => {
    const sending =
      protocol === 'https:'
        ? tlsRequest({ ...options, ca: made.cert, servername: hostname })
        : plainRequest(options)
    sending.once('error', reject)
    sending.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sending.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

const owner = { townName: '云溪镇', userName: '考核办', password: '一个够长的密码 2026' }
const tlsSettings = { GONGDAO_TLS_CERT: files.certFile, GONGDAO_TLS_KEY: files.keyFile }

describe('向办公网开放', () => {
  test('没有证书也没有反向代理，一句话说清，什么都不启动', async () => {
    const sentence = await refusal({ GONGDAO_HOST: '0.0.0.0' })
    expect(sentence).toMatch(/^GONGDAO_HOST=0\.0\.0\.0 会向办公网开放.*GONGDAO_TLS_CERT.*GONGDAO_TRUSTED_PROXY/)
  })

  test('有证书：用证书里的名字打开，全程加密，会话只认 https 和这一台', async () => {
    const product = await start({ GONGDAO_HOST: '0.0.0.0', ...tlsSettings })
    expect(product.baseUrl).toMatch(/^https:\/\/gongdao\.test:\d+$/)
    expect(product.setUpLink).toMatch(/^https:\/\/gongdao\.test:\d+\/set-up\?token=/)

    const page = await ask(`${product.baseUrl}/`)
    expect([page.status, page.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000'])
    const token = new URL(product.setUpLink ?? '').searchParams.get('token')
    const setUp = await ask(`${product.baseUrl}/api/set-up`, {
      method: 'POST',
      body: { token, ...owner },
      headers: { origin: product.baseUrl },
    })
    expect(setUp.status, setUp.text).toBe(200)
    const cookie = setUp.headers['set-cookie']?.[0] ?? ''
    expect(cookie).toMatch(/^__Host-gongdao_session=[\w-]{43}; /)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
      expect(cookie).toContain(attribute)
    expect(cookie).not.toContain('Domain')
    const session = await ask(`${product.baseUrl}/api/session`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(JSON.parse(session.text)).toEqual({
      signedIn: 'half',
      userName: '考核办',
      secondFactor: 'to-set-up',
    })

    const inTheOpen = await ask(`${product.baseUrl}/api/sign-out`, {
      method: 'POST',
      headers: { cookie: cookie.split(';')[0] ?? '', origin: product.baseUrl.replace('https', 'http') },
    })
    expect(inTheOpen.status).toBe(403)
    const { port } = new URL(product.baseUrl)
    const elsewhere = await ask(`${product.baseUrl}/`, { headers: { host: `evil.example:${port}` } })
    expect([elsewhere.status, elsewhere.text]).toEqual([421, `请用 ${product.baseUrl} 打开公道。`])
    await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toThrow(/hang up|reset/)
    expect(await product.stop()).toBe(0)
    running.splice(0)
  })

  test('反向代理在本机：只信它说的来处和协议，会话同样只认 https', async () => {
    const product = await start({ GONGDAO_TRUSTED_PROXY: '127.0.0.1', GONGDAO_NAMES: name })
    expect(product.baseUrl).toBe(`https://${name}`)
    const local = /http:\/\/127\.0\.0\.1:\d+/.exec(product.output())?.[0] ?? ''
    const forwarded = { host: name, 'x-forwarded-for': '10.9.8.7', 'x-forwarded-proto': 'https' }
    const token = new URL(product.setUpLink ?? '').searchParams.get('token')
    const setUp = await ask(`${local}/api/set-up`, {
      method: 'POST',
      body: { token, ...owner },
      headers: { ...forwarded, origin: `https://${name}` },
    })
    expect(setUp.status, setUp.text).toBe(200)
    expect(setUp.headers['set-cookie']?.[0]).toMatch(/^__Host-gongdao_session=/)
    expect(setUp.headers['strict-transport-security']).toBe('max-age=31536000')

    const inTheOpen = await ask(`${local}/`, { headers: { ...forwarded, 'x-forwarded-proto': 'http' } })
    expect([inTheOpen.status, inTheOpen.text]).toEqual([403, expect.stringContaining('不是 https')])
    // Straight from this machine it goes on as ever, in the open and under a plain cookie.
    const straight = await ask(`${local}/`)
    expect([straight.status, straight.headers['strict-transport-security']]).toEqual([200, undefined])
  })

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['只有证书没有私钥', { GONGDAO_TLS_CERT: files.certFile }, /还缺 GONGDAO_TLS_KEY/],
    ['反向代理写成了名字', { GONGDAO_TRUSTED_PROXY: 'proxy.test' }, /“proxy\.test”不是 IP 地址/],
    ['反向代理没有写名字', { GONGDAO_TRUSTED_PROXY: '10.0.0.2' }, /GONGDAO_NAMES/],
    ['名字不在证书里', { ...tlsSettings, GONGDAO_NAMES: 'other.test' }, /证书里没有“other\.test”.*gongdao\.test/],
    ['名字写成了网址', { ...tlsSettings, GONGDAO_NAMES: `https://${name}` }, /不写 https:\/\/ 和端口/],
    ['没有这个证书文件', { ...tlsSettings, GONGDAO_TLS_CERT: '/nowhere.crt' }, /\/nowhere\.crt（没有这个文件）/],
    ['私钥当成了证书', { ...tlsSettings, GONGDAO_TLS_CERT: files.keyFile }, /不是 PEM 格式的证书/],
    ['证书当成了私钥', { ...tlsSettings, GONGDAO_TLS_KEY: files.certFile }, /不是能直接使用的 PEM 私钥/],
    [
      '私钥是别人的',
      { ...tlsSettings, GONGDAO_TLS_KEY: writePair('stranger', makeCertificate({ names: [name] })).keyFile },
      /不是一对/,
    ],
  ])('%s：一句话说清', async (_title, environment, sentence) => {
    expect(await refusal(environment)).toMatch(sentence)
  })

  test('本机没有的地址，说出来，不留下数据库', async () => {
    const outcome = await runProduct({
      dataFolder: newFolder(),
      environment: { GONGDAO_HOST: '192.0.2.1', ...tlsSettings },
    })
    expect('exitCode' in outcome && [outcome.exitCode, outcome.output]).toEqual([
      1,
      expect.stringContaining('本机没有 GONGDAO_HOST=192.0.2.1 这个地址'),
    ])
  })
})

describe('换证书', () => {
  /** The certificate a new connection is shown. */
  function shownBy(port: number): Promise<PeerCertificate> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate())
        socket.end()
      })
      socket.once('error', reject)
    })
  }
  const day = 86_400_000

  test('文件换了就用新的，不用重新启动；坏的说出来，仍用原来的', async () => {
    const pair = writePair('renewed', makeCertificate({ names: [name] }))
    const first = loadCertificate(pair)
    assert(first.ok, 'the made pair is whole')
    const app = new Hono().get('/', (context) => context.text('here'))
    const listening = await listen(app, { host: '127.0.0.1', port: 0, tls: first.value })
    const said: string[] = []
    const stop = followCertificate(
      {
        files: pair,
        current: first.value,
        now: () => new Date(),
        say: (line) => said.push(line),
        onRenewed: listening.renew,
      },
      10,
    )
    try {
      const before = (await shownBy(listening.port)).serialNumber
      writeFileSync(pair.certFile, 'half written')
      await expect.poll(() => said.at(-1)).toMatch(/不是 PEM 格式的证书.*仍用原来的证书。$/)
      expect((await shownBy(listening.port)).serialNumber).toBe(before)

      writePair('renewed', makeCertificate({ names: [name], to: new Date(Date.now() + 90 * day) }))
      await expect.poll(() => said.at(-1)).toMatch(/^证书已更换，有效期至 \d{4}-\d\d-\d\d。$/)
      expect((await shownBy(listening.port)).serialNumber).not.toBe(before)
      expect(said.length).toBeLessThanOrEqual(3)
    } finally {
      stop()
      await listening.close()
    }
  })

  test.each([
    ['还有一年', 365, []],
    ['快到期', 12.5, [expect.stringMatching(/还有 12 天（.*）到期/)]],
    ['已过期', -2, [expect.stringMatching(/过期，浏览器会拦下/)]],
  ])('%s：一天提醒一次', async (_title, days, expected) => {
    const pair = writePair(
      'ending',
      makeCertificate({
        names: [name],
        from: new Date(Date.now() - 30 * day),
        to: new Date(Date.now() + days * day),
      }),
    )
    const loaded = loadCertificate(pair)
    assert(loaded.ok, 'the made pair is whole')
    const said: string[] = []
    let looks = 0
    const now = () => {
      looks += 1
      return new Date()
    }
    const following = { files: pair, current: loaded.value, now, say: (line: string) => said.push(line) }
    const stop = followCertificate({ ...following, onRenewed: () => {} }, 5)
    await expect.poll(() => looks).toBeGreaterThan(6)
    stop()
    expect(said).toEqual(expected)
  })
})
