import { parseHundredths } from '../../primitives/centipoints.ts'
import { fen, type Fen } from '../../primitives/fen.ts'
import type { Stretch } from '../stated-points.ts'

export type StatedPay = {
  readonly perPerson: Fen | null
  readonly amount: Stretch | null
  readonly formula: 'pool-by-score' | 'other'
  /** The clause that says what is put in, or how it is shared. */
  readonly words: Stretch
  /** Every sentence that speaks of the formula. */
  readonly sentences: readonly Stretch[]
}

const perPersonAmount =
  /(?:每人|人均)(?:每年|每月|年|月)?(?:提出|提取|拿出|预留|扣出|缴纳|提留|交纳|扣留)(?:人民币)?(\d{2,6}(?:\.\d{1,2})?)元[^,。;\n]{0,20}/
const poolByScore =
  /(?:除以|\/|÷)[^,。;\n]{0,16}(?:成绩|得分|总分|分数)[^,。;\n]{0,8}(?:之和|总和|合计)|单位分值|每分(?:值|金额)/
const paySentence = new RegExp(`单位分值|绩效工资(?:总额)?=|绩效工资总额|${perPersonAmount.source}`)

/** 每人提出2000元为绩效工资总额,除以所有人员成绩之和为单位分值: what is put in and how it is shared; null without such a clause. */
export function findPay(text: string): StatedPay | null {
  const sentences = [...sentencesAbout(text, paySentence)]
  const first = sentences[0]
  if (first === undefined) return null
  const last = sentences.at(-1) ?? first
  const amount = perPersonAmount.exec(text.slice(first.start, last.end))
  const whole = text.slice(first.start, last.end)
  const formula = poolByScore.test(whole) ? 'pool-by-score' : 'other'
  if (amount === null) return { perPerson: null, amount: null, formula, words: first, sentences }
  const start = first.start + amount.index
  const digits = start + amount[0].indexOf(amount[1] ?? '')
  const hundredths = parseHundredths(amount[1] ?? '')
  return {
    perPerson: hundredths === null ? null : fen(hundredths),
    amount: { start: digits, end: digits + (amount[1] ?? '').length + 1 },
    formula,
    words: { start, end: start + amount[0].length },
    sentences,
  }
}

function* sentencesAbout(text: string, subject: RegExp): Generator<Stretch> {
  for (const match of text.matchAll(/[^。\n]+。?/g))
    if (subject.test(match[0])) yield { start: match.index, end: match.index + match[0].length }
}
