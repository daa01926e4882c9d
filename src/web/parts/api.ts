import type { z } from 'zod'
import type { Endpoint, ErrorAnswer } from '../../http/contract/endpoint.ts'
import { textNow } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { newKey } from './idempotency-key.ts'

type Schema = z.ZodType | undefined

/** A part of the request as its schema takes it; optional when nothing in it is required. */
type RequestPart<Name extends string, Part extends Schema> = Part extends z.ZodType
  ? Record<string, never> extends z.input<Part>
    ? { readonly [Key in Name]?: z.input<Part> }
    : { readonly [Key in Name]: z.input<Part> }
  : unknown

export type CallInput<Params extends Schema, Query extends Schema, Body extends Schema> = RequestPart<
  'params',
  Params
> &
  RequestPart<'query', Query> &
  RequestPart<'body', Body> & {
    readonly file?: File
    readonly idempotencyKey?: string
    readonly signal?: AbortSignal
  }

/** The input may be left out when nothing in it is required. */
export type CallArguments<Input> = object extends Input ? [input?: Input] : [input: Input]

/** What went wrong in a call, in a sentence for the screen. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly place: string | null
  readonly logId: string | null

  constructor(status: number, answer: ErrorAnswer['error']) {
    super(answer.message)
    this.name = 'ApiError'
    this.status = status
    this.code = answer.code
    this.place = answer.place ?? null
    this.logId = answer.logId ?? null
  }
}

export function messageOf(error: unknown): string {
  if (error instanceof ApiError)
    return error.logId === null ? error.message : `${error.message}（${textNow(partsText).logId(error.logId)}）`
  return textNow(partsText).badAnswer
}

/** Calls one operation of the endpoint table and answers its JSON, or throws an ApiError. */
export async function call<Params extends Schema, Query extends Schema, Body extends Schema, AnswerBody>(
  operation: Endpoint<Params, Query, Body, AnswerBody>,
  ...[input]: CallArguments<CallInput<Params, Query, Body>>
): Promise<AnswerBody> {
  return callLoosely(operation, input ?? {})
}

/** The same without the check that the input fits: for wrappers that check it in their own signature. */
export async function callLoosely<AnswerBody>(
  operation: Endpoint<Schema, Schema, Schema, AnswerBody>,
  input: LooseInput,
): Promise<AnswerBody> {
  const response = await send(operation, input)
  try {
    const answer: AnswerBody = await response.json()
    return answer
  } catch {
    throw new ApiError(response.status, { code: 'bad-answer', message: textNow(partsText).badAnswer })
  }
}

/** Calls an operation that answers a file and hands it to the browser's downloads. */
export async function download<Params extends Schema, Query extends Schema, Body extends Schema>(
  operation: Endpoint<Params, Query, Body, Blob>,
  fallbackName: string,
  ...[input]: CallArguments<CallInput<Params, Query, Body>>
): Promise<void> {
  const response = await send(operation, input ?? {})
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileNameOf(response) ?? fallbackName
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}

export type LooseInput = {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: File
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

let shownTown: string | null = null

/** Says whose pages this tab shows: the server refuses a call when another tab has switched the town meanwhile. */
export function showTown(townId: string): void {
  shownTown = townId
}

/** A request as it goes out. */
export function requestOf(operation: Endpoint, input: LooseInput) {
  const headers = new Headers({ accept: 'application/json, */*' })
  if (shownTown !== null && operation.withoutCookies !== true) headers.set('x-gongdao-town', shownTown)
  // Whoever must not do a thing twice holds its key; a mere check of a sheet gets one of its own.
  if (operation.idempotent === true) headers.set('idempotency-key', input.idempotencyKey ?? newKey())
  const body = bodyOf(operation, input, headers)
  return { address: addressOf(operation.path, input.params, input.query), headers, body }
}

async function send(operation: Endpoint, input: LooseInput): Promise<Response> {
  const { address, headers, body } = requestOf(operation, input)
  let response: Response
  try {
    response = await fetch(address, {
      method: operation.method,
      headers,
      body,
      credentials: operation.withoutCookies === true ? 'omit' : 'same-origin',
      signal: input.signal,
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw unreachable()
  }
  if (response.ok) return response
  throw told(errorOf(response.status, await response.json().catch(() => null)))
}

export function unreachable(): ApiError {
  return new ApiError(0, { code: 'unreachable', message: textNow(partsText).serverUnreachable })
}

/** Passes an error on, and tells those who ask when it means that the session is another. */
export function told(error: ApiError): ApiError {
  if (error.status === 401 || error.code === 'town-switched') for (const listener of sessionListeners) listener()
  return error
}

const sessionListeners = new Set<() => void>()

/** Tells when the session is not what this tab thinks: ended, or in another town. Answers how to stop listening. */
export function whenSessionChanged(listener: () => void): () => void {
  sessionListeners.add(listener)
  return () => sessionListeners.delete(listener)
}

function bodyOf(operation: Endpoint, input: LooseInput, headers: Headers): BodyInit | null {
  if (operation.upload === true) {
    const form = new FormData()
    for (const [name, value] of plainFields(input.body)) form.append(name, value)
    if (input.file !== undefined) form.append('file', input.file, input.file.name)
    return form
  }
  if (operation.body === undefined) return null
  headers.set('content-type', 'application/json')
  return JSON.stringify(input.body ?? {})
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const values = new Map(plainFields(params))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
  const search = new URLSearchParams(plainFields(query)).toString()
  return search === '' ? filled : `${filled}?${search}`
}

/** Fields as text; those left out or null are not sent. */
function plainFields(fields: unknown): [string, string][] {
  if (typeof fields !== 'object' || fields === null) return []
  return Object.entries(fields)
    .filter(([, value]: [string, unknown]) => value !== undefined && value !== null)
    .map(([name, value]: [string, unknown]) => [name, String(value)])
}

/** What a refused request says, or what can be said of an answer that is none. */
export function errorOf(status: number, answer: unknown): ApiError {
  if (isErrorAnswer(answer)) return new ApiError(status, answer.error)
  const words = textNow(partsText)
  const message = status === 401 ? words.signedOutMeanwhile : words.badAnswer
  return new ApiError(status, { code: `http-${String(status)}`, message })
}

function isErrorAnswer(answer: unknown): answer is ErrorAnswer {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return false
  const { error } = answer
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
}

function fileNameOf(response: Response): string | null {
  const header = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(header)?.[1] ?? null
}
