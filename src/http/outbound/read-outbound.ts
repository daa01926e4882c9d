import { isIP } from 'node:net'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'

/** The ways out of the house, as the environment gives them. */
export type OutboundSettings = {
  /** null: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** Besides those of 企业微信 and 钉钉: host, or host:port. */
  readonly webhookHosts: readonly string[]
}

export type OutboundRefusal =
  | { readonly kind: 'mail-half' }
  | { readonly kind: 'smtp-url-invalid' }
  | { readonly kind: 'mail-from-invalid'; readonly from: string }
  | { readonly kind: 'webhook-host-invalid'; readonly host: string }

/** Reads GONGDAO_SMTP_URL, GONGDAO_MAIL_FROM and GONGDAO_WEBHOOK_HOSTS. */
export function readOutbound(environment: NodeJS.ProcessEnv): Result<OutboundSettings, OutboundRefusal> {
  const url = (environment['GONGDAO_SMTP_URL'] ?? '').trim()
  const from = (environment['GONGDAO_MAIL_FROM'] ?? '').trim()
  if ((url === '') !== (from === '')) return refuse({ kind: 'mail-half' })
  if (url !== '' && !isSmtpUrl(url)) return refuse({ kind: 'smtp-url-invalid' })
  if (from !== '' && !/^[^\s@<>"]+@[^\s@<>"]+$/.test(from)) return refuse({ kind: 'mail-from-invalid', from })
  const hosts = (environment['GONGDAO_WEBHOOK_HOSTS'] ?? '')
    .split(/[,，\s]+/)
    .filter((host) => host !== '')
    .map((host) => host.toLowerCase())
  const bad = hosts.find((host) => !isHost(host))
  if (bad !== undefined) return refuse({ kind: 'webhook-host-invalid', host: bad })
  return accept({ mail: url === '' ? null : { url, from }, webhookHosts: hosts })
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== ''
}

/** As it stands in an address after https://, nothing before or behind it. */
function isHost(host: string): boolean {
  const address = `https://${host}/`
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  const isPlain = url.host === host && url.pathname === '/' && url.username === '' && url.search === ''
  return isPlain && (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 || url.hostname.includes('.'))
}

export function outboundRefusalSentence(refusal: OutboundRefusal): string {
  switch (refusal.kind) {
    case 'mail-half':
      return '发邮件要同时设置 GONGDAO_SMTP_URL（邮件服务器）和 GONGDAO_MAIL_FROM（发件地址）；不发邮件就两个都不设。'
    case 'smtp-url-invalid':
      return 'GONGDAO_SMTP_URL 不是邮件服务器的地址，应如 smtps://用户:口令@smtp.example.gov.cn:465 或 smtp://主机:587。'
    case 'mail-from-invalid':
      return `GONGDAO_MAIL_FROM 不是邮箱地址：${refusal.from}，应如 gongdao@example.gov.cn。`
    case 'webhook-host-invalid':
      return `GONGDAO_WEBHOOK_HOSTS 里的 ${refusal.host} 不是主机名，应如 hook.example.gov.cn 或 hook.example.gov.cn:8443，多个用逗号分开，不写 https:// 和路径。`
  }
}
