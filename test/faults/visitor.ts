import { expect } from 'vitest'
import type { Product } from '../e2e/support/product.ts'

export const password = '清风徐来水波不兴2026'

/** The server that answers at the moment; another after each kill. */
export type Running = { product: Product }

// oxlint-disable-next-line typescript/no-explicit-any -- the answer's shape is what the tests look at
export type Told = { readonly status: number; readonly body: any }

export type Asked = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly key?: string
}

/** A browser with a session of its own. Throws when nobody answers. */
export type Visitor = {
  readonly ask: (asked: Asked) => Promise<Told>
  /** The same, where anything but 200 ends the test. */
  readonly get: (path: string) => Promise<Told['body']>
  readonly do: (method: string, path: string, body?: unknown, key?: string) => Promise<Told['body']>
}

export function visitor(running: Running): Visitor {
  let cookie = ''
  const ask = async ({ method, path, body, key }: Asked): Promise<Told> => {
    const response = await fetch(`${running.product.baseUrl}${path}`, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const given = response.headers.get('set-cookie')?.split(';')[0]
    if (given !== undefined) cookie = given
    return { status: response.status, body: await response.json() }
  }
  const done = async (asked: Asked): Promise<Told['body']> => {
    const told = await ask(asked)
    expect({ ...asked, status: told.status, said: told.body.error }).toEqual({
      ...asked,
      status: 200,
      said: undefined,
    })
    return told.body
  }
  return {
    ask,
    get: (path) => done({ method: 'GET', path }),
    do: (method, path, body, key) =>
      done({
        method,
        path,
        ...(body === undefined ? {} : { body }),
        ...(key === undefined ? {} : { key }),
      }),
  }
}

/** The first account of a new installation, looking around in the sample town. */
export async function setUpSample(running: Running): Promise<Visitor> {
  const owner = visitor(running)
  const token = new URL(running.product.setUpLink ?? '').searchParams.get('token')
  await owner.do('POST', '/api/set-up', { token, townName: '清源镇', userName: '管理员', password })
  await owner.do('POST', '/api/sample')
  return owner
}

/** The same account in another browser, acting as one of the sample's people. */
export async function enterSample(running: Running, persona: string): Promise<Visitor> {
  const other = visitor(running)
  await other.do('POST', '/api/sign-in', { userName: '管理员', password })
  await other.do('POST', '/api/sample')
  const { personas } = await other.get('/api/session')
  const found = personas.find(({ userName }: { userName: string }) => userName === persona)
  await other.do('POST', '/api/session/persona', { accountId: found.accountId })
  return other
}
