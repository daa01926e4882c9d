import { importRecords } from '../../../commands/registers/import-records.ts'
import { findRecord } from '../../../commands/registers/record-walls.ts'
import { townMoment } from '../../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../../domain/primitives/result.ts'
import type { Table } from '../../../domain/primitives/table.ts'
import { recordSheet } from '../../../domain/registers/read-records.ts'
import { recordTemplate } from '../../../domain/registers/record-template.ts'
import { registerOf } from '../../../domain/registers/register-definitions.ts'
import { registerTitles, type RegisterId } from '../../../domain/registers/register.ts'
import { reachOf, type Reach, type Subject } from '../../../policies/permit.ts'
import { listRecords } from '../../../queries/registers/list-records.ts'
import { readRecordHistory } from '../../../queries/registers/record-history.ts'
import { namesOf } from '../../../queries/registers/record-view.ts'
import { importNote } from '../../audit-notes.ts'
import type { ImportReport } from '../../contract/people.ts'
import { registerActions } from '../../contract/registers/register-actions.ts'
import type { registerSheetEndpoints } from '../../contract/registers/register-sheets.ts'
import type { UploadedFile } from '../../files.ts'
import type { Refusal } from '../../refusal.ts'
import type { RouteGroup } from '../../route.ts'
import { importReport } from '../../import-report.ts'
import { toFilter } from './record-routes.ts'

/** The endpoint lets in whoever may do this in any register: here it is asked of this one. */
function reachIn(subject: Subject, register: RegisterId, what: 'read' | 'keep'): Result<Reach, Refusal> {
  const action = registerActions[register][what]
  const reach = reachOf(subject, action)
  return reach === null ? refuse({ code: 'not-allowed', action }) : accept(reach)
}

export const registerSheetRoutes: RouteGroup<typeof registerSheetEndpoints> = {
  exportRecords: {
    inTown: async ({ params, query, stores, subject, services, note }) => {
      const reach = reachIn(subject, params.register, 'read')
      if (!reach.ok) return reach
      const register = registerOf(params.register)
      const records = await listRecords(stores, register, toFilter(query), reach.value)
      const nameOf = await namesOf(stores.roster)
      const sheet = recordSheet(register, records, nameOf, (at) => townMoment(at.getTime()).slice(0, 16))
      const title = registerTitles[register.id]
      note({ object: { kind: 'records', id: register.id, label: title }, after: { count: records.length } })
      return accept(await services.workbooks.writePlain(title, [{ title, ...sheet }], query.format))
    },
  },
  downloadRecordTemplate: {
    inTown: async ({ params, query, subject, services, note }) => {
      const reach = reachIn(subject, params.register, 'keep')
      if (!reach.ok) return reach
      const title = `${registerTitles[params.register]}模板`
      note({ object: { kind: 'records', id: params.register, label: title } })
      const sheets = recordTemplate(registerOf(params.register))
      return accept(await services.workbooks.writePlain(title, sheets, query.format))
    },
  },
  importRecords: {
    inTown: async ({ params, body, file, stores, act, subject, services, note, noteNothing }) => {
      const reach = reachIn(subject, params.register, 'keep')
      if (!reach.ok) return reach
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const action = registerActions[params.register].keep
      const sheet = { table: table.value, mode: body.mode, leavesOutFaulty: body.faulty === 'leave-out' }
      const register = registerOf(params.register)
      const report = recordReport(
        file,
        sheet,
        await importRecords(stores, { ...act, subject, reach: reach.value, action }, register, sheet),
      )
      const title = registerTitles[register.id]
      if (report.stored > 0) note(importNote(file, 'recordSheet', { register: title, count: report.stored }))
      else noteNothing()
      return accept(report)
    },
  },
  markRecordProblems: {
    inTown: async ({ params, file, stores, act, subject, services, note }) => {
      const reach = reachIn(subject, params.register, 'keep')
      if (!reach.ok) return reach
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const action = registerActions[params.register].keep
      const checked = await importRecords(
        stores,
        { ...act, subject, reach: reach.value, action },
        registerOf(params.register),
        { table: table.value, mode: 'check', leavesOutFaulty: false },
      )
      note({ object: { kind: 'recordSheet', id: params.register, label: file.name } })
      return accept(await services.sheets.withProblems(file, table.value, checked.problems))
    },
  },
  readRecordHistory: {
    inTown: async ({ params, stores, subject }) => {
      const reach = reachIn(subject, params.register, 'read')
      if (!reach.ok) return reach
      const register = registerOf(params.register)
      const found = await findRecord(stores, register, params.recordId, reach.value)
      if (!found.ok) return found
      return accept({ steps: await readRecordHistory(stores, register, found.value) })
    },
  },
}

function recordReport(
  file: UploadedFile,
  {
    table,
    mode,
    leavesOutFaulty,
  }: { readonly table: Table; readonly mode: 'check' | 'commit'; readonly leavesOutFaulty: boolean },
  { problems, added, known }: Awaited<ReturnType<typeof importRecords>>,
): ImportReport {
  const faulty = new Set(problems.map(({ row }) => row)).size
  const isStored = mode === 'commit' && (faulty === 0 || leavesOutFaulty)
  const knownWords = known === 0 ? '' : `，${String(known)} 条已有、不重复登记`
  const leftOut = faulty === 0 ? '' : `，${String(faulty)} 行有问题、没有导入`
  const count = `${String(added.length)} 条`
  const summary = isStored ? `已登记 ${count}${knownWords}${leftOut}。` : `将登记 ${count}${knownWords}。`
  const report = importReport(file, table, accept(null), { stored: isStored ? added.length : 0, summary })
  if (faulty === 0 || isStored) return { ...report, problems }
  const otherwise = `有 ${String(faulty)} 行有问题，什么都没有导入；改好后重新上传，或选择只导入没有问题的 ${count}。`
  return { ...report, problems, summary: otherwise }
}
