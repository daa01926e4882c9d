import type { Role } from './roles.ts'

type Account = { readonly granted: readonly string[]; readonly isActivated: boolean }

/** Who look after a town's accounts and roles between them, once both are there. */
export const lookAfterAccounts = ['systemAdmin', 'securityAdmin'] as const satisfies readonly Role[]

/**
 * Whether a town has a system and a security administrator who have come in: from then on the founder is founder no
 * more. A suspended one counts, or either could bring the founder back by shutting the other out.
 */
export function isAdministrated(accounts: readonly Account[], isSample: boolean): boolean {
  return lookAfterAccounts.every((role) =>
    accounts.some(({ granted, isActivated }) => granted.includes(role) && (isActivated || isSample)),
  )
}
