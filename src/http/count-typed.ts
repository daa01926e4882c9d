import type { SignInName } from '../commands/account-store.ts'
import { countAttempt, type AttemptKind } from '../commands/count-attempt.ts'
import { countedSignInName, resolveSignInName } from '../commands/sign-in-name.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import type { Refusal } from './refusal.ts'
import type { Browser } from './route.ts'
import type { Services } from './services.ts'

type CountedName = { readonly name: SignInName; readonly countedAs: SignInName }

/** Whom a typed user name means, with the attempt counted under what was typed; refused while the caller has to wait. */
export function countTyped(
  typed: { readonly userName: string; readonly town?: string | undefined },
  { services, browser, at }: { readonly services: Services; readonly browser: Browser; readonly at: Date },
  kind: AttemptKind = 'password',
): Promise<Result<CountedName, Refusal>> {
  return services.inAccounts<CountedName, Refusal>(async (accounts) => {
    const names = {
      name: await resolveSignInName(typed, accounts),
      countedAs: await countedSignInName(typed, accounts),
    }
    const counted = await countAttempt({ ...names, address: browser.caller.address, kind }, at, accounts)
    return counted.ok ? accept(names) : counted
  })
}
