import type { SignedIn } from './route.ts'

/**
 * Whether a session may go on: an account with a second factor shows it at every sign-in; one whose roles call for it and
 * that has none sets it up first, except in a sample town, where nothing is real.
 */
export function secondFactorState(
  session: Pick<SignedIn, 'hasSecondFactor' | 'secondFactorAt' | 'isSample'>,
  isNeeded: boolean,
): 'settled' | 'needed' | 'to-set-up' {
  // Shown here, or at the OpenID provider.
  if (session.secondFactorAt !== null) return 'settled'
  if (session.hasSecondFactor) return 'needed'
  return isNeeded && !session.isSample ? 'to-set-up' : 'settled'
}
