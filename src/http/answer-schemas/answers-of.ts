import { z } from 'zod'
import type { Centipoints } from '../../domain/primitives/centipoints.ts'
import type { Fen } from '../../domain/primitives/fen.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import type { Quantity } from '../../domain/primitives/quantity.ts'
import type { AnswerOf, Endpoint, Redirect } from '../contract/endpoint.ts'

/** What a route of the endpoint may refuse besides what follows from the endpoint's own definition. */
export type RefusalStatus = 401 | 403 | 404 | 409 | 422 | 429 | 502 | 507

export type AnswerDescription = {
  /** The JSON answered; null: a file, or on to a page. */
  readonly schema: z.ZodType | null
  /** Statuses of the refusals of its command or query (refusal-answer.ts). */
  readonly refuses: readonly RefusalStatus[]
}

/** A type as JSON carries it: without brands and readonly, which nobody sees on the wire. */
type Wire<Value> = unknown extends Value
  ? unknown
  : Value extends Centipoints | Fen | Quantity
    ? number
    : Value extends LocalDate
      ? string
      : Value extends string | number | boolean | null | undefined
        ? Value
        : Value extends readonly (infer Element)[]
          ? Wire<Element>[]
          : { -readonly [Key in keyof Value]: Wire<Value[Key]> }

/**
 * Identity, not assignability: an optional field that one of the two lacks is a difference. The functions stand here in
 * full, because the compiler compares two of the same named type by their arguments, which is assignability again.
 */
type Same<Left, Right> =
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- identity is how the compiler relates such functions
  (<Any>() => Any extends Left ? 1 : 2) extends <Any>() => Any extends Right ? 1 : 2 ? true : false

export type Exactly<Operation, Description> =
  AnswerOf<Operation> extends Blob | Redirect
    ? { readonly schema: null }
    : Description extends { readonly schema: infer Schema extends z.ZodType }
      ? Same<Wire<z.output<Schema>>, Wire<AnswerOf<Operation>>> extends true
        ? unknown
        : { readonly schema: 'the schema is another than the answer of the contract' }
      : { readonly schema: 'an endpoint that answers JSON needs a schema' }

/**
 * The answers of a group of endpoints, each held equal to the contract's type, in both directions: a schema that
 * lacks a field, has one more, or is missing does not compile.
 */
export function answersOf<Operations extends Readonly<Record<string, Endpoint>>>() {
  return <const Descriptions extends { readonly [Name in keyof Operations]: AnswerDescription }>(
    descriptions: Descriptions & {
      readonly [Name in keyof Operations]: Exactly<Operations[Name], Descriptions[Name]>
    },
  ): Descriptions => descriptions
}

/** A JSON answer, and what the route may refuse. */
export function json<Schema extends z.ZodType>(schema: Schema, refuses: readonly RefusalStatus[] = []) {
  return { schema, refuses } as const
}

/** A download, and what the route may refuse. */
export function file(refuses: readonly RefusalStatus[] = []) {
  return { schema: null, refuses } as const
}

/** On to a page. */
export function redirect() {
  return { schema: null, refuses: [] } as const
}

/** Schemas that the description names, so that it says them once. */
export const components = z.registry<{ id: string }>()

export function component<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  components.add(schema, { id })
  return schema
}

const writtenForms = new WeakMap<z.ZodType, z.ZodType>()

/** The form in which a schema that is also read is written: its input side. */
export function written<Schema extends z.ZodType>(schema: Schema) {
  const form = z.custom<z.input<Schema>>()
  writtenForms.set(form, schema)
  return form
}

/** Which schema a form was made from; undefined for every other schema. */
export function writtenFrom(form: unknown): z.ZodType | undefined {
  return form instanceof z.ZodType ? writtenForms.get(form) : undefined
}
