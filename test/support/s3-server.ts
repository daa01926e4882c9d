import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { assert } from '../../src/domain/primitives/result.ts'

export type S3Server = {
  readonly endpoint: string
  /** By path: /bucket/files/ab/abc…; a test may change what lies there. */
  readonly objects: Map<string, Buffer>
  /** What the next requests are answered with instead, one after the other. */
  readonly stumbles: (number | 'hang-up' | 'cut-short')[]
  readonly asked: string[]
  readonly stop: () => Promise<void>
}

type Settings = { readonly bucket: string; readonly region: string; readonly key: string; readonly secret: string }

/**
 * As much of S3 as the program asks of one: PUT, GET and HEAD of objects by path. Signatures (Version 4) are reckoned
 * anew here from the request as it came in, with node:crypto alone; what does not fit is denied.
 */
export async function startS3Server(settings: Settings): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  const stumbles: S3Server['stumbles'] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk))
      const body = Buffer.concat(chunks)
      const [path = ''] = (request.url ?? '').split('?')
      asked.push(`${request.method ?? ''} ${path}`)
      const stumble = stumbles.shift()
      if (stumble === 'hang-up') return request.socket.destroy()
      const { status, sent } = typeof stumble === 'number' ? plain(stumble) : answerTo(request, path, body)
      if (stumble === 'cut-short') {
        response.writeHead(status, { 'content-length': sent.length })
        response.write(sent.subarray(0, Math.floor(sent.length / 2)))
        return setImmediate(() => request.socket.destroy())
      }
      response.writeHead(status, { 'content-length': sent.length })
      response.end(request.method === 'HEAD' ? undefined : sent)
    })()
  })
  const answerTo = (request: IncomingMessage, path: string, body: Buffer) => {
    if (!isSigned(request, path, body, settings)) return plain(403)
    if (path.split('/')[1] !== settings.bucket) return plain(404)
    if (request.method === 'PUT') {
      if (request.headers['x-amz-content-sha256'] !== sha256(body)) return plain(400)
      objects.set(path, body)
      return plain(200)
    }
    const found = objects.get(path)
    return found === undefined ? plain(404) : { status: 200, sent: found }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert(typeof address === 'object' && address !== null, 'it listens on a port')
  return {
    endpoint: `http://127.0.0.1:${String(address.port)}`,
    objects,
    stumbles,
    asked,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function plain(status: number) {
  return { status, sent: Buffer.from(status === 200 ? '' : `<Error><Code>${String(status)}</Code></Error>`) }
}

/** AWS Signature Version 4, section "Create a signed AWS API request". */
function isSigned(
  request: IncomingMessage,
  path: string,
  body: Buffer,
  { region, key, secret }: Settings,
): boolean {
  const { headers } = request
  const shape =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/
  const [, keyId, day = '', inRegion, names = '', signature = ''] = shape.exec(headers.authorization ?? '') ?? []
  const date = String(headers['x-amz-date'])
  const isNow = Math.abs(Date.now() - timeOf(date)) < 300_000
  if (keyId !== key || inRegion !== region || !isNow || !date.startsWith(day)) return false
  const payload = String(headers['x-amz-content-sha256'])
  if (payload !== sha256(body)) return false
  const signed = names.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return false
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim().replaceAll(/\s+/g, ' ')}\n`)
  const canonical = [request.method, path, '', lines.join(''), names, payload].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(Buffer.from(canonical))].join('\n')
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`))
  return timingSafeEqual(hmac(signingKey, toSign), Buffer.from(signature, 'hex'))
}

function timeOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
