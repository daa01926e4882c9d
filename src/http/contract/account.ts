import { z } from 'zod'
import type { TownProgress } from '../../queries/read-town-progress.ts'
import { answer, endpoint } from './endpoint.ts'

export type Town = { readonly id: string; readonly name: string; readonly isSample: boolean }

export type SessionAnswer =
  | { readonly signedIn: false; readonly setUpNeeded: boolean }
  | ({
      readonly signedIn: true
      readonly userName: string
      readonly towns: readonly Town[]
      readonly town: Town
      /** Today in the town, YYYY-MM-DD, by the server's clock. */
      readonly today: string
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
    answer: answer<{ readonly usable: true }>(),
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
    body: z.object({ userName: z.string().max(200), password: z.string().max(1000) }),
    answer: answer<{ readonly done: true }>(),
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/api/sign-out',
    access: 'signed-in',
    answer: answer<{ readonly done: true }>(),
  }),
  chooseTown: endpoint({
    method: 'POST',
    path: '/api/session/town',
    access: 'signed-in',
    body: z.object({ townId: z.uuid() }),
    answer: answer<{ readonly done: true }>(),
  }),
}
