import { z } from 'zod'
import type { ratingEndpoints } from '../contract/ratings.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { centipoints, count, instant, words } from './fields.ts'
import { importReport } from './people.ts'

const ratingMark = component(
  'RatingMark',
  z.object({ id: z.uuid(), mark: centipoints, source: words, at: instant, by: words }),
)

const personRating = component(
  'PersonRating',
  z.object({
    staffNumber: words,
    name: words,
    office: words,
    categoryId: words,
    groups: z.array(z.object({ group: words, weight: count, marks: z.array(ratingMark), missing: z.boolean() })),
    whole: ratingMark.nullable(),
    score: centipoints.nullable(),
  }),
)

const ratedCategory = z.object({
  id: words,
  title: words,
  full: centipoints.nullable(),
  isSuggested: z.boolean(),
})

const rating = z.object({ rating: personRating })

export const ratingAnswers = answersOf<typeof ratingEndpoints>()({
  listRatings: json(
    z.object({ categories: z.array(ratedCategory), people: z.array(personRating), missingPeople: count }),
    [422],
  ),
  addMark: json(rating, [404, 409, 422]),
  withdrawMark: json(rating, [404, 409, 422]),
  downloadRatingTemplate: file(),
  importRatings: json(importReport, [422]),
  markRatingProblems: file([422]),
})
