import type { RefusalStatus } from '../answer-schemas/answers-of.ts'
import { policyOf, type Action } from '../../policies/policy-table.ts'
import type { Endpoint } from '../contract/endpoint.ts'

/** What a status says, whichever endpoint answers it. */
export const statusWords = {
  400: '请求内容有误：缺少或填错的地方见 place',
  401: '没有登录，或登录已失效',
  403: '身份不许，或请求不是从公道的页面发出的',
  404: '没有这个对象，或不在本镇、不在您的范围内',
  409: '与现在的状态冲突，没有保存',
  413: '内容太大',
  421: '请求的主机名不是本系统的名称',
  422: '内容读得懂，但照规则不能接受',
  429: '试得太多，请稍后',
  500: '系统出错，什么都没有保存；编号见 logId',
  502: '登录所依靠的外部系统没有正常应答',
  503: '数据库暂时连不上；outcome-unknown 表示保存时断开，不能确定有没有存下，用同一个键重发不会重复',
  507: '服务器磁盘将满，没有保存；查看照常',
} as const

export type ErrorStatus = keyof typeof statusWords

export const errorStatuses: readonly ErrorStatus[] = [
  400, 401, 403, 404, 409, 413, 421, 422, 429, 500, 502, 503, 507,
]

/**
 * Every status besides 200 that an endpoint can answer: what follows from its definition (input, access, upload, key),
 * and what its own refusals add. 421, 500, 503 and 507 are possible everywhere.
 */
export function errorStatusesOf(endpoint: Endpoint, refuses: readonly RefusalStatus[]): readonly ErrorStatus[] {
  const { access, method, params, query, body, upload, idempotent } = endpoint
  const found = new Set<ErrorStatus>([421, 500, 503, 507, ...refuses])
  const isKeyed = idempotent === true
  const readsBody = body !== undefined || upload === true
  if (readsBody || params !== undefined || query !== undefined || isKeyed) found.add(400)
  if (readsBody) found.add(413)
  if (access !== 'public') found.add(401)
  // A foreign origin, a second factor not shown, an action not allowed.
  if (method !== 'GET' || access !== 'public') found.add(403)
  // Another tab has switched the town; or the key was used for something else.
  if (worksInTown(endpoint) || isKeyed) found.add(409)
  return [...found].toSorted((left, right) => left - right)
}

/**
 * An endpoint with an action works in the town of the session, and takes the town its page shows along; the district's
 * works in none.
 */
export function worksInTown({ access }: Endpoint): boolean {
  return typeof access === 'object' && [access.action].flat().some((action) => !isOfDistrict(action))
}

function isOfDistrict(action: Action): boolean {
  return Object.values(policyOf(action).by).every((scope) => scope === 'district')
}
