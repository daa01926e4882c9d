import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receivePosts, type PostReceiver } from '../../test/support/receivers.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { createMessenger } from './outbound/create-messenger.ts'
import { outboundRefusalSentence, readOutbound } from './outbound/read-outbound.ts'
import { checkRobotAddress, isPrivate } from './outbound/robot-address.ts'
import { dingtalkSignature, robotRequest, webhookSignature } from './outbound/robot-message.ts'

const message = {
  id: '00000000-0000-4000-8000-0000000000d1',
  town: '清源镇',
  title: '3条记录待确认（10月13日到期）',
  dueOn: localDate('2026-10-13'),
  path: '/entries/confirm',
}
const link = 'https://gongdao.example.cn/entries/confirm'

describe('签名', () => {
  // Reckoned apart from this program: openssl dgst -sha256 -hmac.
  test('钉钉加签：timestamp\\nsecret 的 HMAC-SHA256，Base64', () => {
    expect(dingtalkSignature('this is secret', 1_577_262_236_757)).toBe(
      'hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=',
    )
  })
  test('Webhook：timestamp.正文 的 HMAC-SHA256，十六进制', () => {
    expect(webhookSignature('key', 1_700_000_000_000, '{"a":1}')).toBe(
      'sha256=2c8bc12f88d77789404ce0a63cf69acf735ba98832f7a7d36147f537be556f3e',
    )
  })
})

describe('消息的样子', () => {
  test('企业微信：markdown，地址不变', () => {
    const address = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc'
    const request = robotRequest({ kind: 'wecom', address, secret: null }, message, link, 1)
    expect(request.url.href).toBe(address)
    expect(JSON.parse(request.body)).toEqual({
      msgtype: 'markdown',
      markdown: {
        content: `**清源镇 · 公道提醒**\n\n3条记录待确认（10月13日到期）\n\n> 期限：2026-10-13\n\n[打开公道办理](${link})`,
      },
    })
  })

  test('钉钉：地址后面加 timestamp 和 sign，标题另有一份', () => {
    const address = 'https://oapi.dingtalk.com/robot/send?access_token=abc'
    const request = robotRequest({ kind: 'dingtalk', address, secret: 'SEC1' }, message, link, 1_700_000_000_000)
    expect(request.url.searchParams.get('access_token')).toBe('abc')
    expect(request.url.searchParams.get('timestamp')).toBe('1700000000000')
    expect(request.url.searchParams.get('sign')).toBe(dingtalkSignature('SEC1', 1_700_000_000_000))
    expect(JSON.parse(request.body)).toMatchObject({
      msgtype: 'markdown',
      markdown: { title: '公道提醒：3条记录待确认（10月13日到期）' },
    })
    const unsigned = robotRequest({ kind: 'dingtalk', address, secret: null }, message, link, 1)
    expect(unsigned.url.searchParams.has('sign')).toBe(false)
  })

  test('人打的字变不成链接和格式；太长的只说有待办', () => {
    const sly = { ...message, title: '督查还没有结束：[领奖](http://evil.cn)<b>**大字**' }
    const address = 'https://qyapi.weixin.qq.com/x'
    const { content } = JSON.parse(
      robotRequest({ kind: 'wecom', address, secret: null }, sly, link, 1).body,
    ).markdown
    expect(content).toContain('［领奖］（http://evil.cn）＜b＞＊＊大字＊＊')
    const long = { ...message, title: '长'.repeat(2000) }
    const { body } = robotRequest({ kind: 'wecom', address, secret: null }, long, link, 1)
    expect(Buffer.byteLength(JSON.parse(body).markdown.content)).toBeLessThanOrEqual(4096)
    expect(JSON.parse(body).markdown.content).toContain(link)
  })
})

describe('只往许可的地址发', () => {
  const hosts = ['hook.example.cn', 'hook.example.cn:8443', '127.0.0.1:9', '10.1.2.3']
  test.each([
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', null],
    ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=1', null],
    ['webhook', 'https://hook.example.cn/in', null],
    ['webhook', 'https://hook.example.cn:8443/in', null],
    ['webhook', 'https://10.1.2.3/in', null],
    ['webhook', 'http://127.0.0.1:9/in', null],
    ['wecom', 'https://hook.example.cn/in', null],
    ['wecom', 'http://qyapi.weixin.qq.com/x', 'robot-not-encrypted'],
    ['wecom', 'https://qyapi.weixin.qq.com.evil.cn/x', 'robot-host-unnamed'],
    ['wecom', 'https://qyapi.weixin.qq.com:444/x', 'robot-host-unnamed'],
    ['wecom', 'https://oapi.dingtalk.com/x', 'robot-host-unnamed'],
    ['wecom', 'https://me@qyapi.weixin.qq.com/x', 'robot-address-invalid'],
    ['webhook', 'https://hook.example.cn:9999/in', 'robot-host-unnamed'],
    ['webhook', 'http://hook.example.cn/in', 'robot-not-encrypted'],
    ['webhook', 'http://127.0.0.1:5432/', 'robot-not-encrypted'],
    ['webhook', 'http://localhost:9/', 'robot-not-encrypted'],
    ['webhook', 'https://127.0.0.1/', 'robot-host-unnamed'],
    ['webhook', 'https://[::1]/', 'robot-host-unnamed'],
    ['webhook', 'https://169.254.169.254/latest/meta-data', 'robot-host-unnamed'],
    ['webhook', 'file:///etc/passwd', 'robot-address-invalid'],
    ['webhook', '不是网址', 'robot-address-invalid'],
  ] as const)('%s %s', (kind, address, code) => {
    expect(checkRobotAddress(kind, address, hosts)?.code ?? null).toBe(code)
  })

  test.each([
    ['127.0.0.1', true],
    ['10.0.0.8', true],
    ['172.31.255.255', true],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['::1', true],
    ['::ffff:10.0.0.1', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['不是地址', true],
    ['1.1.1.1', false],
    ['172.32.0.1', false],
    ['2400:3200::1', false],
  ] as const)('%s 在内部网络：%s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected)
  })
})

