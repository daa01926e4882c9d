import type { FinalResult } from '../domain/standing/final-result.ts'
import { figure, points } from './book-cells.ts'
import type { BookSheet } from './workbook.ts'

/** An approved annual result, people in roster order, with what it was worked out from. */
export function finalResultSheet(title: string, result: FinalResult): BookSheet {
  const schemes = result.schemes.map(({ version, title: name }) => `第${String(version)}版《${name}》`).join('、')
  return {
    name: '年度结果',
    preface: [
      title,
      `截至 ${result.asOf}，依据方案${schemes}，台账到第 ${String(result.ledgerPosition)} 条，程序 ${result.engineVersion}`,
    ],
    header: [
      '工号',
      '姓名',
      '办公室',
      '职务',
      '编制',
      '在岗天数',
      '工作项目成绩',
      '工作奖励成绩',
      '绩效成绩',
      '名次',
      '等次',
    ],
    rows: result.people.map((person) => [
      person.staffNumber,
      person.name,
      person.office,
      person.post,
      person.employment ?? '在编',
      figure(person.days.onRoster),
      points(person.work),
      points(person.reward),
      points(person.score),
      figure(person.rank),
      person.grade ?? (person.tiedFor === null ? null : `${person.tiedFor}待定`),
    ]),
    widths: [10, 10, 16, 10, 8, 10, 14, 14, 12, 8, 10],
  }
}
