import { z } from 'zod'
import type { Message, OpenedRobot, Sent } from '../../commands/messenger.ts'
import type { Delivery, Robot } from '../../commands/reminder-store.ts'
import { accept, assert } from '../../domain/primitives/result.ts'
import type { Services } from '../services.ts'

const payloadSchema = z.object({ tenantId: z.uuid(), deliveryId: z.uuid() })

type Claimed = { readonly delivery: Delivery; readonly message: Message; readonly robot: Robot | null }

/**
 * Sends one delivery, at most once: it is claimed in a transaction of its own before anything leaves the house. Whatever
 * stops the process afterwards leaves it claimed, and nobody sends what is claimed.
 */
export async function deliver(payload: unknown, services: Services): Promise<void> {
  const { tenantId, deliveryId } = payloadSchema.parse(payload)
  const claimed = await claim(tenantId, deliveryId, services)
  if (claimed === null) return
  const sent = await send(tenantId, claimed, services)
  if (sent.kind === 'unknown') return
  const settled = { state: sent.kind === 'taken' ? 'sent' : 'failed', at: services.now() } as const
  await services.inTown<null, never>(tenantId, 'note', async ({ reminders }) => {
    await reminders.settle(deliveryId, { ...settled, problem: sent.kind === 'failed' ? sent.problem : null })
    return accept(null)
  })
}

async function claim(tenantId: string, deliveryId: string, services: Services): Promise<Claimed | null> {
  const claimed = await services.inTown<Claimed | null, never>(tenantId, 'note', async (stores) => {
    const delivery = await stores.reminders.claim(deliveryId)
    if (delivery === null) return accept(null)
    const reminder = await stores.reminders.find(delivery.reminderId)
    assert(reminder !== null, 'a delivery delivers a reminder')
    const { title, dueOn, path } = reminder
    const robots = await stores.reminders.robots()
    return accept({
      delivery,
      message: { id: delivery.id, town: await stores.readTownName(), title, dueOn, path },
      robot: robots.find(({ id }) => id === delivery.channel) ?? null,
    })
  })
  assert(claimed.ok, 'claiming refuses nothing')
  return claimed.value
}

async function send(
  tenantId: string,
  { delivery, message, robot }: Claimed,
  { messenger, seal }: Services,
): Promise<Sent> {
  if (delivery.channel === 'email') return messenger.mail(delivery.target, message)
  if (robot === null) return { kind: 'failed', problem: '这个机器人已经删除' }
  const opened = openRobot(robot, tenantId, seal)
  if (opened === null) return { kind: 'failed', problem: '地址和密钥打不开（数据文件夹里的密钥换过），请重新添加' }
  return messenger.post(opened, message)
}

/** Bound to the town and the robot: a row moved elsewhere does not open. */
export function robotSealName(tenantId: string, robotId: string): string {
  return `robot ${tenantId} ${robotId}`
}

export function openRobot(robot: Robot, tenantId: string, seal: Services['seal']): OpenedRobot | null {
  const name = robotSealName(tenantId, robot.id)
  const address = seal.unseal(robot.sealedAddress, name)
  const secret = robot.sealedSecret === null ? null : seal.unseal(robot.sealedSecret, name)
  if (address === null || (robot.sealedSecret !== null && secret === null)) return null
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  return { kind: robot.kind, address: text(address), secret: secret === null ? null : text(secret) }
}
