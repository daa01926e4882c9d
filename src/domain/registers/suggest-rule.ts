import { readLevel } from '../ledger/level.ts'
import { isCountUnit } from '../primitives/quantity.ts'
import { isOnSheet, type PlacedRule, type SheetDirectory } from '../roster/sheet-directory.ts'
import type { Rule } from '../scheme/scheme.ts'
import { unitOfQuantity } from '../scheme/unit-of-rule.ts'
import { kindTerms, observationKinds, type ObservationKind } from './observation-kinds.ts'
import { holdsPlaces, readRankPlaces } from './rank-places.ts'
import { countsPieces } from './study/counts-pieces.ts'
import { sanctionDistance } from './sanction-words.ts'

/** What a rule is looked for: a kind of fact, of one variant and level, about somebody of an office. */
export type BindingSubject = {
  readonly kind: ObservationKind
  readonly variant: string | null
  readonly level: string | null
  /** null: nobody's in particular; then rules on the sheets of single offices are left out. */
  readonly office: string | null
}

/** The rule that alone fits best; null with several candidates: the office says which; with none: the scheme has none. */
export type SuggestedRule = { readonly ruleId: string | null; readonly candidates: readonly string[] }

/** Words that mean this kind and no other, where the kind's own are wide. */
const closeWords: Partial<Record<ObservationKind, RegExp>> = {
  'whereabouts-unknown': /去向|告示牌/,
  'duty-missed': /(?:值班|值守).*(?:脱岗|缺岗|离岗|不在岗|未到|无人|缺席|擅离)/,
  'task-overdue': /督办|交办/,
  'target-missed': /未达标|不达标|未达到|达不到/,
  'complaint-upheld': /(?:投诉|举报|信访).*(?:属实|查实)|(?:查实|属实).*(?:投诉|举报)/,
  'incident-late': /\d+小时|四十八小时|二十四小时/,
  absence: /旷工/,
}

/**
 * The rule of the scheme that an observation falls under by the clause's words, effect and unit, rank, sanction, level
 * and severity (本系统建议值，非办法原文). Of several that fit equally well none is taken: nothing is guessed.
 */
export function suggestRule(directory: SheetDirectory, subject: BindingSubject): SuggestedRule {
  const fitting = [...directory.ruleById.values()].flatMap((placed) => {
    const closeness = closenessOf(directory, placed, subject)
    return closeness === null ? [] : [{ placed, closeness }]
  })
  const best = fitting.reduce<Closeness | null>(
    (least, { closeness }) => (least === null || compare(closeness, least) < 0 ? closeness : least),
    null,
  )
  if (best === null) return { ruleId: null, candidates: [] }
  const candidates = fitting
    .filter(({ closeness }) => compare(closeness, best) === 0)
    .map(({ placed }) => placed.rule.id)
  const [only, ...others] = fitting.filter(({ closeness }) => compare(closeness, best) === 0)
  const isSure = only !== undefined && others.length === 0 && !asksMore(only.placed, subject)
  return { ruleId: isSure ? only.placed.rule.id : null, candidates }
}

/** Whether the rule holds only for what nobody has told: a level, a gravity, a rank, another subject than the one named. */
function asksMore({ rule, item }: PlacedRule, subject: BindingSubject): boolean {
  const { kind, variant, level } = subject
  if (rule.severity !== undefined || (rule.level !== undefined && level === null)) return true
  if (kind === 'rank' && rule.rank !== undefined && readRankPlaces(variant ?? '') === null) return true
  const isNamed = variantDistance(rule.condition ?? '', wordsAround(rule, item?.title), subject) < unnamed
  return kindsOfSubjects.includes(kind) && subjectsOf(kind, variant).length > 0 && !isNamed
}

/** Kinds whose variant names what was measured or due: a rule about something else is not theirs. */
const kindsOfSubjects: readonly ObservationKind[] = [
  'target-met',
  'target-missed',
  'rank',
  'completion-rate',
  'rate-short',
  'recurring-duty-short',
]

/** Smaller is closer, the first number that differs decides. */
type Closeness = readonly number[]

function compare(left: Closeness, right: Closeness): number {
  const place = left.findIndex((part, index) => part !== right[index])
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0)
}

