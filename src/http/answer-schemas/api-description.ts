import { z } from 'zod'
import type { apiDescriptionEndpoints } from '../contract/api-description.ts'
import { answersOf, json } from './answers-of.ts'

export const apiDescriptionAnswers = answersOf<typeof apiDescriptionEndpoints>()({
  readApiDescription: json(z.record(z.string(), z.unknown())),
})
