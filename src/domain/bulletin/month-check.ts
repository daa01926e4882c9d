import { impossible } from '../primitives/result.ts'

/** What is still open of a month; each is put right somewhere else. */
export type MonthCheck =
  | { readonly kind: 'unconfirmed'; readonly count: number }
  | { readonly kind: 'objections'; readonly count: number }
  | { readonly kind: 'registers'; readonly count: number; readonly titles: readonly string[] }
  /** People with a part nobody has assessed: marks, results. */
  | { readonly kind: 'missing'; readonly count: number; readonly isDue: boolean }
  | { readonly kind: 'earlier'; readonly count: number; readonly months: readonly string[] }

/** Closing over it takes a reason; what is due only by the end of the year does not. */
export function needsReason(check: MonthCheck): boolean {
  return check.count > 0 && (check.kind !== 'missing' || check.isDue)
}

/** One line of the checklist, in words; also of what is printed on a table that was closed over it. */
export function monthCheckSentence(check: MonthCheck): string {
  const count = String(check.count)
  switch (check.kind) {
    case 'unconfirmed':
      return check.count === 0 ? '本月的记录都已确认' : `本月有${count}条记录待确认`
    case 'objections':
      return check.count === 0 ? '没有未了结的异议' : `本月的记录有${count}件异议未了结`
    case 'registers':
      return check.count === 0 ? '登记册都已填报' : `${count}个登记册没有人填报：${check.titles.join('、')}`
    case 'missing':
      if (check.count === 0) return '评分和评定都已齐'
      return `${count}人还有部分没有评定${check.isDue ? '' : '（年底前评定即可）'}`
    case 'earlier':
      return check.count === 0 ? '以前各月都已结账' : `以前有${count}个月没有结账：${check.months.join('、')}`
    default:
      return impossible(check)
  }
}
