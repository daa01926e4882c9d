import { compileRegulation } from '../../src/domain/compiler/compile-regulation.ts'
import type { Centipoints } from '../../src/domain/primitives/centipoints.ts'

/**
 * A regulation with the structure expected of it at its end, each line after a »:
 *
 *     » 总分 100
 *     » 类别 业务工作 60 deductive
 *     »   考核表 党政办 60
 *     »     项目 会议服务 30
 *     » 奖励 2 · 否决 1
 *     » 提示 sum-mismatch
 *
 * 全体 is the sheet of everyone; — stands for points that are lost. Findings are those about sums and lost numbers.
 */
export type MarkedStructure = { readonly text: string; readonly structure: readonly string[] }

const mark = '» '
const codes: ReadonlySet<string> = new Set(['sum-mismatch', 'number-repaired', 'number-lost', 'missing-section'])

export function readMarkedStructure(marked: string): MarkedStructure {
  const lines = marked.trimEnd().split('\n')
  const first = lines.findIndex((line) => line.startsWith(mark))
  return {
    text: `${lines.slice(0, first).join('\n')}\n`,
    structure: lines.slice(first).map((line) => line.slice(mark.length)),
  }
}

/** The structure read from a text, written as the marks write it. */
export function structureOf(text: string): string[] {
  const { scheme, diagnostics } = compileRegulation(text)
  const found = [...new Set(diagnostics.map(({ code }) => code).filter((code) => codes.has(code)))]
  return [
    `总分 ${plain(scheme.total)}`,
    ...scheme.categories.flatMap((category) => [
      `类别 ${category.title} ${plain(category.points)} ${category.kind}`,
      ...category.sheets.flatMap((sheet) => [
        `  考核表 ${sheet.office ?? '全体'} ${plain(sheet.points)}`,
        ...sheet.items.map((item) => `    项目 ${item.title} ${plain(item.points)}`),
      ]),
    ]),
    `奖励 ${String(scheme.rewards.length)} · 否决 ${String(scheme.vetoes.length)}`,
    ...(found.length === 0 ? [] : [`提示 ${found.toSorted().join(' ')}`]),
  ]
}

function plain(points: Centipoints | null): string {
  return points === null ? '—' : String(points / 100)
}
