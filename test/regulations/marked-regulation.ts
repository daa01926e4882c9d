import type { Diagnostic } from '../../src/domain/regulation/diagnostic.ts'
import { compileRegulation } from '../../src/domain/compiler/compile-regulation.ts'
import { placedRules, type Item, type Rule, type Scheme } from '../../src/domain/scheme/scheme.ts'

/**
 * A regulation with the reading expected of each line written under it:
 *
 *     1、上班迟到的，每月满3次后每次扣1分。
 *     » deduct 1 次 grace=3/month
 *
 * `» item 10` expects an item of 10 points headed in that line, `» ? code` a finding there (any code when none is
 * named). A line without marks is expected to hold no rule. The marks are no part of the text that is compiled.
 */
export type MarkedRegulation = {
  readonly text: string
  readonly lines: readonly {
    readonly start: number
    readonly end: number
    readonly words: string
    readonly rules: readonly string[]
    readonly items: readonly string[]
    readonly findings: readonly string[]
  }[]
}

export function readMarkedRegulation(marked: string): MarkedRegulation {
  const lines: {
    start: number
    end: number
    words: string
    rules: string[]
    items: string[]
    findings: string[]
  }[] = []
  let text = ''
  for (const line of marked.split('\n')) {
    const last = lines.at(-1)
    if (!line.startsWith('» ')) {
      lines.push({
        start: text.length,
        end: text.length + line.length,
        words: line,
        rules: [],
        items: [],
        findings: [],
      })
      text += `${line}\n`
    } else if (last === undefined) throw new Error(`读法前面没有原文：${line}`)
    else {
      const mark = line.slice(2).trim()
      if (mark.startsWith('?')) last.findings.push(mark.slice(1).trim())
      else if (mark.startsWith('item ')) last.items.push(mark.slice(5).trim())
      else last.rules.push(mark)
    }
  }
  return { text, lines }
}

export type Measurement = {
  readonly expected: number
  readonly exact: number
  readonly faults: readonly string[]
  /** Expected rules that are neither read nor spoken of by any finding in their line. */
  readonly silent: number
  /** Rules read in lines that expect fewer. */
  readonly spurious: number
  readonly read: number
}

/** Compiles the text and compares line by line, rules in the order of the text. */
export function measure({ text, lines }: MarkedRegulation): Measurement {
  const { scheme, diagnostics, coverage } = compileRegulation(text)
  const faults = coverage.unexplained.map(({ quote }) => `无着落：${quote}`)
  const counts = { expected: 0, exact: 0, silent: 0, spurious: 0, read: 0 }
  for (const line of lines) {
    const rules = rulesIn(scheme, line).map(writeRule)
    const findings = diagnostics.filter(({ span }) => span.start < line.end && span.end > line.start)
    const matched = commonLength(line.rules, rules)
    counts.expected += line.rules.length
    counts.read += rules.length
    counts.exact += matched
    counts.spurious += Math.max(0, rules.length - line.rules.length)
    if (rules.length < line.rules.length && !findings.some(isAboutClause))
      counts.silent += line.rules.length - rules.length
    if (matched < Math.max(rules.length, line.rules.length))
      faults.push(
        [
          line.words.slice(0, 60),
          ...missingFrom(line.rules, rules).map((rule) => `    应读作 ${rule}`),
          ...missingFrom(rules, line.rules).map((rule) => `    却读作 ${rule}`),
          ...findings.map(({ code, message }) => `    提示 ${code} ${message}`),
        ].join('\n'),
      )
    for (const code of line.findings)
      if (!findings.some((finding) => code === '' || finding.code === code))
        faults.push(`${line.words}\n    缺少提示 ${code}`)
    const items = itemsIn(scheme, line).map(({ points }) => String((points ?? 0) / 100))
    for (const points of missingFrom(line.items, items))
      faults.push(`${line.words.slice(0, 40)}\n    缺少项目 ${points}分，只有 ${items.join('、')}`)
  }
  return { ...counts, faults }
}

function isAboutClause({ code }: Diagnostic): boolean {
  return code === 'unreadable-clause' || code === 'number-lost' || code === 'ambiguous-reading'
}

type Place = { readonly start: number; readonly end: number }

function rulesIn(scheme: Scheme, line: Place): Rule[] {
  return [...placedRules(scheme)]
    .map(({ rule }) => rule)
    .filter(({ source }) => source !== null && source.start >= line.start && source.start < line.end)
    .toSorted((left, right) => (left.source?.end ?? 0) - (right.source?.end ?? 0))
}

function itemsIn({ categories }: Scheme, line: Place): Item[] {
  return categories
    .flatMap(({ sheets }) => sheets.flatMap(({ items }) => items))
    .filter(({ source }) => source !== null && source.start >= line.start && source.start < line.end)
}

/** A rule as the marks write it; its deed, level and consequence are the text's own words and are not compared. */
export function writeRule(rule: Rule): string {
  const hundredths = rule.effect === 'money' ? rule.yuan : rule.points
  const bounds = rule.min === undefined && rule.max === undefined ? [] : [`${plain(rule.min)}-${plain(rule.max)}`]
  const amount = hundredths === null || hundredths === undefined ? [] : [plain(hundredths)]
  const isAmountLost = rule.points === null && rule.effect === 'add'
  const step = rule.unit === undefined && rule.per === undefined ? [] : [`${plain(rule.per)}${rule.unit ?? '?'}`]
  return [
    rule.effect,
    ...(rule.direction === undefined ? [] : [rule.direction]),
    ...bounds,
    ...(isAmountLost || (rule.effect === 'money' && amount.length === 0) ? ['-'] : amount),
    ...step,
    ...(rule.grace === undefined ? [] : [`grace=${plain(rule.grace.count)}/${rule.grace.window}`]),
    ...(rule.shortfall === undefined ? [] : [`short=${plain(rule.shortfall.target)}${rule.shortfall.unit}`]),

    ...(rule.severity === undefined ? [] : [`sev=${rule.severity}`]),
    ...(rule.rank === undefined ? [] : [`rank=${rule.rank}`]),
    ...(rule.subject === undefined ? [] : [`subject=${rule.subject}`]),
    ...(rule.cap === undefined ? [] : [`cap=${plain(rule.cap)}`]),
  ].join(' ')
}

function plain(hundredths: number | undefined): string {
  return hundredths === undefined ? '' : String(hundredths / 100)
}

function missingFrom(expected: readonly string[], found: readonly string[]): string[] {
  const left = [...found]
  return expected.filter((mark) => {
    const at = left.indexOf(mark)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function commonLength(left: readonly string[], right: readonly string[]): number {
  return left.length - missingFrom(left, right).length
}
