import { z } from 'zod'
import { proposalKinds } from '../../commands/proposal-store.ts'
import { actions } from '../../policies/policy-table.ts'
import { roles } from '../../policies/roles.ts'
import type { accountEndpoints } from '../contract/account.ts'
import { answersOf, component, json } from './answers-of.ts'
import { count, day, done, words } from './fields.ts'

export const town = component('Town', z.object({ id: z.uuid(), name: words, code: words, isSample: z.boolean() }))

const waitingProposal = z.object({ kind: z.enum(proposalKinds), year: z.int().nullable() })

const adoptedVersion = z.object({ version: count, effectiveFrom: day })

const townProgress = z.object({
  assessmentYear: z.int(),
  schemeVersion: adoptedVersion.nullable(),
  schemeVersions: z.array(adoptedVersion),
  progress: z.object({
    hasDraft: z.boolean(),
    people: count.nullable(),
    entries: count.nullable(),
    unconfirmedEntries: count.nullable(),
    openProposals: count.nullable(),
    openCorrections: count.nullable(),
    marks: count.nullable(),
    waitingProceedings: count,
    noticedBulletins: count.nullable(),
    proposals: z.object({ open: z.array(waitingProposal), rejected: z.array(waitingProposal) }),
  }),
})

export const role = component('Role', z.enum(roles))

const sessionAnswer = z.discriminatedUnion('signedIn', [
  z.object({
    signedIn: z.literal(false),
    setUpNeeded: z.boolean(),
    townNeeded: z.boolean(),
    provider: words.nullable(),
  }),
  z.object({
    signedIn: z.literal('half'),
    userName: words,
    secondFactor: z.enum(['needed', 'to-set-up']),
  }),
  z.object({ signedIn: z.literal('district'), userName: words }),
  z.object({
    signedIn: z.literal(true),
    userName: words,
    roles: z.array(role),
    actions: z.array(z.enum(actions)),
    staffNumber: words.nullable(),
    personas: z.array(z.object({ accountId: z.uuid(), userName: words, roles: z.array(role) })),
    hasSecondFactor: z.boolean(),
    towns: z.array(town),
    town,
    today: day,
    ...townProgress.shape,
  }),
])

export const accountAnswers = answersOf<typeof accountEndpoints>()({
  readSession: json(sessionAnswer),
  checkSetUpLink: json(z.object({ usable: z.literal(true), opens: z.enum(['first', 'district']) }), [403, 409]),
  setUp: json(done, [403, 409, 422]),
  setUpDistrict: json(done, [403, 409, 422]),
  signIn: json(done, [401, 429]),
  signOut: json(done),
  chooseTown: json(done, [404]),
  choosePersona: json(done, [404]),
})
