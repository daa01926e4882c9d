import { accept, assert } from '../../domain/primitives/result.ts'
import type { Services } from '../services.ts'
import { deliver } from './deliver.ts'
import { proposeInTowns } from './propose-in-towns.ts'
import { isReminderHour, remindTowns, reminderSchedule } from './remind-towns.ts'

/** The queue as the storage makes it (storage/job-queue). */
type Queue = {
  readonly add: (task: string, payload: object, key: string) => Promise<void>
  readonly stop: () => Promise<void>
}
type StartQueue = (options: {
  readonly tasks: Readonly<Record<'remind' | 'deliver', (payload: unknown) => Promise<void>>>
  readonly schedule: string
  readonly onFault: (task: string, error: unknown) => void
}) => Promise<Queue>

/** Runs reminders and what they send inside this process, until it is stopped. */
export async function startReminders(services: Services, startQueue: StartQueue): Promise<Queue> {
  const queue = await startQueue({
    tasks: {
      // The hour is asked for again: a job that waited while the server stood still comes at any time.
      remind: async () => {
        await requeueWaiting(services)
        if (!isReminderHour(services.now())) return
        await proposeInTowns(services)
        await remindTowns(services)
      },
      deliver: (payload) => deliver(payload, services),
    },
    schedule: reminderSchedule,
    onFault: (task, error) => services.logFault({ logId: services.newId(), method: 'JOB', path: task, error }),
  })
  await queue.add('remind', {}, 'start')
  return queue
}

/** What a stop left behind goes out now. */
async function requeueWaiting(services: Services): Promise<void> {
  const towns = await services.inAccounts(async (accounts) => accept(await accounts.realTowns()))
  assert(towns.ok, 'listing towns refuses nothing')
  for (const { id } of towns.value)
    await services.inTown<number, never>(id, 'note', async ({ reminders }) =>
      accept(await reminders.requeueWaiting()),
    )
}
