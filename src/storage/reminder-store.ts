import { and, asc, desc, eq, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Delivery, Reminder, ReminderStore } from '../commands/reminder-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { deliverTask, queueSchema } from './job-queue-names.ts'
import { delivery, reminder, reminderAddress, reminderRobot } from './schema.ts'
import type { Town } from './town-transaction.ts'

const audienceSchema = z.union([z.object({ role: z.string() }), z.object({ userName: z.string() })])

/** What a town was reminded of, and what went out of the house. */
export function reminderStore(town: Town): ReminderStore {
  return { ...toldPart(town), ...deliveryPart(town), ...addressPart(town), ...robotPart(town) }
}

function toldPart({ tenantId, db }: Town) {
  const isOfTown = eq(reminder.tenantId, tenantId)
  return {
    add: async (reminders) => {
      if (reminders.length === 0) return []
      const added = await db
        .insert(reminder)
        .values(reminders.map((one) => ({ ...one, tenantId })))
        .onConflictDoNothing()
        .returning()
      return added.map(toReminder)
    },
    find: async (reminderId) => {
      const [found] = await db
        .select()
        .from(reminder)
        .where(and(isOfTown, eq(reminder.id, reminderId)))
      return found === undefined ? null : toReminder(found)
    },
    of: async ({ roles, userName }, most) => {
      const toRole = sql`${reminder.audience} ->> 'role'`
      const rows = await db
        .select()
        .from(reminder)
        .where(
          and(
            isOfTown,
            or(
              eq(sql`${reminder.audience} ->> 'userName'`, userName),
              roles.length === 0 ? undefined : inArray(toRole, [...roles]),
            ),
          ),
        )
        .orderBy(desc(reminder.at), desc(reminder.id))
        .limit(most)
      return rows.map(toReminder)
    },
  } satisfies Partial<ReminderStore>
}

function toReminder({ tenantId: _tenantId, audience, dueOn, ...row }: typeof reminder.$inferSelect): Reminder {
  return { ...row, audience: audienceSchema.parse(audience), dueOn: dueOn === null ? null : localDate(dueOn) }
}

function deliveryPart(town: Town) {
  const { tenantId, db } = town
  const isOfTown = eq(delivery.tenantId, tenantId)
  const columns = {
    id: delivery.id,
    reminderId: delivery.reminderId,
    channel: delivery.channel,
    target: delivery.target,
    state: delivery.state,
    at: delivery.at,
    settledAt: delivery.settledAt,
    problem: delivery.problem,
  }
  return {
    addDeliveries: async (deliveries) => {
      if (deliveries.length === 0) return
      const added = await db
        .insert(delivery)
        .values(deliveries.map((one) => ({ ...one, tenantId, state: 'waiting' as const })))
        .onConflictDoNothing()
        .returning({ id: delivery.id })
      for (const { id } of added) await queue(town, id)
    },
    claim: async (deliveryId) => {
      const [claimed] = await db
        .update(delivery)
        .set({ state: 'claimed' })
        .where(and(isOfTown, eq(delivery.id, deliveryId), eq(delivery.state, 'waiting')))
        .returning(columns)
      return claimed ?? null
    },
    settle: async (deliveryId, { state, at, problem }) => {
      await db
        .update(delivery)
        .set({ state, settledAt: at, problem })
        .where(and(isOfTown, eq(delivery.id, deliveryId), eq(delivery.state, 'claimed')))
    },
    requeueWaiting: async () => {
      const waiting = await db
        .select({ id: delivery.id })
        .from(delivery)
        .where(and(isOfTown, eq(delivery.state, 'waiting')))
      for (const { id } of waiting) await queue(town, id)
      return waiting.length
    },
    deliveries: async (most) =>
      db
        .select({ ...columns, title: reminder.title })
        .from(delivery)
        .innerJoin(reminder, and(eq(reminder.tenantId, tenantId), eq(reminder.id, delivery.reminderId)))
        .where(isOfTown)
        .orderBy(desc(delivery.at), desc(delivery.id))
        .limit(most),
    problems: async (since, claimedBefore): Promise<readonly Delivery[]> =>
      db
        .select(columns)
        .from(delivery)
        .where(
          and(
            isOfTown,
            gte(delivery.at, since),
            or(eq(delivery.state, 'failed'), and(eq(delivery.state, 'claimed'), lt(delivery.at, claimedBefore))),
          ),
        )
        .orderBy(asc(delivery.at)),
  } satisfies Partial<ReminderStore>
}

/** In the same transaction as the row it sends: one is not there without the other. */
async function queue({ tenantId, db }: Town, deliveryId: string): Promise<void> {
  const payload = JSON.stringify({ tenantId, deliveryId })
  await db.execute(
    sql`select from ${sql.identifier(queueSchema)}.add_job(
      ${deliverTask}, payload => ${payload}::json, max_attempts => 3, job_key => ${deliveryId})`,
  )
}

function addressPart({ tenantId, db }: Town) {
  const columns = {
    userName: reminderAddress.userName,
    email: reminderAddress.email,
    isOn: reminderAddress.isOn,
    at: reminderAddress.at,
  }
  return {
    address: async (userName) => {
      const [found] = await db
        .select(columns)
        .from(reminderAddress)
        .where(and(eq(reminderAddress.tenantId, tenantId), eq(reminderAddress.userName, userName)))
      return found ?? null
    },
    setAddress: async ({ userName, email, isOn, at }) => {
      await db
        .insert(reminderAddress)
        .values({ tenantId, userName, email, isOn, at })
        .onConflictDoUpdate({
          target: [reminderAddress.tenantId, reminderAddress.userName],
          set: { email, isOn, at },
        })
    },
    addresses: async () =>
      db
        .select(columns)
        .from(reminderAddress)
        .where(and(eq(reminderAddress.tenantId, tenantId), eq(reminderAddress.isOn, true)))
        .orderBy(asc(reminderAddress.userName)),
  } satisfies Partial<ReminderStore>
}

function robotPart({ tenantId, db }: Town) {
  const isThere = and(eq(reminderRobot.tenantId, tenantId), isNull(reminderRobot.removedAt))
  return {
    robots: async () => {
      const rows = await db
        .select()
        .from(reminderRobot)
        .where(isThere)
        .orderBy(asc(reminderRobot.at), asc(reminderRobot.id))
      return rows.map(({ tenantId: _tenantId, removedAt: _removedAt, ...robot }) => robot)
    },
    findRobot: async (robotId) => {
      const [found] = await db
        .select()
        .from(reminderRobot)
        .where(and(eq(reminderRobot.tenantId, tenantId), eq(reminderRobot.id, robotId)))
      if (found === undefined) return null
      const { tenantId: _tenantId, ...robot } = found
      return robot
    },
    addRobot: async ({ roles, ...robot }) => {
      await db.insert(reminderRobot).values({ ...robot, tenantId, roles: [...roles] })
    },
    removeRobot: async (robotId, at) => {
      const removed = await db
        .update(reminderRobot)
        .set({ removedAt: at })
        .where(and(isThere, eq(reminderRobot.id, robotId)))
        .returning({ id: reminderRobot.id })
      return removed.length > 0
    },
  } satisfies Partial<ReminderStore>
}
