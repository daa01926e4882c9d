import { missingPartSentence } from '../domain/scoring/missing-part-sentence.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { figure, points } from './book-cells.ts'
import type { BookSheet } from './workbook.ts'

/** The standings: a row per person in roster order, categories beside, missing parts named and never 0. */
export function standingsSheet(
  title: string,
  {
    sheets,
    ranks,
  }: { readonly sheets: readonly ScoreSheet[]; readonly ranks: readonly (number | null)[] },
): BookSheet {
  const categories = [...new Set(sheets.flatMap((sheet) => sheet.categories.map(({ title }) => title)))]
  return {
    name: '成绩',
    preface: [title],
    header: ['工号', '姓名', '办公室', '职务', ...categories, '工作项目成绩', '工作奖励成绩', '绩效成绩', '目前已知', '名次', '缺什么'],
    rows: sheets.map((sheet, index) => [
      sheet.staffNumber,
      sheet.name,
      sheet.office,
      sheet.post,
      ...categories.map((title) => {
        const category = sheet.categories.find((one) => one.title === title)
        return category === undefined ? null : points(category.score)
      }),
      points(sheet.work),
      points(sheet.reward),
      points(sheet.score),
      points(sheet.soFar),
      ranks[index] === null || ranks[index] === undefined ? null : figure(ranks[index]),
      sheet.missing.map(missingPartSentence).join('；'),
    ]),
    widths: [10, 10, 16, 10, ...categories.map(() => 12), 14, 14, 12, 12, 8, 40],
  }
}
