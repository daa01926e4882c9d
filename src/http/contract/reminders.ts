import { z } from 'zod'
import type { Due } from '../../policies/due/due-of.ts'
import type { Role } from '../../policies/roles.ts'
import { answer, endpoint } from './endpoint.ts'

export type { Due }

/** Everyone of a town: appraised or not, and the administrators. */
const anyone = { action: ['calendar.read', 'account.read'] } as const
const configure = { action: 'reminder.configure' } as const

/** A reminder that was made of a due thing, as its reader sees it. */
export type ReminderView = {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly dueOn: string | null
  /** ISO instant. */
  readonly at: string
}

/** One's own way out of the house. */
export type AddressView = {
  /** Whether this installation sends mail at all. */
  readonly isOffered: boolean
  /** null: none is stated. */
  readonly email: string | null
  readonly isOn: boolean
}

const kinds = { wecom: 'wecom', dingtalk: 'dingtalk', webhook: 'webhook' } as const
export type RobotKind = keyof typeof kinds

/** Of a robot everything but its address's key and its secret, which are never shown again. */
export type RobotView = {
  readonly id: string
  readonly kind: RobotKind
  readonly title: string
  /** Of its address the host alone; null: sealed by another key, so that it cannot be used. */
  readonly host: string | null
  readonly hasSecret: boolean
  readonly roles: readonly Role[]
  readonly at: string
  readonly by: string
}

export type DeliveryView = {
  readonly id: string
  readonly channel: 'email' | 'robot'
  /** The robot's title, or an address with its middle left out. */
  readonly target: string
  /** What it said; null of mail: what one person is reminded of is nobody else's. */
  readonly title: string | null
  /** claimed: on its way, or the answer was never heard: it may have arrived. */
  readonly state: 'waiting' | 'claimed' | 'sent' | 'failed'
  readonly at: string
  readonly settledAt: string | null
  readonly problem: string | null
}

export type ReminderSettings = {
  readonly robots: readonly RobotView[]
  /** Who mail comes from; null: this installation sends none. */
  readonly mailFrom: string | null
  /** Hosts a robot may have. */
  readonly hosts: readonly string[]
  /** The latest first. */
  readonly deliveries: readonly DeliveryView[]
}

const robotRoles = {
  leadingGroup: 'leadingGroup',
  office: 'office',
  inspector: 'inspector',
  deputy: 'deputy',
  principal: 'principal',
  staff: 'staff',
  discipline: 'discipline',
  finance: 'finance',
  systemAdmin: 'systemAdmin',
  securityAdmin: 'securityAdmin',
  auditAdmin: 'auditAdmin',
} as const satisfies { readonly [Name in Exclude<Role, 'founder' | 'district'>]: Name }
const roleField = z.enum(robotRoles)
export type RobotRole = z.infer<typeof roleField>
/** Whose reminders a group may hear. */
export const robotRoleChoices: readonly RobotRole[] = roleField.options

export const reminderEndpoints = {
  /** What waits for who asks, overdue first. */
  listDue: endpoint({
    method: 'GET',
    path: '/api/due',
    access: anyone,
    answer: answer<{ readonly due: readonly (Due & { readonly title: string })[] }>(),
  }),
  /** The last thirty that who asks was reminded of, the latest first. */
  listReminders: endpoint({
    method: 'GET',
    path: '/api/reminders',
    access: anyone,
    answer: answer<{ readonly reminders: readonly ReminderView[] }>(),
  }),
  readReminderAddress: endpoint({
    method: 'GET',
    path: '/api/reminders/address',
    access: anyone,
    answer: answer<AddressView>(),
  }),
  setReminderAddress: endpoint({
    method: 'PUT',
    path: '/api/reminders/address',
    access: anyone,
    body: z.object({
      email: z.email('请填写邮箱地址，如 name@example.cn').max(200, '邮箱地址最多200个字'),
      isOn: z.boolean(),
    }),
    answer: answer<AddressView>(),
  }),
  /** A message to one's own address, on its way like any other. */
  testReminderAddress: endpoint({
    method: 'POST',
    path: '/api/reminders/address/test',
    access: anyone,
    answer: answer<{ readonly done: true }>(),
  }),
  readReminderSettings: endpoint({
    method: 'GET',
    path: '/api/reminders/settings',
    access: configure,
    answer: answer<ReminderSettings>(),
  }),
  addRobot: endpoint({
    method: 'POST',
    path: '/api/reminders/robots',
    access: configure,
    idempotent: true,
    body: z.object({
      kind: z.enum(kinds),
      title: z.string().trim().min(1, '请填写名称').max(40, '名称最多40个字'),
      address: z.string().trim().min(1, '请填写地址').max(1000, '地址最多1000个字'),
      /** null: none. */
      secret: z.string().trim().min(1).max(200, '密钥最多200个字').nullable(),
      roles: z.array(roleField).min(1, '请选择至少一种身份').max(robotRoleChoices.length),
    }),
    answer: answer<RobotView>(),
  }),
  removeRobot: endpoint({
    method: 'DELETE',
    path: '/api/reminders/robots/{robotId}',
    access: configure,
    params: z.object({ robotId: z.uuid() }),
    answer: answer<{ readonly done: true }>(),
  }),
  testRobot: endpoint({
    method: 'POST',
    path: '/api/reminders/robots/{robotId}/test',
    access: configure,
    params: z.object({ robotId: z.uuid() }),
    answer: answer<{ readonly done: true }>(),
  }),
}
