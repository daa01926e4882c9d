import { importSignInList } from '../../../commands/registers/import-sign-in-list.ts'
import { yearSpan } from '../../../domain/primitives/local-date.ts'
import { accept } from '../../../domain/primitives/result.ts'
import { gatheringSheets } from '../../../queries/registers/gathering-sheet.ts'
import { gatheringRecords, gatheringRolls, readGathering } from '../../../queries/registers/read-gathering.ts'
import type { gatheringEndpoints } from '../../contract/registers/gatherings.ts'
import { importReport } from '../../import-report.ts'
import type { RouteGroup } from '../../route.ts'
import { findGathering } from './find-gathering.ts'

type SheetOperation = 'downloadGatherings' | 'importSignInList' | 'markSignInProblems'

/** 会议与活动 in and out by sheets. */
export const gatheringSheetRoutes: RouteGroup<Pick<typeof gatheringEndpoints, SheetOperation>> = {
  downloadGatherings: {
    inTown: async ({ query, stores, subject, services, note }) => {
      const records = await stores.records.list({ register: 'gathering', days: yearSpan(query.year) })
      const rolls = await gatheringRolls(stores, gatheringRecords(records), subject)
      const title = `${String(query.year)}年到会统计`
      note({ object: { kind: 'records', id: 'gathering', label: title }, after: { count: rolls.length } })
      return accept(await services.workbooks.writePlain(title, gatheringSheets(rolls), query.format))
    },
  },
  importSignInList: {
    inTown: async ({ params, body, file, stores, act, subject, reach, services, note, noteNothing }) => {
      const read = await services.sheets.readTable(file)
      if (!read.ok) return read
      const found = await findGathering(stores, params.gatheringId)
      if (!found.ok) return found
      const { attendance } = await readGathering(stores, found.value, subject)
      const by = { ...act, subject, reach, action: 'gathering.keep' as const }
      const roll = { recordId: params.gatheringId, attendance }
      const imported = await importSignInList(stores, by, roll, { table: read.value, mode: body.mode })
      if (!imported.ok) return imported
      const list = imported.value
      const { came, excused, known } = list.ok ? list.value : { came: [], excused: [], known: 0 }
      const count = came.length + excused.length
      const stored = list.ok && body.mode === 'commit' ? count : 0
      const counted = `到会 ${String(came.length)} 人、请假或有事 ${String(excused.length)} 人`
      const knownWords = known === 0 ? '' : `，${String(known)} 人已有、不重复登记`
      const summary = `${body.mode === 'commit' ? '已登记' : '将登记'}${counted}${knownWords}。`
      const label = `会议与活动 ${found.value.body.title}`
      if (stored > 0)
        note({
          object: { kind: 'record', id: params.gatheringId, label },
          after: { count: stored },
          reason: `导入“${file.name}”`,
        })
      else noteNothing()
      return accept(importReport(file, read.value, list, { stored, summary }))
    },
  },
  markSignInProblems: {
    inTown: async ({ params, file, stores, act, subject, reach, services, note }) => {
      const read = await services.sheets.readTable(file)
      if (!read.ok) return read
      const found = await findGathering(stores, params.gatheringId)
      if (!found.ok) return found
      const { attendance } = await readGathering(stores, found.value, subject)
      const by = { ...act, subject, reach, action: 'gathering.keep' as const }
      const roll = { recordId: params.gatheringId, attendance }
      const checked = await importSignInList(stores, by, roll, { table: read.value, mode: 'check' })
      if (!checked.ok) return checked
      const problems = checked.value.ok ? [] : checked.value.refusal
      note({ object: { kind: 'recordSheet', id: params.gatheringId, label: file.name } })
      return accept(await services.sheets.withProblems(file, read.value, problems))
    },
  },
}
