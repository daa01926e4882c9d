import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { reachOf } from './network/reach.ts'

const sessionName = 'gongdao_session'
const visitName = 'gongdao_visit'

/** Where the way is encrypted, the name itself makes the browser keep the cookie to this host and to https. */
function nameFor(context: Context, name: string): string {
  return reachOf(context).isSecure ? `__Host-${name}` : name
}

export function readSessionCookie(context: Context): string | null {
  return getCookie(context, nameFor(context, sessionName)) ?? null
}

/** HttpOnly and SameSite=Strict; without an age of its own, so that it goes with the browser's session. */
export function writeSessionCookie(context: Context, token: string): void {
  setCookie(context, nameFor(context, sessionName), token, cookieOptions(context))
}

export function clearSessionCookie(context: Context): void {
  deleteCookie(context, nameFor(context, sessionName), cookieOptions(context))
}

const visitSeconds = 600

/** Marks the browser on its way to the OpenID provider. Lax: it must come along when the provider sends it back. */
export function writeVisitCookie(context: Context, token: string): void {
  const options = { ...cookieOptions(context), sameSite: 'Lax', maxAge: visitSeconds } as const
  setCookie(context, nameFor(context, visitName), token, options)
}

/** The mark, taken off; null where there is none. */
export function takeVisitCookie(context: Context): string | null {
  const name = nameFor(context, visitName)
  const token = getCookie(context, name)
  if (token === undefined) return null
  deleteCookie(context, name, { ...cookieOptions(context), sameSite: 'Lax' })
  return token
}

function cookieOptions(context: Context) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: reachOf(context).isSecure,
  } as const
}
