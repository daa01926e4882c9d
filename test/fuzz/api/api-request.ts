import type { ApiDescription, Operation } from '../../../src/http/api-description/describe-api.ts'
import type { Chance } from '../chance.ts'
import { formBody } from './form-body.ts'
import { broken, deepMark, hostileText } from './hostile-values.ts'
import { valueOf, type Making } from './schema-values.ts'

/** One request as it goes over the wire. */
export type ApiRequest = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}

export type Place = { readonly path: string; readonly method: string; readonly operation: Operation }

/** What is asked less often than the rest: it takes long, or undoes what the others need. */
const rare: ReadonlySet<string> = new Set(['loadSample', 'removeSample', 'signOut', 'importRoster', 'setUp'])

export function placesOf(description: ApiDescription): readonly Place[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
}

/** A request to some operation: as described, broken in one part, or broken as a whole. */
export function requestOf(place: Place, making: Making): ApiRequest {
  const { chance } = making
  if (chance(12) === 0) return lost(place, making)
  const isBroken = chance(2) === 0
  const part = isBroken ? (parts[chance(parts.length)] ?? null) : null
  return {
    method: place.method,
    path: pathOf(place, making, part === 'path') + queryOf(place, making, part === 'query'),
    ...bodyAndHeaders(place, making, part),
  }
}

/** Any operation, the rare ones rarely. */
export function anyPlace(places: readonly Place[], chance: Chance): Place {
  for (;;) {
    const place = places[chance(places.length)]
    if (place !== undefined && (!rare.has(place.operation.operationId) || chance(40) === 0)) return place
  }
}

function pathOf({ path, operation }: Place, making: Making, isBroken: boolean): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (isBroken) return escaped(hostileText(making.chance).slice(0, 1_500))
    const parameter = operation.parameters.find((known) => known.in === 'path' && known.name === name)
    return escaped(String(valueOf(parameter?.schema ?? {}, name, making)))
  })
}

