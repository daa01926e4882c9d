import { remindTown } from '../../commands/remind-town.ts'
import { townDay } from '../../domain/primitives/local-date.ts'
import { accept, assert } from '../../domain/primitives/result.ts'
import type { Subject } from '../../policies/permit.ts'
import { isRole } from '../../policies/roles.ts'
import { readMatters } from '../../queries/read-matters.ts'
import { readSubject } from '../../queries/read-subject.ts'
import { reminderTitle } from '../contract/due-words.ts'
import type { Services } from '../services.ts'

/** Every hour from 8:00 to 18:00 in the town (UTC+8); days off are left out where the town's calendar is known. */
export const reminderSchedule = '0 0-10 * * *'

/** Whether it is between 8:00 and 18:59 in the town. */
export function isReminderHour(at: Date): boolean {
  const hour = (at.getUTCHours() + 8) % 24
  return hour >= 8 && hour <= 18
}

/** Reminds every real town whose day it is to work; answers how many reminders are new. */
export async function remindTowns(services: Services): Promise<number> {
  const towns = await services.inAccounts(async (accounts) => accept(await accounts.realTowns()))
  assert(towns.ok, 'listing towns refuses nothing')
  let added = 0
  for (const { id } of towns.value) added += await remindOne(id, services)
  return added
}

async function remindOne(tenantId: string, services: Services): Promise<number> {
  const at = services.now()
  const accounts = await accountsOf(tenantId, services)
  const added = await services.inTown<number, never>(tenantId, 'write', async (stores) => {
    const { matters, day } = await readMatters(stores, at, 'everyone')
    if (!day.calendar.isWorkingDay(day.today)) return accept(0)
    const people: Subject[] = []
    for (const account of accounts) people.push(await readSubject(account, townDay(at.getTime()), stores.roster))
    const sendsMail = services.messenger.mailFrom !== null
    const town = { matters, day, people, titleOf: reminderTitle, sendsMail }
    return accept(await remindTown(stores, { at, newId: services.newId }, town))
  })
  assert(added.ok, 'reminding refuses nothing')
  return added.value
}

async function accountsOf(tenantId: string, services: Services) {
  const found = await services.inAccounts(async (accounts) => accept(await accounts.townAccounts(tenantId)))
  assert(found.ok, 'listing accounts refuses nothing')
  return found.value
    .filter(({ isActivated, suspendedAt }) => isActivated && suspendedAt === null)
    .map(({ userName, staffNumber, granted }) => ({ userName, staffNumber, granted: granted.filter(isRole) }))
}
