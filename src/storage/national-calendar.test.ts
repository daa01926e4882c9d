import { expect, test } from 'vitest'
import { localDate } from '../domain/primitives/local-date.ts'
import { nationalCalendar } from './national-calendar.ts'

test('国务院公布的放假和调休：节日休息，补班的周末上班', () => {
  const worked = (day: string) => nationalCalendar.isWorkingDay(localDate(day))
  expect([worked('2025-10-01'), worked('2025-10-11'), worked('2025-10-12')]).toEqual([false, true, false])
  expect([worked('2026-02-14'), worked('2026-02-16'), worked('2026-02-28')]).toEqual([true, false, true])
})

test('说得出日历公布到哪一年', () => {
  expect(nationalCalendar.knownUntil).toBeGreaterThanOrEqual(2026)
  expect(nationalCalendar.knownUntil).toBeLessThan(2100)
})
