import { registerTitles } from '../../../domain/registers/register.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { SheetRegisterId } from '../../../http/contract/registers/register-sheets.ts'
import { textNow } from '../../text/dictionary.ts'
import { registerText } from '../../text/register.ts'
import { call, download } from '../api.ts'
import type { ImportSource } from '../import-source.ts'

/** Where a register's sheet comes from and goes to; `before`: what else it takes, said above the upload. */
export function recordImportSource(register: SheetRegisterId, before?: string): ImportSource {
  const title = registerTitles[register]
  const params = { register }
  return {
    title: textNow(registerText).importTitle(title),
    ...(before === undefined ? {} : { before }),
    downloadTemplate: (format) =>
      download(endpoints.downloadRecordTemplate, `${title}模板.${format}`, { params, query: { format } }),
    check: (file) => call(endpoints.importRecords, { params, body: { mode: 'check' }, file }),
    commit: (file, idempotencyKey) =>
      call(endpoints.importRecords, { params, body: { mode: 'commit' }, file, idempotencyKey }),
    commitFaultless: (file, idempotencyKey) =>
      call(endpoints.importRecords, {
        params,
        body: { mode: 'commit', faulty: 'leave-out' },
        file,
        idempotencyKey,
      }),
    downloadProblems: (file) =>
      download(endpoints.markRecordProblems, `${title}（标出错误）.xlsx`, { params, body: {}, file }),
  }
}
