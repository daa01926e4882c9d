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

export const sampleRoutes: RouteGroup<typeof sampleEndpoints> = {
  loadSample: {
    signedIn: async ({ session, browser, services }) => {
      const known = (await townsOf(services, session.accountId)).find(({ isSample }) => isSample)
      const tenantId = known?.id ?? (await loadSampleTown(services, session.accountId))
      await moveTo(services, browser, tenantId)
      const town = (await townsOf(services, session.accountId)).find(({ id }) => id === tenantId)
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
