import { subtractPoints, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { fen, type Fen } from '../primitives/fen.ts'
import { isWithin, parseLocalDate, yearSpan } from '../primitives/local-date.ts'
import { oneUnit, quantity } from '../primitives/quantity.ts'
import { accept, assert, refuse, type Result } from '../primitives/result.ts'
import { checkEntry } from '../ledger/check-entry.ts'
import { entryRefusalSentence } from '../ledger/entry-refusal-sentence.ts'
import { entryScope, type EntryScope } from '../ledger/entry-scope.ts'
import type { LedgerEntry, RatingMark, RegisterDecision } from '../ledger/entry.ts'
import { findRule, ruleLookupSentence } from '../ledger/find-rule.ts'
import type { Assignment } from '../roster/assignment.ts'
import { isRolledUp, type PlacedRule } from '../roster/sheet-directory.ts'
import { stayOn } from '../roster/staff.ts'
import { placedRules, type Post, type Scheme, type WorkedExample } from '../scheme/scheme.ts'
import { assess } from './assess.ts'
import { itemsOf } from './items-of.ts'
import type { ScoreLine, ScoreSheet } from './score-sheet.ts'
import { windowOfItem, windowsOfYear } from './windows.ts'

/** A worked example reckoned under a scheme. */
export type ExampleReckoning = {
  /** What the score moves by: −300 for 扣3分; 0 when refused. */
  readonly movedCentipoints: Centipoints
  /** Pay taken by `money` rules; 0 when refused. */
  readonly yuanFen: Fen
  /** The lines of every item the given entries touch, then those outside items. */
  readonly lines: readonly ScoreLine[]
  /** The rules the example names, in its order, each once. */
  readonly rules: readonly PlacedRule[]
  /** Why it could not be reckoned, as one Chinese sentence; null when it was. */
  readonly refusal: string | null
}

/** A plain year of 365 days: what an example says holds in any year. */
const plainYear = 2026
const exampleNumber = '算例'

/**
 * What a worked example comes to, by the same assessment as everyone's: a fictional person of that post in that office,
 * on the roster all year, with full marks in every rated category and every target met that the example does not speak
 * of. The given entries count as confirmed; the score moves by with − without, over what is known of both.
 */
export function reckonExample(scheme: Scheme, example: WorkedExample): ExampleReckoning {
  const scope = exampleScope(scheme, example)
  const given = readGiven(scope, example)
  if (!given.ok)
    return { movedCentipoints: zeroPoints, yuanFen: fen(0), lines: [], rules: [], refusal: given.refusal }
  const rules = [...new Map(given.value.map(({ placed }) => [placed.rule.id, placed])).values()]
  const entries = given.value.map(({ entry }) => entry)
  const without = sheetOf(scheme, example, [])
  const sheet = sheetOf(scheme, example, entries)
  return {
    movedCentipoints: subtractPoints(sheet.soFar, without.soFar),
    yuanFen: fen(sheet.moneyFen - without.moneyFen),
    lines: linesOf(sheet, rules),
    rules,
    refusal: null,
  }
}

function exampleScope(scheme: Scheme, example: WorkedExample): EntryScope {
  return entryScope(scheme, exampleRoster(scheme, example), plainYear)
}

/** The person of the example; for a leader scored by the mean of others also somebody to be led. */
function exampleRoster(scheme: Scheme, { office, post }: WorkedExample): readonly Assignment[] {
  const inOffice = office ?? ''
  const row = (staffNumber: string, of: Post): Assignment => ({
    staffNumber,
    name: exampleNumber,
    office: inOffice,
    post: of,
    inChargeOf: of === '分管领导' ? [inOffice] : [],
    employment: null,
    from: null,
    to: null,
  })
  const led: readonly Post[] = isRolledUp(scheme, post) ? ['工作人员', '分管领导'] : []
  return [row(exampleNumber, post), ...led.filter((of) => of !== post).map((of) => row(of, of))]
}

type Given = { readonly entry: LedgerEntry; readonly placed: PlacedRule }

function readGiven(scope: EntryScope, example: WorkedExample): Result<readonly Given[], string> {
  const { office } = example
  if (office !== null && scope.directory.offices.length > 0 && !scope.directory.isKnownOffice(office))
    return refuse(`方案里没有“${office}”的考核表，请改正算例的办公室。`)
  const given: Given[] = []
  for (const [index, stated] of example.given.entries()) {
    const one = readOne(scope, stated, index)
    if (!one.ok) return one
    given.push(one.value)
  }
  return accept(given)
}

function readOne(scope: EntryScope, stated: WorkedExample['given'][number], index: number): Result<Given, string> {
  const occurredOn = parseLocalDate(`${String(plainYear)}-${stated.on}`)
  if (occurredOn === null) return refuse(`没有${stated.on.replace('-', '月')}日这一天，请改正算例的日期。`)
  const person = scope.staff.get(exampleNumber)
  const stay = person === undefined ? null : stayOn(person, occurredOn)
  assert(person !== undefined && stay !== null, 'the person of an example is on the roster all year')
  const level = stated.level ?? null
  const found = findRule(scope, person, stay, stated.rule, level)
  if (!found.ok)
    return refuse(
      found.refusal.code === 'rule-ambiguous'
        ? ruleLookupSentence(found.refusal)
        : `“${stated.rule}”找不到对应的计分条款，请改正算例或补上条款。`,
    )
  const claim = {
    staffNumber: exampleNumber,
    ruleId: found.value.rule.id,
    quantity: stated.quantity ?? quantity(oneUnit),
    occurredOn,
    level,
    discretion: stated.discretion ?? null,
  }
  const checked = checkEntry(scope, claim)
  if (!checked.ok) {
    const [first] = checked.refusal
    assert(first !== undefined, 'a refused entry says why')
    return refuse(`“${stated.rule}”：${entryRefusalSentence(first.refusal)}`)
  }
  const entry: LedgerEntry = {
    ...claim,
    level: checked.value.level,
    id: `given-${String(index + 1)}`,
    position: index + 1,
    state: 'confirmed',
    matter: stated.matter ?? null,
    place: null,
    note: null,
    basis: null,
  }
  return accept({ entry, placed: checked.value.placed })
}

function sheetOf(scheme: Scheme, example: WorkedExample, entries: readonly LedgerEntry[]): ScoreSheet {
  const roster = exampleRoster(scheme, example)
  const sheets = assess({
    scheme,
    year: plainYear,
    asOf: yearSpan(plainYear).last,
    roster,
    entries,
    marks: roster.flatMap(({ staffNumber }) => fullMarks(scheme, staffNumber)),
    registerDecisions: metTargets(scheme, entries),
  })
  const sheet = sheets.find(({ staffNumber }) => staffNumber === exampleNumber)
  assert(sheet !== undefined, 'whoever is on the roster has a sheet')
  return sheet
}

function fullMarks(scheme: Scheme, staffNumber: string): readonly RatingMark[] {
  return scheme.categories
    .filter(({ kind }) => kind === 'rated')
    .map(({ id }) => ({ staffNumber, categoryId: id, raterGroup: null, mark: quantity(100_00) }))
}

/** A target counts only in the windows in which the example says what was achieved. */
function metTargets(scheme: Scheme, entries: readonly LedgerEntry[]): readonly RegisterDecision[] {
  return [...placedRules(scheme)].flatMap(({ rule, category, item }) => {
    if (rule.shortfall === undefined || category === null || item === null) return []
    return windowsOfYear(plainYear, windowOfItem(scheme, category, item))
      .filter((span) => !entries.some((entry) => entry.ruleId === rule.id && isWithin(entry.occurredOn, span)))
      .map((span) => ({ ruleId: rule.id, span, kind: 'waived' as const }))
  })
}

/** Whole items, so that a limit met stands where it was met; of the rest only what the given entries did. */
function linesOf(sheet: ScoreSheet, rules: readonly PlacedRule[]): readonly ScoreLine[] {
  const touched = new Set(rules.map(({ item }) => item?.id ?? null))
  const isGiven = ({ entryId }: ScoreLine) => entryId !== null
  return [
    ...itemsOf(sheet)
      .filter(({ itemId }) => touched.has(itemId))
      .flatMap(({ lines }) => lines),
    ...(sheet.rewards?.lines ?? []),
    ...sheet.otherLines.filter(isGiven),
    ...(sheet.zeroedBy === null ? [] : [sheet.zeroedBy]),
  ]
}
