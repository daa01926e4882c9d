import { defineText } from './dictionary.ts'
import { dayText, pointsText } from './figure.ts'

const monthWord = (month: string) => `${String(Number(month.slice(5, 7)))}月`
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const englishMonth = (month: string) => months[Number(month.slice(5, 7)) - 1] ?? month

/** Words of the charts on 工作台. */
export const monthFiguresText = defineText(
  {
    /** What the month came to, beside the one before. */
    finding: (month: string, now: number, before: number) => {
      const own = `${monthWord(month)}扣 ${pointsText(now)} 分`
      if (now === before) return now === 0 ? `${monthWord(month)}没有扣分，上月也没有` : `${own}，和上月一样`
      return `${own}，比上月${now < before ? '少' : '多'} ${pointsText(Math.abs(now - before))} 分`
    },
    whose: { town: '全镇', offices: '分管的办公室', self: '本人' },
    asOf: (day: string) => `截至${dayText(day)}，按已确认的记录。`,
    month: '月份',
    monthWord,
    office: '办公室',
    allOffices: '全部办公室',
    rule: '项目或条款',
    allRules: '全部项目',
    wholeItem: (item: string) => `${item}（整项）`,
    chart: '图',
    table: '表',
    views: '看图或看表',
    nothing: '今年还没有确认的扣分',
    nothingHint: '记录确认以后，每月的扣分会画在这里。',
    describe: (finding: string) => `${finding}。切换到“表”可以逐行读。`,
    trend: {
      most: (month: string, mean: number) => `人均扣分最多的是${monthWord(month)}：${pointsText(mean)} 分`,
      mostOwn: (month: string, points: number) => `扣分最多的是${monthWord(month)}：${pointsText(points)} 分`,
      none: '今年在所选范围内没有扣分',
      mean: '人均扣分',
      own: '扣分',
      meanOfAll: '全部办公室人均',
      columns: {
        month: '月份',
        points: '扣分',
        people: '人数',
        mean: '人均',
        meanOfAll: '全部办公室人均',
        lines: '条数',
      },
    },
    year: {
      title: (day: string, points: number) => `一天里扣得最多的是${dayText(day)}：${pointsText(points)} 分`,
      none: '今年在所选范围内没有扣分',
      hint: '一格一天，颜色越深扣得越多；点一格看那天的记录。',
      columns: { on: '日期', points: '扣分', lines: '条数' },
      weekdays: ['日', '一', '二', '三', '四', '五', '六'],
      months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    },
    scores: {
      title: (from: number, to: number, people: number) =>
        `${pointsText(from)}–${pointsText(to)} 分的人最多：${String(people)} 人`,
      provisional: '还有没评的部分，按已计的分画。',
      people: '人数',
      columns: { range: '成绩（分）', people: '人数' },
      range: (from: number, to: number) => `${pointsText(from)}–${pointsText(to)}`,
      open: '看成绩排名',
    },
    items: {
      title: (item: string, now: number, before: number) =>
        now === before
          ? `各项目和上月一样`
          : `“${item}”变化最大：${now < before ? '少' : '多'} ${pointsText(Math.abs(now - before))} 分`,
      none: '本月和上月都没有扣分',
      now: '本月',
      before: '上月',
      columns: { item: '项目', now: '本月', before: '上月', change: '增减' },
    },
    tooltip: (place: string, points: number, lines: number) =>
      `${place}\n扣 ${pointsText(points)} 分，${String(lines)} 条`,
    people: (place: string, count: number) => `${place} 分\n${String(count)} 人`,
  },
  {
    finding: (month, now, before) => {
      const own = `${englishMonth(month)}: ${pointsText(now)} points off`
      if (now === before)
        return now === 0
          ? `${englishMonth(month)}: nothing off, as the month before`
          : `${own}, as the month before`
      return `${own}, ${pointsText(Math.abs(now - before))} ${now < before ? 'fewer' : 'more'} than the month before`
    },
    whose: { town: 'The town', offices: 'Offices in charge', self: 'Myself' },
    asOf: (day) => `As of ${day}, confirmed entries.`,
    month: 'Month',
    monthWord: englishMonth,
    office: 'Office',
    allOffices: 'All offices',
    rule: 'Item or clause',
    allRules: 'All items',
    wholeItem: (item) => `${item} (whole)`,
    chart: 'Chart',
    table: 'Table',
    views: 'Charts or tables',
    nothing: 'No confirmed deductions this year',
    nothingHint: 'Once entries are confirmed, the months are drawn here.',
    describe: (finding) => `${finding}. Switch to the table to read it line by line.`,
    trend: {
      most: (month, mean) => `Most per person in ${englishMonth(month)}: ${pointsText(mean)}`,
      mostOwn: (month, points) => `Most in ${englishMonth(month)}: ${pointsText(points)}`,
      none: 'Nothing deducted in this selection',
      mean: 'Per person',
      own: 'Points off',
      meanOfAll: 'Per person, all offices',
      columns: {
        month: 'Month',
        points: 'Points off',
        people: 'People',
        mean: 'Each',
        meanOfAll: 'Each, all offices',
        lines: 'Lines',
      },
    },
    year: {
      title: (day, points) => `Most on one day: ${day}, ${pointsText(points)}`,
      none: 'Nothing deducted in this selection',
      hint: 'A square is a day, the darker the more; it leads to the entries of that day.',
      columns: { on: 'Day', points: 'Points off', lines: 'Lines' },
      weekdays: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
      months,
    },
    scores: {
      title: (from, to, people) =>
        `Most people lie between ${pointsText(from)} and ${pointsText(to)}: ${String(people)}`,
      provisional: 'Parts are not yet assessed: scores so far.',
      people: 'People',
      columns: { range: 'Score', people: 'People' },
      range: (from, to) => `${pointsText(from)}–${pointsText(to)}`,
      open: 'Scores',
    },
    items: {
      title: (item, now, before) =>
        now === before
          ? 'Items as the month before'
          : `“${item}” changed most: ${pointsText(Math.abs(now - before))} ${now < before ? 'fewer' : 'more'}`,
      none: 'Nothing deducted in either month',
      now: 'This month',
      before: 'Last month',
      columns: { item: 'Item', now: 'This month', before: 'Last month', change: 'Change' },
    },
    tooltip: (place, points, lines) => `${place}\n${pointsText(points)} off, ${String(lines)} lines`,
    people: (place, count) => `${place}\n${String(count)} people`,
  },
)
