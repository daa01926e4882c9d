import { accountEndpoints } from './account.ts'
import { apiDescriptionEndpoints } from './api-description.ts'
import { entryEndpoints } from './entries.ts'
import { ownAccountEndpoints } from './own-account.ts'
import { peopleChangeEndpoints } from './people-changes.ts'
import { peopleEndpoints } from './people.ts'
import { ratingEndpoints } from './ratings.ts'
import { resultEndpoints } from './results.ts'
import { sampleEndpoints } from './sample.ts'
import { schemeEffectEndpoints } from './scheme-effects.ts'
import { schemeEndpoints } from './schemes.ts'

/** The whole API: the server implements each of these and nothing else; the web calls them by name. */
export const endpoints = {
  ...accountEndpoints,
  ...ownAccountEndpoints,
  ...sampleEndpoints,
  ...schemeEndpoints,
  ...schemeEffectEndpoints,
  ...peopleEndpoints,
  ...peopleChangeEndpoints,
  ...entryEndpoints,
  ...ratingEndpoints,
  ...resultEndpoints,
  ...apiDescriptionEndpoints,
}

export type EndpointName = keyof typeof endpoints
