import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export type Listening = { readonly port: number; readonly close: () => Promise<void> }

const closePatienceMs = 3_000

/** Listens on this machine alone; rejects with the system's error (EADDRINUSE, EACCES) when it cannot. */
export function listen(app: Pick<Hono, 'fetch'>, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address: AddressInfo) => {
      server.off('error', reject)
      resolve({ port: address.port, close })
    })
    server.once('error', reject)
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
