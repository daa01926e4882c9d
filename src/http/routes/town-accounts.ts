import type { AccountStore } from '../../commands/account-store.ts'
import type { AuditNote, AuditRow } from '../../commands/audit-store.ts'
import { linkPerson, reopenAccount, resetSecondFactor, suspendAccount } from '../../commands/change-account.ts'
import { giveRoles } from '../../commands/give-roles.ts'
import { issueSetUpCodes, type IssuedCode } from '../../commands/issue-set-up-codes.ts'
import { makeAccounts } from '../../commands/make-accounts.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { isOwnAccount } from '../../commands/town-account-act.ts'
import type { TownAccount } from '../../commands/town-account-store.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { reachOf } from '../../policies/permit.ts'
import { assignmentsOn } from '../../policies/roster-roles.ts'
import { listAccounts } from '../../queries/list-accounts.ts'
import type { Slip, townAccountEndpoints } from '../contract/town-accounts.ts'
import { newSetUpCode } from '../one-time-codes.ts'
import type { Refusal } from '../refusal.ts'
import type { RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'

/** 账号与权限. */
export const townAccountRoutes: RouteGroup<typeof townAccountEndpoints> = {
  listAccounts: {
    inTown: async ({ services, session, subject, stores, at, today }) => {
      const { tenantId, isSample } = session
      const accounts = await services.inAccounts<readonly TownAccount[], Refusal>(async (store) =>
        accept(await store.townAccounts(tenantId)),
      )
      if (!accounts.ok) return accounts
      const isOwn = (account: TownAccount) => isOwnAccount(account, subject.by)
      return accept(await listAccounts(accounts.value, { isOwn, at, today }, isSample, stores))
    },
  },
  makeAccounts: {
    inTown: async (call) => {
      const { body, subject, stores } = call
      // Whoever makes accounts does not thereby give roles.
      if (body.roles.length > 0 && reachOf(subject, 'role.grant') === null)
        return refuse({ code: 'not-allowed', action: 'role.grant' })
      return changeAccounts(call, async (accounts) => {
        const act = { ...accountAct(call), newCode: newSetUpCode }
        const made = await makeAccounts(body.accounts, body.roles, act, accounts, stores.roster)
        if (!made.ok) return made
        const { issued, leftOut } = made.value
        return accept({
          answer: { slips: await slipsOf(issued, call, accounts), leftOut },
          notes: issued.map(({ accountId, userName, staffNumber }) => ({
            object: { kind: 'account', id: accountId, label: userName },
            after: { staffNumber, roles: body.roles },
          })),
        })
      })
    },
  },
  issueSetUpCodes: {
    inTown: (call) =>
      changeAccounts(call, async (accounts) => {
        const act = { ...accountAct(call), newCode: newSetUpCode }
        const issued = await issueSetUpCodes(call.body.accountIds, act, accounts)
        if (!issued.ok) return issued
        return accept({
          answer: { slips: await slipsOf(issued.value, call, accounts) },
          notes: issued.value.map(({ accountId, userName, expiresAt }) => ({
            object: { kind: 'account', id: accountId, label: userName },
            after: { codeValidUntil: expiresAt.toISOString() },
          })),
        })
      }),
  },
  downloadSlips: {
    inTown: async ({ body, stores, services, note }) => {
      note({ after: { slips: body.slips.length } })
      return accept(await services.workbooks.writeSlips({ town: await stores.readTownName(), ...body }))
    },
  },
  suspendAccount: {
    inTown: (call) =>
      changeAccounts(call, async (accounts) =>
        told(await suspendAccount(call.params.accountId, accountAct(call), accounts), () => ({
          after: { suspended: true },
          reason: call.body.reason,
        })),
      ),
  },
  reopenAccount: {
    inTown: (call) =>
      changeAccounts(call, async (accounts) =>
        told(await reopenAccount(call.params.accountId, accountAct(call), accounts), () => ({
          after: { suspended: false },
        })),
      ),
  },
  resetSecondFactor: {
    inTown: (call) =>
      changeAccounts(call, async (accounts) =>
        told(await resetSecondFactor(call.params.accountId, accountAct(call), accounts), (account) => ({
          before: { secondFactor: account.hasSecondFactor },
          after: { secondFactor: false },
        })),
      ),
  },
  linkPerson: {
    inTown: (call) =>
      changeAccounts(call, async (accounts) => {
        const { staffNumber } = call.body
        const { accountId } = call.params
        const act = { ...accountAct(call), mayGrant: reachOf(call.subject, 'role.grant') !== null }
        const linked = await linkPerson(accountId, staffNumber, act, accounts, call.stores.roster)
        return told(linked, (account) => ({
          before: { staffNumber: account.staffNumber },
          after: { staffNumber },
        }))
      }),
  },
  giveRoles: {
    inTown: (call) =>
      changeAccounts(call, async (accounts) => {
        const { accountId } = call.params
        const given = await giveRoles(accountId, call.body, accountAct(call), accounts, call.stores.roster)
        if (!given.ok) return given
        const { account, before, after } = given.value
        return told(accept(account), () => ({ before: { roles: before }, after: { roles: after } }))
      }),
  },
}

type Call = {
  readonly services: Services
  readonly session: { readonly tenantId: string; readonly isSample: boolean }
  readonly act: { readonly by: string; readonly newId: () => string }
  readonly at: Date
  readonly today: Parameters<typeof assignmentsOn>[1]
  readonly stores: { readonly roster: RosterStore }
  readonly noteNothing: () => void
  readonly auditRow: (told: Partial<AuditNote>) => AuditRow
}

function accountAct({ session: { tenantId, isSample }, act: { by, newId }, at, today }: Call) {
  return { tenantId, isSample, by, newId, at, today }
}

/**
 * Accounts lie beyond the town's role in the database, so the change commits in a transaction of its own, inside the
 * town's, whose lock keeps other changes of this town's accounts and roster waiting. Its lines of the audit are written
 * in that same transaction: there is neither a silent change nor a line about a change that was undone. The town's
 * transaction writes nothing, and may fail after it without harm.
 */
function changeAccounts<AnswerBody>(
  { services, session, noteNothing, auditRow }: Call,
  work: (
    accounts: AccountStore,
  ) => Promise<Result<{ answer: AnswerBody; notes: readonly Partial<AuditNote>[] }, Refusal>>,
): Promise<Result<AnswerBody, Refusal>> {
  noteNothing()
  return services.inAccounts<AnswerBody, Refusal>(async (accounts) => {
    const done = await work(accounts)
    if (!done.ok) return done
    for (const note of done.value.notes) await accounts.appendAudit(session.tenantId, auditRow(note))
    return accept(done.value.answer)
  })
}

/** The change of one account with its line of the audit. */
function told<Refused extends Refusal>(
  changed: Result<TownAccount, Refused>,
  facts: (account: TownAccount) => Partial<AuditNote>,
): Result<{ readonly answer: { readonly done: true }; readonly notes: readonly Partial<AuditNote>[] }, Refused> {
  if (!changed.ok) return changed
  const { id, userName } = changed.value
  const object = { kind: 'account', id, label: userName }
  return accept({ answer: { done: true }, notes: [{ object, ...facts(changed.value) }] })
}

/** What goes on paper: the name to sign in with carries the town's code only where there are several towns. */
async function slipsOf(
  issued: readonly IssuedCode[],
  { session, stores, today }: Call,
  accounts: AccountStore,
): Promise<readonly Slip[]> {
  const towns = await accounts.realTowns()
  const code = towns.length > 1 ? towns.find(({ id }) => id === session.tenantId)?.code : undefined
  const names = new Map((await stores.roster.people()).map(({ staffNumber, name }) => [staffNumber, name]))
  const current = assignmentsOn(await stores.roster.assignments(), today)
  const offices = new Map(current.map(({ staffNumber, office }) => [staffNumber, office]))
  return issued.map(({ accountId, userName, staffNumber, expiresAt, code: setUpCode }) => ({
    accountId,
    signInName: code === undefined ? userName : `${userName}@${code}`,
    name: staffNumber === null ? '' : (names.get(staffNumber) ?? ''),
    office: staffNumber === null ? '' : (offices.get(staffNumber) ?? ''),
    staffNumber: staffNumber ?? '',
    code: setUpCode,
    validUntil: expiresAt.toISOString(),
  }))
}
