import type { ReminderRefusal } from '../../commands/configure-reminders.ts'
import { impossible } from '../../domain/primitives/result.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

const codes: Readonly<Record<ReminderRefusal['code'], true>> = {
  'robot-address-invalid': true,
  'robot-host-unnamed': true,
  'robot-not-encrypted': true,
  'robot-secret-missing': true,
  'robots-enough': true,
  'robot-unknown': true,
  'robot-removed': true,
  'mail-not-offered': true,
  'address-not-on': true,
  'test-just-sent': true,
}

export function isReminderRefusal(refusal: { readonly code: string }): refusal is ReminderRefusal {
  return Object.hasOwn(codes, refusal.code)
}

/** Refusals of reminders and the ways they go, as status and sentence. */
export function describeReminderRefusal(refusal: ReminderRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'robot-address-invalid':
      return answer(422, '这不是网址，请从群机器人的设置里整段复制 Webhook 地址。', 'address')
    case 'robot-not-encrypted':
      return answer(422, '地址须以 https:// 开头：提醒不经过没有加密的网址。', 'address')
    case 'robot-host-unnamed':
      return answer(
        422,
        `不往 ${refusal.host} 发送。企业微信的地址在 qyapi.weixin.qq.com，钉钉的在 oapi.dingtalk.com；别的主机要由安装系统的人写进 GONGDAO_WEBHOOK_HOSTS。`,
        'address',
      )
    case 'robot-secret-missing':
      return answer(422, '其他系统的 Webhook 要有签名密钥，对方凭它核对是公道发出的。', 'secret')
    case 'robots-enough':
      return answer(409, `最多${String(refusal.most)}个机器人，请先删去不用的。`)
    case 'robot-unknown':
      return answer(404, '找不到这个机器人，请刷新页面。')
    case 'robot-removed':
      return answer(409, '这个机器人已经删除，请刷新页面。')
    case 'mail-not-offered':
      return answer(422, '这套系统没有设置发邮件，请联系安装系统的人（GONGDAO_SMTP_URL）。')
    case 'address-not-on':
      return answer(422, '请先填写邮箱、打开邮件提醒并保存，再发测试邮件。')
    case 'test-just-sent':
      return answer(429, '刚刚发过一条测试，请一分钟后再试。')
    default:
      return impossible(refusal)
  }
}
