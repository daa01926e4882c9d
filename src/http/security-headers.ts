import type { MiddlewareHandler } from 'hono'

// antd writes its styles into the page at run time, hence inline styles; scripts come from our files alone.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
  }
}

/**
 * Answers only requests addressed to this machine by its own names. A foreign web page may point a name of its own at
 * 127.0.0.1 and would otherwise read from a browser on this machine what the browser keeps from other origins.
 */
export function ownHostOnly(): MiddlewareHandler {
  return async (context, next) => {
    const name = (context.req.header('Host') ?? '').replace(/:\d+$/, '').toLowerCase()
    if (name === '127.0.0.1' || name === 'localhost' || name === '[::1]') return next()
    return context.text('请用 http://127.0.0.1 打开公道。', 421)
  }
}
