import type { Compilation } from '../domain/compiler/compile-regulation.ts'
import type { Coverage } from '../domain/compiler/coverage.ts'
import type { Diagnostic } from '../domain/compiler/diagnostic.ts'
import { addPoints, formatPoints, type Centipoints } from '../domain/primitives/centipoints.ts'
import { formatYuan } from '../domain/primitives/fen.ts'
import { placedRules, type Category, type OfficeSheet, type Scheme } from '../domain/scheme/scheme.ts'

const severityWords = { error: '错误', warning: '提醒', info: '说明' } as const
const kindWords = { deductive: '扣分制', rated: '评议', earned: '记分制' } as const
const longestQuote = 40

/** What a clerk reads after `compile`: the scheme in outline with its sums, then what needs attention. */
export function compileReport({ scheme, diagnostics, coverage }: Compilation, adoptable: boolean): string {
  const rules = [...placedRules(scheme)].length
  const lines = [
    scheme.title === '' ? '（没有读出标题）' : scheme.title,
    `满分 ${pointsWords(scheme.total)}，类别 ${String(scheme.categories.length)} 个，计分条款 ${String(rules)} 条。`,
    '',
    ...scheme.categories.flatMap(categoryLines),
    ...wholeLines(scheme),
    '',
    ...diagnosticLines(diagnostics),
    ...explainedLines(coverage.explained),
    `计分用语 ${String(coverage.tokens)} 处：入条款 ${String(coverage.underRule)}，列入问题 ${String(coverage.underDiagnostic)}，不计分有据 ${String(coverage.explained.length)}，未读懂 ${String(coverage.unexplained.length)}。`,
    adoptable ? '可以采用。' : '还不能采用：请先处理上面的错误。',
  ]
  return `${lines.join('\n')}\n`
}

function pointsWords(points: Centipoints | null): string {
  return points === null ? '未写明' : `${formatPoints(points)} 分`
}

function categoryLines(category: Category): string[] {
  const head = `${category.title}  ${pointsWords(category.points)}  ${kindWords[category.kind]}`
  return [head, ...category.sheets.flatMap(sheetLines)]
}

function sheetLines(sheet: OfficeSheet): string[] {
  const sum = addPoints(...sheet.items.map((item) => item.points ?? addPoints()))
  const mark = sheet.points === null ? '' : sum === sheet.points ? ' ✓' : ` ⚠ 合计 ${formatPoints(sum)}`
  const name = sheet.office ?? '全体人员'
  return [
    `  ${name}  ${pointsWords(sheet.points)}${mark}`,
    ...sheet.items.map(
      (item) => `    ${item.title}  ${pointsWords(item.points)}  ${String(item.rules.length)} 条`,
    ),
  ]
}

function wholeLines(scheme: Scheme): string[] {
  const { rewards, vetoes, rollUps, pay, cadence } = scheme
  return [
    ...(rewards.length === 0 ? [] : [`奖励与减分 ${String(rewards.length)} 条`]),
    ...(vetoes.length === 0 ? [] : [`一票否决 ${String(vetoes.length)} 条`]),
    ...rollUps.map(({ post, of }) => `${post}取${of}平均分`),
    ...(pay?.perPerson === null || pay?.perPerson === undefined
      ? []
      : [`绩效工资每人提出 ${formatYuan(pay.perPerson)} 元`]),
    ...(cadence.length === 0 ? [] : [`考核周期：${cadence.map(({ step }) => step).join('、')}`]),
  ]
}

/** Errors first; what only explains (joined chunks, offered words) is counted, not listed. */
function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  const listed = [...diagnostics.filter(isOf('error')), ...diagnostics.filter(isOf('warning'))]
  const explained = diagnostics.filter(isOf('info'))
  const counts = new Map<string, number>()
  for (const { code } of explained) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [
    ...listed.map(diagnosticLine),
    ...[...counts].map(
      ([code, count]) => `[说明] ${infoWords[code] ?? code} ${String(count)} 处（用 --json 看全部）`,
    ),
  ]
}

/** 扣完为止, 就高不重复: every scoring word that scores nothing, with the reason, in the order of the text. */
function explainedLines(explained: Coverage['explained']): string[] {
  if (explained.length === 0) return []
  return [
    '不计分的词语及理由',
    ...explained.map(
      ({ span, quote, phrase, sentence }) =>
        `  第 ${String(span.start)} 字“${quote}”，见“${shortened(phrase)}”：${sentence}`,
    ),
    '',
  ]
}

const infoWords: Readonly<Record<string, string>> = {
  'chunk-break': '接上被网页切断的正文',
  'word-repaired': '疑似被替换的词，待确认',
}

function isOf(severity: Diagnostic['severity']): (diagnostic: Diagnostic) => boolean {
  return (diagnostic) => diagnostic.severity === severity
}

function diagnosticLine({ severity, message, quote, span }: Diagnostic): string {
  return `[${severityWords[severity]}] ${message} 原文第 ${String(span.start)} 字起：“${shortened(quote)}”`
}

function shortened(quote: string): string {
  const words = quote.replace(/\s+/g, ' ')
  return words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words
}
