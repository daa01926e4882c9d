import { answerSchemas } from '../answer-schemas/answer-schemas.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import { endpoints, type EndpointName } from '../contract/endpoints.ts'
import { operationTitles } from '../contract/operation-titles.ts'
import { describeAccess, type AccessDescription } from './access.ts'
import { endpointNames } from './endpoint-names.ts'
import { answerReference, namedSchemas, type JsonSchema } from './json-schemas.ts'
import { describeBody, describeParameters, type Parameter } from './request-parts.ts'
import { errorStatuses, errorStatusesOf, statusWords, type ErrorStatus } from './statuses.ts'

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>
type Response = { readonly description: string; readonly content: Content }
type Reference = { readonly $ref: string }

export type Operation = {
  readonly operationId: EndpointName
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: Readonly<Record<string, Response | Reference>>
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly 'x-actions'?: AccessDescription['x-actions']
}

export type ApiDescription = {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly responses: Readonly<Record<string, Response>>
    readonly securitySchemes: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
}

/** The whole API as an OpenAPI 3.1 document, made of the endpoint table, the answer schemas and the policies. */
export function describeApi(): ApiDescription {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const name of endpointNames) {
    const endpoint: Endpoint = endpoints[name]
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: describe(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '公道',
      version: '1',
      description:
        '每个操作做什么、收什么、答什么、谁可以做。出错时都答 ErrorAnswer，message 是一句给人看的中文。' +
        '分值、金额和数量在接口里都是百分之一为单位的整数；方案文件（SchemeFile）里是最多两位小数的数。',
    },
    paths,
    components: {
      schemas: namedSchemas(),
      responses: errorResponses(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-gongdao_session',
          description: '登录后由系统写入；在本机不加密地使用时名为 gongdao_session。',
        },
      },
    },
  }
}

function describe(name: EndpointName, endpoint: Endpoint): Operation {
  const { refuses } = answerSchemas[name]
  const content = describeBody(endpoint)
  return {
    operationId: name,
    summary: operationTitles[name],
    ...describeAccess(endpoint),
    parameters: describeParameters(endpoint),
    ...(content === null ? {} : { requestBody: { required: true, content } }),
    responses: {
      ...successOf(name, endpoint),
      ...Object.fromEntries(
        errorStatusesOf(endpoint, refuses).map((status) => [
          String(status),
          { $ref: `#/components/responses/${responseNames[status]}` },
        ]),
      ),
    },
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
  }
}

function successOf(name: EndpointName, { answers }: Endpoint): Readonly<Record<string, Response>> {
  if (answers === 'redirect') return { 303: pageResponse }
  return { 200: answers === 'file' ? fileResponse : jsonResponse(answerReference(name)) }
}

const pageResponse: Response = { description: '转到 Location 所指的本站页面', content: {} }

const fileResponse: Response = {
  description: '一个文件，名称在 Content-Disposition 里',
  content: { 'application/octet-stream': { schema: {} } },
}

function jsonResponse(schema: JsonSchema): Response {
  return { description: '已完成', content: { 'application/json': { schema } } }
}

const responseNames: Readonly<Record<ErrorStatus, string>> = {
  400: 'BadInput',
  401: 'NotSignedIn',
  403: 'NotAllowed',
  404: 'NotFound',
  409: 'Conflict',
  413: 'TooLarge',
  421: 'OtherHost',
  422: 'Refused',
  429: 'TooOften',
  500: 'Fault',
  502: 'ProviderFault',
  503: 'DatabaseAway',
  507: 'DiskFull',
}

function errorResponses(): Readonly<Record<string, Response>> {
  const error: Content = { 'application/json': { schema: { $ref: '#/components/schemas/ErrorAnswer' } } }
  const sentence: Content = { 'text/plain': { schema: { type: 'string' } } }
  return Object.fromEntries(
    errorStatuses.map((status) => [
      responseNames[status],
      { description: statusWords[status], content: status === 421 ? sentence : error },
    ]),
  )
}
