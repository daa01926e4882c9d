import type { Result } from '../domain/primitives/result.ts'
import type { Table, TableProblem } from '../domain/primitives/table.ts'
import type { ImportReport } from './contract/people.ts'
import type { UploadedFile } from './files.ts'

const previewRows = 20

/** What a checked sheet would do, or did; with a problem anywhere nothing is stored. */
export function importReport(
  file: UploadedFile,
  table: Table,
  outcome: Result<unknown, readonly TableProblem[]>,
  { stored, summary }: { readonly stored: number; readonly summary: string },
): ImportReport {
  const problems = outcome.ok ? [] : outcome.refusal
  return {
    fileName: file.name,
    rows: table.rows.length,
    problems,
    preview: [table.header, ...table.rows.slice(0, previewRows).map(({ cells }) => cells)],
    stored,
    summary: outcome.ok ? summary : `有 ${String(problems.length)} 处问题，什么都没有导入；改好后重新上传即可。`,
  }
}
