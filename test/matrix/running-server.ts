import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSite } from '../../src/http/create-site.ts'
import { listen } from '../../src/http/listen.ts'
import { readNetwork } from '../../src/http/network/read-network.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import { startApp, type TownApp } from '../support/town-app.ts'

export type Sent = { readonly body?: unknown; readonly cookie?: string; readonly key?: string }
export type Heard = {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  readonly text: string
  /** The code of a refusal; null for any other answer. */
  readonly code: string | null
}

export type RunningServer = {
  readonly app: TownApp
  readonly ask: (method: string, path: string, sent?: Sent) => Promise<Heard>
  readonly stop: () => Promise<void>
}

/** The product on a database of its own, asked over a socket with nothing in between. */
export async function startServer(now: string): Promise<RunningServer> {
  const app = await startApp(now)
  const network = readNetwork({})
  assert(network.ok, 'no settings are a network of one machine')
  let port = 0
  const ownAddress = () => `http://127.0.0.1:${String(port)}`
  const webFolder = mkdtempSync(join(tmpdir(), 'gongdao-pages-'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html>')
  const site = createSite({ network: network.value, ownAddress, services: app.services, webFolder })
  const listening = await listen(site, { host: '127.0.0.1', port: 0, tls: null })
  port = listening.port
  return {
    app,
    ask: (method, path, sent) => ask(`${ownAddress()}${path}`, method, sent),
    stop: async () => {
      await listening.close()
      await app.stop()
      rmSync(webFolder, { recursive: true })
    },
  }
}

async function ask(url: string, method: string, { body, cookie, key }: Sent = {}): Promise<Heard> {
  const isForm = body instanceof FormData
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: isForm ? body : body === undefined ? null : JSON.stringify(body),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const text = bytes.toString('utf8')
  return { status: response.status, headers: response.headers, bytes, text, code: codeOf(response.status, text) }
}

function codeOf(status: number, text: string): string | null {
  if (status < 400) return null
  const parsed: unknown = JSON.parse(text)
  const code = /"code":"([^"]+)"/.exec(JSON.stringify(parsed))?.[1]
  assert(code !== undefined, 'every refusal has its code')
  return code
}
