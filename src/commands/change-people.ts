import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Table, TableProblem } from '../domain/primitives/table.ts'
import { personRecords } from '../domain/roster/person-records.ts'
import type { PersonRecord } from '../domain/roster/personnel-change.ts'
import { planChanges, type ChangePlan, type ChangeStep, type StepRefusal } from '../domain/roster/plan-changes.ts'
import { readChanges } from '../domain/roster/read-changes.ts'
import type { Subject } from '../policies/permit.ts'
import { isOwnRecord } from '../policies/roster-bars.ts'
import type { SchemeVersionStore } from './draft-store.ts'
import { schemeFor, type SpellName } from './import-roster.ts'
import type { RosterStore } from './roster-store.ts'

type Stores = {
  readonly versions: SchemeVersionStore
  readonly roster: Pick<RosterStore, 'people' | 'assignments' | 'absences' | 'keepPerson'>
}
type Act = {
  readonly today: LocalDate
  readonly at: Date
  readonly by: string
  readonly newId: () => string
  /** Whose own record stays as it is. */
  readonly subject: Subject
}

export type ChangePeopleRefusal = { readonly code: 'change-refused'; readonly refusals: readonly StepRefusal[] }

/** Takes the steps, all or none, and keeps each person they change as a whole; never the one who acts. */
export async function changePeople(
  stores: Stores,
  act: Act,
  steps: readonly ChangeStep[],
  spellName: SpellName,
): Promise<Result<ChangePlan, ChangePeopleRefusal>> {
  const [known, scheme] = [await readRecords(stores.roster), await schemeFor(stores.versions, act.today)]
  const plan = planChanges(known, steps, scheme, (number) => isOwnRecord(act.subject, number))
  if (!plan.ok) return refuse({ code: 'change-refused', refusals: plan.refusal })
  await keep(stores.roster, act, plan.value, spellName)
  return accept(plan.value)
}

/** A sheet of changes, checked or stored as a whole; a row that is known already changes nothing. */
export async function importChanges(
  stores: Stores,
  act: Act,
  sheet: { readonly table: Table; readonly mode: 'check' | 'commit'; readonly spellName: SpellName },
): Promise<Result<ChangePlan, readonly TableProblem[]>> {
  const known = await readRecords(stores.roster)
  const scheme = await schemeFor(stores.versions, act.today)
  const plan = readChanges(sheet.table, known, scheme, (number) => isOwnRecord(act.subject, number))
  if (plan.ok && sheet.mode === 'commit') await keep(stores.roster, act, plan.value, sheet.spellName)
  return plan
}

async function readRecords(roster: Stores['roster']): Promise<readonly PersonRecord[]> {
  return personRecords(await roster.people(), await roster.assignments(), await roster.absences())
}

async function keep(
  roster: Stores['roster'],
  act: Act,
  { records }: ChangePlan,
  spellName: SpellName,
): Promise<void> {
  for (const record of records) {
    const { staffNumber, name } = record
    await roster.keepPerson({ staffNumber, name, ...spellName(name) }, record, act)
  }
}
