import { z } from 'zod'
import type { ownAccountEndpoints } from '../contract/own-account.ts'
import { browsers, devices } from '../../queries/read-user-agent.ts'
import { answersOf, json } from './answers-of.ts'
import { count, done, instant, words } from './fields.ts'

const ownSession = z.object({
  id: z.uuid(),
  browser: z.enum(browsers).nullable(),
  device: z.enum(devices).nullable(),
  address: words,
  signedInAt: instant,
  lastSeenAt: instant,
  isCurrent: z.boolean(),
})

export const ownAccountAnswers = answersOf<typeof ownAccountEndpoints>()({
  changePassword: json(z.object({ endedSessions: count }), [422, 429]),
  listSessions: json(z.object({ sessions: z.array(ownSession), idleLimitHours: count, absoluteLimitDays: count })),
  endSession: json(done, [404]),
  endOtherSessions: json(z.object({ endedSessions: count })),
})
