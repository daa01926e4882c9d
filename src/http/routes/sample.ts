import { chooseTown } from '../../commands/choose-town.ts'
import { accountOfSession, noteSignIn } from '../../commands/note-sign-in.ts'
import { accept, assert, refuse } from '../../domain/primitives/result.ts'
import type { sampleEndpoints } from '../contract/sample.ts'
import { loadSampleTown } from '../load-sample-town.ts'
import type { Browser, RouteGroup, SignedIn } from '../route.ts'
import type { Services } from '../services.ts'
import { hashToken } from '../session-token.ts'

async function townsOf(services: Services, accountId: string) {
  const towns = await services.inAccounts(async (accounts) => accept(await accounts.townsOf(accountId)))
  assert(towns.ok, 'listing towns refuses nothing')
  return towns.value
}

async function moveTo(services: Services, session: SignedIn, { token }: Browser, townId: string): Promise<void> {
  assert(token !== null, 'who is signed in has a token')
  const choice = { accountId: session.accountId, townId, tokenHash: hashToken(token) }
  const moved = await services.inAccounts((accounts) => chooseTown(choice, accounts))
  assert(moved.ok, 'the town is one of the account’s')
}

/** Judged at home, whoever is looking around in the sample as somebody else. */
export async function mayHaveSample(services: Services, { accountId, homeTenantId }: SignedIn): Promise<boolean> {
  if (homeTenantId === null) return false
  const granted = await services.inAccounts(async (accounts) =>
    accept(await accounts.grantedRoles(accountId, homeTenantId)),
  )
  return granted.ok && granted.value.some((role) => role === 'office' || role === 'founder')
}

type Moved = {
  readonly services: Services
  readonly session: SignedIn
  readonly browser: Browser
  readonly at: Date
}

/** The caller's sample town, loaded first where there is none yet. */
async function findOrLoad(services: Services, accountId: string): Promise<string> {
  const known = (await townsOf(services, accountId)).find(({ isSample }) => isSample)
  return known?.id ?? loadSampleTown(services, accountId)
}

async function noteAtHome(
  operation: string,
  { services, session, browser, at }: Moved,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const event = { operation, outcome: 'done', kind: 'write', account: accountOfSession(session) } as const
  const act = { at, newId: services.newId, caller: browser.caller }
  await services.inAccounts(async (accounts) =>
    accept(await noteSignIn({ ...event, object: { kind: 'town', id, label: name } }, act, accounts)),
  )
}

export function sampleRoutes(): RouteGroup<typeof sampleEndpoints> {
  /** Loading takes a while: who asks again meanwhile waits for the same town and gets no second one. */
  const underWay = new Map<string, Promise<string>>()
  return {
    loadSample: {
      signedIn: async ({ session, browser, services, at }) => {
        const { accountId } = session
        if (!(await mayHaveSample(services, session))) return refuse({ code: 'not-allowed', action: '载入示例镇' })
        const loading =
          underWay.get(accountId) ??
          findOrLoad(services, accountId).finally(() => {
            underWay.delete(accountId)
          })
        underWay.set(accountId, loading)
        const tenantId = await loading
        await moveTo(services, session, browser, tenantId)
        const town = (await townsOf(services, accountId)).find(({ id }) => id === tenantId)
        assert(town !== undefined, 'the sample town is one of the account’s towns')
        await noteAtHome('loadSample', { services, session, browser, at }, town)
        return accept({ town })
      },
    },
    removeSample: {
      signedIn: async ({ session, browser, services, at }) => {
        if (!(await mayHaveSample(services, session))) return refuse({ code: 'not-allowed', action: '移走示例镇' })
        const towns = await townsOf(services, session.accountId)
        const sample = towns.find(({ isSample }) => isSample)
        const own = towns.find(({ isSample }) => !isSample)
        // Removing a town ends the sessions in it, so the caller moves out first.
        if (own !== undefined && session.tenantId === sample?.id) await moveTo(services, session, browser, own.id)
        if (sample !== undefined) {
          await services.inAccounts(async (accounts) => accept(await accounts.removeSampleTown(sample.id)))
          await noteAtHome('removeSample', { services, session, browser, at }, sample)
        }
        return accept({ done: true })
      },
    },
  }
}
