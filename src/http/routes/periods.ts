import { randomBytes } from 'node:crypto'
import { acknowledgeEntries } from '../../commands/acknowledge-entries.ts'
import { closeMonth } from '../../commands/close-month.ts'
import { backingOf } from '../../domain/bulletin/backing.ts'
import { monthCheckSentence, needsReason } from '../../domain/bulletin/month-check.ts'
import { localDate, yearOf } from '../../domain/primitives/local-date.ts'
import { accept, assert } from '../../domain/primitives/result.ts'
import { readCalendar } from '../../queries/read-calendar.ts'
import { listMonths, readMonth, type MonthRow as ListedMonth } from '../../queries/read-month.ts'
import { readOwnNews } from '../../queries/read-own-news.ts'
import { sha256, shownDigest } from '../bulletin-digest.ts'
import type { MonthRow, periodEndpoints } from '../contract/periods.ts'
import type { RouteGroup } from '../route.ts'

export const periodRoutes: RouteGroup<typeof periodEndpoints> = {
  listMonths: {
    inTown: async ({ query, stores, today }) => {
      const months = await listMonths(stores, query.year, today)
      return accept({ year: query.year, months: months.map(toMonthRow) })
    },
  },
  previewMonth: {
    inTown: async ({ body, stores, today, services }) => {
      const { month, reason, withoutBalance: gradesOnly } = body
      const { engineVersion } = services
      const read = await readMonth(stores, { month, reason, gradesOnly, today, engineVersion })
      if (!read.ok) return read
      const number = (await stores.bulletins.lastNumber('monthly', read.value.year)) + 1
      const content = read.value.content({ number, publishedOn: today })
      return accept({
        month,
        checks: read.value.checks.map((check) => ({
          kind: check.kind,
          count: check.count,
          words: monthCheckSentence(check),
          needsReason: needsReason(check),
        })),
        needsReason: read.value.needsReason,
        content,
        digest: shownDigest(content),
      })
    },
  },
  closeMonth: {
    inTown: async ({ body, stores, act, today, services, note }) => {
      const { month, reason, withoutBalance: gradesOnly } = body
      const { engineVersion } = services
      const read = await readMonth(stores, { month, reason, gradesOnly, today, engineVersion })
      if (!read.ok) return read
      const { assessed, ledgerPosition } = read.value
      const newSalt = () => randomBytes(32).toString('hex')
      const backing = backingOf({ newSalt, year: { figures: assessed, ledgerPosition } }, sha256)
      const now = shownDigest(read.value.content({ number: 1, publishedOn: today }))
      const closed = await closeMonth(stores, act, { ...read.value, backing }, { shown: body.digest, now })
      if (!closed.ok) return closed
      const open = closed.value.checklist.open.map(({ words }) => words)
      note({
        object: { kind: 'month', id: month, label: month },
        before: { state: 'running' },
        after: { state: 'ended', openMatters: open },
        reason: closed.value.checklist.reason,
      })
      const row = (await listMonths(stores, yearOf(localDate(`${month}-01`)), today)).find(
        (one) => one.month === month,
      )
      assert(row !== undefined, 'a month is one of its year')
      return accept(toMonthRow(row))
    },
  },
  readOwnNews: {
    inTown: async ({ query, stores, subject }) => accept(await readOwnNews(stores, query.year, subject)),
  },
  acknowledgeEntries: {
    inTown: async ({ body, stores, act, subject, note }) => {
      const acknowledged = await acknowledgeEntries(stores, act, subject, body.entryIds)
      if (!acknowledged.ok) return acknowledged
      const label = `${subject.by} ${String(acknowledged.value)}条`
      note({
        object: { kind: 'acknowledgement', id: subject.staffNumber ?? '', label },
        after: { count: acknowledged.value },
      })
      return accept({ acknowledged: acknowledged.value })
    },
  },
  readCalendar: {
    inTown: async ({ query, stores }) => accept(await readCalendar(stores.calendar, query.year)),
  },
  changeCalendar: {
    inTown: async ({ body, stores, act, note }) => {
      const day = localDate(body.day)
      const before = (await stores.calendar.changes()).find((change) => change.day === day) ?? null
      const { kind } = body
      if (kind === null) await stores.calendar.remove(day)
      else await stores.calendar.set({ day, kind, note: body.note, at: act.at, by: act.by })
      note({
        object: { kind: 'working-day', id: day, label: day },
        before: { dayKind: before?.kind ?? 'national' },
        after: { dayKind: kind ?? 'national' },
        reason: body.note === '' ? null : body.note,
      })
      return accept(await readCalendar(stores.calendar, yearOf(day)))
    },
  },
}

function toMonthRow({ closed, ...row }: ListedMonth): MonthRow {
  return {
    ...row,
    closed:
      closed === null
        ? null
        : {
            at: closed.closedAt.toISOString(),
            by: closed.closedBy,
            bulletinId: closed.bulletinId,
            open: closed.checklist.open.map(({ words }) => words),
            reason: closed.checklist.reason,
          },
  }
}
