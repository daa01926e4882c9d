import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { reachOf } from './network/reach.ts'

const cookieName = 'gongdao_session'

/** Where the way is encrypted, the name itself makes the browser keep the cookie to this host and to https. */
function nameFor(context: Context): string {
  return reachOf(context).isSecure ? `__Host-${cookieName}` : cookieName
}

export function readSessionCookie(context: Context): string | null {
  return getCookie(context, nameFor(context)) ?? null
}

/** HttpOnly and SameSite=Strict; without an age of its own, so that it goes with the browser's session. */
export function writeSessionCookie(context: Context, token: string): void {
  setCookie(context, nameFor(context), token, cookieOptions(context))
}

export function clearSessionCookie(context: Context): void {
  deleteCookie(context, nameFor(context), cookieOptions(context))
}

function cookieOptions(context: Context) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: reachOf(context).isSecure,
  } as const
}
