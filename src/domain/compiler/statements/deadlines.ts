import { readNumeral } from '../clauses/numerals.ts'
import { dueSteps, type DueDeadline, type DueStep } from '../../scheme/scheme.ts'
import type { Stretch } from '../stated-points.ts'
import { sentencesOf } from './sentences.ts'

export type StatedDeadline = Pick<DueDeadline, 'step' | 'days' | 'kind'> & { readonly words: Stretch }

const span = '(\\d{1,3}|[一二三四五六七八九十]{1,3})个?(工作日|自然日|日|天)'
const notice = new RegExp(
  `公示(?:期|时间|期限)?[^,。;\\d一二三四五六七八九十]{0,8}${span}|${span}(?:内)?(?:的)?公示`,
  'g',
)
const within = new RegExp(`${span}(?:之?内|以内)([^,。;]{0,24}|[^。;]{0,6},[^,。;]{0,18})`, 'g')

/** Days when the text names none (SPEC §5), all of them working days. */
const usualDays: Readonly<Record<DueStep, number>> = { 公示: 5, 异议: 5, 答复: 5, 申请复核: 5, 复核: 10 }

/**
 * The time limits of due process that the text names: 公示5个工作日, 公示期内有异议的3日内提出, 7日内答复, 5日内申请复核,
 * 15日内作出复核决定. The first of each step, in the order of the steps. 日 and 天 are calendar days.
 */
export function findDeadlines(text: string): StatedDeadline[] {
  const found: StatedDeadline[] = []
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.start, sentence.end)
    if (/[扣罚]\d/.test(words)) continue
    for (const match of words.matchAll(notice))
      add(found, '公示', match[1] ?? match[3], match[2] ?? match[4], at(sentence, match.index, match[0]))
    if (!/异议|不服|复核|复议|申诉|答复|申辩|复查/.test(words)) continue
    for (const match of words.matchAll(within)) {
      const step = stepOf(words.slice(0, match.index), match[3] ?? '')
      if (step !== null) add(found, step, match[1], match[2], at(sentence, match.index, match[0]))
    }
  }
  return dueSteps.flatMap((step) => found.filter((deadline) => deadline.step === step).slice(0, 1))
}

/** The usual days of every step the text says nothing of. */
export function usualDeadlines(stated: readonly Pick<StatedDeadline, 'step'>[]): Omit<StatedDeadline, 'words'>[] {
  return dueSteps
    .filter((step) => !stated.some((deadline) => deadline.step === step))
    .map((step) => ({ step, days: usualDays[step], kind: 'working' }))
}

function at(sentence: Stretch, index: number, words: string): Stretch {
  return { start: sentence.start + index, end: sentence.start + index + words.length }
}

function add(found: StatedDeadline[], step: DueStep, numeral = '', unit = '', words: Stretch): void {
  const hundredths = readNumeral(numeral)
  const days = hundredths === null ? 0 : hundredths / 100
  if (Number.isInteger(days) && days >= 1 && days <= 366)
    found.push({ step, days, kind: unit === '工作日' ? 'working' : 'calendar', words })
}

/** What has to be done within the days, by the words after them and, failing that, by those before. */
function stepOf(before: string, after: string): DueStep | null {
  if (
    /(?:作出|做出|完成|给予|组织|进行|予以)[^,。;]{0,10}(?:复核|复查|复议|裁决|决定)|^(?:复核|复查)(?:完毕|结束)/.test(
      after,
    )
  )
    return '复核'
  if (/答复|回复|反馈|书面告知|予以说明/.test(after)) return '答复'
  if (/(?:申请|提请|要求|提出|书面)[^,。;]{0,12}(?:复核|复查|复议|申诉)|申诉/.test(after)) return '申请复核'
  if (/提出|反映|申辩|书面意见|异议|核实申请/.test(after))
    return /复核|复议|申诉/.test(after) ? '申请复核' : '异议'
  return /异议|不服/.test(before) && /申请|提交/.test(after) ? '异议' : null
}
