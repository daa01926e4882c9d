import { z } from 'zod'
import type { DeductionRow, MonthFigures } from '../../queries/month-figures.ts'
import { answer, endpoint } from './endpoint.ts'

export type { DeductionRow, MonthFigures }

export const monthFigureEndpoints = {
  /** How a month stands and the year around it, in one answer: what the charts of the home page are drawn from. */
  readMonthFigures: endpoint({
    method: 'GET',
    path: '/api/month-figures',
    access: { action: 'score.read' },
    audited: 'look',
    query: z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份如 2026-09') }),
    answer: answer<MonthFigures>(),
  }),
}
