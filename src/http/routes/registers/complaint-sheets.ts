import { importComplaints } from '../../../commands/registers/import-complaints.ts'
import { accept, refuse, type Result } from '../../../domain/primitives/result.ts'
import type { Table } from '../../../domain/primitives/table.ts'
import { channelTitles, complaintStateTitles } from '../../../domain/registers/complaint/complaint-record.ts'
import { complaintTemplate } from '../../../domain/registers/complaint/read-complaints.ts'
import { listComplaints, type ComplaintView } from '../../../queries/registers/complaint-view.ts'
import type { complaintEndpoints } from '../../contract/registers/complaints.ts'
import { importReport } from '../../import-report.ts'
import type { RouteGroup } from '../../route.ts'

type SheetOperation =
  | 'downloadComplaints'
  | 'downloadComplaintTemplate'
  | 'checkComplaintSheet'
  | 'importComplaints'
  | 'markComplaintProblems'

const title = '投诉举报'
/** The audit names no file: its name may say who complained. */
const register = { kind: 'register', id: 'complaint', label: title }

/** 投诉举报 in and out by sheets. */
export const complaintSheetRoutes: RouteGroup<Pick<typeof complaintEndpoints, SheetOperation>> = {
  downloadComplaints: {
    inTown: async ({ query, stores, subject, services, note }) => {
      const complaints = await listComplaints(stores, subject, undefined)
      note({
        object: { kind: 'register', id: 'complaint', label: '投诉举报' },
        after: { count: complaints.length },
      })
      const sheet = { title: '投诉举报', header: sheetHeader, rows: complaints.map(sheetRow) }
      return accept(await services.workbooks.writePlain('投诉举报', [sheet], query.format))
    },
  },
  downloadComplaintTemplate: {
    inTown: async ({ query, services, note }) => {
      note({ object: { ...register, label: `${title}模板` } })
      return accept(await services.workbooks.writePlain(`${title}模板`, complaintTemplate(), query.format))
    },
  },
  checkComplaintSheet: {
    inTown: async ({ file, stores, act, services }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const sheet = { table: table.value, mode: 'check', leavesOutFaulty: false } as const
      const { problems, count, known } = await importComplaints(stores, act, sheet, services.sha256)
      const outcome: Result<unknown, typeof problems> = problems.length === 0 ? accept(null) : refuse(problems)
      const summary = `将登记 ${String(count)} 件${knownWords(known)}。`
      const report = importReport(file, table.value, outcome, { stored: 0, summary })
      if (problems.length === 0) return accept(report)
      const faulty = new Set(problems.map(({ row }) => row)).size
      const otherwise = `有 ${String(faulty)} 行有问题；改好后重新上传，或只导入没有问题的 ${String(count)} 件${knownWords(known)}。`
      return accept({ ...report, summary: otherwise })
    },
  },
  importComplaints: {
    inTown: async ({ body, file, stores, act, services, note, noteNothing }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const leavesOutFaulty = body.faulty === 'leave-out'
      const sheet = { table: table.value, mode: 'commit', leavesOutFaulty } as const
      const { problems, count, known } = await importComplaints(stores, act, sheet, services.sha256)
      const faulty = new Set(problems.map(({ row }) => row)).size
      if (faulty > 0 && !leavesOutFaulty) return refuse({ code: 'complaint-sheet-faulty', rows: faulty })
      if (count > 0) note({ object: register, after: { count }, reason: '导入' })
      else noteNothing()
      const leftOut = faulty === 0 ? '' : `，${String(faulty)} 行有问题、没有导入`
      const summary = `已登记 ${String(count)} 件${knownWords(known)}${leftOut}。`
      const nothing: Table = { header: [], rows: [] }
      const report = importReport({ ...file, name: title }, nothing, accept(null), { stored: count, summary })
      return accept({ ...report, rows: table.value.rows.length, preview: [] })
    },
  },
  markComplaintProblems: {
    inTown: async ({ file, stores, act, services, note }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const sheet = { table: table.value, mode: 'check', leavesOutFaulty: false } as const
      const { problems } = await importComplaints(stores, act, sheet, services.sha256)
      note({ object: register })
      return accept(await services.sheets.withProblems(file, table.value, problems))
    },
  },
}

function knownWords(known: number): string {
  return known === 0 ? '' : `，${String(known)} 件已有、不重复登记`
}

const sheetHeader = ['收到日期', '来源', '状态', '发生日期', '核实涉及的人', '查明的情况', '转办单位', '结论日期']

function sheetRow({ receivedOn, channel, state, conclusion }: ComplaintView): readonly string[] {
  const stateWords = Object.entries(complaintStateTitles).find(([known]) => known === state)?.[1] ?? state
  const people = conclusion?.people.map(({ name, staffNumber }) => `${name}（${staffNumber}）`).join('、')
  const { occurredOn, found, transferredTo, at } = conclusion ?? {}
  return [receivedOn, channelTitles[channel], stateWords, occurredOn, people, found, transferredTo, at].map(
    (cell) => cell ?? '',
  )
}
