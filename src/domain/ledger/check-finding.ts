import { centipoints, parseHundredths, type Centipoints } from '../primitives/centipoints.ts'
import { yearOf, type LocalDate } from '../primitives/local-date.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import type { Assignment } from '../roster/assignment.ts'
import type { PlacedRule } from '../roster/sheet-directory.ts'
import { clauseOf } from '../scheme/clause-of.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { firstEffectiveDay, versionInForce } from '../scheme/version-in-force.ts'
import { checkEntry, parseQuantity, type EntryField, type EntryRefusal } from './check-entry.ts'
import { entryScope, peopleOfOffice, type EntryScope } from './entry-scope.ts'
import type { Recording } from './ledger-row.ts'

/** One finding as it was filled in: about one person, several, or everyone of an office. */
export type Finding = {
  readonly about:
    | { readonly kind: 'people'; readonly staffNumbers: readonly string[] }
    | { readonly kind: 'office'; readonly office: string }
  readonly ruleId: string
  /** As typed. */
  readonly quantity: string
  readonly occurredOn: LocalDate
  readonly level: string | null
  readonly matter: string | null
  /** As typed, points. */
  readonly discretion: string | null
  readonly place: string | null
  readonly note: string | null
  readonly basis: string | null
}

/** Why a finding is not posted: facts only. */
export type FindingRefusal =
  | { readonly code: 'no-scheme-in-force'; readonly day: LocalDate; readonly firstDay: LocalDate | null }
  | { readonly code: 'day-in-future'; readonly day: LocalDate; readonly today: LocalDate }
  | { readonly code: 'quantity-unreadable'; readonly text: string }
  | { readonly code: 'discretion-unreadable'; readonly text: string }
  | { readonly code: 'basis-missing' }
  /** The leading group has to decide first: it is proposed, without an amount. */
  | { readonly code: 'discretion-undecided' }
  /** Its amount stands in the regulation: it is recorded, and nothing is left to decide. */
  | { readonly code: 'discretion-not-asked'; readonly clause: string }
  | { readonly code: 'office-empty'; readonly office: string; readonly day: LocalDate }
  | { readonly code: 'person-repeated'; readonly staffNumber: string }
  | {
      readonly code: 'entry-refused'
      readonly staffNumber: string
      /** null when only one person was named, and need not be named again. */
      readonly name: string | null
      readonly field: EntryField
      readonly refusal: EntryRefusal
    }

type Version = { readonly version: number; readonly effectiveFrom: LocalDate; readonly scheme: Scheme }

/** What a finding is held against. */
export type FindingScope = {
  readonly versions: readonly Version[]
  readonly roster: readonly Assignment[]
  readonly today: LocalDate
}

/** What is asked of a finding: to be recorded, to be put before the leading group, or to be entered as it decided. */
type Asked = 'recorded' | 'proposed' | 'decided'

/**
 * A finding as the entries it makes, one per person in the order named or of the roster, or why it makes none: under
 * the scheme in force on its day, for people on the roster that day (SPEC §3, §4.1). One fault refuses them all. What
 * the leading group decides on is refused.
 */
export function checkFinding(scope: FindingScope, finding: Finding): Result<readonly Recording[], FindingRefusal> {
  return check(scope, finding, 'recorded')
}

/** A discretionary finding as it would be entered, but for its amount, which is nobody's yet (SPEC §5). */
export function checkProposal(
  scope: FindingScope,
  finding: Omit<Finding, 'discretion' | 'basis'>,
): Result<readonly ProposedRecording[], FindingRefusal> {
  const checked = check(scope, { ...finding, discretion: null, basis: null }, 'proposed')
  if (!checked.ok) return checked
  return accept(checked.value.map(({ discretion: _none, basis: _later, ...recording }) => recording))
}
export type ProposedRecording = Omit<Recording, 'discretion' | 'basis'>

/** The same with the amount that the leading group decided, and where (SPEC §7). */
export function checkDecided(scope: FindingScope, finding: Finding): Result<readonly Recording[], FindingRefusal> {
  return check(scope, finding, 'decided')
}

