import { createContext, use } from 'react'
import {
  accountEndpoints,
  type Action,
  type Role,
  type SessionAnswer,
  type Town,
} from '../../http/contract/account.ts'
import { useAnswer } from './queries.ts'

export type SignedInSession = Extract<SessionAnswer, { readonly signedIn: true }>
export type { Town }

export const SessionContext = createContext<SignedInSession | null>(null)

/** Who is signed in, the town at work, its scheme version and how far it is; only inside the shell. */
export function useSession(): SignedInSession {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSession stands inside the shell')
  return session
}

/** Under which name one is signed in, in a town or for the district. */
export function useUserName(): string {
  const { data } = useAnswer(accountEndpoints.readSession, {})
  return data === undefined || data.signedIn === false ? '' : data.userName
}

/** Whether one of these actions is open to who is signed in; what it reaches the server decides. */
export function useMay(): (...actions: readonly Action[]) => boolean {
  // On the district's pages there is no town, and nothing to be done in it.
  const actions = use(SessionContext)?.actions ?? []
  return (...wanted) => wanted.some((action) => actions.includes(action))
}

const seesOthersScores: readonly Role[] = ['leadingGroup', 'office', 'principal', 'deputy', 'discipline']

/** Whether there are others' scores to see: else there is the own sheet alone. */
export function useSeesOthersScores(): boolean {
  return useSession().roles.some((role) => seesOthersScores.includes(role))
}
