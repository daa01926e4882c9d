import { formatHundredths, type Centipoints } from '../domain/primitives/centipoints.ts'
import { formatYuan } from '../domain/primitives/fen.ts'
import type { ScoreRun } from './score-result.ts'

/** The result as a table for a terminal: standings, pay, and what there is to know. */
export function scoreRunToText(run: ScoreRun): string {
  const header = ['工号', '姓名', '办公室', '职务', '工作项目', '奖励', '成绩', '名次', '应发', '扣发', '实发']
  const rows = run.sheets.map((sheet, index) => {
    const line = run.pay?.lines[index]
    const rank = run.ranks[index] ?? null
    return [
      sheet.staffNumber,
      sheet.name,
      sheet.office,
      sheet.post,
      points(sheet.work),
      formatHundredths(sheet.reward),
      sheet.score === null ? `待评（已知${formatHundredths(sheet.soFar)}）` : formatHundredths(sheet.score),
      rank === null ? '暂缺' : String(rank),
      line === undefined ? '暂缺' : formatYuan(line.payFen),
      formatYuan(sheet.moneyFen),
      line === undefined ? '暂缺' : formatYuan(line.netFen),
    ]
  })
  const title = `${String(run.year)}年度 截至${run.asOf} 共${String(run.sheets.length)}人${run.pay?.provisional === true ? '（暂计）' : ''}`
  return [title, ...alignColumns([header, ...rows]), payLine(run), ...diagnosticLines(run), ''].join('\n')
}

function points(amount: Centipoints | null): string {
  return amount === null ? '待评' : formatHundredths(amount)
}

function payLine({ pay }: ScoreRun): string {
  if (pay === null) return '绩效工资：暂缺'
  return `总额 ${formatYuan(pay.poolFen)} 元，单位分值 ${pay.unitValue} 元/分，应发合计 ${formatYuan(pay.total.payFen)} 元，扣发合计 ${formatYuan(pay.withheldTotalFen)} 元`
}

/** Errors and warnings in words; of the compiler's many hints only how many there are. */
function diagnosticLines({ diagnostics }: ScoreRun): readonly string[] {
  const marks: Readonly<Record<string, string>> = { error: '✗', warning: '!' }
  const said = diagnostics.filter(({ severity }) => severity in marks)
  const hints = diagnostics.length - said.length
  return [
    ...said.map(({ severity, message }) => `${marks[severity] ?? ''} ${message}`),
    ...(hints === 0 ? [] : [`· 另有 ${String(hints)} 条提示，加 --json 可看全部。`]),
  ]
}

/** Chinese characters take two places on a terminal. */
function placesOf(text: string): number {
  let places = 0
  for (const character of text)
    places +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1
  return places
}

function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, placesOf(row[column] ?? '')), 0),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - placesOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}
