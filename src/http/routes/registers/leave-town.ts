import { readLeaveTown } from '../../../commands/registers/read-leave-facts.ts'
import { changeLeaveSettings, setLeaveBalances } from '../../../commands/registers/set-leave-balances.ts'
import {
  daysOf,
  localDate,
  windowAround,
  yearSpan,
  type LocalDate,
} from '../../../domain/primitives/local-date.ts'
import { formatQuantity, quantity } from '../../../domain/primitives/quantity.ts'
import { accept, refuse, type Result } from '../../../domain/primitives/result.ts'
import type { Table, TableProblem } from '../../../domain/primitives/table.ts'
import { isStanding, toLeave } from '../../../domain/registers/leave/leave-record.ts'
import {
  leaveBalancesName,
  leaveSettingsName,
  leaveSettingsSchema,
  readLeaveBalances,
  readLeaveSettings,
} from '../../../domain/registers/leave/leave-settings.ts'
import { readBalances, type BalanceRow } from '../../../domain/registers/leave/read-balances.ts'
import { leadersOn } from '../../../domain/roster/in-charge-circle.ts'
import { staffOfYear, type StaffMember } from '../../../domain/roster/staff.ts'
import { covers, findBar, type Reach, type Subject } from '../../../policies/permit.ts'
import { balanceView, leaveView } from '../../../queries/registers/leave-view.ts'
import { importNote } from '../../audit-notes.ts'
import type { LeaveSettingsView, leaveTownEndpoints, PersonBalance } from '../../contract/registers/leave.ts'
import { importReport } from '../../import-report.ts'
import type { RouteGroup } from '../../route.ts'
import type { TownStores } from '../../town-stores.ts'

type Moment = { readonly stores: TownStores; readonly at: Date; readonly today: LocalDate }

function isSeen(reach: Reach, { staffNumber, stays }: StaffMember): boolean {
  return covers(reach, { staffNumber, offices: stays.map(({ office }) => office) })
}

async function balancesOf(
  { stores, at, today }: Moment,
  reach: Reach,
  year: number,
): Promise<{ readonly year: number; readonly people: readonly PersonBalance[] }> {
  const town = await readLeaveTown(stores, { at, today })
  const own = readLeaveBalances(await stores.registerSettings.read(leaveBalancesName))[String(year)] ?? {}
  const records = (await stores.records.list({ register: 'leave', days: yearSpan(year) })).map(toLeave)
  const people = staffOfYear(town.roster, year).filter((person) => isSeen(reach, person))
  return {
    year,
    people: people.map(({ staffNumber, name, office }) => ({
      staffNumber,
      name,
      office,
      isOwn: Object.hasOwn(own, staffNumber),
      ...balanceView(records, town, { staffNumber, year, counts: 'granted' }),
    })),
  }
}

async function settingsOf({ stores, today }: Moment): Promise<LeaveSettingsView> {
  const settings = readLeaveSettings(await stores.registerSettings.read(leaveSettingsName))
  const leaders = leadersOn(await stores.roster.assignments(), today)
  return {
    ...settings,
    leaders: leaders.map(({ staffNumber, name, post }) => ({ staffNumber, name, post })),
  }
}

/** 工龄假 of many people in one line of the audit. */
function balancesNote(year: number, count: number) {
  const label = `${String(year)}年工龄假`
  return {
    object: { kind: 'registerSetting', id: `${leaveBalancesName}/${String(year)}`, label },
    after: { count },
  }
}

