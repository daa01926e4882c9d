import type { BulletinBlock } from '../bulletin/bulletin.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import { lastOf } from './proceeding-state.ts'
import type { Objection } from './proceeding.ts'
import type { Minutes, Outcome } from './step-deed.ts'

/** 异议〔2026〕3号. */
export function proceedingMark({
  kind,
  year,
  number,
}: {
  readonly kind: 'objection' | 'discretion'
  readonly year: number
  readonly number: number
}): string {
  return `${kind === 'objection' ? '异议' : '裁量'}〔${String(year)}〕${String(number)}号`
}

export const outcomeWords = {
  upheld: '异议成立',
  partly: '异议部分成立',
  rejected: '异议不成立',
} as const satisfies Record<Outcome, string>

/** What a document about an objection tells besides the steps themselves. */
export type ObjectionTold = {
  /** Of whom it is about. */
  readonly name: string
  /** The entry or the figure, in sentences. */
  readonly about: readonly string[]
}

const heading = (text: string): BulletinBlock => ({ kind: 'heading', level: 1, text })
const paragraph = (text: string): BulletinBlock => ({ kind: 'paragraph', text })

/** 异议答复: what was objected to, the person's words, the office's word with its reasons, and what he may still do. */
export function answerBlocks(objection: Objection, { name, about }: ObjectionTold): readonly BulletinBlock[] {
  const filed = lastOf(objection, 'filed')
  const answered = lastOf(objection, 'answered')
  if (filed === null || answered === null) return []
  const { outcome, reasons } = answered.deed
  return [
    paragraph(`${name}同志：`),
    paragraph(`您于${inWords(filed.on)}提出的异议（${proceedingMark(objection)}）收悉。经核查，答复如下。`),
    heading('异议事项'),
    ...about.map(paragraph),
    heading('您的意见'),
    ...linesOf(filed.deed.words),
    heading('答复'),
    paragraph(`${outcomeWords[outcome]}。`),
    ...linesOf(reasons),
    heading('后续'),
    paragraph(afterAnswer(outcome, answered.dueOn)),
  ]
}

function afterAnswer(outcome: Outcome, dueOn: LocalDate | null): string {
  const cure = outcome === 'rejected' ? '' : '考核办将更正（冲销）有关记录；已经公布的，另发更正通报。'
  const review =
    dueOn === null
      ? ''
      : `对答复不服的，可以在${inWords(dueOn)}以前（含当日）申请考核领导小组复核；逾期不申请的，异议办结。`
  return `${cure}${review}`
}

/** 复核决定: the same with the leading group's meeting. */
export function reviewBlocks(objection: Objection, { name, about }: ObjectionTold): readonly BulletinBlock[] {
  const asked = lastOf(objection, 'review-asked')
  const decided = lastOf(objection, 'review-decided')
  const answered = lastOf(objection, 'answered')
  if (asked === null || decided === null) return []
  const { outcome, reasons, minutes } = decided.deed
  const before =
    answered === null
      ? '考核办没有在期限内答复'
      : `考核办于${inWords(answered.on)}答复：${outcomeWords[answered.deed.outcome]}`
  return [
    paragraph(`${name}同志：`),
    paragraph(
      `您于${inWords(asked.on)}就异议（${proceedingMark(objection)}）申请复核。${before}。考核领导小组复核决定如下。`,
    ),
    heading('异议事项'),
    ...about.map(paragraph),
    heading('申请复核的理由'),
    ...linesOf(asked.deed.words),
    heading('会议'),
    ...minutesLines(minutes).map(paragraph),
    heading('决定'),
    paragraph(`${outcomeWords[outcome]}。`),
    ...linesOf(reasons),
    heading('后续'),
    paragraph(
      `${outcome === 'rejected' ? '原记录或原公布的数不变。' : '有关记录予以更正（冲销）；已经公布的，另发更正通报。'}对决定仍不服的，可以向区级申诉，申诉期间不停止执行。`,
    ),
  ]
}

/** 会议纪要 in lines: its title and day, who was there, who stayed out. */
export function minutesLines({ title, meetingOn, present, recused }: Minutes): readonly string[] {
  return [
    `${title}，${inWords(meetingOn)}召开。`,
    `参加：${present.join('、')}。`,
    recused.length === 0 ? '没有需要回避的成员。' : `回避：${recused.join('、')}。`,
  ]
}

function linesOf(words: string): readonly BulletinBlock[] {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()))
}

/** 2026年3月9日. */
export function inWords(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${String(Number(month))}月${String(Number(date))}日`
}
