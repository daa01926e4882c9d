import { accept, assert } from '../../domain/primitives/result.ts'
import type { sampleEndpoints } from '../contract/sample.ts'
import { loadSampleTown } from '../load-sample-town.ts'
import type { Browser, RouteGroup } from '../route.ts'
import type { Services } from '../services.ts'
import { hashToken } from '../session-token.ts'

async function townsOf(services: Services, accountId: string) {
  const towns = await services.inAccounts(async (accounts) => accept(await accounts.townsOf(accountId)))
  assert(towns.ok, 'listing towns refuses nothing')
  return towns.value
}

async function moveTo(services: Services, { token }: Browser, tenantId: string): Promise<void> {
  assert(token !== null, 'who is signed in has a token')
  await services.inAccounts(async (accounts) => accept(await accounts.moveSession(hashToken(token), tenantId)))
}

/** The caller's sample town, loaded first where there is none yet. */
async function findOrLoad(services: Services, accountId: string): Promise<string> {
  const known = (await townsOf(services, accountId)).find(({ isSample }) => isSample)
  return known?.id ?? loadSampleTown(services, accountId)
}

export function sampleRoutes(): RouteGroup<typeof sampleEndpoints> {
  /** Loading takes a while: who asks again meanwhile waits for the same town and gets no second one. */
  const underWay = new Map<string, Promise<string>>()
  return {
    loadSample: {
      signedIn: async ({ session: { accountId }, browser, services }) => {
        const loading =
          underWay.get(accountId) ??
          findOrLoad(services, accountId).finally(() => {
            underWay.delete(accountId)
          })
        underWay.set(accountId, loading)
        const tenantId = await loading
        await moveTo(services, browser, tenantId)
        const town = (await townsOf(services, accountId)).find(({ id }) => id === tenantId)
        assert(town !== undefined, 'the sample town is one of the account’s towns')
        return accept({ town: { id: town.id, name: town.name, isSample: town.isSample } })
      },
    },
    removeSample: {
      signedIn: async ({ session, browser, services }) => {
        const towns = await townsOf(services, session.accountId)
        const sample = towns.find(({ isSample }) => isSample)
        const own = towns.find(({ isSample }) => !isSample)
        // Removing a town ends the sessions in it, so the caller moves out first.
        if (own !== undefined && session.tenantId === sample?.id) await moveTo(services, browser, own.id)
        if (sample !== undefined)
          await services.inAccounts(async (accounts) => accept(await accounts.removeSampleTown(sample.id)))
        return accept({ done: true })
      },
    },
  }
}