export const leaveTownRoutes: RouteGroup<typeof leaveTownEndpoints> = {
  readLeaveBalances: {
    inTown: async ({ query, reach, ...call }) => accept(await balancesOf(call, reach, query.year)),
  },
  setLeaveBalances: {
    inTown: async ({ body, ...call }) => {
      const { stores, act, subject, reach, note } = call
      const { year } = body
      const balances = body.balances.map(({ staffNumber, days }) => ({
        staffNumber,
        days: days === null ? null : quantity(days),
      }))
      const acting = { ...act, subject, reach, action: 'leave.keep' } as const
      const set = await setLeaveBalances(stores, acting, { year, balances })
      if (!set.ok) return set
      const [only] = balances
      const words = only === undefined || only.days === null ? '未登记' : formatQuantity(only.days)
      const told = balancesNote(year, balances.length)
      note(
        balances.length === 1
          ? { ...told, after: { staffNumber: only?.staffNumber ?? '', leaveDays: words } }
          : told,
      )
      return accept(await balancesOf(call, reach, year))
    },
  },
  importLeaveBalances: {
    inTown: async ({ body, file, stores, act, subject, reach, services, note, noteNothing }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const names = new Map((await stores.roster.people()).map(({ staffNumber, name }) => [staffNumber, name]))
      const read = readBalances(table.value, (staffNumber) => names.get(staffNumber) ?? null)
      const checked = read.ok ? withoutOwn(read.value, subject) : read
      const count = table.value.rows.length
      const isCommit = body.mode === 'commit' && checked.ok
      if (isCommit) {
        const acting = { ...act, subject, reach, action: 'leave.keep' } as const
        const set = await setLeaveBalances(stores, acting, { year: body.year, balances: checked.value })
        if (!set.ok) return set
        note(importNote(file, 'recordSheet', { year: body.year, count }))
      } else noteNothing()
      const done = isCommit ? '已登记' : '将登记'
      return accept(
        importReport(file, table.value, checked, {
          stored: isCommit ? count : 0,
          summary: `${done} ${String(count)} 人${String(body.year)}年的工龄假。`,
        }),
      )
    },
  },
  downloadLeaveBalances: {
    inTown: async ({ query, reach, services, note, ...call }) => {
      const { people } = await balancesOf(call, reach, query.year)
      const title = `${String(query.year)}年工龄假`
      const days = (hundredths: number | null) => (hundredths === null ? '' : formatQuantity(quantity(hundredths)))
      const sheet = {
        title,
        header: ['工号', '姓名', '工龄假天数', '已休', '事假', '抵扣', '超出', '剩余'],
        rows: people.map(({ staffNumber, name, granted, taken, personal, setOff, over, left }) => [
          staffNumber,
          name,
          ...[granted, taken, personal, setOff, over, left].map(days),
        ]),
      }
      note({ object: { kind: 'records', id: 'leave-balances', label: title }, after: { count: people.length } })
      return accept(await services.workbooks.writePlain(title, [sheet], query.format))
    },
  },
  markLeaveBalanceProblems: {
    inTown: async ({ file, stores, subject, services, note }) => {
      const table = await services.sheets.readTable(file)
      if (!table.ok) return table
      const checked = await checkedBalances(stores, table.value, subject)
      note({ object: { kind: 'recordSheet', id: 'leave-balances', label: file.name } })
      return accept(await services.sheets.withProblems(file, table.value, checked.ok ? [] : checked.refusal))
    },
  },
  readLeaveCalendar: {
    inTown: async ({ query, stores, at, today, reach }) => {
      const span = windowAround(localDate(`${query.month}-01`), 'month')
      const town = await readLeaveTown(stores, { at, today })
      const records = (await stores.records.list({ register: 'leave', days: span }))
        .map(toLeave)
        .filter(isStanding)
      const people = staffOfYear(town.roster, Number(query.month.slice(0, 4))).filter((one) => isSeen(reach, one))
      const days = daysOf(span).map((day) => ({ day, isWorking: town.calendar.isWorkingDay(day) }))
      return accept({
        month: query.month,
        days,
        people: people.map(({ staffNumber, name, office }) => ({
          staffNumber,
          name,
          office,
          leave: records
            .filter((record) => record.staffNumber === staffNumber)
            .map((record) => leaveView(record, town, [])),
        })),
      })
    },
  },
  readLeaveSettings: { inTown: async (call) => accept(await settingsOf(call)) },
  changeLeaveSettings: {
    inTown: async ({ body, ...call }) => {
      const { stores, act, note } = call
      const before = await settingsOf(call)
      const changed = await changeLeaveSettings(stores, act, leaveSettingsSchema.parse(body))
      if (!changed.ok) return changed
      note({
        object: { kind: 'registerSetting', id: leaveSettingsName, label: '请假审批' },
        before: { shortLeave: formatQuantity(quantity(before.shortLeave)), standIns: before.standIns.length },
        after: { shortLeave: formatQuantity(quantity(body.shortLeave)), standIns: body.standIns.length },
      })
      return accept(await settingsOf(call))
    },
  },
}

async function checkedBalances(
  { roster }: Pick<TownStores, 'roster'>,
  table: Table,
  subject: Subject,
): Promise<Result<readonly BalanceRow[], readonly TableProblem[]>> {
  const names = new Map((await roster.people()).map(({ staffNumber, name }) => [staffNumber, name]))
  const read = readBalances(table, (staffNumber) => names.get(staffNumber) ?? null)
  return read.ok ? withoutOwn(read.value, subject) : read
}

/** Nobody writes down his own. */
function withoutOwn(
  rows: readonly BalanceRow[],
  subject: Subject,
): Result<readonly BalanceRow[], readonly TableProblem[]> {
  const own = rows.find(({ staffNumber }) => findBar(subject, 'leave.keep', { about: staffNumber }) !== null)
  if (own === undefined) return accept(rows)
  const message = '这一行是您本人的，须由别人来登记。'
  return refuse([{ row: own.row, column: null, code: 'about-oneself', message }])
}
