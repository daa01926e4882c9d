import { z } from 'zod'
import type { GrantableRole } from '../../policies/roles.ts'
import type {
  AccountPerson,
  AccountsView,
  AccountState,
  AccountView,
  AdministratorView,
} from '../../queries/list-accounts.ts'
import { answer, endpoint } from './endpoint.ts'

export type { AccountPerson, AccountsView, AccountState, AccountView, AdministratorView, GrantableRole }

/** Roles that can be given, in the order of their list; one too many or too few does not compile. */
const givable = {
  leadingGroup: 'leadingGroup',
  office: 'office',
  inspector: 'inspector',
  discipline: 'discipline',
  finance: 'finance',
  systemAdmin: 'systemAdmin',
  securityAdmin: 'securityAdmin',
  auditAdmin: 'auditAdmin',
} as const satisfies { readonly [Name in GrantableRole]: Name }

const roleField = z.enum(givable)
export const givableRoles: readonly GrantableRole[] = roleField.options
const rolesField = z.array(roleField).max(givableRoles.length)

/** What is printed on a slip of paper, or stands in a row of the sheet. Its code is shown once. */
export type Slip = {
  readonly accountId: string
  /** As it is typed to sign in: with its town's code where several towns share the installation. */
  readonly signInName: string
  readonly name: string
  readonly office: string
  readonly staffNumber: string
  readonly code: string
  /** ISO instant. */
  readonly validUntil: string
}

export type MadeAccounts = {
  readonly slips: readonly Slip[]
  /** Had an account before, and keep it. */
  readonly leftOut: readonly { readonly staffNumber: string; readonly userName: string }[]
}

/** What everyone's account is called; an @ carries a town's code. */
const newUserName = z
  .string()
  .trim()
  .min(2, '用户名至少2个字')
  .max(40, '用户名最多40个字')
  .regex(/^[^@\p{Cc}]+$/u, '用户名里不能有 @（它后面接的是镇的代码）')

const staffNumber = z.string().min(1).max(40)
const wanted = z.union([
  z.strictObject({ staffNumber, userName: newUserName.nullable() }),
  z.strictObject({ staffNumber: z.null(), userName: newUserName }),
])
const accountParams = z.object({ accountId: z.uuid() })
const mostAtOnce = 500
const done = answer<{ readonly done: true }>()

const slipField = z.string().max(200)

/** 账号与权限: who may come in, as whom, in which roles. */
export const townAccountEndpoints = {
  listAccounts: endpoint({
    method: 'GET',
    path: '/api/accounts',
    access: { action: 'account.read' },
    answer: answer<AccountsView>(),
  }),
  /** Roles are for whoever may give them. Not idempotent by key: an answer with codes must not be kept. */
  makeAccounts: endpoint({
    method: 'POST',
    path: '/api/accounts',
    access: { action: 'account.change' },
    body: z.object({ accounts: z.array(wanted).min(1).max(mostAtOnce), roles: rolesField.default([]) }),
    answer: answer<MadeAccounts>(),
  }),
  issueSetUpCodes: endpoint({
    method: 'POST',
    path: '/api/accounts/set-up-codes',
    access: { action: 'account.change' },
    body: z.object({ accountIds: z.array(z.uuid()).min(1).max(mostAtOnce) }),
    answer: answer<{ readonly slips: readonly Slip[] }>(),
  }),
  /** Slips just shown, as a sheet: the browser sends them, since nobody else has the codes. */
  downloadSlips: endpoint({
    method: 'POST',
    path: '/api/accounts/slips',
    readsOnly: true,
    access: { action: 'account.change' },
    body: z.object({
      address: slipField,
      slips: z
        .array(
          z.object({
            signInName: slipField,
            name: slipField,
            office: slipField,
            staffNumber: slipField,
            code: slipField,
            validUntil: z.iso.datetime(),
          }),
        )
        .min(1)
        .max(mostAtOnce),
    }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  suspendAccount: endpoint({
    method: 'POST',
    path: '/api/accounts/{accountId}/suspend',
    access: { action: 'account.change' },
    params: accountParams,
    body: z.object({ reason: z.string().trim().min(2, '请写明停用的原因').max(200) }),
    answer: done,
  }),
  reopenAccount: endpoint({
    method: 'POST',
    path: '/api/accounts/{accountId}/reopen',
    access: { action: 'account.change' },
    params: accountParams,
    answer: done,
  }),
  /** By the security administrator: who issues set-up codes could else take over any account alone. */
  resetSecondFactor: endpoint({
    method: 'POST',
    path: '/api/accounts/{accountId}/reset-second-factor',
    access: { action: 'role.grant' },
    params: accountParams,
    answer: done,
  }),
  /** Of an account with roles, and of a leader: by who may give roles alone. */
  linkPerson: endpoint({
    method: 'PUT',
    path: '/api/accounts/{accountId}/person',
    access: { action: ['account.change', 'role.grant'] },
    params: accountParams,
    body: z.object({ staffNumber: staffNumber.nullable() }),
    answer: done,
  }),
  /** `shown`: the roles the page showed; refused when somebody has changed them since. */
  giveRoles: endpoint({
    method: 'PUT',
    path: '/api/accounts/{accountId}/roles',
    access: { action: 'role.grant' },
    params: accountParams,
    body: z.object({ shown: rolesField, roles: rolesField }),
    answer: done,
  }),
}
