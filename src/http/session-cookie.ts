import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const cookieName = 'gongdao_session'

export function readSessionCookie(context: Context): string | null {
  return getCookie(context, cookieName) ?? null
}

/** HttpOnly and SameSite=Strict; without an age of its own, so that it goes with the browser's session. */
export function writeSessionCookie(context: Context, token: string): void {
  setCookie(context, cookieName, token, cookieOptions(context))
}

export function clearSessionCookie(context: Context): void {
  deleteCookie(context, cookieName, cookieOptions(context))
}

function cookieOptions(context: Context) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(context.req.url).protocol === 'https:',
  } as const
}
