import { superiorResultDefinition } from '../../../domain/registers/superior-result/superior-result-record.ts'
import type { superiorResultEndpoints } from '../../contract/registers/superior-results.ts'
import type { RouteGroup } from '../../route.ts'
import { recordRoutes } from './record-routes.ts'

const { list, add, change, withdraw } = recordRoutes(superiorResultDefinition, 'superior-result.keep')

export const superiorResultRoutes: RouteGroup<typeof superiorResultEndpoints> = {
  listSuperiorResults: list,
  addSuperiorResult: add,
  changeSuperiorResult: change,
  withdrawSuperiorResult: withdraw,
}
