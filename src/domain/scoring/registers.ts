import type { DaySpan } from '../primitives/local-date.ts'
import type { Rule } from '../scheme/scheme.ts'
import { contextOfYear, type YearMatter } from './scoring-context.ts'
import { judgingDay } from './shortfall.ts'
import { windowOfItem, windowsOfYear } from './windows.ts'

/** A rule with a target, in a window that has ended without one counted entry of anyone (SPEC §4.1). */
export type UnkeptWindow = {
  /** As the version of the window's last day has it. */
  readonly rule: Rule
  readonly lineage: string
  readonly itemTitle: string
  readonly span: DaySpan
}

/** The registers that nobody kept, in the order of the scheme and of the windows; decided or not. */
export function unkeptWindows(matter: YearMatter): readonly UnkeptWindow[] {
  const context = contextOfYear(matter)
  const { scheme, history, year, asOf } = context
  const items = scheme.categories.flatMap((category) =>
    category.sheets.flatMap((sheet) => sheet.items.map((item) => ({ category, item }))),
  )
  return items.flatMap(({ category, item }) =>
    context.lineagesOf(item.rules).flatMap(([first]) => {
      if (first.shortfall === undefined) return []
      const lineage = context.lineageOf(first.id)
      return windowsOfYear(year, windowOfItem(scheme, category, item))
        .filter((span) => span.last <= asOf && !context.isRegisterKept(lineage, span))
        .flatMap((span) => {
          const rule = history === null ? first : history.ruleOn(lineage, judgingDay(span, asOf))
          return rule === null ? [] : [{ rule, lineage, itemTitle: item.title, span }]
        })
    }),
  )
}
