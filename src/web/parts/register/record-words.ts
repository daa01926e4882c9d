import { fieldText } from '../../../domain/registers/field-text.ts'
import { fieldValue } from '../../../domain/registers/record-values.ts'
import type { RegisterField } from '../../../domain/registers/register-definition.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import type { RecordView } from '../../../http/contract/registers/record-endpoints.ts'

/** A view as the record it shows. */
export function recordOf<Body>({ staffNumber, office, first, last, body }: RecordView<Body>) {
  return { staffNumber, office, days: { first: localDate(first), last: localDate(last) }, body }
}

/** What a field of a record says, people by name. */
export function fieldWords(view: RecordView, field: RegisterField): string {
  const nameOf = (staffNumber: string) =>
    view.people.find((person) => person.staffNumber === staffNumber)?.name ?? null
  const value = fieldValue(recordOf(view), field)
  // Whom the line is about stands there by name; the number only where two share it.
  if (field.key === 'staffNumber') return view.name ?? view.staffNumber ?? ''
  const words = fieldText(field, value, nameOf)
  return words === '' || field.unit === undefined ? words : `${words}${field.unit}`
}

export function isFigure({ kind }: RegisterField): boolean {
  return kind === 'quantity'
}
