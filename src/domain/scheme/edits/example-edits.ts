import { fen } from '../../primitives/fen.ts'
import { daysInMonth } from '../../primitives/local-date.ts'
import { quantity } from '../../primitives/quantity.ts'
import { accept, refuse } from '../../primitives/result.ts'
import { ownWords } from '../own-words.ts'
import type { Scheme, WorkedExample } from '../scheme.ts'
import { nextHandId, pointsOf, refuseNegative, unknownId, type Edited } from './checks.ts'
import type { ExampleInput, SchemeEditOf } from './edit-schema.ts'
import { takenIds, type SpentIds } from './place-in-scheme.ts'

/** An example holds in any year, so it names a day that every year has. */
const plainYear = 2025

/** A new worked example at the end; refused for a title that stands already, a negative quantity, no such day. */
export function addExample(scheme: Scheme, edit: SchemeEditOf<'add-example'>, spent: SpentIds): Edited<Scheme> {
  const examples = scheme.examples ?? []
  const example = readExample(nextHandId('example', takenIds(scheme, spent)), edit.example, examples)
  return example.ok ? accept({ ...scheme, examples: [...examples, example.value] }) : example
}

/** The example anew under its own id, refused like a new one. */
export function changeExample(scheme: Scheme, edit: SchemeEditOf<'change-example'>): Edited<Scheme> {
  const examples = scheme.examples ?? []
  if (!examples.some(({ id }) => id === edit.id)) return unknownId('example', edit.id)
  const example = readExample(
    edit.id,
    edit.example,
    examples.filter(({ id }) => id !== edit.id),
  )
  if (!example.ok) return example
  return accept({
    ...scheme,
    examples: examples.map((before) => (before.id === edit.id ? example.value : before)),
  })
}

/** Refused when the scheme has no such example (any more). */
export function removeExample(scheme: Scheme, edit: SchemeEditOf<'remove-example'>): Edited<Scheme> {
  const examples = scheme.examples ?? []
  if (!examples.some(({ id }) => id === edit.id)) return unknownId('example', edit.id)
  return accept({ ...scheme, examples: examples.filter(({ id }) => id !== edit.id) })
}

function readExample(
  id: string,
  { title, office, post, given, expected }: ExampleInput,
  others: readonly WorkedExample[],
): Edited<WorkedExample> {
  const name = ownWords(title)
  if (others.some((other) => other.title === name))
    return refuse({ code: 'listed-twice', list: 'examples', words: name })
  for (const { quantity: count, discretion, on } of given) {
    const negative = refuseNegative({ quantity: count, discretion, yuan: expected.yuan })
    if (negative !== null) return negative
    const [month = 0, day = 0] = on.split('-').map(Number)
    if (day > daysInMonth(plainYear, month)) return refuse({ code: 'no-such-day', on })
  }
  return accept({
    id,
    title: name,
    office: office === null ? null : ownWords(office),
    post,
    given: given.map(({ quantity: count, discretion, rule, on, level, matter }) => ({
      rule: rule.trim(),
      on,
      ...(count === undefined ? {} : { quantity: quantity(pointsOf(count)) }),
      ...(level === undefined ? {} : { level: ownWords(level) }),
      ...(matter === undefined ? {} : { matter: ownWords(matter) }),
      ...(discretion === undefined ? {} : { discretion: pointsOf(discretion) }),
    })),
    expected: {
      points: pointsOf(expected.points),
      ...(expected.yuan === undefined ? {} : { yuan: fen(pointsOf(expected.yuan)) }),
    },
  })
}
