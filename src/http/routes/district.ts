import type { TownOfAccount } from '../../commands/account-store.ts'
import { createTown, reissueFounderCode, type FounderSlip as IssuedSlip } from '../../commands/create-town.ts'
import type { TownAccount } from '../../commands/town-account-store.ts'
import { townCode } from '../../commands/town-code.ts'
import { accept, type Result } from '../../domain/primitives/result.ts'
import { readTownAtAGlance, type TownAtAGlance } from '../../queries/read-district.ts'
import { readTownResults, type TownResult } from '../../queries/read-district-results.ts'
import type { districtEndpoints, DistrictEvent, FounderSlip } from '../contract/district.ts'
import { operationTitles } from '../contract/operation-titles.ts'
import { newSetUpCode } from '../one-time-codes.ts'
import type { Refusal } from '../refusal.ts'
import type { Browser, RouteGroup, SignedIn } from '../route.ts'
import type { Services } from '../services.ts'
import type { TownStores } from '../town-stores.ts'

const mostEvents = 50

/** The district works in no town: what it may know of each is read there, one town after the other. */
export const districtRoutes: RouteGroup<typeof districtEndpoints> = {
  readDistrict: {
    signedIn: async ({ services, today }) => {
      const found = await services.inAccounts<Overview, Refusal>(async (accounts) => {
        const towns: Overview['towns'][number][] = []
        for (const town of await accounts.realTowns())
          towns.push({ town, accounts: await accounts.townAccounts(town.id) })
        return accept({ towns, events: (await accounts.installationEvents(mostEvents)).map(toEvent) })
      })
      if (!found.ok) return found
      const { towns, events } = found.value
      const read = await inEach(towns, services, async ({ town, accounts }, stores) => [
        await readTownAtAGlance(town, accounts, today, stores),
      ])
      return read.ok
        ? accept<{ towns: readonly TownAtAGlance[]; events: readonly DistrictEvent[] }>({
            towns: read.value,
            events,
          })
        : read
    },
  },
  proposeTownCode: {
    signedIn: async ({ query, services }) =>
      services.inAccounts(async (accounts) =>
        accept({ code: await accounts.freeTownCode(townCode(query.name, services.spellName)) }),
      ),
  },
  createTown: {
    signedIn: async (call) => {
      const created = await call.services.inAccounts((accounts) => createTown(call.body, actOf(call), accounts))
      return created.ok ? accept(slipOf(created.value)) : created
    },
  },
  reissueFounderCode: {
    signedIn: async (call) => {
      const issued = await call.services.inAccounts((accounts) =>
        reissueFounderCode(call.params.townId, actOf(call), accounts),
      )
      return issued.ok ? accept(slipOf(issued.value)) : issued
    },
  },
  readDistrictResults: {
    signedIn: async ({ services }) => {
      const towns = await services.inAccounts<readonly TownOfAccount[], Refusal>(async (accounts) =>
        accept(await accounts.realTowns()),
      )
      if (!towns.ok) return towns
      const results = await inEach<{ readonly town: TownOfAccount }, TownResult>(
        towns.value.map((town) => ({ town })),
        services,
        ({ town }, stores) => readTownResults(town, stores),
      )
      return results.ok ? accept({ results: results.value }) : results
    },
  },
}

type Overview = {
  readonly towns: readonly { readonly town: TownOfAccount; readonly accounts: readonly TownAccount[] }[]
  readonly events: readonly DistrictEvent[]
}

/** One transaction a town, behind its own wall; what each answers, one after the other. */
async function inEach<Read extends { readonly town: TownOfAccount }, Line>(
  towns: readonly Read[],
  { inTown }: Services,
  read: (town: Read, stores: TownStores) => Promise<readonly Line[]>,
): Promise<Result<readonly Line[], Refusal>> {
  const lines: Line[] = []
  for (const each of towns) {
    const found = await inTown<readonly Line[], Refusal>(each.town.id, 'read', async (stores) =>
      accept(await read(each, stores)),
    )
    if (!found.ok) return found
    lines.push(...found.value)
  }
  return accept(lines)
}

function actOf({
  services,
  session,
  browser,
  at,
}: {
  readonly services: Services
  readonly session: SignedIn
  readonly browser: Browser
  readonly at: Date
}) {
  const { newId } = services
  return { by: session.ownUserName, at, newId, caller: browser.caller, newCode: newSetUpCode }
}

function slipOf({ town, issued: { userName, code, expiresAt } }: IssuedSlip): FounderSlip {
  return {
    town: town.name,
    signInName: `${userName}@${town.code}`,
    code,
    validUntil: expiresAt.toISOString(),
  }
}

const outcomes: Readonly<Record<string, string>> = { done: '成功', refused: '未成功' }
const titles: Readonly<Record<string, string>> = operationTitles

function toEvent({
  at,
  operation,
  what,
  ...rest
}: {
  readonly at: Date
  readonly by: string | null
  readonly operation: string
  readonly what: string
  readonly address: string
}): DistrictEvent {
  return { ...rest, at: at.toISOString(), title: titles[operation] ?? operation, what: outcomes[what] ?? what }
}
