import chineseDays from 'chinese-days'
import type { NationalCalendar } from '../commands/calendar-store.ts'
import { addDays, localDate } from '../domain/primitives/local-date.ts'

/**
 * 法定节假日 and 调休 as the State Council announces them year by year (chinese-days); a year not announced yet, in which
 * not even the first of October is a holiday, goes by weekdays.
 */
export const nationalCalendar: NationalCalendar = {
  isWorkingDay: (day) => chineseDays.isWorkday(day),
  knownUntil: lastAnnouncedYear(),
  // "National Day,国庆节,3" on a holiday and on the working day that makes up for one, else the weekday's name.
  holidayOf: (day) => chineseDays.getDayDetail(day).name.split(',')[1] ?? null,
}

function lastAnnouncedYear(): number {
  let year = 2020
  while (isAnnounced(year + 1)) year += 1
  return year
}

/** National Day's week always has a working day off. */
function isAnnounced(year: number): boolean {
  let day = localDate(`${String(year)}-10-01`)
  for (let place = 0; place < 7; place += 1, day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && chineseDays.isHoliday(day)) return true
  }
  return false
}
