import { complaintEndpoints } from '../../../../http/contract/registers/complaints.ts'
import { call, download } from '../../../parts/api.ts'
import type { ImportSource } from '../../../parts/import-source.ts'
import type { complaintsText } from '../../../text/complaints.ts'

/** Where a sheet of complaints comes from and goes to; what was checked is kept nowhere. */
export function complaintImportSource(text: (typeof complaintsText)['zh']): ImportSource {
  const { downloadComplaintTemplate, checkComplaintSheet, importComplaints, markComplaintProblems } =
    complaintEndpoints
  return {
    title: text.importTitle,
    downloadTemplate: (format) =>
      download(downloadComplaintTemplate, `${text.templateName}.${format}`, { query: { format } }),
    check: (file) => call(checkComplaintSheet, { body: {}, file }),
    commit: (file, idempotencyKey) => call(importComplaints, { body: {}, file, idempotencyKey }),
    commitFaultless: (file, idempotencyKey) =>
      call(importComplaints, { body: { faulty: 'leave-out' }, file, idempotencyKey }),
    downloadProblems: (file) => download(markComplaintProblems, text.problemsName, { body: {}, file }),
  }
}
