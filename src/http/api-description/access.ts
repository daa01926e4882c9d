import { rolesFor } from '../../policies/permit.ts'
import { policyOf, type Action, type Scope } from '../../policies/policy-table.ts'
import type { Role } from '../../policies/roles.ts'
import type { Endpoint } from '../contract/endpoint.ts'

export type AccessDescription = {
  readonly description: string
  /** The lines of the policy table any of which admits, each with how far every role reaches by it. */
  readonly 'x-actions'?: Readonly<Partial<Record<Action, Readonly<Partial<Record<Role, Scope>>>>>>
}

/** Who may call, in words and as the policy table has it. */
export function describeAccess({ access }: Endpoint): AccessDescription {
  if (access === 'public') return { description: '不需要登录。' }
  if (access === 'signed-in') return { description: '登录即可，只涉及本人的账号。' }
  const admitting = [access.action].flat()
  return {
    description: admitting.map(describeAction).join('或者'),
    'x-actions': Object.fromEntries(admitting.map((action) => [action, scopesOf(action)])),
  }
}

function describeAction(action: Action): string {
  const { on = [], not = [], guarded } = policyOf(action)
  return [
    `需要权限 ${action}。`,
    ...(on.length === 0 ? [] : [`只对这些状态：${on.join('、')}。`]),
    ...(not.length === 0 ? [] : [`即使有权限也不能由：${not.map((bar) => barWords[bar]).join('、')}。`]),
    ...(guarded === true ? ['登录时须有第二重验证。'] : []),
    ...(guarded === 'wholeTown' ? ['看得到全镇的，登录时须有第二重验证。'] : []),
  ].join('')
}

function scopesOf(action: Action): Readonly<Partial<Record<Role, Scope>>> {
  const { by } = policyOf(action)
  return Object.fromEntries(rolesFor(action).map((role) => [role, by[role]]))
}

const barWords = {
  recorder: '登记的人',
  confirmer: '确认的人',
  proposer: '提出的人',
  aboutOneself: '所涉及的本人',
} as const
