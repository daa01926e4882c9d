import type { MissingPart } from '../../domain/scoring/score-sheet.ts'

/** Where the missing part is put right; the address is made by the page that shows it. */
export type Remedy = 'ratings' | 'scheme' | 'record' | 'registers' | 'roster' | 'member-sheet'

/** What is still missing before a score stands, and where to put it right. */
export function missingPartText(part: MissingPart): { readonly sentence: string; readonly remedy: Remedy } {
  switch (part.code) {
    case 'no-rating':
      return {
        sentence: part.group === null ? `${part.category}还没有评分` : `${part.category}缺${part.group}的评分`,
        remedy: 'ratings',
      }
    case 'no-sheet':
      return { sentence: `${part.category}：方案里没有${part.office}的考核表`, remedy: 'scheme' }
    case 'item-unassessed':
      return { sentence: `“${part.item}”还没有登记完成情况`, remedy: 'record' }
    case 'register-not-kept':
      return { sentence: `“${part.item}”没有登记，须认定已核或不适用`, remedy: 'registers' }
    case 'amount-unknown':
      return { sentence: `“${part.item}”的分值没有确定`, remedy: 'scheme' }
    case 'no-staff':
      return { sentence: `分管的办公室（${part.offices.join('、')}）没有工作人员，无法取平均分`, remedy: 'roster' }
    case 'no-deputy':
      return { sentence: '没有分管领导，无法取平均分', remedy: 'roster' }
    case 'member-partial':
      return { sentence: `${part.name}的成绩还没有评完`, remedy: 'member-sheet' }
  }
}

export const remedyWords: Readonly<Record<Remedy, string>> = {
  ratings: '去评分',
  scheme: '去补方案',
  record: '去登记',
  registers: '去认定',
  roster: '去改名册',
  'member-sheet': '看成绩单',
}
