import { z } from 'zod'
import type { districtEndpoints } from '../contract/district.ts'
import { answersOf, json } from './answers-of.ts'
import { centipoints, count, day, instant, words } from './fields.ts'

const townAtAGlance = z.object({
  id: z.uuid(),
  name: words,
  code: words,
  people: count,
  schemeVersion: z.object({ version: count, effectiveFrom: day }).nullable(),
  entries: count,
  unconfirmedEntries: count,
  lastWriteAt: instant.nullable(),
  accounts: z.object({ inUse: count, notActivated: count, suspended: count }),
  hasAdministrators: z.boolean(),
})

const event = z.object({ at: instant, by: words.nullable(), title: words, what: words, address: words })
const founderSlip = z.object({ town: words, signInName: words, code: words, validUntil: instant })

const townResult = z.object({
  townId: z.uuid(),
  town: words,
  year: z.int(),
  number: count,
  approvedAt: instant,
  people: count,
  figures: z
    .object({
      meanScore: centipoints,
      fullPoints: centipoints.nullable(),
      grades: z.array(z.object({ grade: words.nullable(), people: count })),
    })
    .nullable(),
})

export const districtAnswers = answersOf<typeof districtEndpoints>()({
  readDistrict: json(z.object({ towns: z.array(townAtAGlance), events: z.array(event) })),
  proposeTownCode: json(z.object({ code: words })),
  createTown: json(founderSlip, [409]),
  reissueFounderCode: json(founderSlip, [404, 409]),
  readDistrictResults: json(z.object({ results: z.array(townResult) })),
})