function closenessOf(directory: SheetDirectory, placed: PlacedRule, subject: BindingSubject): Closeness | null {
  const { rule, sheet } = placed
  const { kind, variant, office } = subject
  const { clauseWords } = kindTerms[kind]
  if (clauseWords === null || !doesWhatIsCounted(rule, kind)) return null
  const isOfOffice = sheet !== null && sheet.office !== null
  if (isOfOffice && (office === null || !isOnSheet(directory, placed, office))) return null
  const deed = rule.condition ?? rule.source?.quote ?? rule.sentence
  const isInDeed = clauseWords.test(deed)
  const all = wordsAround(rule, placed.item?.title)
  const asked = kind === 'rank' ? readRankPlaces(variant ?? '') : null
  if (!isInDeed && !clauseWords.test(all) && (asked === null || rule.rank === undefined)) return null
  const rung = rungDistance(rule, deed, subject)
  if (rung === null) return null
  return [
    variantDistance(deed, all, subject),
    isInDeed ? 0 : 1,
    closeWords[kind]?.test(all) === false ? 1 : 0,
    rung,
    rule.severity === undefined ? 0 : 1,
    isOfOffice ? 1 : 0,
    // A clause that speaks of this kind alone is meant more than one that speaks of others too.
    observationKinds.filter((other) => kindTerms[other].clauseWords?.test(deed) === true).length,
  ]
}

const percentPoint = '个百分点'

/** Whether what the rule does, and what it counts, is of the kind's sort. */
function doesWhatIsCounted(rule: Rule, kind: ObservationKind): boolean {
  const { counts, unit } = kindTerms[kind]
  const adds = rule.effect === 'add' || rule.effect === 'award' || rule.direction !== undefined
  const ofRule = unitOfQuantity(rule)
  if (counts === 'achieved')
    return unit === '%'
      ? rule.effect === 'proportional' || rule.effect === 'award' || rule.shortfall?.unit === percentPoint
      : rule.shortfall !== undefined &&
          (ofRule === unit || (kind === 'study-notes' && countsPieces(ofRule ?? undefined)))
  if (rule.shortfall !== undefined || rule.effect === 'proportional') return false
  if (kind !== 'rank' && adds !== (counts === 'merits')) return false
  // Without its unit a rule is no rule of percentage points: once is not a point.
  if (unit === percentPoint) return ofRule === percentPoint
  if (ofRule === null || ofRule === unit) return true
  return isCountUnit(unit) && isCountUnit(ofRule)
}

/** 公众安全感 and the like: named by the deed itself, by the words around it, or not at all, or nothing to be named. */
function variantDistance(deed: string, around: string, { kind, variant }: BindingSubject): number {
  const names = kind === 'sanction' ? [] : subjectsOf(kind, variant)
  if (names.length === 0) return unnamed
  const isNamedBy = (words: string) => names.every((name) => words.includes(name))
  return isNamedBy(deed) ? 0 : isNamedBy(around) ? 1 : unnamed
}
const unnamed = 2

/** What a variant names besides a rank: 公众安全感 of 公众安全感 末位. */
function subjectsOf(kind: ObservationKind, variant: string | null): readonly string[] {
  const names = variant?.split(/\s+/).filter((name) => name !== '') ?? []
  return names.filter((name) => kind !== 'rank' || readRankPlaces(name) === null)
}

function wordsAround(rule: Rule, itemTitle: string | undefined): string {
  return [rule.condition, rule.sentence, rule.source?.quote, itemTitle]
    .filter((words) => words !== undefined)
    .join(' ')
}

/** How far the rule's rank, sanction or level is from what is asked; null: it is another rung. */
function rungDistance(rule: Rule, deed: string, { kind, variant, level }: BindingSubject): number | null {
  if (kind === 'sanction' && variant !== null) return sanctionDistance(deed, variant)
  if (kind === 'rank') return rankDistance(rule, deed, { variant, level })
  if (rule.rank !== undefined) return null
  const ofRule = rule.level === undefined ? null : readLevel(rule.level)
  if (ofRule === null) return level === null ? 0 : 1
  if (level === null) return 1
  return readLevel(level) === ofRule ? 0 : null
}

function rankDistance(
  rule: Rule,
  deed: string,
  { variant, level }: Pick<BindingSubject, 'variant' | 'level'>,
): number | null {
  const asked = readRankPlaces(variant ?? '')
  const places = readRankPlaces(rule.rank ?? deed)
  if (asked === null || places === null) return asked === null && rule.rank !== undefined ? 0 : null
  const among = { ...asked, level: asked.level ?? (level === null ? null : readLevel(level)) }
  return holdsPlaces(places, among) ? places.last - places.first : null
}
