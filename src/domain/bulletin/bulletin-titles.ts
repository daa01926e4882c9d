import { noticedKinds, type BulletinContent, type BulletinKind } from './bulletin.ts'
import type { BulletinTerms } from './bulletin-terms.ts'

export const bulletinKindWords: Readonly<Record<BulletinKind, string>> = {
  inspection: '督查通报',
  monthly: '月考核表',
  quarterly: '季度通报',
  annual: '年度考核结果公示',
  payroll: '绩效工资发放表',
  'objection-answer': '异议答复',
  'review-decision': '复核决定',
}

/** Kinds the office drafts, previews and publishes by hand; the others come of a close, a round or a decision. */
export const draftedKinds = ['quarterly', 'annual', 'payroll'] as const satisfies readonly BulletinKind[]
export type DraftedKind = (typeof draftedKinds)[number]

const quarterWords = ['一', '二', '三', '四'] as const

/** 清源镇2026年第三季度绩效考核情况通报; what corrects another says so. */
export function bulletinTitle(given: {
  readonly town: string
  readonly kind: DraftedKind
  readonly period: string
  readonly corrects: boolean
}): string {
  const { town, kind, period, corrects } = given
  const [year = '', part = ''] = period.split('-')
  const correction = corrects ? '（更正）' : ''
  if (kind === 'quarterly')
    return `${town}${year}年第${quarterWords[Number(part.slice(1)) - 1] ?? part}季度绩效考核情况通报${correction}`
  if (kind === 'annual') return `${town}${year}年度绩效考核结果公示${correction}`
  return corrects ? `${town}${year}年度绩效工资补发追扣表` : `${town}${year}年度绩效工资发放表`
}

/** （季度通报2026年第1号，2026年10月12日） */
export function bulletinSubtitle(kind: BulletinKind, year: number, number: number, publishedOn: string): string {
  return `（${bulletinKindWords[kind]}${String(year)}年第${String(number)}号，${dayInWords(publishedOn)}）`
}

/** 2026-10-12 → 2026年10月12日. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${String(Number(month))}月${String(Number(date))}日`
}

/** The last words of a bulletin that is publicly noticed: how long, about what, and where to. */
export function noticeWords(
  notice: NonNullable<BulletinContent['notice']>,
  terms: Pick<BulletinTerms, 'notice'>,
): string {
  const days = terms.notice === null ? '' : `（${String(terms.notice.days)}个${dayKindWords[terms.notice.kind]}）`
  return `公示期自${dayInWords(notice.from)}起，至${dayInWords(notice.to)}止${days}。对${notice.scope}有异议的，可在公示期内提出，联系方式：${notice.contact}。公示期满且异议办结后定稿。`
}

const dayKindWords = { working: '工作日', calendar: '自然日' } as const

/** Whether a kind has days of notice. */
export function isNoticed(kind: BulletinKind): boolean {
  return noticedKinds.includes(kind)
}
