import type { Settled, SettledYear } from '../queries/read-settled.ts'

const stateWords = { notice: '正在公示', final: '已经定稿', approved: '已经领导小组审定' } as const

/** Before an entry is recorded: its month is closed, its year's result is out. */
export function lateEntryWarnings({ month, year }: Settled): readonly string[] {
  const late =
    month === null
      ? []
      : [
          `${month.month.replace('-', '年')}月已于${month.closedOn}结账，这条记录将标为“迟录”，原月考核表不变，下一张月考核表单独列出。`,
        ]
  const settled =
    year === null
      ? []
      : [`${String(year.year)}年度考核结果${stateWords[year.state]}，登记后要另发更正通报，成绩和工资才会改变。`]
  return [...late, ...settled]
}

/** Before people are changed: days of these years decide results that are out. */
export function settledYearWarnings(years: readonly SettledYear[]): readonly string[] {
  return years.map(
    ({ year, state }) =>
      `${String(year)}年度考核结果${stateWords[state]}，这次变动涉及该年的在岗天数，已公布的结果不会自动改变，需要时另发更正通报。`,
  )
}
