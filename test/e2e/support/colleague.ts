import type { APIRequestContext } from 'playwright-core'
import { z } from 'zod'
import { ask, owner } from './owner.ts'
import type { Product } from './product.ts'
import { setUpSecondFactor } from './second-factor.ts'

/** What the leading group does on its page: the open proposal becomes the next version. */
export async function approveAdoption(product: Product, leader: APIRequestContext): Promise<void> {
  const answer: unknown = await (await leader.get(`${product.baseUrl}/api/adoptions`)).json()
  const [latest] = z.object({ adoptions: z.array(z.object({ id: z.string() })) }).parse(answer).adoptions
  await ask(leader, `${product.baseUrl}/api/adoptions/${latest?.id ?? ''}/approval`, {})
}

type Colleague = { readonly userName: string; readonly roles: readonly string[] }

/** An account made by whoever is signed in at `by`, and taken up at `request` with its slip, as on paper. */
export async function addColleague(
  product: Product,
  by: APIRequestContext,
  { userName, roles }: Colleague,
  request: APIRequestContext,
): Promise<void> {
  const accounts = [{ staffNumber: null, userName }]
  const made = await ask(by, `${product.baseUrl}/api/accounts`, { accounts, roles })
  const [slip] = z.object({ slips: z.array(z.object({ code: z.string() })) }).parse(made).slips
  const { password } = owner
  await ask(request, `${product.baseUrl}/api/activation`, { userName, code: slip?.code, password })
  await setUpSecondFactor(product, request)
}
