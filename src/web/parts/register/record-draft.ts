import type { LocalDate } from '../../../domain/primitives/local-date.ts'
import { formatQuantity, quantity } from '../../../domain/primitives/quantity.ts'
import { readFieldText } from '../../../domain/registers/field-text.ts'
import { readRecord } from '../../../domain/registers/read-records.ts'
import { fieldValue, recordOfValues } from '../../../domain/registers/record-values.ts'
import type { AnyRegister, RegisterField } from '../../../domain/registers/register-definition.ts'
import type { RecordForm, RecordView } from '../../../http/contract/registers/record-endpoints.ts'
import { recordOf } from './record-words.ts'

export type DraftValue = string | readonly string[] | boolean

/** What is in the form, by field: text as typed, lists of 工号 or offices, yes or no. */
export type RecordDraft = Readonly<Record<string, DraftValue>>

export function emptyDraft(register: AnyRegister, today: string): RecordDraft {
  const isDay = ({ key }: RegisterField) => key === 'first' || key === 'last'
  return Object.fromEntries(register.fields.map((field) => [field.key, isDay(field) ? today : startOf(field)]))
}

/** Nothing filled in. */
function startOf({ kind }: RegisterField): DraftValue {
  if (kind === 'people' || kind === 'offices') return []
  return kind === 'flag' ? false : ''
}

export function draftOf(register: AnyRegister, view: RecordView): RecordDraft {
  const record = recordOf(view)
  return Object.fromEntries(
    register.fields.map((field): [string, DraftValue] => {
      const value = fieldValue(record, field)
      if (Array.isArray(value)) return [field.key, value.map(String)]
      if (typeof value === 'boolean') return [field.key, value]
      if (typeof value === 'number') return [field.key, formatQuantity(quantity(value))]
      const isMany = field.kind === 'people' || field.kind === 'offices'
      return [field.key, typeof value === 'string' ? value : isMany ? [] : '']
    }),
  )
}

/** The fields that the form asks for, as it is filled in so far. */
export function shownFields({ fields }: AnyRegister, draft: RecordDraft): readonly RegisterField[] {
  return fields.filter(({ shownWhen }) => {
    if (shownWhen === undefined) return true
    const chosen = draft[shownWhen.key]
    return typeof chosen === 'string' && shownWhen.values.includes(chosen)
  })
}

export type ReadDraft =
  | { readonly ok: true; readonly form: RecordForm }
  /** What to say beside which field; '' of none. */
  | { readonly ok: false; readonly faults: ReadonlyMap<string, string> }

/** The form as it is sent, by the same reading that a sheet gets. */
export function readDraft(register: AnyRegister, draft: RecordDraft, today: LocalDate): ReadDraft {
  const faults = new Map<string, string>()
  const values = new Map<string, unknown>()
  const shown = shownFields(register, draft)
  for (const field of register.fields) {
    if (!shown.includes(field)) {
      const start = startOf(field)
      values.set(field.key, start === '' ? null : start)
      continue
    }
    const typed = draft[field.key] ?? ''
    // People and offices were chosen from what there is; they are looked up on the other side.
    const isChosen = typeof typed !== 'string' || field.kind === 'person' || field.kind === 'office'
    if (isChosen) values.set(field.key, typed === '' ? null : typed)
    else {
      const read = readFieldText(field, typed, { people: [], offices: [] })
      if (read.ok) values.set(field.key, read.value)
      else faults.set(field.key, read.refusal.message)
    }
    const isEmpty = typed === '' || (Array.isArray(typed) && typed.length === 0)
    if (field.required && isEmpty)
      faults.set(field.key, `${field.kind === 'choice' ? '请选择' : '请填写'}${field.title}`)
  }
  if (faults.size > 0) return { ok: false, faults }
  const form = recordOfValues(values, today)
  const read = readRecord(register, form, today)
  if (read.ok) return { ok: true, form }
  return { ok: false, faults: new Map(read.refusal.map(({ key, message }) => [key, message])) }
}
