import { noteUnknown, showWhereabouts } from '../../../commands/registers/show-whereabouts.ts'
import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import { accept } from '../../../domain/primitives/result.ts'
import { anyRegister } from '../../../domain/registers/register-definition.ts'
import { whereaboutsDefinition } from '../../../domain/registers/whereabouts/whereabouts-record.ts'
import {
  readWhereaboutsSettings,
  whereaboutsSettingsName,
} from '../../../domain/registers/whereabouts/whereabouts-settings.ts'
import { reachOf, type Subject } from '../../../policies/permit.ts'
import { statusOfDay } from '../../../queries/status-of-day.ts'
import type { WhereaboutsBoard, whereaboutsEndpoints } from '../../contract/registers/whereabouts.ts'
import type { RouteGroup } from '../../route.ts'
import type { TownStores } from '../../town-stores.ts'
import { recordNote, recordRoutes } from './record-routes.ts'

const { list, withdraw } = recordRoutes(whereaboutsDefinition, 'whereabouts.check')
const register = anyRegister(whereaboutsDefinition)

type Moment = {
  readonly stores: TownStores
  readonly subject: Subject
  readonly today: LocalDate
  readonly at: Date
}

async function boardOf({ stores, subject, today, at }: Moment): Promise<WhereaboutsBoard> {
  const people = await statusOfDay(stores, today, at)
  // Whom an inspector did not find is between him and the office.
  const mayCheck = reachOf(subject, 'whereabouts.check') !== null
  const settings = readWhereaboutsSettings(await stores.registerSettings.read(whereaboutsSettingsName))
  return {
    town: await stores.readTownName(),
    day: today,
    at: at.toISOString(),
    isWorkingDay: (await stores.calendar.read()).isWorkingDay(today),
    unsaid: settings.unsaid,
    people: mayCheck ? people : people.map((one) => ({ ...one, isNoted: false })),
    own: subject.staffNumber,
  }
}

export const whereaboutsRoutes: RouteGroup<typeof whereaboutsEndpoints> = {
  listWhereabouts: list,
  withdrawWhereabouts: withdraw,
  readWhereaboutsBoard: { inTown: async (call) => accept(await boardOf(call)) },
  showWhereabouts: {
    inTown: async ({ body, ...call }) => {
      const { stores, act, subject, reach, note } = call
      const shown = await showWhereabouts(stores, { ...act, subject, reach, action: 'whereabouts.show' }, body)
      if (!shown.ok) return shown
      note(await recordNote(stores, register, shown.value, { before: null, reason: null }))
      return accept(await boardOf(call))
    },
  },
  noteWhereaboutsUnknown: {
    inTown: async ({ body, ...call }) => {
      const { stores, act, subject, reach, note } = call
      const noted = await noteUnknown(stores, { ...act, subject, reach, action: 'whereabouts.check' }, body)
      if (!noted.ok) return noted
      note(await recordNote(stores, register, noted.value, { before: null, reason: null }))
      return accept(await boardOf(call))
    },
  },
  changeWhereaboutsSettings: {
    inTown: async ({ body, ...call }) => {
      const { stores, act, note } = call
      const kept = await stores.registerSettings.read(whereaboutsSettingsName)
      const { at, by } = act
      await stores.registerSettings.write(whereaboutsSettingsName, body, { at, by })
      const { unsaid } = readWhereaboutsSettings(kept)
      note({
        object: { kind: 'registerSetting', id: 'whereabouts', label: '去向告示牌' },
        before: { unsaid },
        after: { unsaid: body.unsaid },
      })
      return accept(await boardOf(call))
    },
  },
}
