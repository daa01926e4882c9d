import {
  changeAttendanceRules,
  previewAttendanceRules,
} from '../../../commands/registers/change-attendance-rules.ts'
import { importAttendance, type ClockImport } from '../../../commands/registers/import-attendance.ts'
import { localDate, type LocalDate } from '../../../domain/primitives/local-date.ts'
import { accept, refuse } from '../../../domain/primitives/result.ts'
import { attendanceDefinition } from '../../../domain/registers/attendance/attendance-record.ts'
import {
  attendanceRulesSetting,
  earlyMinutesOfText,
  lateMinutesOfText,
  readAttendanceRules,
  rulesOrSuggested,
  suggestedRules,
} from '../../../domain/registers/attendance/attendance-rules.ts'
import {
  guessMapping,
  mappingProblem,
  mappingSentences,
  punchMappingsSchema,
  punchMappingsSetting,
  rememberedMapping,
} from '../../../domain/registers/attendance/punch-mapping.ts'
import { versionInForce } from '../../../domain/scheme/version-in-force.ts'
import { readAttendanceMonth } from '../../../queries/registers/attendance-month.ts'
import { readAttendanceTally } from '../../../queries/registers/attendance-tally.ts'
import { attendanceMonthSheet } from '../../attendance-month-sheet.ts'
import type { attendanceEndpoints, AttendanceRulesView, ClockReport } from '../../contract/registers/attendance.ts'
import type { RouteGroup } from '../../route.ts'
import type { TownStores } from '../../town-stores.ts'
import { recordRoutes } from './record-routes.ts'

const { list, add, change, withdraw } = recordRoutes(attendanceDefinition, 'attendance.keep')

/** So many problems are shown; the rest would only hide what to do. */
const mostProblems = 200

export const attendanceRoutes: RouteGroup<typeof attendanceEndpoints> = {
  listAttendance: list,
  addAttendance: add,
  changeAttendance: change,
  withdrawAttendance: withdraw,
  readAttendanceMonth: {
    inTown: async ({ query, stores, act, reach }) =>
      accept(await readAttendanceMonth(stores, act, askedMonth(query), reach)),
  },
  downloadAttendanceMonth: {
    inTown: async ({ query, stores, act, reach, services, note }) => {
      const month = await readAttendanceMonth(stores, act, askedMonth(query), reach)
      const sheet = attendanceMonthSheet(await stores.readTownName(), month)
      note({
        object: { kind: 'records', id: 'attendance', label: sheet.title },
        after: { count: month.rows.length },
      })
      return accept(await services.workbooks.writePlain(sheet.title, [sheet], query.format))
    },
  },
  readAttendanceTally: {
    inTown: async ({ query, stores, today, reach }) => {
      const on = query.on === undefined ? today : localDate(query.on)
      return accept({ on, tallies: await readAttendanceTally(stores, on, reach) })
    },
  },
  readAttendanceRules: {
    inTown: async ({ stores, today }) => accept(await rulesView(stores, today)),
  },
  previewAttendanceRules: {
    inTown: async ({ body, stores, act }) => {
      const { days, before, after } = await previewAttendanceRules(stores, act, body)
      return accept({ ...days, before, after })
    },
  },
  changeAttendanceRules: {
    inTown: async ({ body, stores, act, today, note }) => {
      const { rules: before } = await rulesView(stores, today)
      await changeAttendanceRules(stores, act, body)
      note({
        object: { kind: 'records', id: 'attendance', label: '考勤设置' },
        before: rulesFacts(before),
        after: rulesFacts(body),
      })
      return accept(await rulesView(stores, today))
    },
  },
  readClockColumns: {
    inTown: async ({ file, stores, services }) => {
      const rows = await services.sheets.readClockRows(file)
      if (!rows.ok) return rows
      const sheet = { rows: rows.value, fileName: file.name }
      const remembered = punchMappingsSchema.parse(await stores.registerSettings.read(punchMappingsSetting))
      const known = rememberedMapping(remembered, sheet)
      return accept({
        fileName: file.name,
        rowCount: rows.value.length,
        firstRows: rows.value.slice(0, 12),
        mapping: known ?? guessMapping(sheet),
        isRemembered: known !== null,
      })
    },
  },
  importAttendance: {
    inTown: async ({ body, file, stores, act, subject, reach, services, note, noteNothing }) => {
      const rows = await services.sheets.readClockRows(file)
      if (!rows.ok) return rows
      const { mapping } = body
      const problem = mappingProblem(mapping)
      if (problem !== null) return refuse({ code: 'sheet-unreadable', message: mappingSentences[problem] })
      const done = await importAttendance(
        stores,
        { ...act, subject, reach, action: 'attendance.keep' },
        {
          sheet: { rows: rows.value, fileName: file.name },
          mapping,
          people: new Map(body.people.map(({ key, staffNumber }) => [key, staffNumber])),
          way: body.way,
          withAbsent: body.withAbsent === 'yes',
          leavesOutFaulty: body.leaveOut === 'yes',
        },
        body.mode,
      )
      const report = clockReport(file.name, done)
      if (done.stored)
        note({
          object: { kind: 'recordSheet', id: '', label: file.name },
          after: { register: '考勤', count: report.added + report.changed, imported: report.summary },
          reason: `导入“${file.name}”`,
        })
      else noteNothing()
      return accept(report)
    },
  },
}

