import type { SignInName } from '../commands/account-store.ts'
import { noteSignIn } from '../commands/note-sign-in.ts'
import { accept } from '../domain/primitives/result.ts'
import type { Browser } from './route.ts'
import type { Services } from './services.ts'

/** A refusal has undone its own transaction: that somebody could not show who he is, is kept in another. */
export async function noteRefusedSignIn(
  { operation, name }: { readonly operation: string; readonly name: SignInName },
  { services, browser, at }: { readonly services: Services; readonly browser: Browser; readonly at: Date },
): Promise<void> {
  const act = { at, newId: services.newId, caller: browser.caller }
  await services.inAccounts(async (accounts) => {
    const account = await accounts.findAccount(name)
    return accept(await noteSignIn({ operation, outcome: 'refused', account }, act, accounts))
  })
}
