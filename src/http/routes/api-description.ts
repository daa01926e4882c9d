import { accept } from '../../domain/primitives/result.ts'
import { describeApi, type ApiDescription } from '../api-description/describe-api.ts'
import type { apiDescriptionEndpoints } from '../contract/api-description.ts'
import type { RouteGroup } from '../route.ts'

/** Made when it is first asked for: it is the same as long as the program runs. */
let description: ApiDescription | null = null

export const apiDescriptionRoutes: RouteGroup<typeof apiDescriptionEndpoints> = {
  readApiDescription: { signedIn: async () => accept((description ??= describeApi())) },
}
