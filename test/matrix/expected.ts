import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import { createRoutes } from '../../src/http/routes/routes.ts'
import { covers, reachOf, type Reach, type Subject } from '../../src/policies/permit.ts'
import { roles, type Role } from '../../src/policies/roles.ts'
import type { ObjectKind, Operation } from './requests.ts'
import { personOfRole, type FullTown, type PersonKey } from './town-with-everything.ts'

/** Who asks: each role by itself, nobody, and the office before its second factor. */
export const askers = ['anonymous', 'half', ...roles] as const
export type Asker = (typeof askers)[number]

/** Whose object is asked for, seen from who asks. */
export const objectClasses = ['own', 'sameOffice', 'otherOffice', 'otherTown', 'missing', 'guessed'] as const
export type ObjectClass = (typeof objectClasses)[number]

/** `signIn`, `factor`, `denied`, `noTown`: turned away before any object is looked at. `missing`: as if it were not there. */
export type Outcome = 'signIn' | 'factor' | 'denied' | 'noTown' | 'missing' | 'allowed'

/** Whose things a class speaks of. Who has no place on the roster has the first person's for the own. */
export function personOf(asker: Asker, objectClass: ObjectClass): PersonKey {
  if (objectClass === 'sameOffice') return '102'
  if (objectClass === 'otherOffice') return '201'
  return (isRole(asker) ? personOfRole[asker] : undefined) ?? '101'
}

function isRole(asker: Asker): asker is Role {
  return asker !== 'anonymous' && asker !== 'half'
}

function roleOf(asker: Asker): Role {
  return isRole(asker) ? asker : 'office'
}

/** What the policy table says of the asker's own town. */
export function subjectOf(asker: Asker, town: FullTown): Subject {
  const role = roleOf(asker)
  const key = personOfRole[role]
  return {
    by: role,
    roles: [role],
    staffNumber: key === undefined ? null : town.staffNumber(key),
    ownOffices: role === 'staff' ? [town.officeA] : [],
    inChargeOf: role === 'deputy' ? [town.officeA] : [],
  }
}

/** What a cell must come to, from the endpoint's access, the policy table and the reach of the role. */
export function expectedOf(
  operation: Operation,
  asker: Asker,
  objectClass: ObjectClass | 'none',
  town: FullTown,
): Outcome {
  const { endpoint, object, request } = operation
  if (endpoint.access === 'public') return 'allowed'
  if (asker === 'anonymous') return 'signIn'
  if (asker === 'half' && endpoint.beforeSecondFactor !== 'always') return 'factor'
  const subject = subjectOf(asker, town)
  if (reachOfEndpoint(endpoint, subject) === null) return 'denied'
  const reach = request.asks === undefined ? reachOfEndpoint(endpoint, subject) : reachOf(subject, request.asks)
  if (reach === null) return 'denied'
  if (roleOf(asker) === 'district' && endpoint.access === 'signed-in' && runsInTown(operation)) return 'noTown'
  if (request.only !== undefined && !request.only.includes(roleOf(asker))) return 'denied'
  if (object === null || objectClass === 'none') return 'allowed'
  return isFound(object, asker, { objectClass, reach, town }) ? 'allowed' : 'missing'
}

function reachOfEndpoint({ access }: Endpoint, subject: Subject): Reach | null {
  if (access === 'public' || access === 'signed-in') return { kind: 'everyone' }
  const actions = typeof access.action === 'string' ? [access.action] : access.action
  return actions.map((action) => reachOf(subject, action)).find((reach) => reach !== null) ?? null
}

const routes = createRoutes()

function runsInTown({ name }: Operation): boolean {
  return 'inTown' in routes[name] || 'ahead' in routes[name]
}

type Sought = { readonly objectClass: ObjectClass; readonly reach: Reach; readonly town: FullTown }

function isFound(object: ObjectKind, asker: Asker, { objectClass, reach, town }: Sought): boolean {
  if (objectClass === 'missing' || objectClass === 'guessed') return false
  if (object === 'anyTown') return true
  if (object === 'persona') return false
  if (object === 'session') return objectClass === 'own'
  if (objectClass === 'otherTown') return false
  if (object === 'membership') return roleOf(asker) !== 'district'
  if (object === 'ofTown' || object === 'account') return true
  const key = personOf(asker, objectClass)
  const office = { '101': town.officeA, '102': town.officeA, '201': town.officeB, '301': '', '401': '' }[key]
  return covers(reach, { staffNumber: town.staffNumber(key), offices: [office] })
}
