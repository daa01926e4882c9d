import { yearOf } from '../../domain/primitives/local-date.ts'
import { spanOfMonth } from '../../domain/ledger/month-close.ts'
import { accept } from '../../domain/primitives/result.ts'
import { assessmentPeriod } from '../../queries/assessment-period.ts'
import { readMonthFigures } from '../../queries/month-figures.ts'
import { readAssessedYear } from '../../queries/read-assessed-year.ts'
import type { monthFigureEndpoints } from '../contract/month-figures.ts'
import type { RouteGroup } from '../route.ts'

export const monthFigureRoutes: RouteGroup<typeof monthFigureEndpoints> = {
  readMonthFigures: {
    inTown: async ({ query, stores, today, reach, note, noteNothing }) => {
      const { month } = query
      const year = yearOf(spanOfMonth(month).first)
      const assessed = await readAssessedYear(stores, assessmentPeriod(String(year), today, null))
      if (!assessed.ok) return assessed
      const before = month.endsWith('-01')
        ? await readAssessedYear(stores, assessmentPeriod(String(year - 1), today, null))
        : null
      const figures = readMonthFigures(assessed.value, before?.ok === true ? before.value : null, { month, reach })
      if (figures.whose === 'self') noteNothing()
      else note({ object: { kind: 'standings', id: month, label: `${month}扣分情况` } })
      return accept(figures)
    },
  },
}
