import { z } from 'zod'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import type { Action } from '../../policies/policy-table.ts'
import type { Role } from '../../policies/roles.ts'
import type { TownProgress } from '../../queries/read-town-progress.ts'
import { answer, endpoint } from './endpoint.ts'

export type { Action, Role }

export type Town = {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly isSample: boolean
}

/** One of a sample town's people, as whom a visitor may look around there. */
export type Persona = {
  readonly accountId: string
  readonly userName: string
  readonly roles: readonly Role[]
}

export type SessionAnswer =
  | {
      readonly signedIn: false
      readonly setUpNeeded: boolean
      /** Several towns share the installation: a user name goes with its town. */
      readonly townNeeded: boolean
      /** Whether one may also sign in at the OpenID provider, and what the button says. */
      readonly provider: string | null
    }
  /** The password was right, and the second factor is still missing: to be shown, or to be set up. */
  | {
      readonly signedIn: 'half'
      readonly userName: string
      readonly secondFactor: 'needed' | 'to-set-up'
    }
  | { readonly signedIn: 'district'; readonly userName: string }
  | ({
      readonly signedIn: true
      /** Signs what is done; in a sample town the name of the person acted as. */
      readonly userName: string
      readonly roles: readonly Role[]
      /** What these roles may do at all: pages and menu entries show accordingly. */
      readonly actions: readonly Action[]
      /** The person of the roster this account belongs to; null for who is not appraised. */
      readonly staffNumber: string | null
      /** Whom one may act as, in a sample town only; else empty. */
      readonly personas: readonly Persona[]
      readonly hasSecondFactor: boolean
      readonly towns: readonly Town[]
      readonly town: Town
      /** Today in the town, YYYY-MM-DD, by the server's clock. */
      readonly today: LocalDate
    } & TownProgress)

/** What a new password must be; that it is not easily guessed is checked with the names at hand. */
export const passwordField = z.string().min(10, '密码至少10个字').max(200, '密码最多200个字')
const userNameField = z.string().trim().min(2, '用户名至少2个字').max(40, '用户名最多40个字')

export const accountEndpoints = {
  readSession: endpoint({
    method: 'GET',
    path: '/api/session',
    access: 'public',
    answer: answer<SessionAnswer>(),
  }),
  /** Whether the one-time link can still be used; refused in words when it cannot. */
  checkSetUpLink: endpoint({
    method: 'POST',
    path: '/api/set-up/link',
    readsOnly: true,
    access: 'public',
    body: z.object({ token: z.string().min(1).max(200) }),
    answer: answer<{ readonly usable: true; readonly opens: 'first' | 'district' }>(),
  }),
  /** An account of the district, by the link of a start with --district, or by the first link of all. Signs in. */
  setUpDistrict: endpoint({
    method: 'POST',
    path: '/api/set-up/district',
    access: 'public',
    body: z.object({ token: z.string().min(1).max(200), userName: userNameField, password: passwordField }),
    answer: answer<{ readonly done: true }>(),
  }),
  /** First run: the one-time link's token, the town's name and the owner's own password. Signs in. */
  setUp: endpoint({
    method: 'POST',
    path: '/api/set-up',
    access: 'public',
    body: z.object({
      token: z.string().min(1),
      townName: z.string().trim().min(2, '请填写镇（街道）名称').max(60),
      userName: userNameField,
      password: passwordField,
    }),
    answer: answer<{ readonly done: true }>(),
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/sign-in',
    access: 'public',
    body: z.object({
      /** 张三, or 张三@qingxi where several towns share the installation. */
      userName: z.string().max(200),
      /** A town's name or code; the other way to say which. */
      town: z.string().max(200).optional(),
      password: z.string().max(1000),
    }),
    answer: answer<{ readonly done: true }>(),
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/api/sign-out',
    access: 'signed-in',
    beforeSecondFactor: 'always',
    answer: answer<{ readonly done: true }>(),
  }),
  chooseTown: endpoint({
    method: 'POST',
    path: '/api/session/town',
    access: 'signed-in',
    beforeSecondFactor: 'to-set-up',
    body: z.object({ townId: z.uuid() }),
    answer: answer<{ readonly done: true }>(),
  }),
  /** In a sample town: looks around as another of its people. */
  choosePersona: endpoint({
    method: 'POST',
    path: '/api/session/persona',
    access: 'signed-in',
    body: z.object({ accountId: z.uuid() }),
    answer: answer<{ readonly done: true }>(),
  }),
}
