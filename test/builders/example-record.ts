import { localDate } from '../../src/domain/primitives/local-date.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import { readFieldText } from '../../src/domain/registers/field-text.ts'
import { readRecord } from '../../src/domain/registers/read-records.ts'
import { recordOfValues } from '../../src/domain/registers/record-values.ts'
import type { AnyRegister, RegisterField } from '../../src/domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../src/domain/registers/register-record.ts'

type About = { readonly staffNumber: string; readonly office: string; readonly day: string }

/** What a form of the register sends: the example of its template, about this person where it is about people. */
export function exampleForm(register: AnyRegister, about: About) {
  const { staffNumber, office, day } = about
  const isAboutPeople = register.fields.some(({ key }) => key === 'staffNumber')
  const valueOf = (field: RegisterField): unknown => {
    if (field.key === 'office') return isAboutPeople ? null : office
    if (field.key === 'first' || field.key === 'last') return day
    if (field.kind === 'person') return staffNumber
    if (field.kind === 'people') return [staffNumber]
    if (field.kind === 'office') return office
    if (field.kind === 'offices') return [office]
    const read = readFieldText(field, field.example ?? '', { people: [], offices: [] })
    assert(read.ok, `the example of ${field.title} can be read`)
    return read.value
  }
  return recordOfValues(new Map(register.fields.map((field) => [field.key, valueOf(field)])), localDate(day))
}

/** The same as it stands in the register. */
export function exampleRecord(register: AnyRegister, about: About, id: string, at: Date): RegisterRecord {
  const form = exampleForm(register, about)
  const read = readRecord(register, form, localDate(about.day))
  assert(read.ok, `the example of ${register.id} is a record: ${JSON.stringify(read)}`)
  const kept = { id, register: register.id, state: register.firstState(read.value), naturalKey: null }
  return { ...read.value, ...kept, revision: 1, at, by: '考核办' }
}
