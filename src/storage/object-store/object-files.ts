import { AwsClient } from 'aws4fetch'
import { createHash } from 'node:crypto'
import type { KeptFiles } from '../../commands/kept-files.ts'
import { assert, accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { FilesUnreachable } from '../outage.ts'
import type { ObjectStoreRefusal, ObjectStoreSettings } from './object-store-settings.ts'

const patienceMs = 20_000
/** A store that stumbles is asked once more; whoever waits for the answer holds up the others of the town. */
const retries = 1

/**
 * Files by content in an S3-compatible store, under `files/<first two hex>/<SHA-256>` of one bucket, addressed by path.
 * The signed request carries the content's hash, so that the store takes the object whole or not at all. Throws
 * FilesUnreachable when there is no proper answer.
 */
export function objectFiles(settings: ObjectStoreSettings): KeptFiles {
  const { endpoint, bucket, region, key, secret } = settings
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries })
  const ask = async (method: 'PUT' | 'GET' | 'HEAD', sha256: string, body?: Uint8Array): Promise<Response> => {
    assert(/^[0-9a-f]{64}$/.test(sha256), 'a kept file is named by its SHA-256')
    const address = `${endpoint}/${bucket}/files/${sha256.slice(0, 2)}/${sha256}`
    try {
      return await client.fetch(address, {
        method,
        headers: {
          'x-amz-content-sha256': body === undefined ? emptyHash : sha256,
          'content-type': 'application/octet-stream',
        },
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      })
    } catch (error) {
      throw new FilesUnreachable(reasonOf(error), null)
    }
  }
  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes)
      const answer = await ask('PUT', sha256, bytes)
      const words = await bodyOf(answer)
      if (answer.ok) return accept(sha256)
      if (answer.status === 507 || /QuotaExceeded|StorageFull/.test(words.toString('latin1')))
        return refuse('disk-full')
      throw new FilesUnreachable(`PUT ${String(answer.status)}`, answer.status)
    },
    open: async (sha256) => {
      const answer = await ask('GET', sha256)
      const bytes = await bodyOf(answer)
      if (answer.status === 404) return refuse('missing')
      if (!answer.ok) throw new FilesUnreachable(`GET ${String(answer.status)}`, answer.status)
      return hashOf(bytes) === sha256 ? accept(new Uint8Array(bytes)) : refuse('altered')
    },
    has: async (sha256) => {
      const answer = await ask('HEAD', sha256)
      if (answer.ok || answer.status === 404) return answer.ok
      throw new FilesUnreachable(`HEAD ${String(answer.status)}`, answer.status)
    },
  }
}

const probe = new TextEncoder().encode('gongdao')

/** Before the first request: puts a few bytes and takes them back, so that what is amiss is said at the start. */
export async function checkObjectStore(
  settings: ObjectStoreSettings,
): Promise<Result<KeptFiles, ObjectStoreRefusal>> {
  const { endpoint, bucket } = settings
  const files = objectFiles(settings)
  try {
    const kept = await files.put(probe)
    if (!kept.ok) return refuse({ kind: 'answers-amiss', endpoint, status: 507 })
    const opened = await files.open(kept.value)
    return opened.ok ? accept(files) : refuse({ kind: 'gives-back-other', endpoint })
  } catch (error) {
    if (!(error instanceof FilesUnreachable)) throw error
    const { status, message: reason } = error
    if (status === null) return refuse({ kind: 'unreachable', endpoint, reason })
    if (status === 403 || status === 401) return refuse({ kind: 'denied', bucket })
    return refuse(status === 404 ? { kind: 'no-bucket', bucket } : { kind: 'answers-amiss', endpoint, status })
  }
}

async function bodyOf(answer: Response): Promise<Buffer> {
  try {
    return Buffer.from(await answer.arrayBuffer())
  } catch (error) {
    throw new FilesUnreachable(reasonOf(error), null)
  }
}

/** `fetch` itself only says that it failed; why stands below. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}

const emptyHash = hashOf(new Uint8Array())

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
