import type { StoredVersion } from '../commands/draft-store.ts'
import type { LedgerEntry } from '../domain/ledger/entry.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { isRolledUp, sheetDirectory, type PlacedRule } from '../domain/roster/sheet-directory.ts'
import { assess, type Assessment } from '../domain/scoring/assess.ts'
import { itemsOf } from '../domain/scoring/items-of.ts'
import type { ItemScore, ScoreLine, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { covers, type Reach } from '../policies/permit.ts'
import { entryRuleFinder } from './entry-rules.ts'
import { titleOutsideItems } from '../domain/ledger/rule-choice.ts'

/** What a step in the ledger would move in one place of one person's sheet; points in whole hundredths. */
export type EntryEffect = {
  readonly year: number
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly itemTitle: string
  readonly itemBefore: Centipoints | null
  readonly itemAfter: Centipoints | null
  readonly scoreBefore: Centipoints | null
  readonly scoreAfter: Centipoints | null
  /** null, as the score is then: whoever asks sees what the step does to the item, and not the person's score. */
  readonly soFarBefore: Centipoints | null
  readonly soFarAfter: Centipoints | null
  /** In words when the points alone do not tell it. */
  readonly remark: string | null
}

/** What of the effects a reach of score.read lets through: without it, an inspector sees the item and no score. */
export function effectsWithin(reach: Reach | null, effects: readonly EntryEffect[]): readonly EntryEffect[] {
  return effects.map((effect) => {
    const { staffNumber, office } = effect
    if (reach !== null && covers(reach, { staffNumber, offices: [office] })) return effect
    return { ...effect, scoreBefore: null, scoreAfter: null, soFarBefore: null, soFarAfter: null }
  })
}

/** A step that is thought through, not taken. */
export type LedgerStep = {
  /** The entries it is about; where several of one person stand in one place, they share an effect. */
  readonly changed: readonly LedgerEntry[]
  /** All entries of the year once it has been taken. */
  readonly entriesAfter: readonly LedgerEntry[]
  readonly remarkOn: (seen: SeenEntry) => string | null
}

/** An entry of the step where it stands, on the sheet before and after. */
export type SeenEntry = {
  readonly entry: LedgerEntry
  readonly placed: PlacedRule
  /** Whether the units of the other entry run together with this one's, in whichever version it was recorded. */
  readonly runsWith: (other: LedgerEntry) => boolean
  readonly before: SeenSheet
  readonly after: SeenSheet
}
type SeenSheet = {
  readonly sheet: ScoreSheet
  /** The item the rule stands in, or the rewards; null for a veto and for a leader scored by the mean of others. */
  readonly item: ItemScore | null
  /** What the sheet says of the entry itself. */
  readonly line: ScoreLine | null
}

/** Assesses the year twice, as it stands and as it would stand; effects in the order of the step's entries. */
export function effectsOf(
  assessment: Assessment,
  versions: readonly StoredVersion[],
  { changed, entriesAfter, remarkOn }: LedgerStep,
): readonly EntryEffect[] {
  const roster = rosterNeeded(assessment, new Set(changed.map(({ staffNumber }) => staffNumber)))
  const before = byNumber(assess({ ...assessment, roster }))
  const after = byNumber(assess({ ...assessment, roster, entries: entriesAfter }))
  const placeOf = placeFinder(assessment, versions)
  const seen = changed.flatMap((entry): SeenEntry[] => {
    const { placed, lineage, isGone } = placeOf(entry)
    const [old, renewed] = [before.get(entry.staffNumber), after.get(entry.staffNumber)]
    if (old === undefined || renewed === undefined || placed === null) return []
    const runsWith = (other: LedgerEntry) => placeOf(other).lineage === lineage
    const on = (sheet: ScoreSheet) => seenOn(sheet, isGone ? null : placed, entry)
    return [{ entry, placed, runsWith, before: on(old), after: on(renewed) }]
  })
  const places = groupBy(
    seen,
    ({ entry, placed }) => `${entry.staffNumber} ${titleOf(placed)} ${placed.item?.id ?? ''}`,
  )
  return [...places.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [effectOn(assessment.year, [first, ...others], remarkOn)],
  )
}

/** Only the people named, unless one of them is scored by the mean of others: then everyone. */
function rosterNeeded({ roster, scheme }: Assessment, staffNumbers: ReadonlySet<string>): readonly Assignment[] {
  const named = roster.filter(({ staffNumber }) => staffNumbers.has(staffNumber))
  return named.some(({ post }) => isRolledUp(scheme, post)) ? roster : named
}

function byNumber(sheets: readonly ScoreSheet[]): ReadonlyMap<string, ScoreSheet> {
  return new Map(sheets.map((sheet) => [sheet.staffNumber, sheet]))
}

type Place = { readonly placed: PlacedRule | null; readonly lineage: string; readonly isGone: boolean }

/** Where entries stand in the scheme of the year; one whose item has gone, as the version of its day has it. */
function placeFinder({ scheme, history }: Assessment, versions: readonly StoredVersion[]) {
  const { ruleById } = sheetDirectory(scheme)
  const ruleOf = entryRuleFinder(versions)
  return (entry: LedgerEntry): Place => {
    const place = history?.placeOf(entry) ?? { found: true, ruleId: entry.ruleId }
    if (!place.found) return { placed: ruleOf(entry)?.placed ?? null, lineage: entry.id, isGone: true }
    const lineage = history?.lineageOf(place.ruleId) ?? place.ruleId
    return { placed: ruleById.get(place.ruleId) ?? null, lineage, isGone: false }
  }
}

function titleOf(placed: PlacedRule): string {
  return placed.item?.title ?? titleOutsideItems(placed)
}

function seenOn(sheet: ScoreSheet, placed: PlacedRule | null, entry: LedgerEntry): SeenSheet {
  const seen = placed === null ? null : itemOf(sheet, placed)
  const lines = [...(seen?.lines ?? []), ...(sheet.rewards?.lines ?? []), ...sheet.otherLines]
  return { sheet, item: seen, line: lines.find(({ entryId }) => entryId === entry.id) ?? null }
}

function itemOf(sheet: ScoreSheet, { item, rule }: PlacedRule): ItemScore | null {
  if (item === null) return rule.effect === 'veto' ? null : sheet.rewards
  return itemsOf(sheet).find(({ itemId }) => itemId === item.id) ?? null
}

function effectOn(
  year: number,
  seen: readonly [SeenEntry, ...SeenEntry[]],
  remarkOn: LedgerStep['remarkOn'],
): EntryEffect {
  const [{ placed, before, after }] = seen
  // Of several under one rule the remark of the latest day tells the whole: 累计9次，季满10次后起扣.
  const inTime = seen.toSorted((one, other) => one.entry.occurredOn.localeCompare(other.entry.occurredOn))
  const lastByRule = new Map(inTime.map((one) => [one.entry.ruleId, one]))
  const isMixed = lastByRule.size > 1
  const remarks = [...lastByRule.values()].flatMap((one) => {
    const [remark, subject] = [remarkOn(one), isMixed ? one.placed.rule.condition : undefined]
    return remark === null ? [] : [subject === undefined ? remark : `${subject}：${remark}`]
  })
  return {
    year,
    staffNumber: after.sheet.staffNumber,
    name: after.sheet.name,
    office: after.sheet.office,
    itemTitle: titleOf(placed),
    itemBefore: before.item?.score ?? null,
    itemAfter: after.item?.score ?? null,
    scoreBefore: before.sheet.score,
    scoreAfter: after.sheet.score,
    soFarBefore: before.sheet.soFar,
    soFarAfter: after.sheet.soFar,
    remark: [...new Set(remarks)].join('；') || null,
  }
}
