import type { LocalDate } from '../domain/primitives/local-date.ts'

/** Who is reminded: whoever holds a role (its name, as stored), or one account. */
export type ReminderAudience = { readonly role: string } | { readonly userName: string }

/** What somebody was reminded of, once per `key`; it never changes. */
export type Reminder = {
  readonly id: string
  readonly key: string
  readonly audience: ReminderAudience
  readonly title: string
  /** The page it leads to. */
  readonly path: string
  readonly dueOn: LocalDate | null
  readonly at: Date
}

/** `waiting` until it is claimed; `claimed` before it is sent, so that it goes out at most once; then settled. */
export type DeliveryState = 'waiting' | 'claimed' | 'sent' | 'failed'

/** A reminder on its way out of the house: by `email` to an address, or by a robot (its id, and its title as target). */
export type Delivery = {
  readonly id: string
  readonly reminderId: string
  readonly channel: string
  readonly target: string
  readonly state: DeliveryState
  readonly at: Date
  readonly settledAt: Date | null
  /** Why it failed, without names. */
  readonly problem: string | null
}

export type NewDelivery = Pick<Delivery, 'id' | 'reminderId' | 'channel' | 'target' | 'at'>

/** Where somebody wants to be reminded besides the pages. */
export type ReminderAddress = {
  readonly userName: string
  readonly email: string
  readonly isOn: boolean
  readonly at: Date
}

export const robotKinds = ['wecom', 'dingtalk', 'webhook'] as const
export type RobotKind = (typeof robotKinds)[number]

/** A group robot or another signed webhook; address and secret are sealed. */
export type Robot = {
  readonly id: string
  readonly kind: RobotKind
  readonly title: string
  readonly sealedAddress: Uint8Array
  readonly sealedSecret: Uint8Array | null
  readonly roles: readonly string[]
  readonly at: Date
  readonly by: string
}

/** A delivery with what it says. */
export type DeliveryInList = Delivery & { readonly title: string }

/** A town's reminders, within one transaction. */
export type ReminderStore = {
  /** Those not said before; answers which they were. */
  readonly add: (reminders: readonly Reminder[]) => Promise<readonly Reminder[]>
  readonly find: (reminderId: string) => Promise<Reminder | null>
  /** To these roles or this account, the latest first. */
  readonly of: (
    audience: { readonly roles: readonly string[]; readonly userName: string },
    most: number,
  ) => Promise<readonly Reminder[]>
  /** Waiting, each with a job that sends it. */
  readonly addDeliveries: (deliveries: readonly NewDelivery[]) => Promise<void>
  /** Whether it was still waiting: who is told true sends it, once the transaction is committed. */
  readonly claim: (deliveryId: string) => Promise<Delivery | null>
  readonly settle: (
    deliveryId: string,
    settled: { readonly state: 'sent' | 'failed'; readonly at: Date; readonly problem: string | null },
  ) => Promise<void>
  /** Gives each that waits a job again, unless it has one: what a stop left behind. */
  readonly requeueWaiting: () => Promise<number>
  /** The latest first. */
  readonly deliveries: (most: number) => Promise<readonly DeliveryInList[]>
  /** Failed, or claimed before `claimedBefore` and never settled, since a moment. */
  readonly problems: (since: Date, claimedBefore: Date) => Promise<readonly Delivery[]>
  readonly address: (userName: string) => Promise<ReminderAddress | null>
  readonly setAddress: (address: ReminderAddress) => Promise<void>
  /** Those that are switched on. */
  readonly addresses: () => Promise<readonly ReminderAddress[]>
  /** Those not removed, in the order they were added. */
  readonly robots: () => Promise<readonly Robot[]>
  /** Removed ones, too. */
  readonly findRobot: (robotId: string) => Promise<(Robot & { readonly removedAt: Date | null }) | null>
  readonly addRobot: (robot: Robot) => Promise<void>
  /** false: it was removed before, or never was. */
  readonly removeRobot: (robotId: string, at: Date) => Promise<boolean>
}
