import type { EndpointName } from '../contract/endpoints.ts'
import { accountAnswers } from './account.ts'
import type { AnswerDescription } from './answers-of.ts'
import { apiDescriptionAnswers } from './api-description.ts'
import { entryAnswers } from './entries.ts'
import { ownAccountAnswers } from './own-account.ts'
import { peopleChangeAnswers } from './people-changes.ts'
import { peopleAnswers } from './people.ts'
import { ratingAnswers } from './ratings.ts'
import { resultAnswers } from './results.ts'
import { sampleAnswers } from './sample.ts'
import { schemeAnswers, schemeEffectAnswers } from './schemes.ts'

/** What every endpoint answers, for its description; the program itself trusts the types. */
export const answerSchemas: Readonly<Record<EndpointName, AnswerDescription>> = {
  ...accountAnswers,
  ...ownAccountAnswers,
  ...sampleAnswers,
  ...schemeAnswers,
  ...schemeEffectAnswers,
  ...peopleAnswers,
  ...peopleChangeAnswers,
  ...entryAnswers,
  ...ratingAnswers,
  ...resultAnswers,
  ...apiDescriptionAnswers,
}
