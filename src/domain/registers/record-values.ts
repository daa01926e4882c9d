import type { LocalDate } from '../primitives/local-date.ts'
import type { NewRecord, RegisterField } from './register-definition.ts'

/** Of the record itself; every other field is of its body. */
export const ownKeys = ['staffNumber', 'office', 'first', 'last'] as const

type Dated = Pick<NewRecord<unknown>, 'staffNumber' | 'office' | 'days' | 'body'>

/** What a field of the record holds; undefined where it has none. */
export function fieldValue(record: Dated, { key }: Pick<RegisterField, 'key'>): unknown {
  if (key === 'staffNumber') return record.staffNumber
  if (key === 'office') return record.office
  if (key === 'first') return record.days.first
  if (key === 'last') return record.days.last
  const { body } = record
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([name]) => name === key)?.[1]
    : undefined
}

/** The 工号 a record names, in its own fields and in its body. */
export function peopleNamed(record: Dated, fields: readonly RegisterField[]): readonly string[] {
  const named = fields.flatMap((field): readonly unknown[] => {
    const value = fieldValue(record, field)
    if (field.kind === 'person') return [value]
    return field.kind === 'people' && Array.isArray(value) ? value : []
  })
  const all = [record.staffNumber, ...named].filter((one) => typeof one === 'string')
  return [...new Set(all)]
}

/** Values by field, as a form or a row gives them, in the shape of a record before its body is read. */
export function recordOfValues(values: ReadonlyMap<string, unknown>, today: LocalDate) {
  const text = (key: string) => {
    const value = values.get(key)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const first = text('first') ?? today
  const isOwn = (key: string) => ownKeys.some((own) => own === key)
  return {
    staffNumber: text('staffNumber'),
    office: text('office'),
    first,
    last: text('last') ?? first,
    body: Object.fromEntries([...values].filter(([key]) => !isOwn(key))),
  }
}
