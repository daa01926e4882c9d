import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { ApiAnswer } from './answer-faults.ts'
import type { ApiRequest } from './api-request.ts'

/** Sends requests byte for byte to a server on this machine; an error of the connection is no answer. */
export function createWire(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const send = ({ method, path, headers, body }: ApiRequest, cookie: string | null): Promise<ApiAnswer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          agent,
          method,
          path,
          headers: {
            ...headers,
            ...(cookie === null ? {} : { cookie }),
            ...(body === null ? {} : { 'content-length': String(body.length) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.once('error', reject)
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: unpacked(Buffer.concat(chunks), response.headers['content-encoding']),
            }),
          )
        },
      )
      sent.once('error', reject)
      sent.end(body ?? undefined)
    })
  return { send, close: () => agent.destroy() }
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body
  if (encoding === 'gzip') return gunzipSync(body)
  if (encoding === 'br') return brotliDecompressSync(body)
  return encoding === 'deflate' ? inflateSync(body) : body
}
