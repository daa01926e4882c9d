import { endpoints, type EndpointName } from '../../src/http/contract/endpoints.ts'
import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import { registerDefinitions } from '../../src/domain/registers/register-definitions.ts'
import { exampleForm } from '../builders/example-record.ts'
import { formOf } from '../audited/watch-audit.ts'
import type { Request } from './requests.ts'
import type { Things } from './town-with-everything.ts'

/** A revision nobody looked at: nothing changes by asking. */
const staleRevision = 1_000_000
const within = {
  'record-known': 'was noted before: nothing changes by asking again',
  'record-changed': 'another revision was looked at',
  'record-withdrawn-already': 'somebody who may has taken it back',
  'record-about-oneself': 'nobody keeps his own line',
}
const day = '2025-05-06'

/** Which of the operations that every register has alike an endpoint is, by its path; null: none of them. */
function requestOf({ method, path }: Endpoint): Request | null {
  const [, id, rest = ''] = /^\/api\/registers\/([a-z-]+)(\/\{recordId\}.*)?$/.exec(path) ?? []
  const register = registerDefinitions.find((one) => one.id === id)
  if (register === undefined) return null
  const form = ({ staffNumber, office }: Things) => exampleForm(register, { staffNumber, office, day })
  const change = { revision: staleRevision, reason: '核对权限' }
  if (method === 'POST' && rest === '')
    return { names: 'person', body: form, within, missing: 'record-person-unknown' }
  if (method === 'PUT' && rest === '/{recordId}')
    return { body: (things) => ({ ...change, record: form(things) }), within }
  return method === 'POST' && rest === '/{recordId}/withdrawal' ? { body: () => change, within } : null
}

/** The ways of asking for each register's own operations, as far as all registers have them. */
export function registerRequests(): Partial<Record<EndpointName, Request>> {
  return Object.fromEntries(
    Object.entries<Endpoint>(endpoints).flatMap(([name, endpoint]) => {
      const request = requestOf(endpoint)
      return request === null ? [] : [[name, request]]
    }),
  )
}

/** What every register shares is asked of this one. */
export const askedRegister = 'superior-result'
export const sheetRequests: Partial<Record<EndpointName, Request>> = {
  exportRecords: { asks: 'superior-result.read' },
  downloadRecordTemplate: { asks: 'superior-result.keep' },
  importRecords: { asks: 'superior-result.keep', body: () => formOf('日期', { mode: 'check' }) },
  markRecordProblems: { asks: 'superior-result.keep', body: () => formOf('日期', {}) },
  readRecordHistory: { asks: 'superior-result.read' },
}
