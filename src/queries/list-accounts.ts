import type { AuditStore } from '../commands/audit-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { TownAccount } from '../commands/town-account-store.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Post } from '../domain/scheme/scheme.ts'
import { isAdministrated } from '../policies/administrators.ts'
import { effectiveRoles, isRole, type Role } from '../policies/roles.ts'
import { assignmentsOn, rolesFromRoster } from '../policies/roster-roles.ts'

export type AccountState = 'waiting' | 'active' | 'suspended'

export type AccountView = {
  readonly id: string
  readonly userName: string
  /** Whose place on the roster it is. Someone who has left has no office or post. */
  readonly person: AccountPerson | null
  /** Roles given; the founder's only while it counts. */
  readonly granted: readonly Role[]
  /** Roles the roster of today gives besides. */
  readonly fromRoster: readonly Role[]
  /** waiting: nobody has set a password yet. */
  readonly state: AccountState
  readonly hasSecondFactor: boolean
  /** ISO instants. Last used in a session that still goes on, or last signed in; null: never. */
  readonly lastSeenAt: string | null
  readonly createdAt: string
  readonly createdBy: string | null
  /** Until when the code on the last slip works; null: no code is out, or it has run out. */
  readonly codeUntil: string | null
  /** Of who asks. */
  readonly isOwn: boolean
}

export type AccountPerson = {
  readonly staffNumber: string
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly offices: readonly string[]
  readonly posts: readonly Post[]
}

export type AccountsView = {
  readonly accounts: readonly AccountView[]
  /** People on the roster today who have no account, in roster order. */
  readonly without: readonly AccountPerson[]
  /** The town has a founder whose powers still count, or no longer; null: there never was one. */
  readonly founder: { readonly userName: string; readonly counts: boolean } | null
  /** System and security administrators: who holds the role, and whether one of them can sign in. */
  readonly administrators: readonly AdministratorView[]
}

export type AdministratorView = {
  readonly role: 'systemAdmin' | 'securityAdmin' | 'auditAdmin'
  readonly userNames: readonly string[]
  readonly canSignIn: boolean
}

/** The town's accounts as they are today, in the order they were made, with who of the roster has none. */
export async function listAccounts(
  accounts: readonly TownAccount[],
  asked: { readonly isOwn: (account: TownAccount) => boolean; readonly at: Date; readonly today: LocalDate },
  isSample: boolean,
  {
    roster,
    audit,
  }: { roster: Pick<RosterStore, 'people' | 'assignments'>; audit: Pick<AuditStore, 'lastSignIns'> },
): Promise<AccountsView> {
  const lastSignIns = await audit.lastSignIns()
  const assignments = groupBy(await roster.assignments(), ({ staffNumber }) => staffNumber)
  const people = (await roster.people()).map(({ staffNumber, name, pinyin, initials }): AccountPerson => {
    const current = assignmentsOn(assignments.get(staffNumber) ?? [], asked.today)
    const offices = [...new Set(current.map(({ office }) => office))].filter((office) => office !== '')
    const posts = [...new Set(current.map(({ post }) => post))]
    return { staffNumber, name, pinyin, initials, offices, posts }
  })
  const personOf = new Map(people.map((person) => [person.staffNumber, person]))
  const administrators = administratorsOf(accounts, isSample)
  const founderIsOver = isAdministrated(accounts, isSample)
  const views = accounts.map((account): AccountView => {
    const { staffNumber, suspendedAt, codeExpiresAt } = account
    const granted = account.granted.filter(isRole).filter((role) => role !== 'founder' || !founderIsOver)
    const rows = staffNumber === null ? [] : (assignments.get(staffNumber) ?? [])
    const effective = effectiveRoles(granted, rolesFromRoster(rows, asked.today))
    return {
      id: account.id,
      userName: account.userName,
      person: staffNumber === null ? null : (personOf.get(staffNumber) ?? null),
      granted: granted.filter((role) => effective.includes(role)),
      fromRoster: effective.filter((role) => !granted.includes(role)),
      state: suspendedAt !== null ? 'suspended' : account.isActivated || isSample ? 'active' : 'waiting',
      hasSecondFactor: account.hasSecondFactor,
      lastSeenAt: laterOf(account.lastSeenAt, lastSignIns.get(account.userName))?.toISOString() ?? null,
      createdAt: account.createdAt.toISOString(),
      createdBy: account.createdBy,
      codeUntil: codeExpiresAt === null || codeExpiresAt <= asked.at ? null : codeExpiresAt.toISOString(),
      isOwn: asked.isOwn(account),
    }
  })
  const holders = new Set(accounts.map(({ staffNumber }) => staffNumber))
  const founder = accounts.find(({ granted }) => granted.includes('founder'))
  const counts = views.some(({ id, granted }) => id === founder?.id && granted.includes('founder'))
  return {
    accounts: views,
    without: people.filter(({ staffNumber, posts }) => posts.length > 0 && !holders.has(staffNumber)),
    founder: founder === undefined ? null : { userName: founder.userName, counts },
    administrators,
  }
}

function laterOf(one: Date | null, other: Date | undefined): Date | null {
  if (one === null || other === undefined) return one ?? other ?? null
  return one > other ? one : other
}

function administratorsOf(accounts: readonly TownAccount[], isSample: boolean): readonly AdministratorView[] {
  return (['systemAdmin', 'securityAdmin', 'auditAdmin'] as const).map((role) => {
    const holders = accounts.filter(({ granted, suspendedAt }) => granted.includes(role) && suspendedAt === null)
    return {
      role,
      userNames: holders.map(({ userName }) => userName),
      canSignIn: holders.some(({ isActivated }) => isActivated || isSample),
    }
  })
}
