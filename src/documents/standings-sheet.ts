import { missingPartSentence } from '../domain/scoring/missing-part-sentence.ts'
import type { CategoryScore, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { figure, points } from './book-cells.ts'
import type { BookSheet } from './workbook.ts'

/** What one row of the standings shows: a person's published figures; null is not yet assessed. */
export type StandingLine = Pick<
  ScoreSheet,
  'staffNumber' | 'name' | 'office' | 'post' | 'employment' | 'work' | 'reward' | 'score' | 'soFar' | 'missing'
> & {
  readonly categories: readonly Pick<CategoryScore, 'title' | 'score'>[]
  readonly rank: number | null
}

/** Sheets with the ranks that stand in the same order. */
export function standingLines(
  sheets: readonly ScoreSheet[],
  ranks: readonly (number | null)[],
): readonly StandingLine[] {
  return sheets.map((sheet, index) => ({ ...sheet, rank: ranks[index] ?? null }))
}

/** The standings: a row per person in the order given, categories beside; what is missing is said, never 0. */
export function standingsSheet(title: string, rows: readonly StandingLine[]): BookSheet {
  const categories = [...new Set(rows.flatMap((row) => row.categories.map((category) => category.title)))]
  return {
    name: '成绩',
    preface: [title],
    header: [
      '工号',
      '姓名',
      '办公室',
      '编制',
      '职务',
      ...categories,
      '工作项目成绩',
      '工作奖励成绩',
      '绩效成绩',
      '已计',
      '名次',
      '缺什么',
    ],
    rows: rows.map((row) => [
      row.staffNumber,
      row.name,
      row.office,
      row.employment ?? '在编',
      row.post,
      ...categories.map((name) => {
        const category = row.categories.find((one) => one.title === name)
        return category === undefined ? null : points(category.score)
      }),
      points(row.work),
      points(row.reward),
      points(row.score),
      points(row.soFar),
      row.rank === null ? '暂缺' : figure(row.rank),
      row.missing.map(missingPartSentence).join('；'),
    ]),
    widths: [10, 10, 16, 8, 10, ...categories.map(() => 12), 14, 14, 12, 12, 8, 40],
  }
}
