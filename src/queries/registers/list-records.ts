import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { localDate, type DaySpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { AnyRegister } from '../../domain/registers/register-definition.ts'
import { fieldText } from '../../domain/registers/field-text.ts'
import { fieldValue } from '../../domain/registers/record-values.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import { isSameOffice } from '../../domain/roster/office-names.ts'
import type { Reach } from '../../policies/permit.ts'
import { officesByRoster, recordCovered } from '../../policies/record-reach.ts'
import { namesOf } from './record-view.ts'

export type RecordFilter = {
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly text: string | null
  readonly office: string | null
  /** null: all but those withdrawn. */
  readonly state: string | null
  readonly staffNumber: string | null
  /** This one alone, withdrawn or not. */
  readonly record: string | null
}

type Stores = { readonly records: RegisterRecordStore; readonly roster: RosterStore }

/** A register's records within reach that the filter lets through, the latest day first. */
export async function listRecords(
  stores: Stores,
  register: AnyRegister,
  filter: RecordFilter,
  reach: Reach,
): Promise<readonly RegisterRecord[]> {
  const { staffNumber, state } = filter
  if (filter.record !== null) return findOne(stores, register, filter.record, reach)
  const records = await stores.records.list({
    register: register.id,
    ...daysOf(filter),
    ...(staffNumber === null ? {} : { staffNumbers: [staffNumber] }),
    ...(state === null ? {} : { states: [state] }),
  })
  const assignments = await stores.roster.assignments()
  const officesOf = officesByRoster(assignments)
  const nameOf = await namesOf(stores.roster)
  const isOfOffice = (record: RegisterRecord, office: string) =>
    [
      ...(record.office === null ? [] : [record.office]),
      ...(record.staffNumber === null ? [] : officesOf(record.staffNumber, record)),
    ].some((one) => isSameOffice(one, office))
  const says = (record: RegisterRecord, text: string) =>
    register.fields.some((field) => fieldText(field, fieldValue(record, field), nameOf).includes(text)) ||
    register.summary(record).includes(text)
  return records
    .filter(
      (record) =>
        recordCovered(reach, register, record, officesOf) &&
        (filter.office === null || isOfOffice(record, filter.office)) &&
        (filter.text === null || says(record, filter.text)),
    )
    .toReversed()
}

async function findOne(
  stores: Stores,
  register: AnyRegister,
  id: string,
  reach: Reach,
): Promise<readonly RegisterRecord[]> {
  const found = await stores.records.find(id)
  if (found === null || found.register !== register.id) return []
  const officesOf = officesByRoster(await stores.roster.assignments())
  return recordCovered(reach, register, found, officesOf) ? [found] : []
}

const [firstDay, lastDay] = [localDate('1900-01-01'), localDate('9999-12-31')]

function daysOf({ from, to }: RecordFilter): { readonly days?: DaySpan } {
  if (from === null && to === null) return {}
  return { days: { first: from ?? firstDay, last: to ?? lastDay } }
}
