import { and, asc, eq } from 'drizzle-orm'
import type { CalendarStore } from '../commands/calendar-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { nationalCalendar } from './national-calendar.ts'
import { workingDayChange } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** The working days of a town. */
export function calendarStore({ tenantId, db }: Town): CalendarStore {
  const changes = async () => {
    const rows = await db
      .select()
      .from(workingDayChange)
      .where(eq(workingDayChange.tenantId, tenantId))
      .orderBy(asc(workingDayChange.day))
    return rows.map(({ day, kind, note, at, by }) => ({ day: localDate(day), kind, note, at, by }))
  }
  return {
    national: nationalCalendar,
    changes,
    read: async () => {
      const byDay = new Map((await changes()).map(({ day, kind }) => [day, kind === 'working']))
      return { ...nationalCalendar, isWorkingDay: (day) => byDay.get(day) ?? nationalCalendar.isWorkingDay(day) }
    },
    set: async (change) => {
      const { kind, note, at, by } = change
      await db
        .insert(workingDayChange)
        .values({ tenantId, ...change })
        .onConflictDoUpdate({
          target: [workingDayChange.tenantId, workingDayChange.day],
          set: { kind, note, at, by },
        })
    },
    remove: async (day) => {
      const removed = await db
        .delete(workingDayChange)
        .where(and(eq(workingDayChange.tenantId, tenantId), eq(workingDayChange.day, day)))
        .returning({ day: workingDayChange.day })
      return removed.length > 0
    },
  }
}
