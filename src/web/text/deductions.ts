import { defineText } from './dictionary.ts'
import { pointsText } from './figure.ts'

/** Words of 扣分明细, the list behind a mark of the charts. */
export const deductionsText = defineText(
  {
    title: '扣分明细',
    days: (from: string, to: string) => (from === to ? from : `${from} 至 ${to}`),
    sum: (lines: number, points: number) => `${String(lines)} 条，合计扣 ${pointsText(points)} 分`,
    back: '回工作台',
    allEntries: '台账里这几天的全部记录',
    on: '日期',
    person: '姓名',
    office: '办公室',
    item: '项目',
    rule: '条款',
    points: '扣分',
    why: '依据',
    toEntry: '看记录',
    toSheet: '看成绩单',
    empty: '这里没有扣分',
    emptyHint: '所选的日期、办公室和项目没有已确认的扣分；更正冲销以后，扣分也从这里消失。',
  },
  {
    title: 'Deductions',
    days: (from, to) => (from === to ? from : `${from} to ${to}`),
    sum: (lines, points) => `${String(lines)} lines, ${pointsText(points)} off together`,
    back: 'Back to the overview',
    allEntries: 'All entries of these days',
    on: 'Day',
    person: 'Person',
    office: 'Office',
    item: 'Item',
    rule: 'Clause',
    points: 'Points',
    why: 'Grounds',
    toEntry: 'Entry',
    toSheet: 'Score sheet',
    empty: 'Nothing deducted here',
    emptyHint: 'No confirmed deductions on these days in this office and item; what is reversed leaves this list.',
  },
)
