import type { TownOfAccount } from '../commands/account-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { needsSecondFactor, reachOf, type Subject } from '../policies/permit.ts'
import { actions } from '../policies/policy-table.ts'
import { isRole } from '../policies/roles.ts'
import { readSubject } from '../queries/read-subject.ts'
import { readTownProgress, type TownProgress } from '../queries/read-town-progress.ts'
import type { accountEndpoints, Persona, SessionAnswer } from './contract/account.ts'
import type { Refusal } from './refusal.ts'
import type { OpenCall, SignedIn } from './route.ts'
import { secondFactorState } from './second-factor-state.ts'
import type { Services } from './services.ts'

type Answered = Promise<Result<SessionAnswer, Refusal>>

/** Who asks, where, and what he may do there; or what is still missing to be let in. */
export async function answerSession({
  session,
  services,
  today,
}: OpenCall<typeof accountEndpoints.readSession>): Answered {
  if (session === null) return answerOutside(services)
  const { tenantId, ownUserName: userName } = session
  if (tenantId === null) {
    const state = secondFactorState(session, needsSecondFactor(session.granted))
    if (state !== 'settled') return accept({ signedIn: 'half', userName, secondFactor: state })
    return accept({ signedIn: 'district', userName })
  }
  const personas = session.isSample ? await personasOf(tenantId, services) : []
  const read = await services.inTown<InTown, Refusal>(tenantId, 'read', async (stores) => {
    const subject = await readSubject(session, today, stores.roster)
    const told: Persona[] = []
    for (const { accountId, ...persona } of personas) {
      const { by, roles } = await readSubject(persona, today, stores.roster)
      told.push({ accountId, userName: by, roles })
    }
    return accept({ subject, personas: told, progress: await readTownProgress(stores, today, subject) })
  })
  if (!read.ok) return read
  const state = secondFactorState(session, needsSecondFactor(read.value.subject.roles))
  if (state !== 'settled') return accept({ signedIn: 'half', userName, secondFactor: state })
  return answerInside(session, tenantId, read.value, services, today)
}

type InTown = {
  readonly subject: Subject
  readonly personas: readonly Persona[]
  readonly progress: TownProgress
}

async function personasOf(tenantId: string, services: Services) {
  const found = await services.inAccounts(async (accounts) => accept(await accounts.personasOf(tenantId)))
  assert(found.ok, 'listing a sample’s people refuses nothing')
  return found.value.map((persona) => ({ ...persona, granted: persona.granted.filter(isRole) }))
}

function answerOutside(services: Services): Answered {
  return services.inAccounts(async (accounts) =>
    accept({
      signedIn: false,
      setUpNeeded: !(await accounts.hasAccounts()),
      townNeeded: (await accounts.realTowns()).length > 1,
      provider: services.provider?.name ?? null,
    }),
  )
}

async function answerInside(
  session: SignedIn,
  tenantId: string,
  { subject, personas, progress }: InTown,
  services: Services,
  today: LocalDate,
): Answered {
  const towns = await services.inAccounts<readonly TownOfAccount[], Refusal>(async (accounts) =>
    accept(await accounts.townsOf(session.accountId)),
  )
  if (!towns.ok) return towns
  const town = towns.value.find(({ id }) => id === tenantId)
  if (town === undefined) return refuse({ code: 'not-signed-in' })
  return accept({
    signedIn: true,
    userName: subject.by,
    roles: subject.roles,
    actions: actions.filter((action) => reachOf(subject, action) !== null),
    staffNumber: subject.staffNumber,
    personas,
    hasSecondFactor: session.hasSecondFactor,
    towns: towns.value,
    town,
    today,
    ...progress,
  })
}
