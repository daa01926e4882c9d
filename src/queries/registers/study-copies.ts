import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { addDays, localDate, yearSpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import { stateWords } from '../../domain/registers/read-records.ts'
import { findCopies } from '../../domain/registers/study/find-copies.ts'
import { studyDefinition, toStudy, type StudyRecord } from '../../domain/registers/study/study-record.ts'
import { namesOf } from './record-view.ts'
import type { StudyCopyView } from './study-standing-view.ts'

type Stores = {
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly roster: Pick<RosterStore, 'people'>
}

/** How far back copies are looked for: two years of notebooks. */
const daysBack = 730

/** Pieces handed in since two years before the day's year: read once, each asked of is held against all of them. */
export async function readStudyCopies(
  { records, roster }: Stores,
  day: LocalDate,
): Promise<(record: StudyRecord) => readonly StudyCopyView[]> {
  const first = addDays(yearSpan(Number(day.slice(0, 4))).first, -daysBack)
  const others = (await records.list({ register: 'study', days: { first, last: localDate('9999-12-31') } })).map(
    toStudy,
  )
  const nameOf = await namesOf(roster)
  return (record) =>
    findCopies(record, others).map(({ record: other, ...copy }) => ({
      ...copy,
      recordId: other.id,
      name: nameOf(other.staffNumber ?? '') ?? '',
      title: other.body.title,
      day: other.days.first,
      stateWords: stateWords(studyDefinition, other.state),
    }))
}
