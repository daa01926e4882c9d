import { isSameOffice } from '../domain/roster/office-names.ts'
import { actions, policyOf, type Action, type Bar, type Scope } from './policy-table.ts'
import { roles, type Role } from './roles.ts'

/** Who asks, on the day he asks. */
export type Subject = {
  /** The user name acts are signed with. */
  readonly by: string
  readonly roles: readonly Role[]
  /** Whose place on the roster it is; null for somebody who is not appraised. */
  readonly staffNumber: string | null
  readonly ownOffices: readonly string[]
  readonly inChargeOf: readonly string[]
}

/** Whose objects an action reaches: everyone's of the town, or those of one person and of the people of some offices. */
export type Reach =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'some'; readonly staffNumber: string | null; readonly offices: readonly string[] }

/** How far a subject's roles reach with an action, taken together; null: not at all. */
export function reachOf(subject: Subject, action: Action): Reach | null {
  const { by } = policyOf(action)
  const scopes = new Set(
    subject.roles.flatMap((role): readonly Scope[] => (by[role] === undefined ? [] : [by[role]])),
  )
  if (scopes.size === 0) return null
  if (scopes.has('town') || scopes.has('district')) return { kind: 'everyone' }
  const offices = [
    ...(scopes.has('inCharge') ? subject.inChargeOf : []),
    ...(scopes.has('ownOffice') ? subject.ownOffices : []),
  ]
  return { kind: 'some', staffNumber: subject.staffNumber, offices }
}

/** Whether a person lies within reach: oneself, or anyone of the offices (by any name an office answers to). */
export function covers(
  reach: Reach,
  person: { readonly staffNumber: string; readonly offices: readonly string[] },
): boolean {
  if (reach.kind === 'everyone' || reach.staffNumber === person.staffNumber) return true
  return person.offices.some((office) => reach.offices.some((within) => isSameOffice(within, office)))
}

/** What an action is about to be done to. */
export type ObjectOfAction = {
  /** Whom it is about; null: nobody in particular. */
  readonly about: string | null
  readonly state?: string
  /** Who did what to it before, by user name. */
  readonly recorder?: string | null
  readonly confirmer?: string | null
  readonly proposer?: string | null
}

/** Why this subject of all may not do it to this object, or null; `state` and `notRecorder` name what is missing. */
export function findBar(
  subject: Subject,
  action: Action,
  object: ObjectOfAction,
): Bar | 'state' | 'notRecorder' | null {
  const { by, on, not = [], ownOnly = [] } = policyOf(action)
  const acting = subject.roles.filter((role) => by[role] !== undefined)
  if (acting.every((role) => ownOnly.includes(role)) && object.recorder !== subject.by) return 'notRecorder'
  if (on !== undefined && object.state !== undefined && !on.includes(object.state)) return 'state'
  return (
    not.find((bar) =>
      bar === 'aboutOneself'
        ? object.about !== null && object.about === subject.staffNumber
        : object[bar] === subject.by,
    ) ?? null
  )
}

/**
 * Whether holding these roles calls for a second factor at sign-in: they may change scores, pay or settings, or look at
 * everyone's.
 */
export function needsSecondFactor(held: readonly Role[]): boolean {
  return actions.some((action) => {
    const { guarded, by } = policyOf(action)
    if (guarded === undefined) return false
    return held.some((role) => by[role] !== undefined && (guarded === true || by[role] === 'town'))
  })
}

/** The roles that may do an action at all, in the order of their list. */
export function rolesFor(action: Action): readonly Role[] {
  const { by } = policyOf(action)
  return roles.filter((role) => by[role] !== undefined)
}
