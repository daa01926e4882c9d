import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { JsonSchema } from '../../../src/http/api-description/json-schemas.ts'
import type { Chance } from '../chance.ts'
import type { SeenValues } from './seen-values.ts'

export type Making = { readonly chance: Chance; readonly seen: SeenValues; readonly town: string }

/** A value that the schema allows; what earlier answers named is taken up again under its name. */
export function valueOf(given: JsonSchema, name: string, making: Making, depth = 0): unknown {
  // A day is said by its format and, besides, by the first year there is.
  const schema: JsonSchema = Object.assign({}, given, ...(given.allOf ?? []).toReversed())
  const { chance, seen, town } = making
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[chance(schema.enum.length)]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return choiceOf(choices, name, making, depth)
  const type = Array.isArray(schema.type) ? schema.type[chance(schema.type.length)] : schema.type
  switch (type) {
    case 'object':
      return objectOf(schema, making, depth)
    case 'array':
      return arrayOf(schema, name, making, depth)
    case 'boolean':
      return chance(2) === 0
    case 'null':
      return null
    case 'integer':
    case 'number': {
      const known = chance(4) === 0 ? undefined : seen.take(town, name, chance)
      if (typeof known === 'number' && isWithin(known, schema)) return known
      return name === 'year' && chance(4) !== 0 ? 2025 + chance(2) : numberOf(schema, type, chance)
    }
    case 'string':
      return stringOf(schema, name, making)
    default:
      return null
  }
}

function choiceOf(
  choices: readonly (JsonSchema | boolean)[],
  name: string,
  making: Making,
  depth: number,
): unknown {
  const chosen = choices[making.chance(choices.length)]
  return typeof chosen === 'object' ? valueOf(chosen, name, making, depth + 1) : null
}

function objectOf(schema: JsonSchema, making: Making, depth: number): Record<string, unknown> {
  const required = schema.required ?? []
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      if (typeof field === 'boolean') return []
      if (!required.includes(name) && making.chance(depth > 3 ? 4 : 2) !== 0) return []
      return [[name, valueOf(field, name, making, depth + 1)]]
    }),
  )
}

function arrayOf(schema: JsonSchema, name: string, making: Making, depth: number): unknown[] {
  const { items } = schema
  if (typeof items !== 'object' || Array.isArray(items)) return []
  const length = Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + making.chance(3))
  return Array.from({ length }, () => valueOf(items, name, making, depth + 1))
}

function isWithin(value: number, { minimum, maximum }: JsonSchema): boolean {
  return value >= (minimum ?? value) && value <= (maximum ?? value)
}

function numberOf(schema: JsonSchema, type: 'integer' | 'number', chance: Chance): number {
  const low = Math.max(schema.minimum ?? -20, -1_000_000)
  const high = Math.min(schema.maximum ?? 1_000_000, low + 1_000)
  const whole = low + chance(Math.max(1, high - low + 1))
  return type === 'number' && whole < high && chance(3) === 0 ? whole + 0.5 : whole
}

/** What stands in these fields as a rule, so that some requests get all the way through. */
const typical: Readonly<Record<string, readonly string[]>> = {
  quantity: ['1', '2', '3', '1.5'],
  mark: ['90', '85.5', '100'],
  perPerson: ['2000', '1500.50'],
  discretion: ['1', '2'],
  period: ['2026', '2026-Q2', '2026-05', '2025'],
  group: ['主要领导', '同事'],
  title: ['考核办法', '二〇二七年考核办法'],
  text: ['一、公共项目（10分）\n1. 迟到每次扣1分。\n2. 早退每次扣2分，扣完为止。'],
}

const plainWords = [
  '综治办',
  '迟到',
  '3',
  '1.5',
  '第3次党委会议纪要',
  '2026',
  '工作纪律：迟到',
  '区',
  '情况说明',
  'a',
]

function stringOf(schema: JsonSchema, name: string, { chance, seen, town }: Making): string {
  const known = chance(5) === 0 ? undefined : seen.take(town, name, chance)
  if (schema.format === 'uuid') {
    const any = chance(6) === 0 ? seen.takeAny(chance) : undefined
    const taken = any ?? known
    return typeof taken === 'string' && taken.length === 36 ? taken : randomUUID()
  }
  if (schema.format === 'date') return typeof known === 'string' && isDay(known) ? known : dayOf(chance)
  if (schema.format === 'date-time') return `${dayOf(chance)}T08:00:00.000Z`
  const usual = typical[name]
  if (usual !== undefined && chance(3) !== 0) return usual[chance(usual.length)] ?? ''
  const made = schema.pattern === undefined ? null : matching(schema.pattern, chance)
  if (made !== null && (known === undefined || chance(2) === 0)) return made
  const text = known === undefined ? (plainWords[chance(plainWords.length)] ?? '') : String(known)
  const least = schema.minLength ?? 0
  return text.padEnd(least, '公').slice(0, schema.maxLength ?? 200)
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

function dayOf(chance: Chance): string {
  const year = chance(8) === 0 ? chance(10_000) : 2025 + chance(2)
  return `${String(year).padStart(4, '0')}-${String(1 + chance(12)).padStart(2, '0')}-${String(1 + chance(28)).padStart(2, '0')}`
}

const samples = new Map<string, readonly string[]>()

/** A text of the pattern; null: nobody can make one (of a look-ahead). */
function matching(pattern: string, chance: Chance): string | null {
  const known = samples.get(pattern) ?? samplesOf(pattern)
  samples.set(pattern, known)
  return known[chance(known.length)] ?? null
}

function samplesOf(pattern: string): readonly string[] {
  try {
    return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 40, seed: 1 })
  } catch {
    return []
  }
}
