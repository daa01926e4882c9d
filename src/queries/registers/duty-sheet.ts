import { dayClasses, dayClassWords } from '../../domain/registers/duty/day-class.ts'
import { dutyPosts, dutyPostWords, dutyShiftWords } from '../../domain/registers/duty/duty-settings.ts'
import { dutyStates } from '../../domain/registers/duty/duty-record.ts'
import type { DutyDayView, DutyMonth, DutyTurnView } from './read-duty-month.ts'

type Sheet = {
  readonly title: string
  readonly preface: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** A month's roster as a workbook: a day a row, then each person's turns of the year. */
export function dutySheet(
  town: string,
  { month, days, counts, settings }: DutyMonth,
): { readonly title: string; readonly sheets: readonly Sheet[] } {
  const isShared = (name: string) =>
    new Set(counts.filter((one) => one.name === name).map(({ staffNumber }) => staffNumber)).size > 1
  const title = `${town}${month.slice(0, 4)}年${String(Number(month.slice(5)))}月值班表`
  const columns = dutyPosts.flatMap((post) =>
    post === 'leader' || settings.shifts === 'one'
      ? [{ words: dutyPostWords[post], holds: (turn: DutyTurnView) => turn.post === post }]
      : (['day', 'night'] as const).map((shift) => ({
          words: `${dutyPostWords[post]}（${dutyShiftWords[shift]}）`,
          holds: (turn: DutyTurnView) =>
            turn.post === post && (turn.shift === shift || (shift === 'day' && turn.shift === 'whole')),
        })),
  )
  return {
    title,
    sheets: [
      {
        title: '值班表',
        preface: [title],
        header: ['日期', '星期', '类别', ...columns.map(({ words }) => words)],
        rows: days.map((day) => [
          day.day,
          weekdayOf(day),
          day.holiday ?? dayClassWords[day.dayClass],
          ...columns.map(({ holds }) =>
            day.turns
              .filter(holds)
              .map((turn) => nameWithState(turn, isShared))
              .join('、'),
          ),
        ]),
      },
      {
        title: '各人次数',
        preface: [`${title}：本年累计次数（含已排未到的）`],
        header: [
          '工号',
          '姓名',
          '办公室',
          '岗位',
          '本月',
          ...dayClasses.map((one) => dayClassWords[one]),
          '合计',
          '缺岗',
        ],
        rows: counts.map(({ staffNumber, name, office, post, month: own, year, missed }) => [
          staffNumber,
          name,
          office,
          dutyPostWords[post],
          String(own),
          ...dayClasses.map((one) => String(year[one])),
          String(dayClasses.reduce((sum, one) => sum + year[one], 0)),
          String(missed),
        ]),
      },
    ],
  }
}

/** Two of one name are told apart by 工号, as the sheet has to be when it comes in again. */
function nameWithState({ name, staffNumber, state }: DutyTurnView, isShared: (name: string) => boolean): string {
  const who = isShared(name) ? `${name}（${staffNumber}）` : name
  return state === 'missing' ? `${who}（${dutyStates.missing}）` : who
}

function weekdayOf({ day }: DutyDayView): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
}
