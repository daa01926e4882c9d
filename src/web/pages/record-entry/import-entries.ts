import { endpoints } from '../../../http/contract/endpoints.ts'
import { call, download } from '../../parts/api.ts'
import type { ImportSource } from '../../parts/import-source.ts'

/** Entries from a sheet: checked whole, stored whole. */
export function entryImport(title: string, note: string): ImportSource {
  return {
    title,
    before: note,
    downloadTemplate: (format) =>
      download(endpoints.downloadEntryTemplate, `登记模板.${format}`, { query: { format } }),
    check: (file) => call(endpoints.importEntries, { body: { mode: 'check' }, file }),
    commit: (file, idempotencyKey) =>
      call(endpoints.importEntries, { body: { mode: 'commit' }, file, idempotencyKey }),
    downloadProblems: (file) => download(endpoints.markEntryProblems, '登记（标出错误）.xlsx', { body: {}, file }),
  }
}
