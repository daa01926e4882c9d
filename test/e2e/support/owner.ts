import type { APIRequestContext } from 'playwright-core'
import { z } from 'zod'
import type { Product } from './product.ts'

export const owner = { userName: '考核办', password: '一个够长的密码 2026', townName: '云溪镇' }

/** Goes through the first set-up by the API; the context's cookies then hold the owner's session. */
export async function setUpOwner(product: Product, request: APIRequestContext): Promise<void> {
  const token = new URL(product.setUpLink ?? '').searchParams.get('token')
  await post(request, `${product.baseUrl}/api/set-up`, { token, ...owner })
}

export function signIn(product: Product, request: APIRequestContext): Promise<void> {
  const { userName, password } = owner
  return post(request, `${product.baseUrl}/api/sign-in`, { userName, password })
}

/** Loads the sample town and moves the session to it. */
export function loadSample(product: Product, request: APIRequestContext): Promise<void> {
  return post(request, `${product.baseUrl}/api/sample`, {})
}

/** Goes on as another of the sample town's people, by user name. */
export async function choosePersona(
  product: Product,
  request: APIRequestContext,
  userName: string,
): Promise<void> {
  const session: unknown = await (await request.get(`${product.baseUrl}/api/session`)).json()
  const { personas } = z
    .object({ personas: z.array(z.object({ accountId: z.string(), userName: z.string() })) })
    .parse(session)
  const persona = personas.find((one) => one.userName === userName)
  if (persona === undefined) throw new Error(`${userName} is nobody of the sample town`)
  await post(request, `${product.baseUrl}/api/session/persona`, { accountId: persona.accountId })
}

async function post(request: APIRequestContext, address: string, data: object): Promise<void> {
  await ask(request, address, data)
}

/** Posts, and answers the JSON; throws with what was said when it is refused. */
export async function ask(request: APIRequestContext, address: string, data: object): Promise<unknown> {
  const answer = await request.post(address, { data, timeout: 120_000 })
  if (!answer.ok()) throw new Error(`${address} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
