import { z } from 'zod'
import type { OwnSession } from '../../queries/list-sessions.ts'
import { passwordField } from './account.ts'
import { answer, endpoint } from './endpoint.ts'

export type { OwnSession }

export type SessionList = {
  readonly sessions: readonly OwnSession[]
  /** A session ends after so many hours without use, and after so many days in any case. */
  readonly idleLimitHours: number
  readonly absoluteLimitDays: number
}

/** What anyone signed in does with the own account. */
export const ownAccountEndpoints = {
  /** All other sessions end, and this browser goes on under a fresh token. */
  changePassword: endpoint({
    method: 'POST',
    path: '/api/account/password',
    access: 'signed-in',
    body: z.object({ oldPassword: z.string().max(1000), password: passwordField }),
    answer: answer<{ readonly endedSessions: number }>(),
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/account/sessions',
    access: 'signed-in',
    answer: answer<SessionList>(),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/api/account/sessions/{sessionId}',
    access: 'signed-in',
    params: z.object({ sessionId: z.uuid() }),
    answer: answer<{ readonly done: true }>(),
  }),
  endOtherSessions: endpoint({
    method: 'POST',
    path: '/api/account/sessions/end-others',
    access: 'signed-in',
    answer: answer<{ readonly endedSessions: number }>(),
  }),
}