function askedMonth({ month, office }: { readonly month: string; readonly office?: string | undefined }) {
  const named = office?.trim() ?? ''
  return { firstDay: localDate(`${month}-01`), office: named === '' ? null : named }
}

async function rulesView(
  { registerSettings, versions }: Pick<TownStores, 'registerSettings' | 'versions'>,
  today: LocalDate,
): Promise<AttendanceRulesView> {
  const kept = await registerSettings.read(attendanceRulesSetting)
  const scheme = versionInForce(await versions.list(), today)?.scheme ?? null
  return {
    rules: rulesOrSuggested(kept, scheme),
    isSet: readAttendanceRules(kept) !== null,
    lateOfText: scheme === null ? null : lateMinutesOfText(scheme),
    earlyOfText: scheme === null ? null : earlyMinutesOfText(scheme),
    suggested: rulesOrSuggested(null, scheme) ?? suggestedRules,
  }
}

/** What the audit keeps of them, in few words. */
function rulesFacts({ sessions, seasons, lateAfter, earlyBefore }: AttendanceRulesView['rules']) {
  const hours = (of: AttendanceRulesView['rules']['sessions']) =>
    of.map(({ start, end }) => `${start}—${end}`).join('、')
  return {
    workingHours: [hours(sessions), ...seasons.map((one) => `${one.title} ${hours(one.sessions)}`)],
    lateAfter: `${String(lateAfter)}分钟`,
    earlyBefore: `${String(earlyBefore)}分钟`,
  }
}

function clockReport(fileName: string, { read, plan, absent, days, stored }: ClockImport): ClockReport {
  const counts = {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    leftOut: read.leftOut,
    people: new Set(read.days.map(({ staffNumber }) => staffNumber)).size,
  }
  const questions = read.people.length + read.problems.length
  const counted = `新增 ${String(counts.added)} 人天，更改 ${String(counts.changed)} 人天，${String(counts.unchanged)} 人天与已有的相同`
  const done = stored ? `已导入：${counted}。` : `将${counted}。`
  const asked = [
    ...(read.people.length === 0 ? [] : [`${String(read.people.length)} 个人对不上`]),
    ...(read.problems.length === 0 ? [] : [`${String(read.problems.length)} 格读不了`]),
  ].join('，')
  return {
    fileName,
    first: days?.first ?? null,
    last: days?.last ?? null,
    ...counts,
    problems: read.problems.slice(0, mostProblems),
    problemCount: read.problems.length,
    unsettled: read.people,
    absent,
    stored,
    summary: stored || questions === 0 ? done : `要先核对：${asked}。`,
  }
}
