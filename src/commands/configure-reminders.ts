import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { townMoment } from '../domain/primitives/local-date.ts'
import type { Seal } from './authenticator.ts'
import type { Messenger, RobotAddressFault } from './messenger.ts'
import type { ReminderStore, Robot, RobotKind } from './reminder-store.ts'

type Act = { readonly by: string; readonly at: Date; readonly newId: () => string }

export type ReminderRefusal =
  | RobotAddressFault
  | { readonly code: 'robot-secret-missing' }
  | { readonly code: 'robots-enough'; readonly most: number }
  | { readonly code: 'robot-unknown' }
  | { readonly code: 'robot-removed' }
  | { readonly code: 'mail-not-offered' }
  | { readonly code: 'address-not-on' }
  | { readonly code: 'test-just-sent' }

/** More groups than a town has, and few enough that a mistake floods nobody. */
const mostRobots = 20

export type WantedRobot = {
  readonly kind: RobotKind
  readonly title: string
  readonly address: string
  readonly secret: string | null
  readonly roles: readonly string[]
}

/** Adds a robot with address and secret sealed for `sealName` of its id: they are never shown again. */
export async function addRobot(
  ports: {
    readonly reminders: Pick<ReminderStore, 'robots' | 'addRobot'>
    readonly messenger: Pick<Messenger, 'checkRobotAddress'>
    readonly seal: Pick<Seal, 'seal'>
    readonly sealName: (robotId: string) => string
  },
  { by, at, newId }: Act,
  { kind, title, address, secret, roles }: WantedRobot,
): Promise<Result<Robot, ReminderRefusal>> {
  const fault = ports.messenger.checkRobotAddress(kind, address)
  if (fault !== null) return refuse(fault)
  if (kind === 'webhook' && secret === null) return refuse({ code: 'robot-secret-missing' })
  if ((await ports.reminders.robots()).length >= mostRobots)
    return refuse({ code: 'robots-enough', most: mostRobots })
  const id = newId()
  const sealed = (text: string) => ports.seal.seal(new TextEncoder().encode(text), ports.sealName(id))
  // 企业微信 signs nothing: the key stands in its address.
  const kept = kind === 'wecom' ? null : secret
  const robot = {
    id,
    kind,
    title,
    sealedAddress: sealed(address),
    sealedSecret: kept === null ? null : sealed(kept),
    roles: [...new Set(roles)],
    at,
    by,
  }
  await ports.reminders.addRobot(robot)
  return accept(robot)
}

type TestPorts = { readonly reminders: Pick<ReminderStore, 'add' | 'addDeliveries'> }

/** Sends a word of trial on the usual way; the same way once a minute. */
export async function sendTest(
  { reminders }: TestPorts,
  { by, at, newId }: Act,
  { channel, target, title }: { readonly channel: string; readonly target: string; readonly title: string },
): Promise<Result<null, ReminderRefusal>> {
  const minute = townMoment(at.getTime()).slice(0, 16)
  const key = channel === 'email' ? `test|email|${by}|${minute}` : `test|${channel}|${minute}`
  const [added] = await reminders.add([
    { id: newId(), key, audience: { userName: by }, title, path: '/', dueOn: null, at },
  ])
  if (added === undefined) return refuse({ code: 'test-just-sent' })
  await reminders.addDeliveries([{ id: newId(), reminderId: added.id, channel, target, at }])
  return accept(null)
}
