import { createServer, Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** PEM texts. */
type KeyPair = { readonly cert: string; readonly key: string }

export type Listening = {
  readonly port: number
  readonly close: () => Promise<void>
  /** New connections get this certificate; those under way keep theirs. */
  readonly renew: (pair: KeyPair) => void
}

export type ListenOptions = { readonly host: string; readonly port: number; readonly tls: KeyPair | null }

const closePatienceMs = 3_000

/** Listens; rejects with the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL) when it cannot. */
export function listen(app: Pick<Hono, 'fetch'>, { host, port, tls }: ListenOptions): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const options = { fetch: app.fetch, hostname: host, port }
    const server = serve(
      tls === null ? options : { ...options, createServer, serverOptions: { ...tls, minVersion: 'TLSv1.2' } },
      (address: AddressInfo) => {
        server.off('error', reject)
        resolve({ port: address.port, close, renew })
      },
    )
    server.once('error', reject)
    const renew = (pair: KeyPair): void => {
      if (server instanceof SecureServer) server.setSecureContext({ ...pair, minVersion: 'TLSv1.2' })
    }
    /** Lets answers under way finish; idle connections end at once, slow ones after a while. */
    const close = (): Promise<void> =>
      new Promise((done) => {
        const cutOff = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          closePatienceMs,
        )
        server.close(() => {
          clearTimeout(cutOff)
          done()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
  })
}
