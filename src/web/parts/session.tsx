import { createContext, use } from 'react'
import type { SessionAnswer, Town } from '../../http/contract/account.ts'

export type SignedInSession = Extract<SessionAnswer, { readonly signedIn: true }>
export type { Town }

export const SessionContext = createContext<SignedInSession | null>(null)

/** Who is signed in, the town at work, its scheme version and how far it is; only inside the shell. */
export function useSession(): SignedInSession {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSession stands inside the shell')
  return session
}
