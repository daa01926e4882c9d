import type { Centipoints } from '../primitives/centipoints.ts'
import { parseHundredths } from '../primitives/centipoints.ts'
import { yearOf, type DaySpan, type LocalDate } from '../primitives/local-date.ts'
import { isCountUnit, quantity, type Quantity } from '../primitives/quantity.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import { absenceOn, type Absence } from '../roster/absence.ts'
import { isOnSheet, isRolledUp, type PlacedRule } from '../roster/sheet-directory.ts'
import { stayOn, type StaffMember, type Stay } from '../roster/staff.ts'
import { clauseOf } from '../scheme/clause-of.ts'
import { unitOfRule } from '../scheme/unit-of-rule.ts'
import type { EntryScope } from './entry-scope.ts'
import { isSanction, readLevel, takesLevelFromEntry } from './level.ts'

/** An entry as somebody wants to post it, before anything is known to be right about it. */
export type EntryClaim = {
  readonly staffNumber: string
  readonly ruleId: string
  readonly quantity: Quantity
  readonly occurredOn: LocalDate
  readonly level: string | null
  readonly discretion: Centipoints | null
}

/** Why an entry is not accepted: facts only, the sentence is made by `entryRefusalSentence`. */
export type EntryRefusal =
  | { readonly code: 'unknown-person'; readonly staffNumber: string }
  | {
      readonly code: 'off-roster'
      readonly name: string
      readonly day: LocalDate
      readonly spans: readonly DaySpan[]
      /** The secondment or long leave that holds the day; null: before joining, after leaving, or between two stays. */
      readonly absence: Absence | null
    }
  | { readonly code: 'outside-year'; readonly day: LocalDate; readonly year: number }
  | { readonly code: 'unknown-rule'; readonly ruleId: string }
  | {
      readonly code: 'rule-not-on-sheet'
      readonly name: string
      readonly office: string
      readonly day: LocalDate
      readonly sheetOffice: string
      readonly item: string
    }
  | { readonly code: 'quantity-too-small'; readonly smallest: Quantity; readonly unit: string | null }
  | { readonly code: 'quantity-too-large'; readonly largest: Quantity; readonly unit: string | null }
  | { readonly code: 'quantity-not-whole'; readonly unit: string | null }
  | { readonly code: 'level-missing' }
  | { readonly code: 'level-unknown'; readonly level: string }
  | { readonly code: 'level-mismatch'; readonly level: string; readonly ruleLevel: string }
  | {
      readonly code: 'discretion-missing' | 'discretion-out-of-bounds'
      readonly min: Centipoints | null
      readonly max: Centipoints | null
    }
  | { readonly code: 'discretion-not-wanted' }
  /** The regulation's amount is lost; it must be settled in the scheme first. */
  | { readonly code: 'amount-lost'; readonly clause: string }
  /** 党纪政纪处分 has no default amount; the question must be answered first. */
  | { readonly code: 'sanction-unanswered' }

export type EntryField = 'person' | 'rule' | 'quantity' | 'date' | 'level' | 'discretion'

/** An entry that may be posted, with what the check found out on the way. */
export type CheckedEntry = {
  readonly person: StaffMember
  readonly stay: Stay
  readonly placed: PlacedRule
  /** The level in the words of the ladder: 市级 reads as 市. */
  readonly level: string | null
}

const largestCount = quantity(100_000_00)
const largestMeasure = quantity(100_000_000_00)
const largestCompletion = quantity(1_000_00)

/**
 * Whether an entry may be posted (SPEC §3, §4.1, §7): who, on which day, under which rule, how much. Every fault is
 * named, not only the first; the same check stands before files and before the page 登记.
 */
export function checkEntry(
  scope: EntryScope,
  claim: EntryClaim,
  /** The amount of a discretionary rule has still to be decided. */
  { isAmountOpen }: { readonly isAmountOpen: boolean } = { isAmountOpen: false },
): Result<CheckedEntry, readonly { readonly field: EntryField; readonly refusal: EntryRefusal }[]> {
  const refusals: { readonly field: EntryField; readonly refusal: EntryRefusal }[] = []
  const say = (field: EntryField, refusal: EntryRefusal | null) => {
    if (refusal !== null) refusals.push({ field, refusal })
  }
  const person = scope.staff.get(claim.staffNumber) ?? null
  const isThisYear = yearOf(claim.occurredOn) === scope.year
  const stay = person === null ? null : stayOn(person, claim.occurredOn)
  if (!isThisYear) say('date', { code: 'outside-year', day: claim.occurredOn, year: scope.year })
  if (isThisYear || person === null) {
    const refusal = personRefusal(scope, claim, person, stay)
    say(refusal?.code === 'off-roster' ? 'date' : 'person', refusal)
  }
  const placed = scope.directory.ruleById.get(claim.ruleId) ?? null
  if (placed === null) say('rule', { code: 'unknown-rule', ruleId: claim.ruleId })
  else {
    if (person !== null && stay !== null) say('rule', sheetRefusal(scope, person, stay, placed, claim.occurredOn))
    say('rule', amountRefusal(placed))
    say('quantity', quantityRefusal(placed, claim.quantity))
    say('level', levelRefusal(placed, claim.level))
    if (!isAmountOpen) say('discretion', discretionRefusal(placed, claim.discretion))
  }
  if (refusals.length > 0 || person === null || stay === null || placed === null) return refuse(refusals)
  const level = claim.level === null ? null : (readLevel(claim.level) ?? claim.level)
  return accept({ person, stay, placed, level })
}

