import { groupBy } from '../primitives/group-by.ts'
import { assert } from '../primitives/result.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { isOnSheet, isRolledUp, type PlacedRule } from '../roster/sheet-directory.ts'
import { stayOn, type StaffMember } from '../roster/staff.ts'
import type { Rule } from '../scheme/scheme.ts'
import { chargeEntries, compareCharges, type Charge } from './charge.ts'
import { compareEntries, isCounted } from './counted-entries.ts'
import { uncountedLine } from './line.ts'
import type { PersonEntries } from './own-score.ts'
import { keepLargestRung } from './rungs.ts'
import type { LineReason, ScoreLine } from './score-sheet.ts'
import type { ScoringContext } from './scoring-context.ts'
import type { UncountedEntry } from './window-score.ts'
import { windowOfItem } from './windows.ts'

/** An entry with the rule it stands under. */
type PlacedEntry = { readonly entry: LedgerEntry; readonly placed: PlacedRule }

/** Parts a person's entries of the year into those that count, those that do not and why, and those of no sheet. */
export function sortEntries(
  context: ScoringContext,
  person: StaffMember,
  entries: readonly LedgerEntry[],
): PersonEntries {
  const isLeader = isRolledUp(context.scheme, person.post)
  const byRule = new Map<string, { counted: LedgerEntry[]; uncounted: UncountedEntry[] }>()
  const leaderEntries: PlacedEntry[] = []
  const strayLines: ScoreLine[] = []
  for (const entry of entries.length > 1 ? [...entries].sort(compareEntries) : entries) {
    const found = placeOnSheet(context, person, entry)
    if ('reason' in found) {
      strayLines.push(uncountedLine(entry, found.rule, found.reason))
      continue
    }
    const { placed } = found
    const state = stateReason(context, entry)
    if (isLeader && placed.item !== null) {
      const reason = state ?? (reachesLeader(placed.rule) ? null : ({ code: 'leader-mean' } as const))
      if (reason !== null) strayLines.push(uncountedLine(entry, placed.rule, reason))
      else leaderEntries.push({ entry, placed })
      continue
    }
    const own = byRule.get(entry.ruleId) ?? { counted: [], uncounted: [] }
    byRule.set(entry.ruleId, own)
    if (state === null) own.counted.push(entry)
    else own.uncounted.push({ entry, rule: placed.rule, reason: state })
  }
  const charges = chargesOfLeader(context, leaderEntries)
  return {
    byRule,
    strayLines: [
      ...strayLines,
      ...charges.flatMap(({ entry, rule, reason, outcome }) =>
        entry !== null && outcome.does === 'nothing'
          ? [uncountedLine(entry, rule, reason ?? { code: 'leader-mean' })]
          : [],
      ),
    ],
    consequences: charges.filter(({ outcome }) => outcome.does !== 'nothing'),
  }
}

/** A leader's own zero, vetoes and money apply; everything else of an item waits for the mean (SPEC §4.4). */
function reachesLeader({ effect }: Rule): boolean {
  return effect === 'zero' || effect === 'veto' || effect === 'money'
}

function chargesOfLeader(context: ScoringContext, entries: readonly PlacedEntry[]): readonly Charge[] {
  const lineages = groupBy(entries, ({ placed }) => context.lineageOf(placed.rule.id))
  const charges = [...lineages.values()].flatMap((ofLineage) => {
    const { category, item } = ofLineage[0]?.placed ?? { category: null, item: null }
    assert(category !== null && item !== null, 'only rules of an item wait for the mean')
    const byRule = [...groupBy(ofLineage, ({ placed }) => placed.rule)]
    return chargeEntries(
      byRule.map(([rule, ofRule]) => ({ rule, entries: ofRule.map(({ entry }) => entry) })),
      { full: item.points, isReward: false, window: windowOfItem(context.scheme, category, item) },
    )
  })
  return keepLargestRung(charges.sort(compareCharges), context.rungFamilies)
}

/** The rule on the person's sheet of the day, or why there is none. */
function placeOnSheet(
  context: ScoringContext,
  person: StaffMember,
  entry: LedgerEntry,
): { readonly placed: PlacedRule } | { readonly rule: Rule | null; readonly reason: LineReason } {
  const gone = context.gone.get(entry.id)
  const placed = gone === undefined ? context.directory.ruleById.get(entry.ruleId) : undefined
  const rule = placed?.rule ?? gone?.rule ?? null
  const stay = stayOn(person, entry.occurredOn)
  if (stay === null) return { rule, reason: { code: 'off-roster' } }
  if (gone !== undefined) return { rule, reason: stateReason(context, entry) ?? gone.reason }
  if (placed === undefined) return { rule, reason: { code: 'not-on-sheet' } }
  if (isRolledUp(context.scheme, person.post) || isOnSheet(context.directory, placed, stay.office))
    return { placed }
  return { rule, reason: { code: 'not-on-sheet' } }
}

function stateReason({ asOf }: ScoringContext, entry: LedgerEntry): LineReason | null {
  if (isCounted(entry, asOf)) return null
  if (entry.state === 'reversed') return { code: 'reversed' }
  return entry.state === 'recorded' ? { code: 'unconfirmed' } : { code: 'after-as-of' }
}