function check(
  { versions, roster, today }: FindingScope,
  finding: Finding,
  asked: Asked,
): Result<readonly Recording[], FindingRefusal> {
  const { occurredOn } = finding
  if (occurredOn > today) return refuse({ code: 'day-in-future', day: occurredOn, today })
  const version = versionInForce(versions, occurredOn)
  if (version === null)
    return refuse({ code: 'no-scheme-in-force', day: occurredOn, firstDay: firstEffectiveDay(versions) })
  const amounts = readAmounts(finding)
  if (!amounts.ok) return amounts
  const scope = entryScope(version.scheme, roster, yearOf(occurredOn))
  const placed = scope.directory.ruleById.get(finding.ruleId)
  if (placed !== undefined) {
    const refusal = askedRefusal(placed, asked)
    if (refusal !== null) return refuse(refusal)
  }
  const people = namePeople(scope, finding)
  if (!people.ok) return people
  const recordings: Recording[] = []
  for (const staffNumber of people.value) {
    const isOneOfMany = people.value.length > 1
    const recording = recordingOf({ version, scope, finding, asked, isOneOfMany }, amounts.value, staffNumber)
    if (!recording.ok) return recording
    recordings.push(recording.value)
  }
  return accept(recordings)
}

/** What a regulation leaves to the leading group goes its own way, and nothing else does. */
function askedRefusal({ rule }: PlacedRule, asked: Asked): FindingRefusal | null {
  const isDiscretionary = rule.effect === 'discretionary'
  if (isDiscretionary) return asked === 'recorded' ? { code: 'discretion-undecided' } : null
  return asked === 'recorded' ? null : { code: 'discretion-not-asked', clause: clauseOf(rule) }
}

type Amounts = { readonly quantity: Recording['quantity']; readonly discretion: Centipoints | null }

function readAmounts(finding: Finding): Result<Amounts, FindingRefusal> {
  const units = parseQuantity(finding.quantity)
  if (units === null) return refuse({ code: 'quantity-unreadable', text: finding.quantity })
  const typed = finding.discretion?.normalize('NFKC').trim() ?? ''
  if (typed === '') return accept({ quantity: units, discretion: null })
  const points = parseHundredths(typed)
  return points === null
    ? refuse({ code: 'discretion-unreadable', text: typed })
    : accept({ quantity: units, discretion: centipoints(points) })
}

function namePeople(scope: EntryScope, finding: Finding): Result<readonly string[], FindingRefusal> {
  const { about, occurredOn } = finding
  if (about.kind === 'office') {
    const people = peopleOfOffice(scope, about.office, occurredOn)
    return people.length === 0
      ? refuse({ code: 'office-empty', office: about.office, day: occurredOn })
      : accept(people.map(({ staffNumber }) => staffNumber))
  }
  const repeated = about.staffNumbers.find((one, index) => about.staffNumbers.indexOf(one) !== index)
  return repeated === undefined
    ? accept(about.staffNumbers)
    : refuse({ code: 'person-repeated', staffNumber: repeated })
}

type CheckedAs = {
  readonly version: Version
  readonly scope: EntryScope
  readonly finding: Finding
  readonly asked: Asked
  readonly isOneOfMany: boolean
}

function recordingOf(
  { version, scope, finding, asked, isOneOfMany }: CheckedAs,
  amounts: Amounts,
  staffNumber: string,
): Result<Recording, FindingRefusal> {
  const { ruleId, occurredOn, matter, place, note, basis } = finding
  const claim = { staffNumber, ruleId, occurredOn, level: finding.level, ...amounts }
  const checked = checkEntry(scope, claim, { isAmountOpen: asked === 'proposed' })
  if (!checked.ok) {
    const [first] = checked.refusal
    const name = isOneOfMany ? (scope.nameByNumber.get(staffNumber) ?? staffNumber) : null
    if (first !== undefined) return refuse({ code: 'entry-refused', staffNumber, name, ...first })
    throw new Error('a refused entry says why')
  }
  const { placed, level } = checked.value
  // What the leading group decided must say where (SPEC §7).
  if (asked === 'decided' && basis === null) return refuse({ code: 'basis-missing' })
  return accept({
    staffNumber,
    schemeVersion: version.version,
    ruleId,
    clause: clauseOf(placed.rule),
    ...amounts,
    occurredOn,
    level,
    // One failure of an office is one matter for everyone it is charged to.
    matter:
      matter ?? (finding.about.kind === 'office' ? officeMatter(finding.about.office, placed, occurredOn) : null),
    place,
    note,
    basis,
  })
}

/** The item stands in it, so that one day's failures of an office under different items stay different matters. */
function officeMatter(office: string, { item, rule }: PlacedRule, day: LocalDate): string {
  const subject = item?.title ?? (rule.condition ?? rule.sentence).slice(0, 30)
  return `${office}·${subject}·${day}`
}
