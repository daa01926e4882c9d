import { leaveTownEndpoints } from '../../../../http/contract/registers/leave.ts'
import { call, download } from '../../../parts/api.ts'
import type { ImportSource } from '../../../parts/import-source.ts'

/** Where a sheet of seniority leave comes from and goes to; the template is everyone of the year. */
export function balancesSource(title: string, before: string, year: number): ImportSource {
  const { downloadLeaveBalances, importLeaveBalances, markLeaveBalanceProblems } = leaveTownEndpoints
  return {
    title,
    before,
    downloadTemplate: (format) =>
      download(downloadLeaveBalances, `${String(year)}年工龄假.${format}`, { query: { format, year } }),
    check: (file) => call(importLeaveBalances, { body: { mode: 'check', year }, file }),
    commit: (file, idempotencyKey) =>
      call(importLeaveBalances, { body: { mode: 'commit', year }, file, idempotencyKey }),
    downloadProblems: (file) => download(markLeaveBalanceProblems, `工龄假（标出错误）.xlsx`, { body: {}, file }),
  }
}
