import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Centipoints } from '../../domain/primitives/centipoints.ts'
import { answer, endpoint } from '../contract/endpoint.ts'
import { answersOf, json, type Exactly } from './answers-of.ts'

const operation = endpoint({
  method: 'GET',
  path: '/api/x',
  access: 'signed-in',
  answer: answer<{ readonly points: Centipoints; readonly names: readonly string[]; readonly note?: string }>(),
})
type Described<Shape extends z.ZodRawShape> = Exactly<typeof operation, { schema: z.ZodObject<Shape> }>
type Points = { points: z.ZodInt; names: z.ZodArray<z.ZodString> }
type Note = { note: z.ZodOptional<z.ZodString> }

// The type check of this file is the test: what is wrong has a field `schema` that says so; what is right has none, and
// asking for it does not compile.
const wrong = 'the schema is another than the answer of the contract'
const lacksOptional: Described<Points>['schema'] = wrong
const hasMore: Described<Points & Note & { more: z.ZodString }>['schema'] = wrong
const isRequired: Described<Points & { note: z.ZodString }>['schema'] = wrong
const hasOtherType: Described<Omit<Points, 'points'> & Note & { points: z.ZodString }>['schema'] = wrong
const mayBeNull: Described<Omit<Points, 'points'> & Note & { points: z.ZodNullable<z.ZodInt> }>['schema'] = wrong
const isMissing: Exactly<typeof operation, { schema: null }>['schema'] =
  'an endpoint that answers JSON needs a schema'

test('少、多、可有可无、类型不同、可空、没有：与约定不同的应答说明通不过类型检查', () => {
  expect([lacksOptional, hasMore, isRequired, hasOtherType, mayBeNull]).toEqual(
    Array.from({ length: 5 }, () => wrong),
  )
  expect(isMissing).toMatch(/needs a schema/)
})

test('相同的通得过：只读和单位不上线', () => {
  const described = answersOf<{ readonly read: typeof operation }>()({
    read: json(z.object({ points: z.int(), names: z.array(z.string()), note: z.string().optional() }), [404]),
  })
  expect(described.read.refuses).toEqual([404])
})
