import type { AccountView, GrantableRole } from '../../../http/contract/town-accounts.ts'
import type { SignedInSession } from '../../parts/session.tsx'

/** Who besides oneself holds a role: those who can sign in, and those whose code still lies on a slip. */
type Others = { readonly active: readonly string[]; readonly waiting: readonly string[] }

export type FirstSteps = {
  readonly leadingGroup: Others
  readonly office: Others
  /** In the order they are done in. */
  readonly isDone: Readonly<Record<FirstStep, boolean>>
}

export const firstSteps = ['town', 'leadingGroup', 'office', 'roster', 'regulation'] as const
export type FirstStep = (typeof firstSteps)[number]

/** How far a new town is, by what is there and nothing else. */
export function readFirstSteps(
  accounts: readonly AccountView[],
  { progress, schemeVersion }: Pick<SignedInSession, 'progress' | 'schemeVersion'>,
): FirstSteps {
  const [leadingGroup, office] = [othersWith('leadingGroup', accounts), othersWith('office', accounts)]
  return {
    leadingGroup,
    office,
    isDone: {
      town: true,
      leadingGroup: leadingGroup.active.length > 0,
      office: office.active.length > 0,
      roster: (progress.people ?? 0) > 0,
      regulation: schemeVersion !== null,
    },
  }
}

function othersWith(role: GrantableRole, accounts: readonly AccountView[]): Others {
  const others = accounts.filter(({ isOwn, granted }) => !isOwn && granted.includes(role))
  const inState = (wanted: AccountView['state']) =>
    others.filter(({ state }) => state === wanted).map(({ userName }) => userName)
  return { active: inState('active'), waiting: inState('waiting') }
}
