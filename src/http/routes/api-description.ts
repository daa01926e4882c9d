import { accept } from '../../domain/primitives/result.ts'
import { describeApi } from '../api-description/describe-api.ts'
import type { apiDescriptionEndpoints } from '../contract/api-description.ts'
import type { RouteGroup } from '../route.ts'

export const apiDescriptionRoutes: RouteGroup<typeof apiDescriptionEndpoints> = {
  readApiDescription: { signedIn: async () => accept(describeApi()) },
}
