import { z } from 'zod'
import type { sampleEndpoints } from '../contract/sample.ts'
import { town } from './account.ts'
import { answersOf, json } from './answers-of.ts'
import { done } from './fields.ts'

export const sampleAnswers = answersOf<typeof sampleEndpoints>()({
  loadSample: json(z.object({ town })),
  removeSample: json(done, [404]),
})
