import { z } from 'zod'
import { robotKinds } from '../../commands/reminder-store.ts'
import { dueKinds } from '../../policies/due/matter.ts'
import { roles } from '../../policies/roles.ts'
import type { reminderEndpoints } from '../contract/reminders.ts'
import { answersOf, component, json } from './answers-of.ts'
import { count, day, done, instant, words } from './fields.ts'

const due = component(
  'Due',
  z.object({
    key: words,
    kind: z.enum(dueKinds),
    title: words,
    count,
    about: words.nullable(),
    since: day,
    dueOn: day.nullable(),
    daysLeft: z.int().nullable().describe('还剩几个工作日；负数为已超过几个工作日'),
    isOverdue: z.boolean(),
    isEscalated: z.boolean(),
    path: words,
  }),
)
const reminder = z.object({ id: z.uuid(), title: words, path: words, dueOn: words.nullable(), at: instant })
const address = z.object({ isOffered: z.boolean(), email: words.nullable(), isOn: z.boolean() })
const robot = component(
  'Robot',
  z.object({
    id: z.uuid(),
    kind: z.enum(robotKinds),
    title: words,
    host: words.nullable(),
    hasSecret: z.boolean(),
    roles: z.array(z.enum(roles)),
    at: instant,
    by: words,
  }),
)
const delivery = z.object({
  id: z.uuid(),
  channel: z.enum(['email', 'robot']),
  target: words,
  title: words.nullable(),
  state: z.enum(['waiting', 'claimed', 'sent', 'failed']),
  at: instant,
  settledAt: instant.nullable(),
  problem: words.nullable(),
})

export const reminderAnswers = answersOf<typeof reminderEndpoints>()({
  listDue: json(z.object({ due: z.array(due) })),
  listReminders: json(z.object({ reminders: z.array(reminder) })),
  readReminderAddress: json(address),
  setReminderAddress: json(address, [422]),
  testReminderAddress: json(done, [422, 429]),
  readReminderSettings: json(
    z.object({
      robots: z.array(robot),
      mailFrom: words.nullable(),
      hosts: z.array(words),
      deliveries: z.array(delivery),
    }),
  ),
  addRobot: json(robot, [409, 422]),
  removeRobot: json(done, [404]),
  testRobot: json(done, [404, 409, 429]),
})
