import type { Role } from '../../http/contract/account.ts'
import { useText } from '../text/dictionary.ts'
import { roleText } from '../text/roles.ts'
import { shellText } from '../text/shell.ts'
import { useSession } from './session.tsx'

/** 考核办、工作人员: the roles of who is signed in, or of somebody else. */
export function useRolesInWords(roles?: readonly Role[]): string {
  const words = useText(roleText)
  const { noRole } = useText(shellText)
  const own = useSession().roles
  return (roles ?? own).map((role) => words[role]).join('、') || noRole
}
