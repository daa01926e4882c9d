import { daysReadAnew, readingParts, type ReadingPart } from '../../commands/registers/propose-all.ts'
import { proposeEntries } from '../../commands/registers/propose-entries.ts'
import { townDay, type LocalDate } from '../../domain/primitives/local-date.ts'
import { accept, assert } from '../../domain/primitives/result.ts'
import type { Services } from '../services.ts'

/** By whom proposals are made that time alone brought about. */
export const proposer = '公道'

const settingName = 'proposed-on'

/** Reads the registers of every town anew, sample towns too, once a day. */
export async function proposeInTowns(services: Services): Promise<void> {
  const towns = await services.inAccounts(async (accounts) =>
    accept([...(await accounts.realTowns()), ...(await accounts.sampleTowns())]),
  )
  assert(towns.ok, 'listing towns refuses nothing')
  for (const { id } of towns.value) await proposeOnce(services, id)
}

async function proposeOnce(services: Services, tenantId: string): Promise<void> {
  const at = services.now()
  const today: LocalDate = townDay(at.getTime())
  const parts = await services.inTown<readonly ReadingPart[], never>(tenantId, 'read', async (stores) => {
    const isDone = (await stores.registerSettings.read(settingName)) === today
    return accept(isDone ? [] : await readingParts(stores, daysReadAnew(today)))
  })
  assert(parts.ok, 'reading registers refuses nothing')
  if (parts.value.length === 0) return
  const act = { tenantId, newId: services.newId, by: proposer, at, today, idempotencyKey: null }
  // Each part is whole by itself: nobody waits while a year is read.
  for (const part of parts.value) {
    const proposed = await services.inTown<null, never>(tenantId, 'write', async (stores) => {
      await proposeEntries(stores, act, part, 'itself')
      return accept(null)
    })
    assert(proposed.ok, 'reading registers refuses nothing')
  }
  const marked = await services.inTown<null, never>(tenantId, 'write', async ({ registerSettings }) => {
    await registerSettings.write(settingName, today, { at, by: proposer })
    return accept(null)
  })
  assert(marked.ok, 'writing a setting refuses nothing')
}
