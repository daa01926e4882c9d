import { personRefusal } from '../domain/ledger/check-entry.ts'
import type { FindingRefusal } from '../domain/ledger/check-finding.ts'
import { entryScope, peopleOfOffice, type EntryScope } from '../domain/ledger/entry-scope.ts'
import { rulesWithin } from '../domain/ledger/find-rule.ts'
import { ruleChoice, type RuleChoice } from '../domain/ledger/rule-choice.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { isOnSheet } from '../domain/roster/sheet-directory.ts'
import { stayOn } from '../domain/roster/staff.ts'
import { firstEffectiveDay, versionInForce } from '../domain/scheme/version-in-force.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'

type Stores = { readonly versions: SchemeVersionStore; readonly roster: RosterStore }

/**
 * The rules that stand on a person's sheets on that day, in the order of the text. Refused as recording would be on a
 * day without a scheme or off the roster, so that the reason stands there before anything else is typed.
 */
export async function ruleChoicesOfPerson(
  stores: Stores,
  staffNumber: string,
  day: LocalDate,
): Promise<Result<readonly RuleChoice[], FindingRefusal>> {
  const scope = await scopeOn(stores, day)
  if (!scope.ok) return scope
  const person = scope.value.staff.get(staffNumber) ?? null
  const stay = person === null ? null : stayOn(person, day)
  if (person !== null && stay !== null) return accept(rulesWithin(scope.value, person, stay).map(ruleChoice))
  const refusal = personRefusal(scope.value, { staffNumber, occurredOn: day }, person, null)
  if (refusal === null) throw new Error('a person without a stay is refused')
  return refuse({ code: 'entry-refused', staffNumber, name: null, field: 'date', refusal })
}

/** The rules on the sheets of an office's people on that day; refused while nobody is in it. */
export async function ruleChoicesOfOffice(
  stores: Stores,
  office: string,
  day: LocalDate,
): Promise<Result<readonly RuleChoice[], FindingRefusal>> {
  const scope = await scopeOn(stores, day)
  if (!scope.ok) return scope
  if (peopleOfOffice(scope.value, office, day).length === 0) return refuse({ code: 'office-empty', office, day })
  const { directory } = scope.value
  const placedRules = [...directory.ruleById.values()].filter((placed) => isOnSheet(directory, placed, office))
  return accept(placedRules.map(ruleChoice))
}

/** The same of several offices at once; without those nobody is in, and of none on a day without a scheme. */
export async function ruleChoicesOfOffices(
  stores: Stores,
  offices: readonly string[],
  day: LocalDate,
): Promise<ReadonlyMap<string, readonly RuleChoice[]>> {
  const scope = await scopeOn(stores, day)
  if (!scope.ok) return new Map()
  const { directory } = scope.value
  const rules = [...directory.ruleById.values()]
  const peopled = offices.filter((office) => peopleOfOffice(scope.value, office, day).length > 0)
  return new Map(
    peopled.map((office) => [
      office,
      rules.filter((placed) => isOnSheet(directory, placed, office)).map(ruleChoice),
    ]),
  )
}

async function scopeOn(stores: Stores, day: LocalDate): Promise<Result<EntryScope, FindingRefusal>> {
  const versions = await stores.versions.list()
  const version = versionInForce(versions, day)
  if (version === null) return refuse({ code: 'no-scheme-in-force', day, firstDay: firstEffectiveDay(versions) })
  return accept(entryScope(version.scheme, await stores.roster.assignments(), yearOf(day)))
}
