import { z } from 'zod'
import type { PeopleView, PersonView, SpelledOffice } from '../../queries/list-people.ts'
import { answer, endpoint } from './endpoint.ts'

export type { PersonView as Person, SpelledOffice }
export type PersonStay = PersonView['stays'][number]

export type SheetProblem = {
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly message: string
}

/** What a checked sheet would do, or did. `stored` is 0 whenever there is a problem: all or nothing. */
export type ImportReport = {
  readonly fileName: string
  readonly rows: number
  readonly problems: readonly SheetProblem[]
  /** First rows as read, header first, to show beside the problems. */
  readonly preview: readonly (readonly string[])[]
  readonly stored: number
  /** In words: 新增 12 人, 变更 3 人 … */
  readonly summary: string
}

/** check: nothing is stored; commit: stored when there is no problem. */
export const importMode = z.object({ mode: z.enum(['check', 'commit']) })
export const sheetFormat = z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') })

export const peopleEndpoints = {
  listPeople: endpoint({
    method: 'GET',
    path: '/api/people',
    access: { action: 'people.read' },
    answer: answer<PeopleView>(),
  }),
  downloadRosterTemplate: endpoint({
    method: 'GET',
    path: '/api/templates/roster',
    access: { action: 'people.read' },
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  importRoster: endpoint({
    method: 'POST',
    path: '/api/imports/roster',
    access: { action: 'people.change' },
    upload: true,
    body: importMode,
    answer: answer<ImportReport>(),
  }),
  /** The uploaded sheet back with an error column. */
  markRosterProblems: endpoint({
    method: 'POST',
    path: '/api/imports/roster/problems',
    readsOnly: true,
    access: { action: 'people.change' },
    upload: true,
    body: z.object({}),
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
