import { amountRefusal, personRefusal } from '../domain/ledger/check-entry.ts'
import type { FindingRefusal } from '../domain/ledger/check-finding.ts'
import { entryRefusalSentence } from '../domain/ledger/entry-refusal-sentence.ts'
import { entryScope, peopleOfOffice, type EntryScope } from '../domain/ledger/entry-scope.ts'
import { rulesWithin } from '../domain/ledger/find-rule.ts'
import { takesLevelFromEntry } from '../domain/ledger/level.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
import type { Fen } from '../domain/primitives/fen.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { isCountUnit } from '../domain/primitives/quantity.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { isOnSheet, type PlacedRule } from '../domain/roster/sheet-directory.ts'
import { stayOn } from '../domain/roster/staff.ts'
import type { RuleEffect } from '../domain/scheme/scheme.ts'
import { clauseOf } from '../domain/scheme/clause-of.ts'
import { unitOfQuantity } from '../domain/scheme/unit-of-rule.ts'
import { firstEffectiveDay, versionInForce } from '../domain/scheme/version-in-force.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import type { RosterStore } from '../commands/roster-store.ts'

/** A rule as it is offered for recording; points, yuan and bounds in whole hundredths. */
export type RuleChoice = {
  readonly ruleId: string
  readonly effect: RuleEffect
  readonly sentence: string
  readonly clause: string
  readonly categoryTitle: string
  readonly sheetTitle: string
  readonly itemId: string | null
  readonly itemTitle: string
  readonly points: Centipoints | null
  readonly yuan: Fen | null
  readonly unit: string | null
  readonly isCountUnit: boolean
  readonly severity: string | null
  readonly level: string | null
  readonly needsLevel: boolean
  readonly discretion: { readonly min: Centipoints | null; readonly max: Centipoints | null } | null
  readonly blocked: string | null
  /** The system's suggestion, not in the regulation. */
  readonly isSuggested: boolean
}

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
  if (person !== null && stay !== null) return accept(rulesWithin(scope.value, person, stay).map(toChoice))
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
  return accept(placedRules.map(toChoice))
}

async function scopeOn(stores: Stores, day: LocalDate): Promise<Result<EntryScope, FindingRefusal>> {
  const versions = await stores.versions.list()
  const version = versionInForce(versions, day)
  if (version === null) return refuse({ code: 'no-scheme-in-force', day, firstDay: firstEffectiveDay(versions) })
  return accept(entryScope(version.scheme, await stores.roster.assignments(), yearOf(day)))
}

function toChoice(placed: PlacedRule): RuleChoice {
  const { rule, category, sheet, item } = placed
  const unit = unitOfQuantity(rule)
  const amount = amountRefusal(placed)
  return {
    ruleId: rule.id,
    effect: rule.effect,
    sentence: rule.sentence,
    clause: clauseOf(rule),
    categoryTitle: category?.title ?? titleOutsideItems(placed),
    sheetTitle: sheet?.title ?? '',
    itemId: item?.id ?? null,
    itemTitle: item?.title ?? titleOutsideItems(placed),
    points: rule.points,
    yuan: rule.yuan ?? null,
    unit,
    isCountUnit: unit === null || isCountUnit(unit),
    severity: rule.severity ?? null,
    level: rule.level ?? null,
    needsLevel: item === null && takesLevelFromEntry(rule),
    discretion: rule.effect === 'discretionary' ? { min: rule.min ?? null, max: rule.max ?? null } : null,
    blocked: amount === null ? null : entryRefusalSentence(amount),
    isSuggested: rule.origin === 'default',
  }
}

/** What stands outside every item is named after what it does. */
export function titleOutsideItems({ rule }: Pick<PlacedRule, 'rule'>): string {
  return rule.effect === 'veto' ? '一票否决' : '工作奖励'
}
