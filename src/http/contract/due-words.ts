import type { Due } from '../../policies/due/due-of.ts'

type Told = Pick<Due, 'kind' | 'count' | 'about'>

const titles = {
  'entries-unconfirmed': ({ count }) => `${String(count)}条记录待确认`,
  'proposals-open': ({ count }) => `${String(count)}条登记建议待采纳`,
  'adoption-open': () => '方案提请通过，等领导小组决定',
  'adoption-rejected': () => '提请的方案被退回',
  'annual-result-open': ({ about }) => `${yearWords(about)}年度结果提请定稿，等领导小组决定`,
  'annual-result-rejected': ({ about }) => `提请的${yearWords(about)}年度结果被退回`,
  'pay-list-open': ({ about }) => `${yearWords(about)}工资清单提请定稿，等领导小组决定`,
  'pay-list-rejected': ({ about }) => `提请的${yearWords(about)}工资清单被退回`,
  'draft-open': () => '办法草案还没有提请通过',
  'corrections-open': ({ count }) => `${String(count)}件更正申请待答复`,
  'complaints-received': ({ count }) => `${String(count)}件投诉举报待受理`,
  'complaints-verifying': ({ count }) => `${String(count)}件投诉举报在核实，待结论`,
  'month-open': ({ count, about }) =>
    count === 1
      ? `${monthWords(about)}还没有月考核`
      : `${String(count)}个月还没有月考核，最早的是${monthWords(about)}`,
  'quarter-open': ({ count, about }) =>
    count === 1
      ? `${quarterWords(about)}还没有通报`
      : `${String(count)}个季度还没有通报，最早的是${quarterWords(about)}`,
  'annual-result-due': ({ about }) => `${yearWords(about)}年终综合评定还没有提请`,
  'pay-list-due': ({ about }) => `${yearWords(about)}绩效工资清单还没有提请`,
  'round-not-opened': () => '本周督查还没有安排',
  'round-not-ended': ({ about }) => `督查还没有结束：${about ?? ''}`,
  'objection-answer': ({ about }) => `异议待答复：${numberWords(about)}`,
  'objection-cure': ({ about }) => `异议成立，待更正：${numberWords(about)}`,
  'review-ask': ({ about }) => `异议已答复，可以申请复核：${numberWords(about)}`,
  'review-decide': ({ about }) => `复核待领导小组决定：${numberWords(about)}`,
  'discretion-decide': ({ count }) => `${String(count)}件裁量扣分待领导小组决定`,
  'discretion-enter': ({ count }) => `${String(count)}件裁量扣分已决定，待登记`,
  'notice-running': ({ about }) => `公示中，可以提出异议：${about ?? ''}`,
  'notice-ended': ({ about }) => `公示期满，待定稿：${about ?? ''}`,
  'entries-to-sign': ({ count }) => `${String(count)}条关于您的记录待签收`,
  'objection-ending': ({ count }) => `${String(count)}条关于您的记录还可以提出异议`,
  'leave-to-decide': ({ count }) => `${String(count)}人请假，等您批`,
  'leave-to-register': ({ count }) => `${String(count)}次请假已批准，待备案`,
  'leave-return-due': () => '假期已满，还没有销假',
  'duty-next': ({ count, about }) =>
    count === 1 ? `${dayWords(about)}轮到您值班` : `轮到您值班${String(count)}次，最近的是${dayWords(about)}`,
  'duty-swap': ({ count, about }) =>
    count === 1 ? `有人请您接${dayWords(about)}的班，待答复` : `${String(count)}个换班请求待您答复`,
  'gathering-called': ({ count, about }) =>
    count === 1 ? `请参加：${about ?? ''}` : `请参加${String(count)}次会议或活动，最近的是${about ?? ''}`,
  'study-to-check': ({ count }) => `${String(count)}篇读书笔记待核对`,
  'task-to-hand-in': ({ count }) => `${String(count)}件督办任务待办`,
  'task-to-judge': ({ count }) => `${String(count)}件督办任务已交，待评定`,
  'roll-open': ({ count, about }) =>
    count === 1 ? `${about ?? ''}还没有结束点名` : `${String(count)}次会议或活动还没有结束点名`,
  'holidays-unknown': ({ about }) => `${about ?? ''}年的节假日安排还没有录入，工作日暂按周一至周五计`,
  'deliveries-failed': ({ count }) => `${String(count)}条提醒没有发出或可能没有发出`,
} as const satisfies Record<Due['kind'], (told: Told) => string>

/** What waits, in one phrase; without the names of people, since it also goes out by mail and to groups. */
export function dueTitle(told: Told): string {
  return titles[told.kind](told)
}

/** A line with its day: 3条记录待确认（10月12日到期）; late ones say by how long. */
export function reminderTitle(due: Due): string {
  const { dueOn, daysLeft, isOverdue, isEscalated } = due
  const title = `${isEscalated ? '逾期未办：' : ''}${dueTitle(due)}`
  if (dueOn === null || daysLeft === null) return title
  const day = `${String(Number(dueOn.slice(5, 7)))}月${String(Number(dueOn.slice(8, 10)))}日`
  return isOverdue ? `${title}（应于${day}办完，已逾期）` : `${title}（${day}到期）`
}

/** 2026-03-09: 3月9日. */
function dayWords(day: string | null): string {
  return day === null ? '' : `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
}

function yearWords(year: string | null): string {
  return year === null ? '' : `${year}年`
}

/** 2026-03: 2026年3月. */
function monthWords(month: string | null): string {
  const [year = '', number = ''] = (month ?? '').split('-')
  return `${year}年${String(Number(number))}月`
}

/** 2026-Q1: 2026年第1季度. */
function quarterWords(quarter: string | null): string {
  const [year = '', number = ''] = (quarter ?? '').split('-Q')
  return `${year}年第${number}季度`
}

/** 2026-3: 2026年第3号. */
function numberWords(about: string | null): string {
  const [year = '', number = ''] = (about ?? '').split('-')
  return `${year}年第${number}号`
}
