import type { Messenger } from '../../commands/messenger.ts'
import { postToRobot } from './post-to-robot.ts'
import type { OutboundSettings } from './read-outbound.ts'
import { checkRobotAddress, robotHostsOf } from './robot-address.ts'
import { robotRequest } from './robot-message.ts'
import { sendMail } from './send-mail.ts'

/** The ways out of the house; `ownAddress` is where the installation is opened, for links. */
export function createMessenger(settings: OutboundSettings, ownAddress: () => string): Messenger {
  const { mail, webhookHosts } = settings
  const linkTo = (path: string) => `${ownAddress()}${path}`
  return {
    mailFrom: mail?.from ?? null,
    robotHosts: robotHostsOf(webhookHosts),
    checkRobotAddress: (kind, address) => checkRobotAddress(kind, address, webhookHosts),
    mail: async (to, message) => {
      if (mail === null) return { kind: 'failed', problem: '这套系统没有设置发邮件' }
      return sendMail(mail, to, message, linkTo(message.path))
    },
    post: async (robot, message) => {
      // The environment may have been narrowed since the robot was added.
      if (checkRobotAddress(robot.kind, robot.address, webhookHosts) !== null)
        return { kind: 'failed', problem: '这个地址现在不许发送' }
      return postToRobot(robotRequest(robot, message, linkTo(message.path), Date.now()), robot.kind !== 'webhook')
    },
  }
}
