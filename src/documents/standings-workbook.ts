import type { Standing } from '../queries/read-standings.ts'
import { figure, points } from './book-cells.ts'
import { writeWorkbook } from './workbook.ts'

/** The standings as the page 成绩 shows them, for one period; what is not yet assessed says 待评. */
export function standingsWorkbook(result: {
  readonly town: string
  readonly period: string
  readonly asOf: string
  readonly rows: readonly Standing[]
}): Promise<Uint8Array> {
  const { town, period, asOf, rows } = result
  const categories = [...new Set(rows.flatMap((row) => row.categories.map(({ title }) => title)))]
  return writeWorkbook([
    {
      name: '成绩',
      preface: [`${town}绩效考核成绩 ${period}（截至${asOf}）`],
      header: [
        '工号',
        '姓名',
        '办公室',
        '编制',
        '排名组',
        ...categories,
        '工作项目成绩',
        '工作奖励成绩',
        '绩效成绩',
        '目前已知',
        '名次',
        '本期变动',
        '待确认记录',
      ],
      rows: rows.map((row) => [
        row.staffNumber,
        row.name,
        row.office,
        row.employment ?? '在编',
        row.rankingGroup,
        ...categories.map((title) => {
          const category = row.categories.find((one) => one.title === title)
          return category === undefined ? null : points(category.score)
        }),
        points(row.work),
        points(row.reward),
        points(row.score),
        points(row.soFar),
        row.rank === null ? '暂缺' : figure(row.rank),
        points(row.periodChange),
        figure(row.unconfirmedEntries),
      ]),
      widths: [10, 10, 16, 8, 10, ...categories.map(() => 12), 14, 14, 12, 12, 8, 10, 12],
    },
  ])
}
