/**
 * Who may do what, for an auditor to read: one line per action, with the roles of SPEC §1 that may do it.
 * What is not listed is denied.
 */
const roles = [
  'leadingGroup', // 考核领导小组
  'office', // 考核办
  'inspector', // 督查员
  'deputy', // 分管领导
  'principal', // 主要领导
  'discipline', // 纪检
  'finance', // 财务
] as const
type Role = (typeof roles)[number]

const policyTable = {
  'sample.load': ['office'],
  'sample.remove': ['office'],

  'scheme.read': ['leadingGroup', 'office', 'inspector', 'deputy', 'principal', 'discipline', 'finance'],
  'scheme.draft': ['office'],
  'scheme.adopt': ['leadingGroup'],

  'people.read': ['leadingGroup', 'office', 'inspector', 'deputy', 'principal', 'discipline', 'finance'],
  'people.import': ['office'],

  'entry.read': ['leadingGroup', 'office', 'inspector', 'deputy', 'principal', 'discipline'],
  'entry.record': ['office', 'inspector'],
  'entry.confirm': ['office'],
  'entry.reverse': ['office'],

  'rating.read': ['leadingGroup', 'office', 'principal', 'discipline'],
  'rating.record': ['office'],
  'register.settle': ['office'],

  'score.read': ['leadingGroup', 'office', 'principal', 'discipline', 'finance'],
  'pay.read': ['leadingGroup', 'office', 'principal', 'finance'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof policyTable

/** What an account is in a town. Until accounts with roles exist there is one: the owner, who plays every role. */
const rolesOfMembership: Readonly<Record<string, readonly Role[]>> = { owner: roles }

export function isAction(name: string): name is Action {
  return Object.hasOwn(policyTable, name)
}

/** Whether a member of that kind may do the action; false for any kind or action nobody has written down. */
export function isAllowed(membershipRole: string, action: string): boolean {
  if (!isAction(action) || !Object.hasOwn(rolesOfMembership, membershipRole)) return false
  const allowed: readonly Role[] = policyTable[action]
  return (rolesOfMembership[membershipRole] ?? []).some((role) => allowed.includes(role))
}
