/** Who there is in the year of an appraisal (SPEC §1). */
export const roles = [
  'leadingGroup', // 考核领导小组
  'office', // 考核办
  'inspector', // 督查员
  'deputy', // 分管领导
  'principal', // 主要领导
  'staff', // 工作人员
  'discipline', // 纪检
  'finance', // 财务
  'systemAdmin', // 系统管理员
  'securityAdmin', // 安全管理员
  'auditAdmin', // 审计管理员
  'founder', // 开设账号者, until the administrators are there
  'district', // 区级
] as const
export type Role = (typeof roles)[number]

/** 三员: accounts, permissions, logs; never two of them in one person (SPEC §1). */
const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]

/** Roles the security administrator gives and takes. The others come of the roster, the first start or the district. */
export const grantableRoles = [
  'leadingGroup',
  'office',
  'inspector',
  'discipline',
  'finance',
  ...administrators,
] as const satisfies readonly Role[]
export type GrantableRole = (typeof grantableRoles)[number]

/** What an administrator may be besides: on the roster, and so with a sheet of one's own. */
const besidesAdministrator: readonly Role[] = ['staff']

export function isRole(name: string): name is Role {
  return roles.some((role) => role === name)
}

export function isGrantable(role: Role): role is GrantableRole {
  return grantableRoles.some((grantable) => grantable === role)
}

function isAdministrator(role: Role): boolean {
  return administrators.some((administrator) => administrator === role)
}

/**
 * The first two roles that one person may not hold together, or null: an administrator may be staff, and nothing else
 * but the founder, whose own role ends as soon as there are administrators.
 */
export function findConflict(held: readonly Role[]): readonly [Role, Role] | null {
  const administrator = held.find(isAdministrator)
  if (administrator === undefined) return null
  const allowed: readonly Role[] = [administrator, 'founder', ...besidesAdministrator]
  const other = held.find((role) => !allowed.includes(role))
  return other === undefined ? null : [administrator, other]
}

/**
 * The roles that count now: those given, and those the roster gives on the day. An administrator whom the roster makes
 * a leader stays administrator and staff: the walls between the roles hold whatever the roster says. Nor is he founder
 * any more: by shutting the other administrators out he would have their work besides his own.
 */
export function effectiveRoles(granted: readonly Role[], fromRoster: readonly Role[]): readonly Role[] {
  const all = [...new Set([...granted, ...fromRoster])]
  if (!granted.some(isAdministrator)) return all
  return all.filter((role) => isAdministrator(role) || besidesAdministrator.includes(role))
}
