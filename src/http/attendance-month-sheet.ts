import { formatQuantity, quantity } from '../domain/primitives/quantity.ts'
import { dayMarks, dayMarkWords } from '../domain/registers/attendance/day-mark.ts'
import type { AttendanceMonth } from '../queries/registers/attendance-month.ts'

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

/** The month's grid as a sheet of text: a person a row, a day a column, what it comes to at the end. */
export function attendanceMonthSheet(town: string, { month, days, rows }: AttendanceMonth) {
  const [year = '', number = ''] = month.split('-')
  const legend = dayMarks
    .map((mark) => dayMarkWords[mark])
    .flatMap(({ sign, title }) => (sign === '' ? [] : [`${sign} ${title}`]))
  return {
    title: `${year}年${String(Number(number))}月考勤表`,
    preface: [`${town}${year}年${String(Number(number))}月考勤表`, legend.join('  ')],
    header: [
      '姓名',
      '工号',
      '办公室',
      ...days.map(({ day }) => dayTitle(day)),
      '迟到（次）',
      '早退（次）',
      '旷工（天）',
    ],
    rows: rows.map(({ name, staffNumber, office, cells, counts }) => [
      name,
      staffNumber,
      office,
      ...cells.map(({ mark }) => dayMarkWords[mark].sign),
      String(counts.late),
      String(counts.early),
      formatQuantity(quantity(counts.absent)),
    ]),
  }
}

function dayTitle(day: string): string {
  return `${String(Number(day.slice(8)))} ${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`
}
