import { z } from 'zod'
import { answerSchemas } from '../answer-schemas/answer-schemas.ts'
import { component, components, writtenFrom } from '../answer-schemas/answers-of.ts'
import type { EndpointName } from '../contract/endpoints.ts'
import { endpointNames } from './endpoint-names.ts'

export type JsonSchema = z.core.JSONSchema.JSONSchema

component(
  'ErrorAnswer',
  z.object({
    error: z.object({
      code: z.string(),
      message: z.string().describe('一句中文：哪里不对，怎么办'),
      place: z.string().optional().describe('出错的字段，或表格的行列'),
      logId: z.string().optional().describe('系统出错时服务器日志里的编号'),
    }),
  }),
)
for (const name of endpointNames) {
  const { schema } = answerSchemas[name]
  if (schema !== null && !components.has(schema)) component(`${upperFirst(name)}Answer`, schema)
}

/** The schemas of everything answered, by name. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  const { schemas } = z.toJSONSchema(components, {
    uri: referenceTo,
    io: 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const read = writtenFrom(zodSchema)
      if (read !== undefined) Object.assign(jsonSchema, writtenSchema(read))
    },
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]))
}

/** The schema of an operation's JSON answer, by reference. */
export function answerReference(name: EndpointName): JsonSchema {
  const { schema } = answerSchemas[name]
  const id = schema === null ? undefined : components.get(schema)?.id
  return id === undefined ? {} : { $ref: referenceTo(id) }
}

/** What a caller may send: unknown fields are let through, and left aside. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return bare(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}

/** What is written is written by us, and so has no field beside those it names. */
function writtenSchema(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'object') jsonSchema.additionalProperties ??= false
    },
  })
  return bare(json)
}

function bare({ $schema: _dialect, $id: _address, ...schema }: JsonSchema): JsonSchema {
  return schema
}

function referenceTo(id: string): string {
  return `#/components/schemas/${id}`
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
