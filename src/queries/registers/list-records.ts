import type { RecordQuery, RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { localDate, type DaySpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { AnyRegister } from '../../domain/registers/register-definition.ts'
import { fieldText } from '../../domain/registers/field-text.ts'
import { fieldValue } from '../../domain/registers/record-values.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import type { Assignment } from '../../domain/roster/assignment.ts'
import { isSameOffice } from '../../domain/roster/office-names.ts'
import { covers, type Reach } from '../../policies/permit.ts'
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

/**
 * One page of a register's records within reach that the filter lets through, the latest day first. What the database
 * can tell by itself it tells; only what needs names, offices or words is looked through here.
 */
export async function listRecordPage(
  stores: Stores,
  register: AnyRegister,
  filter: RecordFilter,
  reach: Reach,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly records: readonly RegisterRecord[]; readonly total: number }> {
  const at = { offset: (page - 1) * pageSize, limit: pageSize }
  const isPlain = filter.record === null && filter.office === null && filter.text === null
  if (isPlain && reach.kind === 'everyone') return stores.records.page(queryOf(register, filter), at)
  const found = await listRecords(stores, register, filter, reach)
  return { records: found.slice(at.offset, at.offset + at.limit), total: found.length }
}

/** A register's records within reach that the filter lets through, the latest day first. */
export async function listRecords(
  stores: Stores,
  register: AnyRegister,
  filter: RecordFilter,
  reach: Reach,
): Promise<readonly RegisterRecord[]> {
  if (filter.record !== null) return findOne(stores, register, filter.record, reach)
  const assignments = await stores.roster.assignments()
  const records = await stores.records.list({
    ...(filter.staffNumber === null ? withinReach(register, reach, assignments) : {}),
    ...queryOf(register, filter),
  })
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

function queryOf(register: AnyRegister, { staffNumber, state, ...days }: RecordFilter): RecordQuery {
  return {
    register: register.id,
    ...daysOf(days),
    ...(staffNumber === null ? {} : { staffNumbers: [staffNumber] }),
    ...(state === null ? {} : { states: [state] }),
  }
}

/** Of a register whose lines concern their own people alone, those the reach may hold; each is looked at again. */
function withinReach(
  { concerns }: AnyRegister,
  reach: Reach,
  roster: readonly Assignment[],
): Pick<RecordQuery, 'staffNumbers' | 'orAboutNobody'> {
  if (reach.kind === 'everyone' || concerns !== undefined) return {}
  const people = roster.filter(({ staffNumber, office }) => covers(reach, { staffNumber, offices: [office] }))
  const own = reach.staffNumber === null ? [] : [reach.staffNumber]
  return {
    staffNumbers: [...new Set([...own, ...people.map(({ staffNumber }) => staffNumber)])],
    orAboutNobody: true,
  }
}

const [firstDay, lastDay] = [localDate('1900-01-01'), localDate('9999-12-31')]

function daysOf({ from, to }: Pick<RecordFilter, 'from' | 'to'>): { readonly days?: DaySpan } {
  if (from === null && to === null) return {}
  return { days: { first: from ?? firstDay, last: to ?? lastDay } }
}
