import { formatYuan, type Fen } from '../domain/primitives/fen.ts'
import type { EntryDraft } from '../domain/ledger/read-entries.ts'
import { payRefusalSentence } from '../domain/pay/pay-refusal-sentence.ts'
import type { PayRefusal } from '../domain/pay/share-pool.ts'
import type { SheetDirectory } from '../domain/roster/sheet-directory.ts'
import { missingPartSentence } from '../domain/scoring/missing-part-sentence.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'
import type { PrintedDiagnostic } from './score-files.ts'

/** Who is partial and what is missing, one finding per person; a leader with nobody to take the mean of is an error. */
export function missingDiagnostics(sheets: readonly ScoreSheet[]): readonly PrintedDiagnostic[] {
  return sheets
    .filter(({ score }) => score === null)
    .map(({ staffNumber, name, missing }) => {
      const isRefused = missing.some(({ code }) => code === 'no-staff' || code === 'no-deputy')
      return {
        severity: isRefused ? 'error' : 'warning',
        code: isRefused ? 'leader-without-staff' : 'partial',
        message: `${name}（${staffNumber}）：${missing.map(missingPartSentence).join('；')}。`,
        person: staffNumber,
        missing: [...missing],
      }
    })
}

export function payDiagnostic(refusal: PayRefusal): PrintedDiagnostic {
  return { severity: 'warning', code: `pay-${refusal.code}`, message: payRefusalSentence(refusal) }
}

/** The amount came from the text, doubts and all (SPEC §4.6). */
export function schemeAmountDiagnostic(amount: Fen): PrintedDiagnostic {
  const message = `每人提出 ${formatYuan(amount)} 元取自方案，请核对；要用别的金额，请加 --per-person。`
  return { severity: 'info', code: 'scheme-amount', message }
}

export function provisionalDiagnostic(): PrintedDiagnostic {
  return { severity: 'warning', code: 'provisional', message: '暂计：按目前已知的成绩计算，不是最终结果。' }
}

/** A discretionary deduction should name the leading group's decision (SPEC §7 依据). */
export function unnamedDecisions(
  drafts: readonly EntryDraft[],
  { ruleById }: SheetDirectory,
): readonly PrintedDiagnostic[] {
  return drafts
    .filter(({ ruleId, basis }) => basis === null && ruleById.get(ruleId)?.rule.effect === 'discretionary')
    .map(({ row, staffNumber }) => ({
      severity: 'warning',
      code: 'decision-unnamed',
      message: `第${String(row)}行的分值由领导小组裁量，依据一栏应写明领导小组的决定。`,
      person: staffNumber,
      row,
    }))
}
