import type { LocalDate } from '../primitives/local-date.ts'
import type { RuleHistory } from './rule-history.ts'
import type { ItemScore, ScoreLine, ScoreSheet } from './score-sheet.ts'
import type { GoneEntry } from './scoring-context.ts'

type Balance = { readonly asOf: LocalDate; readonly gone: ReadonlyMap<string, GoneEntry> }

/** The sheet with every line that another version than the balance day's has judged saying so, under that version's id. */
export function withVersions(sheet: ScoreSheet, history: RuleHistory, balance: Balance): ScoreSheet {
  const mark = (line: ScoreLine) => withVersion(line, history, balance)
  const markItem = (item: ItemScore): ItemScore => ({ ...item, lines: item.lines.map(mark) })
  return {
    ...sheet,
    categories: sheet.categories.map((category) => ({
      ...category,
      sheets: category.sheets.map((one) => ({ ...one, items: one.items.map(markItem) })),
    })),
    rewards: sheet.rewards === null ? null : markItem(sheet.rewards),
    otherLines: sheet.otherLines.map(mark),
    zeroedBy: sheet.zeroedBy === null ? null : mark(sheet.zeroedBy),
  }
}

function withVersion(line: ScoreLine, history: RuleHistory, { asOf, gone }: Balance): ScoreLine {
  const { ruleId, occurredOn, entryId } = line
  if (ruleId === null || occurredOn === null) return line
  // A shortfall of a window that still runs is shown by today's rule.
  const version = history.versionOn(entryId === null && occurredOn > asOf ? asOf : occurredOn)
  if (version === history.versionOn(asOf)) return line
  const ownId = entryId !== null && gone.has(entryId) ? ruleId : (history.ownId(ruleId, version) ?? ruleId)
  return { ...line, ruleId: ownId, schemeVersion: version }
}
