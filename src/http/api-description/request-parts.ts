import type { Endpoint } from '../contract/endpoint.ts'
import { inputSchema, type JsonSchema } from './json-schemas.ts'
import { worksInTown } from './statuses.ts'

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

/** Path, query and header parameters of an endpoint, in this order. */
export function describeParameters(endpoint: Endpoint): readonly Parameter[] {
  return [
    ...fieldsOf(endpoint.params).map(({ name, schema }) => ({
      name,
      in: 'path' as const,
      required: true,
      schema,
    })),
    ...fieldsOf(endpoint.query).map(({ name, required, schema }) => ({
      name,
      in: 'query' as const,
      required,
      schema,
    })),
    ...(endpoint.idempotent === true ? [idempotencyKey] : []),
    ...(worksInTown(endpoint) ? [shownTown] : []),
  ]
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '由调用方起的编号。同一编号、同样内容再发，得到同样的答复，不会做两次；内容不同则拒绝。',
  schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
}

const shownTown: Parameter = {
  name: 'X-Gongdao-Town',
  in: 'header',
  required: false,
  description: '页面正显示的镇。与登录所在的镇不同时（另一个窗口切换过）拒绝，什么都不做。',
  schema: { type: 'string', format: 'uuid' },
}

/** The body: JSON, or a form with one file and its fields as text; null without. */
export function describeBody(
  endpoint: Endpoint,
): Readonly<Record<string, { readonly schema: JsonSchema }>> | null {
  const { body, upload } = endpoint
  if (upload === true) return { 'multipart/form-data': { schema: formSchema(body) } }
  return body === undefined ? null : { 'application/json': { schema: inputSchema(body) } }
}

function formSchema(body: Endpoint['body']): JsonSchema {
  const fields = fieldsOf(body)
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
      file: { type: 'string', contentMediaType: 'application/octet-stream', description: '要上传的文件' },
    },
    required: [...fields.flatMap(({ name, required }) => (required ? [name] : [])), 'file'],
  }
}

type Field = { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }

/** The fields of an object schema. */
function fieldsOf(schema: Endpoint['query']): readonly Field[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = inputSchema(schema)
  return Object.entries(properties).map(([name, field]) => ({
    name,
    required: required.includes(name),
    schema: typeof field === 'boolean' ? {} : field,
  }))
}
