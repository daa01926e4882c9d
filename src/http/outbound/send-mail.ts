import { createTransport } from 'nodemailer'
import type { Message, Sent } from '../../commands/messenger.ts'

const patienceMs = 10_000

/** Sends one plain mail through the installation's server; nothing of it is read from files or addresses. */
export async function sendMail(
  { url, from }: { readonly url: string; readonly from: string },
  to: string,
  { id, town, title, dueOn }: Message,
  link: string,
): Promise<Sent> {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
  try {
    await transport.sendMail({
      from: { name: `公道 · ${town}`, address: from },
      to: { name: '', address: to },
      subject: `公道提醒：${title}`,
      text: [
        title,
        ...(dueOn === null ? [] : [`期限：${dueOn}`]),
        '',
        `到这里办理：${link}`,
        '',
        '这封邮件由公道自动发出，不必回复。不想再收到，请到“我的账号”关闭邮件提醒。',
      ].join('\n'),
      messageId: `<${id}@gongdao>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { kind: 'taken' }
  } catch (error) {
    return isTimeout(error) ? { kind: 'unknown' } : { kind: 'failed', problem: problemOf(error) }
  } finally {
    transport.close()
  }
}

/** Not answered in time: where it stopped is not known. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT'
}

/** A server's own words may repeat the address: only its code is told. */
function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const response = error instanceof Error && 'responseCode' in error ? error.responseCode : null
  if (code === 'EAUTH') return '邮件服务器不认发件的用户和口令'
  if (code === 'ECONNECTION' || code === 'ESOCKET' || code === 'EDNS') return '连不上邮件服务器'
  if (code === 'EENVELOPE') return '邮件服务器不收这个地址'
  return typeof response === 'number' ? `邮件服务器回答 ${String(response)}` : '没有发出'
}
