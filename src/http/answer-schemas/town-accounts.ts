import { z } from 'zod'
import { roles } from '../../policies/roles.ts'
import type { townAccountEndpoints } from '../contract/town-accounts.ts'
import { answersOf, file, json } from './answers-of.ts'
import { done, instant, post, words } from './fields.ts'

const person = z.object({
  staffNumber: words,
  name: words,
  pinyin: words,
  initials: words,
  offices: z.array(words),
  posts: z.array(post),
})

const role = z.enum(roles)

const account = z.object({
  id: z.uuid(),
  userName: words,
  person: person.nullable(),
  granted: z.array(role),
  fromRoster: z.array(role),
  state: z.enum(['waiting', 'active', 'suspended']),
  hasSecondFactor: z.boolean(),
  lastSeenAt: instant.nullable(),
  createdAt: instant,
  createdBy: words.nullable(),
  codeUntil: instant.nullable(),
  isOwn: z.boolean(),
})

const administrator = z.object({
  role: z.enum(['systemAdmin', 'securityAdmin', 'auditAdmin']),
  userNames: z.array(words),
  canSignIn: z.boolean(),
})

const slip = z.object({
  accountId: z.uuid(),
  signInName: words,
  name: words,
  office: words,
  staffNumber: words,
  code: words.describe('一次性设置码，只在这一次答复里出现'),
  validUntil: instant,
})

export const townAccountAnswers = answersOf<typeof townAccountEndpoints>()({
  listAccounts: json(
    z.object({
      accounts: z.array(account),
      without: z.array(person),
      founder: z.object({ userName: words, counts: z.boolean() }).nullable(),
      administrators: z.array(administrator),
    }),
  ),
  makeAccounts: json(
    z.object({
      slips: z.array(slip),
      leftOut: z.array(z.object({ staffNumber: words, userName: words })),
    }),
    [409, 422],
  ),
  issueSetUpCodes: json(z.object({ slips: z.array(slip) }), [404, 409]),
  downloadSlips: file(),
  suspendAccount: json(done, [404, 409]),
  reopenAccount: json(done, [404, 409]),
  resetSecondFactor: json(done, [404, 409]),
  linkPerson: json(done, [404, 409, 422]),
  giveRoles: json(done, [404, 409]),
})
