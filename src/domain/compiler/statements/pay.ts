import { parseHundredths } from '../../primitives/centipoints.ts'
import { fen, type Fen } from '../../primitives/fen.ts'
import type { Stretch } from '../stated-points.ts'
import { sentencesOf } from './sentences.ts'

export type StatedPay = {
  /** What each person puts into the pool in a year. */
  readonly perPerson: Fen | null
  readonly amount: Stretch | null
  /** Twelve times what the text says by the month. */
  readonly isMonthly: boolean
  readonly formula: 'pool-by-score' | 'other'
  /** The clause that says what is put in, or how it is shared. */
  readonly words: Stretch
  /** Every sentence that speaks of the formula. */
  readonly sentences: readonly Stretch[]
}

const putIn = '提出|提取|拿出|预留|扣出|缴纳|提留|交纳|扣留|统筹|核出|划出|抽出'
const perPersonAmount = new RegExp(
  `(?:每人|人均|按人头|每名(?:干部|职工|工作人员))[^,。;:\\d]{0,20}?(?:${putIn})(?:人民币)?(\\d{2,6}(?:\\.\\d{1,2})?)元[^,。;\\n]{0,20}`,
)
/** 按人均3000元设立绩效奖金总额. */
const poolPerHead =
  /(?:按照?|以)?(?:每人|人均)[^,。;:\d]{0,8}(\d{2,6}(?:\.\d{1,2})?)元[^,。;\d]{0,8}(?:设立|核定|作为|为|计算|建立)[^,。;\d]{0,8}(?:绩效|考核|奖金)[^,。;\d]{0,8}(?:总额|总量|基金|资金池)/
const poolByScore =
  /(?:除以|\/|÷)[^,。;\n]{0,16}(?:成绩|得分|总分|分数|积分)[^,。;\n]{0,8}(?:之和|总和|合计|总数)|(?:除以|\/|÷)(?:全体|全部|所有|全镇|总)[^,。;\n×]{0,12}(?:成绩|得分|总分|分数|积分|分)|单位分值|每分(?:值|金额|分值)|按(?:个人|各人|考核)?(?:考核)?(?:得分|成绩|分数|积分)(?:的)?(?:比例|占比|高低按比例)(?:进行)?(?:分配|发放|兑现)/
const paySentence = new RegExp(
  `单位分值|(?:绩效工资|绩效奖金|考核奖金?)(?:总额)?=|(?:绩效工资|绩效奖金|考核奖金?)总额|${perPersonAmount.source}|${poolPerHead.source}|按(?:个人|各人)?(?:考核)?(?:得分|积分)(?:的)?比例(?:分配|发放)`,
)

/**
 * 每人提出2000元为绩效工资总额,除以所有人员成绩之和为单位分值: what is put in and how it is shared; null without such
 * a clause. An amount by the month is taken twelve times.
 */
export function findPay(text: string): StatedPay | null {
  const sentences = [...sentencesOf(text)].filter(({ start, end }) => paySentence.test(text.slice(start, end)))
  const first = sentences[0]
  if (first === undefined) return null
  const last = sentences.at(-1) ?? first
  const whole = text.slice(first.start, last.end)
  const formula = poolByScore.test(whole) ? 'pool-by-score' : 'other'
  const amount = perPersonAmount.exec(whole) ?? poolPerHead.exec(whole)
  if (amount === null) return { perPerson: null, amount: null, isMonthly: false, formula, words: first, sentences }
  const start = first.start + amount.index
  const figure = amount[1] ?? ''
  const digits = start + amount[0].indexOf(figure)
  const hundredths = parseHundredths(figure)
  const isMonthly = /每月|按月|月均|\/月/.test(amount[0])
  return {
    perPerson: hundredths === null ? null : fen(isMonthly ? hundredths * 12 : hundredths),
    amount: { start: digits, end: digits + figure.length + 1 },
    isMonthly,
    formula,
    words: { start, end: start + amount[0].length },
    sentences,
  }
}
