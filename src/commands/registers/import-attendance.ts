import type { DaySpan, LocalDate } from '../../domain/primitives/local-date.ts'
import { attendanceRecord } from '../../domain/registers/attendance/attendance-observer.ts'
import { attendanceDefinition, type AttendanceBody } from '../../domain/registers/attendance/attendance-record.ts'
import { attendanceRulesSetting, rulesOrSuggested } from '../../domain/registers/attendance/attendance-rules.ts'
import { rosterPresence } from '../../domain/registers/attendance/excuses.ts'
import type { KnownPerson, SettledPeople } from '../../domain/registers/attendance/find-person.ts'
import {
  planImport,
  type AttendanceImport,
  type ImportWay,
} from '../../domain/registers/attendance/plan-import.ts'
import {
  punchMappingsSchema,
  punchMappingsSetting,
  rememberMapping,
  type PunchMapping,
  type PunchSheet,
} from '../../domain/registers/attendance/punch-mapping.ts'
import { readPunches, type ReadPunches } from '../../domain/registers/attendance/read-punches.ts'
import { settledPeopleSchema, settledPeopleSetting } from '../../domain/registers/attendance/settled-people.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import { toRegisterRecord } from './add-records.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import type { RecordAct } from './record-walls.ts'
import { contentOf } from './content-of.ts'

export type ClockFile = {
  readonly sheet: PunchSheet
  readonly mapping: PunchMapping
  /** What is said of people in question, beside what was said before: 工号 by key, or null for nobody of the town's. */
  readonly people: SettledPeople
  readonly way: ImportWay
  /** People of the roster whom the file does not name are noted as without a punch too. */
  readonly withAbsent: boolean
  /** Rows in question are left out. */
  readonly leavesOutFaulty: boolean
}

/** What a file would change, or changed. */
export type ClockImport = {
  readonly read: ReadPunches
  readonly plan: AttendanceImport
  /** On the roster on the file's days and not named in it, and not exempt. */
  readonly absent: readonly KnownPerson[]
  readonly days: DaySpan | null
  readonly stored: boolean
}

/** Reads a clock's file against roster and register; `commit` keeps what it says, and how it was read, for the next. */
export async function importAttendance(
  stores: ProposingStores,
  act: RecordAct,
  file: ClockFile,
  mode: 'check' | 'commit',
): Promise<ClockImport> {
  const settled = new Map([...(await readSettledPeople(stores)), ...file.people])
  const roster = await stores.roster.assignments()
  const isOnRoster = rosterPresence(roster)
  const people = [
    ...new Map(
      roster.map(({ staffNumber, name, office }) => [staffNumber, { staffNumber, name, office }]),
    ).values(),
  ]
  const read = readPunches(file.sheet, file.mapping, { people, settled, isOnRoster, today: act.today })
  const days = spanOf(read.days.map(({ day }) => day))
  const rules = await readRules(stores, act.today)
  const seen = new Set(read.days.map(({ staffNumber }) => staffNumber))
  const calendar = await stores.calendar.read()
  const working = [...new Set(read.days.map(({ day }) => day))].filter(calendar.isWorkingDay)
  const isAsked = (staffNumber: string, day: LocalDate) =>
    isOnRoster(staffNumber, day) && !rules.exempt.includes(staffNumber)
  const absent = people.filter(
    ({ staffNumber }) => !seen.has(staffNumber) && working.some((day) => isAsked(staffNumber, day)),
  )
  const known = days === null ? [] : await stores.records.list({ register: 'attendance', days })
  const plan = planImport(read.days, known.map(attendanceRecord), {
    way: file.way,
    source: file.sheet.fileName.slice(0, 200),
    isWorkingDay: calendar.isWorkingDay,
    alsoAsked: file.withAbsent ? absent.map(({ staffNumber }) => staffNumber) : [],
    isAsked,
  })
  const isClean = read.problems.length === 0 && read.people.length === 0
  const stored = mode === 'commit' && (isClean || file.leavesOutFaulty)
  if (stored) await keepImport(stores, act, file, { plan, settled })
  return { read, plan, absent, days, stored }
}

async function keepImport(
  stores: ProposingStores,
  act: RecordAct,
  { sheet, mapping }: ClockFile,
  { plan, settled }: { readonly plan: AttendanceImport; readonly settled: SettledPeople },
): Promise<void> {
  const { at, by } = act
  const register = anyRegister(attendanceDefinition)
  await stores.records.add(plan.added.map((record) => toRegisterRecord(register, record, act)))
  const changed = plan.changed.map(({ record, body }) => ({
    record: { ...record, body, revision: record.revision + 1 },
    before: contentOf(record),
  }))
  const reason = `导入“${sheet.fileName}”`.slice(0, 200)
  if (changed.length > 0) await stores.records.stepMany(changed, { step: 'changed', at, by, reason })
  const remembered = punchMappingsSchema.parse(await stores.registerSettings.read(punchMappingsSetting))
  await stores.registerSettings.write(punchMappingsSetting, rememberMapping(remembered, sheet, mapping), {
    at,
    by,
  })
  await stores.registerSettings.write(settledPeopleSetting, [...settled].slice(-2_000), { at, by })
  const touched: readonly (RegisterRecord<AttendanceBody> | AttendanceImport['added'][number])[] = [
    ...plan.added,
    ...plan.changed.map(({ record }) => record),
  ]
  const days = spanOf(touched.map((record) => record.days.first))
  if (days === null) return
  const staffNumbers = [
    ...new Set(touched.flatMap(({ staffNumber }) => (staffNumber === null ? [] : [staffNumber]))),
  ]
  await proposeEntries(stores, act, { register: 'attendance', days, staffNumbers })
}

/** What was said before of people in question. */
export async function readSettledPeople({
  registerSettings,
}: Pick<ProposingStores, 'registerSettings'>): Promise<SettledPeople> {
  return new Map(settledPeopleSchema.parse(await registerSettings.read(settledPeopleSetting)))
}

export async function readRules(
  { registerSettings, versions }: Pick<ProposingStores, 'registerSettings' | 'versions'>,
  today: LocalDate,
) {
  const scheme = versionInForce(await versions.list(), today)?.scheme ?? null
  return rulesOrSuggested(await registerSettings.read(attendanceRulesSetting), scheme)
}

function spanOf(days: readonly LocalDate[]): DaySpan | null {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}