/** Why nothing may be recorded about a person on a day: unknown, or off the roster; null while on it. */
export function personRefusal(
  scope: EntryScope,
  { staffNumber, occurredOn: day }: Pick<EntryClaim, 'staffNumber' | 'occurredOn'>,
  person: StaffMember | null,
  stay: Stay | null,
): EntryRefusal | null {
  if (stay !== null) return null
  const name = scope.nameByNumber.get(staffNumber)
  if (name === undefined) return { code: 'unknown-person', staffNumber }
  const absence = absenceOn(scope.absencesByNumber.get(staffNumber) ?? [], day)
  return { code: 'off-roster', name, day, spans: (person?.stays ?? []).map(({ span }) => span), absence }
}

/** Leaders scored by roll-up have no sheet: every entry against them is accepted, and shown (SPEC §4.4). */
function sheetRefusal(
  scope: EntryScope,
  person: StaffMember,
  stay: Stay,
  placed: PlacedRule,
  day: LocalDate,
): EntryRefusal | null {
  if (isRolledUp(scope.directory.scheme, person.post) || isOnSheet(scope.directory, placed, stay.office))
    return null
  return {
    code: 'rule-not-on-sheet',
    name: person.name,
    office: stay.office,
    day,
    sheetOffice: placed.sheet?.office ?? '',
    item: placed.item?.title ?? '',
  }
}

/** Why a rule's amount cannot be posted under: lost in the text, or a sanction nobody has decided on. */
export function amountRefusal(placed: PlacedRule): EntryRefusal | null {
  const { rule, item } = placed
  const lost = { code: 'amount-lost', clause: clauseOf(rule) } as const
  if (rule.effect === 'money') return (rule.yuan ?? null) === null ? lost : null
  if (rule.effect !== 'deduct' && rule.effect !== 'add' && rule.effect !== 'award') return null
  if (rule.points !== null) return null
  if (item !== null || rule.effect === 'award') return lost
  return isSanction(rule) ? { code: 'sanction-unanswered' } : null
}

/**
 * Count units, and rules without a unit word, take whole quantities of 1 and more; measures up to two decimals above 0;
 * completion is 0–1000 %. A bound keeps slips such as 1e9 out.
 */
function quantityRefusal({ rule }: PlacedRule, amount: Quantity): EntryRefusal | null {
  const unit = unitOfRule(rule)
  if (rule.effect === 'proportional') {
    if (amount < 0) return { code: 'quantity-too-small', smallest: quantity(0), unit: '%' }
    return amount > largestCompletion
      ? { code: 'quantity-too-large', largest: largestCompletion, unit: '%' }
      : null
  }
  const isCounted = unit === null || isCountUnit(unit)
  const smallest = isCounted ? quantity(100) : quantity(1)
  const largest = isCounted ? largestCount : largestMeasure
  if (isCounted && amount > 0 && amount % 100 !== 0) return { code: 'quantity-not-whole', unit }
  if (amount < smallest) return { code: 'quantity-too-small', smallest, unit }
  return amount > largest ? { code: 'quantity-too-large', largest, unit } : null
}

function levelRefusal({ rule, item }: PlacedRule, level: string | null): EntryRefusal | null {
  const needsLevel = item === null && takesLevelFromEntry(rule)
  if (level === null) return needsLevel ? { code: 'level-missing' } : null
  const isOwnWord = [rule.level, rule.rank, rule.severity].includes(level)
  const read = readLevel(level)
  if (isOwnWord && !needsLevel) return null
  if (read === null) return { code: 'level-unknown', level }
  if (rule.level !== undefined && readLevel(rule.level) !== read)
    return { code: 'level-mismatch', level, ruleLevel: rule.level }
  return null
}

function discretionRefusal({ rule }: PlacedRule, discretion: Centipoints | null): EntryRefusal | null {
  if (rule.effect !== 'discretionary') return discretion === null ? null : { code: 'discretion-not-wanted' }
  const bounds = { min: rule.min ?? null, max: rule.max ?? null }
  if (discretion === null) return { code: 'discretion-missing', ...bounds }
  const isWithin =
    discretion > 0 &&
    (bounds.min === null || discretion >= bounds.min) &&
    (bounds.max === null || discretion <= bounds.max)
  return isWithin ? null : { code: 'discretion-out-of-bounds', ...bounds }
}

/**
 * A quantity as typed: 3, 0.5, 1,000 and full-width ３; null for anything else (半, 1e9, more than two decimals).
 * Whether the rule takes it is `checkEntry`'s question.
 */
export function parseQuantity(text: string): Quantity | null {
  const plain = text.normalize('NFKC').trim()
  const hundredths = parseHundredths(
    /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain,
  )
  return hundredths === null ? null : quantity(hundredths)
}
