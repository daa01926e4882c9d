import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ApiDescription, Operation } from '../../../src/http/api-description/describe-api.ts'
import { fileContentFaults } from './file-content-faults.ts'
import { findOperation, pathnameOf } from './find-operation.ts'

export type ApiAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

/** What is wrong with an answer by the published description alone; empty: nothing. */
export type FindFaults = (method: string, path: string, answer: ApiAnswer) => readonly string[]

const headersOnEveryAnswer: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'self'.*script-src 'self'(?:;|$)/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
}
const headersOfApi = { ...headersOnEveryAnswer, 'cache-control': /^no-store$/ }

/** Marks of the inside: stack traces, file names, and what PostgreSQL or a library says. */
const inside =
  /\bat \S+ \(|node_modules|\.[jt]s:\d|violates|syntax error at|invalid input syntax|relation \\?"|pg_|ECONN|(?:Type|Range|Syntax|Reference|Zod)Error|Cannot read prop/

/** `headers` false: for answers of the API alone, which the site gives its headers. */
export function answerJudge(description: ApiDescription, { headers = true } = {}): FindFaults {
  // Formats are checked too; keywords of OpenAPI are none of JSON Schema's.
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema({ ...description, $id: 'openapi' })
  const validators = new Map<string, ValidateFunction>()
  const validatorAt = (pointer: string): ValidateFunction => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` })
    validators.set(pointer, known)
    return known
  }
  return (method, path, answer) => {
    if (!pathnameOf(path).startsWith('/api/')) return pageFaults(answer)
    const operation = findOperation(description, method, path)
    const body = method === 'HEAD' ? [] : bodyFaults(operation, answer, validatorAt)
    const ofHeaders = headers ? headerFaults(answer, headersOfApi) : []
    return [...statusFaults(operation, answer.status), ...ofHeaders, ...body]
  }
}

function statusFaults(operation: Operation | null, status: number): readonly string[] {
  if (status >= 500) return [`状态${String(status)}`]
  if (operation === null) return status === 404 ? [] : [`没有这个接口，却答${String(status)}`]
  return String(status) in operation.responses ? [] : [`${operation.operationId}没有说明状态${String(status)}`]
}

/** What is no path of the API is a page of the app, or no address at all. */
function pageFaults(answer: ApiAnswer): readonly string[] {
  const { status, body } = answer
  const isKnown =
    status === 200 || (status === 404 && (body.length === 0 || /\p{Script=Han}/u.test(body.toString('utf8'))))
  return [
    ...(isKnown ? [] : [`页面之外答${String(status)}：${body.toString('utf8').slice(0, 100)}`]),
    ...headerFaults(answer, headersOnEveryAnswer),
  ]
}

function headerFaults({ headers }: ApiAnswer, expected: Readonly<Record<string, RegExp>>): readonly string[] {
  const missing = Object.entries(expected).flatMap(([name, pattern]) =>
    pattern.test(String(headers[name] ?? '')) ? [] : [`响应头${name}不对：${String(headers[name])}`],
  )
  const cookies = [headers['set-cookie'] ?? []].flat()
  const loose = cookies.filter(
    (cookie) => !/; HttpOnly(;|$)/.test(cookie) || !/; SameSite=Strict(;|$)/.test(cookie),
  )
  return [...missing, ...loose.map((cookie) => `Cookie不严：${cookie}`)]
}

function bodyFaults(
  operation: Operation | null,
  { status, headers, body }: ApiAnswer,
  validatorAt: (pointer: string) => ValidateFunction,
): readonly string[] {
  const success = operation?.responses['200']
  if (status === 200 && success !== undefined && 'content' in success) {
    if ('application/octet-stream' in success.content) return fileFaults(headers, body)
    return schemaFaults(body, headers, validatorAt(pointerTo(success.content['application/json']?.schema.$ref)))
  }
  if (status === 303) return /^\/(?![/\\])/.test(String(headers['location'])) ? [] : ['转到了站外']
  const text = body.toString('utf8')
  const faults = [...schemaFaults(body, headers, validatorAt('/components/schemas/ErrorAnswer'))]
  const leak = inside.exec(text)
  if (leak !== null) faults.push(`露出了内部：${leak[0]}`)
  if (!/"message":"(?:[^"\\]|\\.)*\p{Script=Han}/u.test(text)) faults.push(`没有中文说明：${text.slice(0, 200)}`)
  return faults
}

function pointerTo(reference: string | undefined): string {
  return (reference ?? '').replace(/^#/, '')
}

function fileFaults(headers: ApiAnswer['headers'], body: Buffer): readonly string[] {
  const disposition = String(headers['content-disposition'] ?? '')
  return /^(?:attachment|inline); filename="download"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/.test(disposition)
    ? fileContentFaults(String(headers['content-type']), body)
    : [`下载的文件名不对：${disposition}`]
}

function schemaFaults(body: Buffer, headers: ApiAnswer['headers'], validate: ValidateFunction): readonly string[] {
  if (!String(headers['content-type'] ?? '').startsWith('application/json'))
    return [`不是JSON：${String(headers['content-type'])} ${body.toString('utf8').slice(0, 100)}`]
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    return ['JSON读不出']
  }
  if (validate(value)) return []
  const [error] = validate.errors ?? []
  return [`与schema不符：${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`]
}
