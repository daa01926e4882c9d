import type { LedgerEntry } from '../domain/ledger/entry.ts'
import { formatYuan } from '../domain/primitives/fen.ts'
import { formatQuantity, quantity } from '../domain/primitives/quantity.ts'
import { unitOfRule } from '../domain/scheme/unit-of-rule.ts'
import { lineReasonSentence } from '../domain/scoring/line-reason-sentence.ts'
import type { ItemScore, LineReason, ScoreLine } from '../domain/scoring/score-sheet.ts'
import type { SeenEntry } from './entry-effect.ts'

/** What counting an entry does beyond its points; `entriesAfter` are the year's entries once it counts. */
export function countingRemark(seen: SeenEntry, entriesAfter: readonly LedgerEntry[]): string | null {
  const parts = [ownCountingRemark(seen), pendingWords(entriesAfter, seen)]
  return parts.filter((part) => part !== null).join('；') || null
}

/** What taking an entry back does beyond its points. */
export function reversalRemark({ entry, placed, before, after }: SeenEntry): string | null {
  if (entry.state === 'recorded') return '这条还没有确认，本来就没有计分'
  const { line } = before
  if (line?.moneyFen !== undefined) return `不再从绩效工资中扣发${formatYuan(line.moneyFen)}元`
  if (placed.rule.effect === 'veto') return '一票否决随之取消'
  return reasonWords(line?.reason ?? limitMet(after.item), line, placed.rule)
}

function ownCountingRemark({ entry, placed, after }: SeenEntry): string | null {
  const { sheet, item, line } = after
  if (sheet.zeroedBy?.entryId === entry.id) return '按条款全年总分记0分'
  if (line?.moneyFen !== undefined) return `从绩效工资中扣发${formatYuan(line.moneyFen)}元，不扣分`
  return reasonWords(line?.reason ?? limitMet(item), line, placed.rule)
}

function reasonWords(
  reason: LineReason | null,
  line: ScoreLine | null,
  rule: SeenEntry['placed']['rule'],
): string | null {
  return reason === null ? null : lineReasonSentence(reason, line?.unit ?? unitOfRule(rule) ?? '')
}

/** Why an item stands where it does when its limit is met: 扣完为止. */
function limitMet(item: ItemScore | null): LineReason | null {
  const last = item?.lines.at(-1)
  return last?.kind === 'limit' ? last.reason : null
}

/** What waits under the same rule: it counts for nothing yet, and once confirmed may use up the grace. */
function pendingWords(entries: readonly LedgerEntry[], { entry, placed, runsWith }: SeenEntry): string | null {
  const pending = entries.filter(
    (other) => other.state === 'recorded' && other.staffNumber === entry.staffNumber && runsWith(other),
  )
  if (pending.length === 0) return null
  const units = quantity(pending.reduce((sum, other) => sum + other.quantity, 0))
  const amount = placed.rule.unit === undefined ? '' : `（${formatQuantity(units)}${placed.rule.unit}）`
  return `此条另有${String(pending.length)}条待确认${amount}未算入`
}
