import { compileRegulation } from '../../src/domain/compiler/compile-regulation.ts'
import type { Span } from '../../src/domain/regulation/citation.ts'
import { placedRules, schemeSchema, schemeToFile } from '../../src/domain/scheme/scheme.ts'
import { findingBeyondSentence } from './one-sentence.ts'

/** What is wrong with the reading of a text, or null. */
export function faultOf(text: string): string | null {
  try {
    const { scheme, diagnostics, coverage } = compileRegulation(text)
    const rules = [...placedRules(scheme)]
    const cited = [
      ...rules.map(({ rule }) => rule.source),
      ...scheme.categories.map(({ source }) => source),
      ...scheme.categories.flatMap(({ sheets }) =>
        sheets.flatMap(({ items }) => items.map(({ source }) => source)),
      ),
    ].flatMap((source) => (source === null || source === undefined ? [] : [source]))
    for (const { start, end, quote } of [
      ...cited,
      ...diagnostics.map(({ span, quote }) => ({ ...span, quote })),
      ...coverage.unexplained,
      ...coverage.explained.map(({ span, quote }) => ({ ...span, quote })),
    ])
      if (start < 0 || end < start || end > text.length || text.slice(start, end) !== quote)
        return `引文与位置不符：${String(start)}-${String(end)} ${quote}`
    const ids = rules.map(({ rule }) => rule.id)
    if (new Set(ids).size !== ids.length) return '编号重复'
    if (!schemeSchema.safeParse(schemeToFile(scheme)).success) return '方案文件读不回来'
    const { tokens, underRule, underDiagnostic, explained, unexplained } = coverage
    if (tokens !== underRule + underDiagnostic + explained.length + unexplained.length) return '计分词语数目不合'
    const beyond = findingBeyondSentence(text, diagnostics)
    if (beyond !== null) return `问题跨了不止一句：${beyond.code} ${beyond.quote}`
    const unreadable = diagnostics.filter(({ code }) => code === 'unreadable-clause').map(({ span }) => span)
    const alone = unexplained.find((words) => !unreadable.some((span) => covers(span, words)))
    return alone === undefined ? null : `没有着落的计分词语：${alone.quote}`
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : '抛出的不是错误'
  }
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
