import { dueOf, reminderKey, stageOf, subjectOfRole, type Due } from '../policies/due/due-of.ts'
import { dueRules, type DueDay, type Matter } from '../policies/due/matter.ts'
import type { Subject } from '../policies/permit.ts'
import { roles } from '../policies/roles.ts'
import type { NewDelivery, Reminder, ReminderAddress, ReminderStore, Robot } from './reminder-store.ts'

type Ports = {
  readonly reminders: Pick<ReminderStore, 'add' | 'addDeliveries' | 'addresses' | 'robots' | 'requeueWaiting'>
}

/** What waits in the town, whose accounts there are, and how a line is told. */
export type TownOfDay = {
  readonly matters: readonly Matter[]
  readonly day: DueDay
  /** Every account that can sign in, with the roles of the day. */
  readonly people: readonly Subject[]
  readonly titleOf: (due: Due) => string
  readonly sendsMail: boolean
}

type Act = { readonly at: Date; readonly newId: () => string }
type Told = { readonly due: Due; readonly reminder: Reminder }
type Way = Pick<NewDelivery, 'channel' | 'target'> & { readonly reminder: Reminder }

/**
 * Reminds each role, and each person of what is his own, of what is due soon, late, or late with others: of each once,
 * however often it is asked. What is said for the first time also goes out to the addresses and robots of whom it
 * concerns; what still waits to go out is put in line again. Answers how many reminders are new.
 */
export async function remindTown({ reminders }: Ports, act: Act, town: TownOfDay): Promise<number> {
  const told = [...roleReminders(town, act), ...ownReminders(town, act)]
  const added = new Set((await reminders.add(told.map(({ reminder }) => reminder))).map(({ id }) => id))
  const fresh = told.filter(({ reminder }) => added.has(reminder.id))
  const ways = [
    ...(town.sendsMail ? mails(fresh, await reminders.addresses(), town) : []),
    ...posts(fresh, await reminders.robots()),
  ]
  await reminders.requeueWaiting()
  await reminders.addDeliveries(
    withoutTwice(ways).map(({ reminder, channel, target }) => ({
      id: act.newId(),
      reminderId: reminder.id,
      channel,
      target,
      at: act.at,
    })),
  )
  return fresh.length
}

function roleReminders(town: TownOfDay, act: Act): readonly Told[] {
  return roles.flatMap((role) =>
    tell(dueOf(town.matters, subjectOfRole(role), town.day), { role }, `role:${role}`, town, act),
  )
}

function ownReminders(town: TownOfDay, act: Act): readonly Told[] {
  const own = town.matters.filter(({ kind }) => dueRules[kind].isPersonal)
  return town.people.flatMap((person) =>
    tell(dueOf(own, person, town.day), { userName: person.by }, `user:${person.by}`, town, act),
  )
}

function tell(
  dues: readonly Due[],
  audience: Reminder['audience'],
  name: string,
  { titleOf }: TownOfDay,
  { at, newId }: Act,
): readonly Told[] {
  return dues.flatMap((due) => {
    const stage = stageOf(due)
    if (stage === null) return []
    const { path, dueOn } = due
    const key = reminderKey(due, stage, name)
    return [{ due, reminder: { id: newId(), key, audience, title: titleOf(due), path, dueOn, at } }]
  })
}

/** To those whom it concerns themselves: not to who recorded all that his office is to confirm. */
function mails(
  fresh: readonly Told[],
  addresses: readonly ReminderAddress[],
  { people, matters, day }: TownOfDay,
): readonly Way[] {
  return addresses.flatMap(({ userName, email }) => {
    const person = people.find(({ by }) => by === userName)
    if (person === undefined) return []
    const concerns = new Set(dueOf(matters, person, day).map(lineOf))
    return fresh
      .filter(({ due, reminder: { audience } }) =>
        'userName' in audience
          ? audience.userName === userName
          : person.roles.some((role) => role === audience.role) && concerns.has(lineOf(due)),
      )
      .map(({ reminder }) => ({ reminder, channel: 'email', target: email }))
  })
}

const lineOf = ({ key, isEscalated }: Due) => `${key} ${String(isEscalated)}`

/** A group hears what its roles wait for, never what is one person's own. */
function posts(fresh: readonly Told[], robots: readonly Robot[]): readonly Way[] {
  return robots.flatMap(({ id, title, roles: heard }) =>
    fresh.flatMap(({ reminder }) =>
      'role' in reminder.audience && heard.includes(reminder.audience.role)
        ? [{ reminder, channel: id, target: title }]
        : [],
    ),
  )
}

/** The same words about the same page reach somebody once, through however many roles. */
function withoutTwice(ways: readonly Way[]): readonly Way[] {
  const said = new Map(
    ways.map((way) => [JSON.stringify([way.channel, way.target, way.reminder.title, way.reminder.path]), way]),
  )
  return [...said.values()]
}