function queryOf({ operation }: Place, making: Making, isBroken: boolean): string {
  const { chance } = making
  const pairs = operation.parameters.flatMap((parameter): [string, string][] => {
    if (parameter.in !== 'query' || (!parameter.required && chance(2) === 0)) return []
    return [[parameter.name, String(valueOf(parameter.schema, parameter.name, making))]]
  })
  if (isBroken) breakPairs(pairs, chance)
  return pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.map(escaped).join('=')).join('&')}`
}

function breakPairs(pairs: [string, string][], chance: Chance): void {
  const known = pairs[chance(pairs.length)]
  const name = known?.[0] ?? 'page'
  switch (chance(4)) {
    case 0:
      if (known !== undefined) pairs.splice(pairs.indexOf(known), 1)
      break
    case 1:
      // The same key twice.
      pairs.push([name, hostileText(chance).slice(0, 1_500)])
      break
    case 2:
      pairs.push([`${name}[]`, 'a'], ['__proto__', '1'], [hostileText(chance).slice(0, 500), ''])
      break
    default:
      if (known !== undefined) known[1] = hostileText(chance).slice(0, 1_500)
  }
}

const parts = ['path', 'query', 'headers', 'body', 'transport'] as const
type Part = (typeof parts)[number] | null

function bodyAndHeaders({ operation }: Place, making: Making, part: Part): Pick<ApiRequest, 'headers' | 'body'> {
  const { chance } = making
  const headers: Record<string, string> = {}
  for (const parameter of operation.parameters)
    if (parameter.in === 'header' && parameter.required) headers[parameter.name] = randomKey(chance)
  if (part === 'headers') Object.assign(headers, strangeHeaders(chance))
  const content = operation.requestBody?.content
  const json = content?.['application/json']?.schema
  const form = content?.['multipart/form-data']?.schema
  if (form !== undefined) {
    const made = formBody(form, making, part === 'body' || part === 'transport')
    return { headers: { 'content-type': made.contentType, ...headers }, body: made.body }
  }
  // A body where none is read must not matter.
  if (json === undefined) return { headers, body: part === 'body' ? Buffer.from('{"a":1}') : null }
  const value = valueOf(json, '', making)
  const text = jsonText(part === 'body' ? broken(value, chance) : value)
  if (part === 'transport')
    return { headers: { ...headers, ...strangeContentType(chance) }, body: damaged(text, chance) }
  return { headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(text) }
}

function jsonText(value: unknown): string {
  return (JSON.stringify(value) ?? '').replaceAll(
    JSON.stringify(deepMark),
    () => '['.repeat(20_000) + ']'.repeat(20_000),
  )
}

function damaged(text: string, chance: Chance): Buffer {
  const bytes = Buffer.from(text)
  switch (chance(7)) {
    case 0:
      return bytes.subarray(0, chance(bytes.length))
    case 1:
      return Buffer.from(`${text}${text}`)
    case 2:
      return Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.from([0xff, 0xfe, 0xc0]), bytes])
    case 3:
      return Buffer.from(text, 'utf16le')
    case 4:
      return Buffer.from(`{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}},${text.slice(1)}`)
    case 5:
      return Buffer.from(text.replace('{', '{"revision":1,"revision":"2","quantity":[],'))
    default:
      return Buffer.alloc(0)
  }
}

function strangeContentType(chance: Chance): Record<string, string> {
  const types = ['text/plain', 'multipart/form-data', 'application/xml', 'application/json; charset=gbk', 'a', '']
  const type = types[chance(types.length)] ?? ''
  return type === '' ? {} : { 'content-type': type }
}

function strangeHeaders(chance: Chance): Record<string, string> {
  const choices: readonly Record<string, string>[] = [
    { 'Idempotency-Key': '' },
    { 'Idempotency-Key': 'k'.repeat(201) },
    { 'Idempotency-Key': 'with space' },
    { 'Idempotency-Key': '\u00e9\u00ff' },
    { 'Idempotency-Key': 'always-the-same' },
    { 'X-Gongdao-Town': '00000000-0000-4000-8000-000000000000' },
    { 'X-Gongdao-Town': "' or 1=1" },
    { Origin: 'https://foreign.invalid' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Accept: 'application/xml', 'Accept-Encoding': 'br;q=x, , gzip' },
    { Range: 'bytes=0-1', 'If-None-Match': '*' },
    { 'X-Forwarded-For': '1.2.3.4, evil', 'X-Forwarded-Proto': 'https', Forwarded: 'for="_x"' },
    { 'X-HTTP-Method-Override': 'DELETE' },
    { 'User-Agent': '<script>alert(1)</script>'.repeat(40) },
  ]
  return choices[chance(choices.length)] ?? {}
}

/** Not asked as described: a method the path has not, or a path that is nearly one. */
function lost(place: Place, making: Making): ApiRequest {
  const { chance } = making
  const path = pathOf(place, making, false)
  const methods = ['PATCH', 'OPTIONS', 'HEAD', 'PUT', 'DELETE', 'POST', 'GET', 'PROPFIND']
  const paths = [
    path,
    `${path}/`,
    `/${path}`,
    `${path}/${'a/'.repeat(300)}`,
    `${path}${'x'.repeat(4_000)}`,
    `${path}%`,
    `${path}%00`,
    `${path}%ff%fe`,
    `${path}/..%2f..%2fetc`,
    path.replace('/api/', '/api/%2e%2e/api/'),
    path.toUpperCase(),
    path.replace('/api/', '/api//'),
    `${path};jsessionid=1`,
    `${path}?${'a=1&'.repeat(900)}`,
    `${path}?a=%zz&%=&=`,
  ]
  return {
    method: chance(2) === 0 ? place.method : (methods[chance(methods.length)] ?? 'GET'),
    path: paths[chance(paths.length)] ?? path,
    headers: { 'content-type': 'application/json' },
    body: place.method === 'GET' ? null : Buffer.from('{}'),
  }
}

/** Escapes as a client would; half a surrogate pair, which no client can write, becomes its bytes. */
function escaped(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replaceAll('.', '%2E')
}

function randomKey(chance: Chance): string {
  return `key-${String(chance(1_000_000_000))}`
}