describe('环境变量', () => {
  test.each([
    [{}, null],
    [{ GONGDAO_SMTP_URL: 'smtps://a:b@smtp.example.cn:465', GONGDAO_MAIL_FROM: 'gongdao@example.cn' }, null],
    [{ GONGDAO_WEBHOOK_HOSTS: 'hook.example.cn, 127.0.0.1:8080，10.1.2.3' }, null],
    [{ GONGDAO_SMTP_URL: 'smtp://a' }, 'mail-half'],
    [{ GONGDAO_MAIL_FROM: 'a@b.cn' }, 'mail-half'],
    [{ GONGDAO_SMTP_URL: 'https://a', GONGDAO_MAIL_FROM: 'a@b.cn' }, 'smtp-url-invalid'],
    [{ GONGDAO_SMTP_URL: 'smtp://a', GONGDAO_MAIL_FROM: '公道' }, 'mail-from-invalid'],
    [{ GONGDAO_WEBHOOK_HOSTS: 'https://hook.example.cn' }, 'webhook-host-invalid'],
    [{ GONGDAO_WEBHOOK_HOSTS: 'hook.example.cn/in' }, 'webhook-host-invalid'],
    [{ GONGDAO_WEBHOOK_HOSTS: 'localhost' }, 'webhook-host-invalid'],
  ] as const)('%j', (environment, kind) => {
    const read = readOutbound(environment)
    expect(read.ok ? null : read.refusal.kind).toBe(kind)
    if (!read.ok) expect(outboundRefusalSentence(read.refusal)).toMatch(/GONGDAO_/)
  })
})

describe('对方怎样回答', () => {
  let receiver: PostReceiver
  beforeAll(async () => {
    receiver = await receivePosts()
  })
  afterAll(() => receiver.stop())

  const post = (kind: 'wecom' | 'webhook', path = '/in', hosts = [receiver.host]) =>
    createMessenger({ mail: null, webhookHosts: hosts }, () => 'https://gongdao.example.cn').post(
      { kind, address: `http://${receiver.host}${path}`, secret: 'key' },
      message,
    )

  test('收下了；签名对得上收到的正文和时间', async () => {
    receiver.answer = { status: 200, body: 'ok' }
    expect(await post('webhook')).toEqual({ kind: 'taken' })
    const received = receiver.posts.at(-1)
    if (received === undefined) throw new Error('something was posted')
    const { headers, body } = received
    const at = Number(headers['x-gongdao-timestamp'])
    expect(headers['x-gongdao-signature']).toBe(webhookSignature('key', at, body))
    expect(headers['x-gongdao-delivery']).toBe(message.id)
    expect(JSON.parse(body)).toEqual({
      format: 'gongdao-reminder/1',
      id: message.id,
      town: '清源镇',
      title: message.title,
      dueOn: '2026-10-13',
      link,
    })
  })

  test.each([
    [{ status: 500, body: '' }, 'webhook', '对方回答 500'],
    [{ status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }, 'webhook', '没有跟去'],
    [{ status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, 'wecom', 'errcode 93000'],
    [{ status: 200, body: '<html>' }, 'wecom', '看不懂'],
    [{ status: 200, body: 'x'.repeat(100_000) }, 'webhook', '没有发出'],
  ] as const)('%j', async (answer, kind, problem) => {
    receiver.answer = answer
    const before = receiver.posts.length
    expect(await post(kind)).toMatchObject({ kind: 'failed', problem: expect.stringContaining(problem) })
    expect(receiver.posts).toHaveLength(before + 1)
  })

  test('名单后来去掉的主机不再发；没有人听的端口说得出来', async () => {
    expect(await post('webhook', '/in', [])).toMatchObject({ kind: 'failed', problem: '这个地址现在不许发送' })
    const messenger = createMessenger({ mail: null, webhookHosts: ['127.0.0.1:1'] }, () => '')
    const dead = await messenger.post({ kind: 'webhook', address: 'http://127.0.0.1:1/', secret: 'k' }, message)
    expect(dead).toEqual({ kind: 'failed', problem: '对方没有在听这个端口' })
  })

  test('名字指向内部网络的主机，写进名单也不发', async () => {
    // The name of this machine itself, in every hosts file.
    const messenger = createMessenger({ mail: null, webhookHosts: ['localhost:9'] }, () => '')
    const sent = await messenger.post({ kind: 'webhook', address: 'https://localhost:9/', secret: 'k' }, message)
    expect(sent).toEqual({ kind: 'failed', problem: '这个主机名指向内部网络的地址，没有发送' })
  })
})
