import { Secret, TOTP } from 'otpauth'
import type { APIRequestContext } from 'playwright-core'
import { z } from 'zod'
import { ask } from './owner.ts'
import type { Product } from './product.ts'

/** Sets up the second factor of who is signed in, as the page does; answers the recovery codes. */
export async function setUpSecondFactor(product: Product, request: APIRequestContext): Promise<readonly string[]> {
  const at = `${product.baseUrl}/api/account/second-factor`
  const { typed } = z.object({ typed: z.string() }).parse(await ask(request, `${at}/offer`, {}))
  const code = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) }).generate()
  return z.object({ recoveryCodes: z.array(z.string()) }).parse(await ask(request, at, { code })).recoveryCodes
}

/** The second step of signing in, by a recovery code: a code of the phone counts once in half a minute. */
export async function showRecoveryCode(
  product: Product,
  request: APIRequestContext,
  recoveryCode: string | undefined,
): Promise<void> {
  await ask(request, `${product.baseUrl}/api/session/second-factor`, { code: recoveryCode ?? '' })
}
