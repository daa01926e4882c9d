import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { endpoints } from '../contract/endpoints.ts'
import { actions } from '../../policies/policy-table.ts'
import { describeApi } from './describe-api.ts'
import { endpointNames } from './endpoint-names.ts'
import { worksInTown } from './statuses.ts'

const description = describeApi()
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** Every value under a key, anywhere in the document. */
function valuesOf(key: string, within: unknown): unknown[] {
  if (typeof within !== 'object' || within === null) return []
  return Object.entries(within).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(key, value),
  ])
}

function resolve(reference: string): unknown {
  let place: unknown = description
  for (const step of reference.replace(/^#\//, '').split('/'))
    place =
      typeof place === 'object' && place !== null ? Object.getOwnPropertyDescriptor(place, step)?.value : undefined
  return place
}

describe('接口说明（OpenAPI 3.1）', () => {
  test('端点表里的每个操作都写到，一个不多一个不少，名称不重', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(ids.length).toBeGreaterThan(55)
    expect(ids.toSorted()).toEqual(endpointNames.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations) {
      expect(path).toBe(endpoints[operation.operationId].path)
      expect(method).toBe(endpoints[operation.operationId].method.toLowerCase())
    }
  })

  test('每个引用都有所指', () => {
    const references = valuesOf('$ref', description)
    expect(references.length).toBeGreaterThan(200)
    expect(references.filter((reference) => resolve(String(reference)) === undefined)).toEqual([])
    expect(resolve('#/components/schemas/没有的')).toBeUndefined()
  })

  test('路径里的每个参数都声明为必填的路径参数', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name))
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(declared.map(({ name }) => name).toSorted((left, right) => left.localeCompare(right))).toEqual(
        inPath.toSorted((left, right) => left.localeCompare(right)),
      )
      expect(declared.every(({ required }) => required)).toBe(true)
      const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('每个 schema 都是合规的 JSON Schema 2020-12，写明的字段之外不许有别的', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const { schemas } = description.components
    expect(Object.keys(schemas).length).toBeGreaterThan(40)
    for (const [name, schema] of Object.entries(schemas)) {
      expect(ajv.validateSchema(schema), name).toBe(true)
      ajv.addSchema(schema, `#/components/schemas/${name}`)
    }
    const objects = Object.values(schemas).flatMap((schema) => [
      schema,
      ...valuesOf('items', schema),
      ...valuesOf('properties', schema),
    ])
    const open = objects.filter(
      (schema) =>
        typeof schema === 'object' &&
        schema !== null &&
        'type' in schema &&
        schema.type === 'object' &&
        !('additionalProperties' in schema),
    )
    expect(open).toEqual([])
    expect(ajv.validateSchema({ type: '没有这种' })).toBe(false)
  })

  test('请求的 schema 也都合规，方法与请求体相称', () => {
    const ajv = new Ajv2020({ strict: false })
    for (const { method, operation } of operations) {
      const { requestBody, parameters } = operation
      if (method === 'get') expect(requestBody).toBeUndefined()
      for (const { schema } of [...Object.values(requestBody?.content ?? {}), ...parameters])
        expect(ajv.validateSchema(schema), operation.operationId).toBe(true)
    }
  })

  test('要登录的操作写明401，按权限的操作写明403和哪条权限', () => {
    for (const { operation } of operations) {
      const endpoint = endpoints[operation.operationId]
      const { access } = endpoint
      expect('401' in operation.responses || access === 'public').toBe(true)
      expect(operation.security.length).toBe(access === 'public' ? 0 : 1)
      if (typeof access !== 'object') continue
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '401', '403', '500']))
      // The district works in no town, so none can have been switched.
      if (worksInTown(endpoint)) expect(operation.responses).toHaveProperty('409')
      const named = Object.keys(operation['x-actions'] ?? {})
      expect(named.length).toBeGreaterThan(0)
      expect(named.filter((name) => !actions.some((action) => action === name))).toEqual([])
    }
  })

  test('每个操作和每种状态都有一句中文', () => {
    const titles = operations.map(({ operation }) => operation.summary)
    expect(titles.filter((title) => !/^\p{Script=Han}[^\s。]{1,20}$/u.test(title))).toEqual([])
    expect(new Set(titles).size).toBe(titles.length)
    for (const response of Object.values(description.components.responses))
      expect(response.description).toMatch(/\p{Script=Han}/u)
  })
})
