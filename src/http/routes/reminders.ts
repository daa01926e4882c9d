import { addRobot, sendTest } from '../../commands/configure-reminders.ts'
import type { DeliveryInList, Reminder, Robot } from '../../commands/reminder-store.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { isRole } from '../../policies/roles.ts'
import { listDue } from '../../queries/list-due.ts'
import { dueTitle } from '../contract/due-words.ts'
import type { DeliveryView, reminderEndpoints, ReminderView, RobotView } from '../contract/reminders.ts'
import { openRobot, robotSealName } from '../reminders/deliver.ts'
import type { RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'

const mostReminders = 30
const mostDeliveries = 50
/** Told in the message itself: it is no reminder. */
const testTitle = '这是一条测试，说明提醒能送到这里'

export const reminderRoutes: RouteGroup<typeof reminderEndpoints> = {
  listDue: {
    inTown: async ({ stores, subject, at }) => {
      const due = await listDue(stores, subject, at)
      return accept({ due: due.map((one) => ({ ...one, title: dueTitle(one) })) })
    },
  },
  listReminders: {
    inTown: async ({ stores, subject }) => {
      const audience = { roles: subject.roles, userName: subject.by }
      return accept({ reminders: (await stores.reminders.of(audience, mostReminders)).map(reminderView) })
    },
  },
  readReminderAddress: {
    inTown: async ({ stores, subject, services }) => {
      const stated = await stores.reminders.address(subject.by)
      return accept(addressView(stated, services))
    },
  },
  setReminderAddress: {
    inTown: async ({ body, stores, subject, services, at, note }) => {
      if (services.messenger.mailFrom === null) return refuse({ code: 'mail-not-offered' })
      const before = await stores.reminders.address(subject.by)
      await stores.reminders.setAddress({ userName: subject.by, ...body, at })
      note({
        object: { kind: 'reminderAddress', id: subject.by, label: subject.by },
        before: before === null ? null : { email: maskedAddress(before.email), isOn: before.isOn },
        after: { email: maskedAddress(body.email), isOn: body.isOn },
      })
      return accept(addressView(body, services))
    },
  },
  testReminderAddress: {
    inTown: async ({ stores, subject, act, services, note }) => {
      if (services.messenger.mailFrom === null) return refuse({ code: 'mail-not-offered' })
      const stated = await stores.reminders.address(subject.by)
      if (stated === null || !stated.isOn) return refuse({ code: 'address-not-on' })
      const sent = await sendTest(stores, act, { channel: 'email', target: stated.email, title: testTitle })
      if (!sent.ok) return sent
      note({ object: { kind: 'reminderAddress', id: subject.by, label: subject.by } })
      return accept({ done: true })
    },
  },
  readReminderSettings: {
    inTown: async ({ stores, session, services }) => {
      const { mailFrom, robotHosts } = services.messenger
      const robots = await stores.reminders.robots()
      const deliveries = await stores.reminders.deliveries(mostDeliveries)
      return accept({
        robots: robots.map((robot) => robotView(robot, session.tenantId, services)),
        mailFrom,
        hosts: robotHosts,
        deliveries: deliveries.map(deliveryView),
      })
    },
  },
  addRobot: {
    inTown: async ({ body, stores, session, services, act, note }) => {
      const { messenger, seal } = services
      const sealName = (robotId: string) => robotSealName(session.tenantId, robotId)
      const added = await addRobot({ reminders: stores.reminders, messenger, seal, sealName }, act, body)
      if (!added.ok) return added
      const view = robotView(added.value, session.tenantId, services)
      note({
        object: robotObject(added.value),
        after: { robotKind: view.kind, host: view.host, roles: [...view.roles] },
      })
      return accept(view)
    },
  },
  removeRobot: {
    inTown: async ({ params, stores, at, note, noteNothing }) => {
      const robot = await stores.reminders.findRobot(params.robotId)
      if (robot === null) return refuse({ code: 'robot-unknown' })
      if (!(await stores.reminders.removeRobot(robot.id, at))) {
        noteNothing()
        return accept({ done: true })
      }
      note({ object: robotObject(robot), before: { robotKind: robot.kind, roles: [...robot.roles] } })
      return accept({ done: true })
    },
  },
  testRobot: {
    inTown: async ({ params, stores, act, note }) => {
      const robot = await stores.reminders.findRobot(params.robotId)
      if (robot === null) return refuse({ code: 'robot-unknown' })
      if (robot.removedAt !== null) return refuse({ code: 'robot-removed' })
      const sent = await sendTest(stores, act, { channel: robot.id, target: robot.title, title: testTitle })
      if (!sent.ok) return sent
      note({ object: robotObject(robot) })
      return accept({ done: true })
    },
  },
}

function reminderView({ id, title, path, dueOn, at }: Reminder): ReminderView {
  return { id, title, path, dueOn, at: at.toISOString() }
}

function addressView(stated: { readonly email: string; readonly isOn: boolean } | null, { messenger }: Services) {
  return { isOffered: messenger.mailFrom !== null, email: stated?.email ?? null, isOn: stated?.isOn ?? false }
}

function robotView(robot: Robot, tenantId: string, { seal }: Services): RobotView {
  const { id, kind, title, roles, at, by } = robot
  const opened = openRobot(robot, tenantId, seal)
  return {
    id,
    kind,
    title,
    host: opened === null ? null : new URL(opened.address).host,
    hasSecret: robot.sealedSecret !== null,
    roles: roles.filter(isRole),
    at: at.toISOString(),
    by,
  }
}

function robotObject({ id, title }: Robot) {
  return { kind: 'robot', id, label: title }
}

function deliveryView(delivery: DeliveryInList): DeliveryView {
  const { id, channel, target, title, state, at, settledAt, problem } = delivery
  const isMail = channel === 'email'
  return {
    id,
    channel: isMail ? 'email' : 'robot',
    target: isMail ? maskedAddress(target) : target,
    title: isMail ? null : title,
    state,
    at: at.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    problem,
  }
}

/** z***@example.cn */
function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}***${email.slice(at)}`
}
