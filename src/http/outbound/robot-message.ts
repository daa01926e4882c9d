import { createHmac } from 'node:crypto'
import type { Message, OpenedRobot } from '../../commands/messenger.ts'

/** What is posted: to which address, with which headers and body. */
export type RobotRequest = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** 企业微信 takes so many bytes of markdown. */
const mostBytes = 4096

/** The request each kind of robot wants, signed where it is signed; `at` in milliseconds since 1970. */
export function robotRequest(robot: OpenedRobot, message: Message, link: string, at: number): RobotRequest {
  const url = new URL(robot.address)
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  switch (robot.kind) {
    case 'wecom':
      return { url, headers, body: json({ msgtype: 'markdown', markdown: { content: markdown(message, link) } }) }
    case 'dingtalk': {
      if (robot.secret !== null) {
        url.searchParams.set('timestamp', String(at))
        url.searchParams.set('sign', dingtalkSignature(robot.secret, at))
      }
      const title = `公道提醒：${plain(message.title)}`
      return {
        url,
        headers,
        body: json({ msgtype: 'markdown', markdown: { title, text: markdown(message, link) } }),
      }
    }
    case 'webhook': {
      const { id, town, title, dueOn } = message
      const body = json({ format: 'gongdao-reminder/1', id, town, title, dueOn, link })
      return {
        url,
        headers: {
          ...headers,
          'x-gongdao-delivery': id,
          'x-gongdao-timestamp': String(at),
          'x-gongdao-signature': webhookSignature(robot.secret ?? '', at, body),
        },
        body,
      }
    }
  }
}

/** 钉钉 加签: Base64 of HMAC-SHA256 over "timestamp\nsecret" with the secret as key. */
export function dingtalkSignature(secret: string, at: number): string {
  return createHmac('sha256', secret)
    .update(`${String(at)}\n${secret}`)
    .digest('base64')
}

/** X-Gongdao-Signature: "sha256=" and the lower-case hex of HMAC-SHA256 over "timestamp.body" with the secret as key. */
export function webhookSignature(secret: string, at: number, body: string): string {
  return `sha256=${createHmac('sha256', secret)
    .update(`${String(at)}.${body}`)
    .digest('hex')}`
}

function markdown({ town, title, dueOn }: Message, link: string): string {
  const lines = [
    `**${plain(town)} · 公道提醒**`,
    plain(title),
    ...(dueOn === null ? [] : [`> 期限：${dueOn}`]),
    `[打开公道办理](${link})`,
  ]
  const text = lines.join('\n\n')
  return Buffer.byteLength(text) <= mostBytes ? text : `公道有新的待办，[打开公道办理](${link})`
}

/** Nothing that markdown would take for a mark: titles of rounds and bulletins are typed by people. */
function plain(text: string): string {
  return text.replace(/[\\`*_#[\]()<>!|~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfe_e0))
}

const json = (value: unknown) => JSON.stringify(value)
