import { describe, expect, test } from 'vitest'
import { addDays, localDate } from './local-date.ts'
import { firstWorkingDayFrom, lastDayWithin, workingDaysBetween } from './working-calendar.ts'

/** Weekdays, but 2026-10-01 to 10-07 off and Saturday 10-10 worked. */
const calendar = {
  knownUntil: 2026,
  isWorkingDay: (day: string) => {
    if (day >= '2026-10-01' && day <= '2026-10-07') return false
    if (day === '2026-10-10') return true
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6
  },
}

describe('工作日', () => {
  test.each([
    ['2026-03-02', 5, '2026-03-09'], // 周一起，次日算第一天
    ['2026-03-06', 1, '2026-03-09'], // 周五
    ['2026-03-07', 1, '2026-03-09'], // 周六的事，周一是第一天
    ['2026-09-29', 2, '2026-10-08'], // 跨国庆
    ['2026-10-08', 2, '2026-10-10'], // 补班的周六算
  ])('%s 之后 %s 个工作日到 %s 为止', (event, days, last) => {
    expect(lastDayWithin(localDate(event), { days, kind: 'working' }, calendar)).toBe(last)
  })

  test('按自然日的期限落在休息日，顺延到下一个工作日', () => {
    expect(lastDayWithin(localDate('2026-09-28'), { days: 5, kind: 'calendar' }, calendar)).toBe('2026-10-08')
    expect(lastDayWithin(localDate('2026-03-02'), { days: 7, kind: 'calendar' }, calendar)).toBe('2026-03-09')
  })

  test('两天之间的工作日，往前数是负的', () => {
    expect(workingDaysBetween(localDate('2026-09-30'), localDate('2026-10-10'), calendar)).toBe(3)
    expect(workingDaysBetween(localDate('2026-10-10'), localDate('2026-09-30'), calendar)).toBe(-3)
    expect(workingDaysBetween(localDate('2026-03-02'), localDate('2026-03-02'), calendar)).toBe(0)
  })

  test('加天数跨月跨年', () => {
    expect(addDays(localDate('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(localDate('2028-03-01'), -1)).toBe('2028-02-29')
    expect(firstWorkingDayFrom(localDate('2026-10-01'), calendar)).toBe('2026-10-08')
  })
})
