import type { MiddlewareHandler } from 'hono'
import { isLoopback, type Network } from './network/read-network.ts'
import { reachOf } from './network/reach.ts'

// antd writes its styles into the page at run time, hence inline styles; scripts come from our files alone.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(self), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { headers: sent } = context.res
    // A file somebody handed in comes with a policy of its own, which lets it do nothing at all.
    for (const [name, value] of Object.entries(headers))
      if (name !== 'Content-Security-Policy' || !sent.has(name)) sent.set(name, value)
    // Once reached encrypted, never again in the open: a year, as browsers ask for.
    if (reachOf(context).isSecure) context.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
  }
}

/**
 * Answers only requests addressed to the system by its own names. A foreign web page may point a name of its own at
 * this machine and would otherwise read from a browser that reaches it what the browser keeps from other origins.
 */
export function ownHostOnly({ names }: Pick<Network, 'names'>, ownAddress: () => string): MiddlewareHandler {
  return async (context, next) => {
    const host = (context.req.header('Host') ?? '').toLowerCase()
    const name = host.replace(/:\d+$/, '').replaceAll(/[[\]]/g, '')
    if (isLoopback(name) || names.includes(name)) return next()
    return context.text(`请用 ${ownAddress()} 打开公道。`, 421)
  }
}
