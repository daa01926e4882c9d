import type { Result } from '../domain/primitives/result.ts'
import type { Table, TableProblem, TableRow } from '../domain/primitives/table.ts'
import type { FileAnswer, UploadedFile } from './files.ts'
import type { SheetRefusal } from './refusal.ts'

type SheetKind = 'roster' | 'changes' | 'entries' | 'ratings'
type SheetFormat = 'xlsx' | 'csv'

/** What the routes need of src/documents; main.ts hands it in. */
export type Sheets = {
  /** The first sheet of the file as text; the refusal is a sentence that names the file and the way out. */
  readonly readTable: (file: UploadedFile) => Promise<Result<Table, SheetRefusal>>
  /** Every filled row of a clock's export, with the times of cells. */
  readonly readClockRows: (file: UploadedFile) => Promise<Result<readonly TableRow[], SheetRefusal>>
  readonly template: (kind: SheetKind, format: SheetFormat) => Promise<FileAnswer>
  /** The uploaded sheet back, in its own format, with a column that says what is wrong in each row. */
  readonly withProblems: (
    file: UploadedFile,
    table: Table,
    problems: readonly TableProblem[],
  ) => Promise<FileAnswer>
}
