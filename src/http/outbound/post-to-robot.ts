import { lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Sent } from '../../commands/messenger.ts'
import { isPrivate } from './robot-address.ts'
import type { RobotRequest } from './robot-message.ts'

const patienceMs = 10_000
const mostAnswerBytes = 64 * 1024

/** What came back: 3xx is an answer like any other, nothing is followed. */
type Answer = { readonly status: number; readonly body: string }

/**
 * Posts once, within ten seconds, to the address as it is. A name that stands for an address of this machine or of a
 * network of one's own is not asked (its owner could send us anywhere within the house).
 */
export async function postToRobot(request: RobotRequest, answersErrcode: boolean): Promise<Sent> {
  try {
    return judge(await post(request), answersErrcode)
  } catch (error) {
    return isTimeout(error) ? { kind: 'unknown' } : { kind: 'failed', problem: problemOf(error) }
  }
}

function post({ url, headers, body }: RobotRequest): Promise<Answer> {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const asked = open(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        lookup: publicOnly,
        signal: AbortSignal.timeout(patienceMs),
      },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > mostAnswerBytes) asked.destroy(new Error('answer too long'))
          else chunks.push(chunk)
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        )
        response.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Only asked for names; an address written as such has been named by the installation itself. */
const publicOnly: LookupFunction = (host, options, answer) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error !== null || first === undefined) return answer(error ?? new Error('no address'), '')
    if (addresses.some(({ address }) => isPrivate(address))) return answer(new PrivateAddress(), '')
    return options.all === true ? answer(null, addresses) : answer(null, first.address, first.family)
  })
}

class PrivateAddress extends Error {}

function judge({ status, body }: Answer, answersErrcode: boolean): Sent {
  if (status >= 300 && status < 400)
    return { kind: 'failed', problem: `对方要转到别处（${String(status)}），没有跟去` }
  if (status < 200 || status >= 300) return { kind: 'failed', problem: `对方回答 ${String(status)}` }
  if (!answersErrcode) return { kind: 'taken' }
  const code = errcodeOf(body)
  if (code === 0) return { kind: 'taken' }
  return {
    kind: 'failed',
    problem: code === null ? '对方的回答看不懂' : `对方没有收下（errcode ${String(code)}）`,
  }
}

function errcodeOf(body: string): number | null {
  try {
    const answer: unknown = JSON.parse(body)
    if (typeof answer !== 'object' || answer === null || !('errcode' in answer)) return null
    return typeof answer.errcode === 'number' ? answer.errcode : null
  } catch {
    // Anything but JSON is no answer of such a robot.
    return null
  }
}

/** Asked, and not answered in time, or the line broke: it may have arrived. */
function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : null
  return error.name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ECONNRESET' || code === 'EPIPE'
}

function problemOf(error: unknown): string {
  if (error instanceof PrivateAddress) return '这个主机名指向内部网络的地址，没有发送'
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ECONNREFUSED') return '对方没有在听这个端口'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '找不到这个主机'
  if (typeof code === 'string' && /CERT|TLS|SSL/.test(code)) return `对方的证书不可信（${code}）`
  return typeof code === 'string' ? `没有发出（${code}）` : '没有发出'
}
