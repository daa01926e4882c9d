import { z } from 'zod'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { uploadLimitMegabytes, type Endpoint } from './contract/endpoint.ts'
import type { InputOf } from './endpoint-input.ts'
import type { UploadedFile } from './files.ts'

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '一个列表',
  object: '一组字段',
}

/** The library's own words for a wrong type name types of a program: 期望 string. */
z.config({
  ...z.locales.zhCN(),
  customError: (issue) => {
    if (issue.code !== 'invalid_type') return undefined
    return issue.input === undefined ? '没有填写' : `应是${typeWords[issue.expected] ?? '别的内容'}`
  },
})

export type RequestRefusal =
  | { readonly code: 'input-invalid'; readonly place: string; readonly message: string }
  | { readonly code: 'body-not-json' }
  | { readonly code: 'body-not-form' }
  | { readonly code: 'body-too-large'; readonly limitMegabytes: number }
  | { readonly code: 'file-missing' }
  | { readonly code: 'characters-unstorable'; readonly place: string }

const megabyte = 1024 * 1024
/** A regulation of the contract's 5 million characters, with room for its JSON. */
const jsonLimitMegabytes = 20
/** What a form adds to the file it carries: the borders of its parts and their fields. */
const formOverhead = megabyte / 16
/** What is too large is read to its end and thrown away, so that browsers get the answer; up to this much. */
const drainLimitMegabytes = 300

/** The parts of an HTTP request the API looks at. */
export type IncomingRequest = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly raw: Request
}

/** Parses a request by its endpoint's schemas; everything after this may trust it. */
export async function readRequest<Operation extends Endpoint>(
  endpoint: Operation,
  { params, query, raw }: IncomingRequest,
): Promise<Result<InputOf<Operation>, RequestRefusal>> {
  const received = endpoint.upload === true ? await readForm(endpoint, raw) : await readJson(endpoint, raw)
  if (!received.ok) return received
  const parsed: { params: unknown; query: unknown; body: unknown } = {
    params: undefined,
    query: undefined,
    body: undefined,
  }
  const given = { params, query, body: received.value.body }
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = endpoint[part]
    if (schema === undefined) continue
    const outcome = schema.safeParse(given[part])
    if (!outcome.success) return refuse(describeIssue(outcome.error.issues[0]))
    // Only behind the schema: what comes in may be nested as deep as it likes, what the schema lets through is not.
    const unstorable = findUnstorable(outcome.data, [])
    if (unstorable !== null) return refuse({ code: 'characters-unstorable', place: unstorable })
    parsed[part] = outcome.data
  }
  return accept(parsedInput<Operation>({ ...parsed, file: received.value.file }))
}

/** The one place that vouches for it: each part was parsed by the operation's own schema. */
function parsedInput<Operation>(parts: unknown): InputOf<Operation> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return parts as InputOf<Operation>
}

function describeIssue(issue: z.core.$ZodIssue | undefined): RequestRefusal {
  return { code: 'input-invalid', place: issue?.path.join('.') ?? '', message: issue?.message ?? '' }
}

type Received = Result<{ readonly body: unknown; readonly file: UploadedFile | null }, RequestRefusal>

async function readJson(endpoint: Endpoint, raw: Request): Promise<Received> {
  if (endpoint.body === undefined) return accept({ body: undefined, file: null })
  const bytes = await readBytes(raw, endpoint.mostMegabytes ?? jsonLimitMegabytes)
  if (!bytes.ok) return bytes
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
    return accept({ body, file: null })
  } catch {
    return refuse({ code: 'body-not-json' })
  }
}

async function readForm({ mostMegabytes }: Endpoint, raw: Request): Promise<Received> {
  const bytes = await readBytes(raw, mostMegabytes ?? uploadLimitMegabytes, formOverhead)
  if (!bytes.ok) return bytes
  let form: FormData
  try {
    const contentType = raw.headers.get('content-type') ?? ''
    form = await new Response(bytes.value, { headers: { 'content-type': contentType } }).formData()
  } catch {
    return refuse({ code: 'body-not-form' })
  }
  const file = form.get('file')
  if (file === null || typeof file === 'string') return refuse({ code: 'file-missing' })
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return accept({
    body: Object.fromEntries(fields),
    file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  })
}

/** The whole body, never more than the limit in memory. */
async function readBytes(
  raw: Request,
  limitMegabytes: number,
  overhead = 0,
): Promise<Result<Uint8Array<ArrayBuffer>, RequestRefusal>> {
  const limit = limitMegabytes * megabyte + overhead
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = raw.body?.getReader()
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length <= limit) chunks.push(value)
    else chunks.length = 0
    if (length > drainLimitMegabytes * megabyte) {
      await reader.cancel()
      break
    }
  }
  if (length > limit) return refuse({ code: 'body-too-large', limitMegabytes })
  return accept(new Uint8Array(Buffer.concat(chunks)))
}

// A NUL or half a surrogate pair comes from a damaged or hostile caller, and no table or canonical encoding holds it.
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** The path of the first text that cannot be stored, or null. */
function findUnstorable(value: unknown, path: readonly string[]): string | null {
  if (typeof value === 'string') return unstorable.test(value) ? path.join('.') : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, part] of Object.entries(value)) {
    const found = findUnstorable(part, [...path, key])
    if (found !== null) return found
  }
  return null
}
