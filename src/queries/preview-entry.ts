import { checkFinding, type Finding, type FindingRefusal } from '../domain/ledger/check-finding.ts'
import type { LedgerEntry } from '../domain/ledger/entry.ts'
import type { Recording } from '../domain/ledger/ledger-row.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import { formatYuan } from '../domain/primitives/fen.ts'
import { formatQuantity, quantity } from '../domain/primitives/quantity.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { isRolledUp, type PlacedRule } from '../domain/roster/sheet-directory.ts'
import { placedRules } from '../domain/scheme/scheme.ts'
import { unitOfRule } from '../domain/scheme/unit-of-rule.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import { assess, type Assessment } from '../domain/scoring/assess.ts'
import { itemsOf } from '../domain/scoring/items-of.ts'
import { lineReasonSentence } from '../domain/scoring/line-reason-sentence.ts'
import type { ItemScore, ScoreLine, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { readYear, type AssessmentPorts, type NoScheme } from './read-assessed-year.ts'
import { titleOutsideItems } from './rule-choices.ts'
import type { RosterStore } from '../commands/roster-store.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'

/** What posting and confirming a finding would move on one person's sheet; points in whole hundredths. */
export type EntryEffect = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly itemTitle: string
  readonly itemBefore: Centipoints | null
  readonly itemAfter: Centipoints | null
  readonly scoreBefore: Centipoints | null
  readonly scoreAfter: Centipoints | null
  readonly soFarBefore: Centipoints
  readonly soFarAfter: Centipoints
  /** In words when the points alone do not tell it. */
  readonly remark: string | null
}

type Stores = AssessmentPorts & { readonly versions: SchemeVersionStore; readonly roster: RosterStore }

/** Checks a finding as recording would and assesses the year twice, without it and as if it were confirmed. */
export async function previewEntry(
  stores: Stores,
  today: LocalDate,
  finding: Finding,
): Promise<Result<readonly EntryEffect[], FindingRefusal | NoScheme>> {
  const versions = await stores.versions.list()
  const roster = await stores.roster.assignments()
  const checked = checkFinding({ versions, roster, today }, finding)
  if (!checked.ok) return checked
  const recordings = checked.value
  const period = assessmentPeriod(String(yearOf(finding.occurredOn)), today, null)
  const year = await readYear(stores, period)
  if (!year.ok) return year
  const staffNumbers = new Set(recordings.map(({ staffNumber }) => staffNumber))
  const assessment = { ...year.value.assessment, roster: rosterNeeded(year.value.assessment, staffNumbers) }
  const lastPosition = assessment.entries.at(-1)?.position ?? 0
  const added = recordings.map((recording, index) => asConfirmed(recording, lastPosition + 1 + index))
  const after = byNumber(assess({ ...assessment, entries: [...assessment.entries, ...added] }))
  const before = byNumber(assess(assessment))
  const scheme = versionInForce(versions, finding.occurredOn)?.scheme ?? assessment.scheme
  const placed = [...placedRules(scheme)].find(({ rule }) => rule.id === finding.ruleId)
  return accept(
    added.flatMap((entry) => {
      const [old, renewed] = [before.get(entry.staffNumber), after.get(entry.staffNumber)]
      return old === undefined || renewed === undefined || placed === undefined
        ? []
        : [effectOn(old, renewed, placed, entry.id, pendingWords(assessment.entries, entry, placed))]
    }),
  )
}

/** Only the people named, unless one of them is scored by the mean of others: then everyone. */
function rosterNeeded({ roster, scheme }: Assessment, staffNumbers: ReadonlySet<string>): readonly Assignment[] {
  const named = roster.filter(({ staffNumber }) => staffNumbers.has(staffNumber))
  return named.some(({ post }) => isRolledUp(scheme, post)) ? roster : named
}

function asConfirmed(recording: Recording, position: number): LedgerEntry {
  return { ...recording, id: `preview-${String(position)}`, position, state: 'confirmed' }
}

function byNumber(sheets: readonly ScoreSheet[]): ReadonlyMap<string, ScoreSheet> {
  return new Map(sheets.map((sheet) => [sheet.staffNumber, sheet]))
}

/** What waits under the same rule: it counts for nothing yet, and once confirmed may use up the grace. */
function pendingWords(
  entries: readonly LedgerEntry[],
  { staffNumber, ruleId }: LedgerEntry,
  { rule }: PlacedRule,
): string | null {
  const pending = entries.filter(
    (entry) => entry.state === 'recorded' && entry.staffNumber === staffNumber && entry.ruleId === ruleId,
  )
  if (pending.length === 0) return null
  const units = quantity(pending.reduce((sum, entry) => sum + entry.quantity, 0))
  const amount = rule.unit === undefined ? '' : `（${formatQuantity(units)}${rule.unit}）`
  return `此条另有${String(pending.length)}条待确认${amount}未算入`
}

function effectOn(
  before: ScoreSheet,
  after: ScoreSheet,
  placed: PlacedRule,
  entryId: string,
  pending: string | null,
): EntryEffect {
  const itemAfter = itemOf(after, placed)
  return {
    staffNumber: after.staffNumber,
    name: after.name,
    office: after.office,
    itemTitle: placed.item?.title ?? titleOutsideItems(placed),
    itemBefore: itemOf(before, placed)?.score ?? null,
    itemAfter: itemAfter?.score ?? null,
    scoreBefore: before.score,
    scoreAfter: after.score,
    soFarBefore: before.soFar,
    soFarAfter: after.soFar,
    remark:
      [remarkOn(after, itemAfter, placed, entryId), pending].filter((part) => part !== null).join('；') || null,
  }
}

/** The item the rule stands in, or the rewards; null for a veto and for a leader scored by the mean of others. */
function itemOf(sheet: ScoreSheet, { item, rule }: PlacedRule): ItemScore | null {
  if (item === null) return rule.effect === 'veto' ? null : sheet.rewards
  return itemsOf(sheet).find(({ itemId }) => itemId === item.id) ?? null
}

function remarkOn(sheet: ScoreSheet, item: ItemScore | null, placed: PlacedRule, entryId: string): string | null {
  if (sheet.zeroedBy?.entryId === entryId) return '按条款全年总分记0分'
  const lines = [...(item?.lines ?? []), ...(sheet.rewards?.lines ?? []), ...sheet.otherLines]
  const own = lines.find((line) => line.entryId === entryId)
  if (own?.moneyFen !== undefined) return `从绩效工资中扣发${formatYuan(own.moneyFen)}元，不扣分`
  const unit = own?.unit ?? unitOfRule(placed.rule)
  const reason = own?.reason ?? limitMet(item?.lines ?? [])
  return reason === null ? null : lineReasonSentence(reason, unit ?? '')
}

/** Why an item stands where it does when its limit is met: 扣完为止. */
function limitMet(lines: readonly ScoreLine[]) {
  const last = lines.at(-1)
  return last?.kind === 'limit' ? last.reason : null
}
