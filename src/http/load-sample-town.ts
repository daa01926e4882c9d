import type { AccountStore } from '../commands/account-store.ts'
import { addSampleAccounts } from '../commands/fill-sample-town.ts'
import { townCode } from '../commands/town-code.ts'
import { accept, assert } from '../domain/primitives/result.ts'
import { fillSampleYear } from './sample-year/fill-sample-year.ts'
import type { Services } from './services.ts'
import type { TownStores } from './town-stores.ts'

/** The name the town list shows; the pages mark it 示例 besides. */
const sampleTownName = '青禾镇（示例）'

/**
 * Makes the fictional town, whole: its rows first, its name last, so that a load that broke off leaves nothing anyone
 * can see. Without an owner (a start with --sample before the first set-up) the first account receives it.
 */
export async function loadSampleTown(services: Services, ownerId: string | null): Promise<string> {
  const at = services.now()
  const waiting = await services.inAccounts(async (accounts) => {
    // Two who find the same one waiting would both be in it.
    await accounts.lockSetUp()
    const [known = null] = await accounts.ownerlessSamples()
    if (known !== null) await join(accounts, ownerId, known, at)
    return accept(known)
  })
  assert(waiting.ok, 'looking for a waiting sample refuses nothing')
  if (waiting.value !== null) return waiting.value
  const tenantId = services.newId()
  const files = await services.readSampleFiles()
  const filled = await services.inTown(tenantId, 'write', async (stores) => {
    const { newId, engineVersion, spellName } = services
    // Its name comes last, and stands on its bulletins before.
    const filling = { ...remembering(stores), readTownName: () => Promise.resolve(sampleTownName) }
    await fillSampleYear({ stores: filling, tenantId, newId, engineVersion, files, spellName, now: at })
    return accept(null)
  })
  const named = await services.inAccounts(async (accounts) => {
    // Two who load one at once would take the same free code.
    await accounts.lockSetUp()
    const code = await accounts.freeTownCode(townCode(sampleTownName, services.spellName))
    await accounts.addTown({ id: tenantId, name: sampleTownName, code, isSample: true, createdAt: at })
    await addSampleAccounts({ tenantId, accounts: files.accounts }, { at, newId: services.newId }, accounts)
    // With its name at once: once it has one, the next who asks would take it for waiting.
    await join(accounts, ownerId, tenantId, at)
    return accept(null)
  })
  assert(filled.ok && named.ok, 'the sample town is refused by nothing')
  return tenantId
}

/** Until then nobody sees the town. */
async function join(
  accounts: Pick<AccountStore, 'addMembership'>,
  ownerId: string | null,
  tenantId: string,
  at: Date,
): Promise<void> {
  if (ownerId !== null)
    await accounts.addMembership({ accountId: ownerId, tenantId, staffNumber: null, createdAt: at })
}

/**
 * The stores of a town that nobody else writes to: versions and roster, which each of hundreds of acts asks for, are read
 * again only after they have changed.
 */
function remembering<Stores extends TownStores>(stores: Stores): Stores {
  const { versions, roster } = stores
  let knownVersions: ReturnType<typeof versions.list> | null = null
  let knownAssignments: ReturnType<typeof roster.assignments> | null = null
  return {
    ...stores,
    versions: {
      ...versions,
      list: () => (knownVersions ??= versions.list()),
      add: (version) => {
        knownVersions = null
        return versions.add(version)
      },
    },
    roster: {
      ...roster,
      assignments: () => (knownAssignments ??= roster.assignments()),
      replace: (people, assignments, newId) => {
        knownAssignments = null
        return roster.replace(people, assignments, newId)
      },
    },
  }
}
