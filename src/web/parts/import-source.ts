import type { ReactNode } from 'react'
import type { ImportReport } from '../../http/contract/people.ts'

/** Where a sheet comes from and goes to: what each import page hands to the import flow. */
export type ImportSource = {
  readonly title: string
  /** What must be chosen before a file (the source of ratings, …), shown above the upload. */
  readonly before?: ReactNode
  /** Says why no file can be taken yet, or null. */
  readonly notReady?: string | null
  readonly downloadTemplate: (format: 'xlsx' | 'csv') => Promise<void>
  readonly check: (file: File) => Promise<ImportReport>
  readonly commit: (file: File, idempotencyKey: string) => Promise<ImportReport>
  /** The rows without a fault, where the others may be left out. */
  readonly commitFaultless?: (file: File, idempotencyKey: string) => Promise<ImportReport>
  readonly downloadProblems: (file: File) => Promise<void>
}
