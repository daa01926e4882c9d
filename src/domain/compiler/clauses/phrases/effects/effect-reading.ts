import { centipoints, type Centipoints } from '../../../../primitives/centipoints.ts'
import { fen } from '../../../../primitives/fen.ts'
import type { RuleFields } from '../../../../scheme/effects/index.ts'
import { ownWords } from '../../../../scheme/own-words.ts'
import { readNumeral } from '../../numerals.ts'
import type { PhraseWords } from '../phrase.ts'

/** What is unclear about an effect, named; `doubts.ts` holds the sentence and the readings. */
export type Doubt =
  | { readonly kind: 'used-up'; readonly points: Centipoints | null }
  | { readonly kind: 'amount-lost' }
  /** 加倍扣分, 减半扣分: as many times the amount of the clause before, in hundredths. */
  | { readonly kind: 'doubled'; readonly points: Centipoints | null; readonly times: 50 | 200 }
  | { readonly kind: 'amount-range'; readonly low: number; readonly high: number }
  | { readonly kind: 'points-or-yuan'; readonly amount: number }
  | { readonly kind: 'proportion-or-discretion'; readonly first: 'proportional' | 'discretionary' }

/** What an effect phrase says by itself; the words before it say when, how often and to whom. */
export type EffectReading = {
  readonly fields: Pick<RuleFields, 'effect'> & Partial<RuleFields>
  readonly doubt?: Doubt
  /** The phrase sets the item's full points: 记满分. */
  readonly full?: true
  /** 加分, 减分 without an amount: talk about the method, or a lost amount. */
  readonly bare?: true
  /** 分别加5、3、2分: one amount for each of the things listed before it. */
  readonly amounts?: readonly number[]
  /** 分别加1-3分: the steps between for the things listed before it. */
  readonly between?: { readonly low: number; readonly high: number }
  /** 省级3分 after 国家级加5分, 带班领导1分 after 扣值班人员2分: the effect of the one before, or of the heading. */
  readonly continues?: true
  /** 加倍扣分, 减半扣分: so many times what the clause before takes, in hundredths. */
  readonly times?: 50 | 200
  /** 扣除该项分值的50%: that share of the item's full points, in hundredths of a percent. */
  readonly shareOfItem?: number
}

/** After the 分 of an amount these make another word: 分钟, 十分之一, 十分重视. */
export const notPoints = '(?![之析钟类别布明重])'

/** 扣分 in its spellings, before an amount. */
export const take =
  '(?:(?:加(?=扣)|再(?=扣)|另(?=扣)|多(?=扣)|各(?=扣)|均(?=扣))?(?:倒扣|扣除|扣减|扣掉|扣去|扣罚|扣|减去|(?<!增|加|递|核|精|削|缩)减))(?:分值|分数|分(?!管))?'

/** 扣2分/次: the unit behind the amount. */
export const unitBeside = '(?:/(?<after>{单位}))?'

/** 以0分计算, 计零分: of an item it is forfeited, of the whole year the total is nought. */
export const zeroPoints = '(?:以|按|计|记|为|得|打|扣){1,5}(?:0|零)分(?:计算|处理|计)?'

/** Words between 扣 or 加 and the amount: 扣社区专干5分, 倒扣基础分2分. */
export const whoPays =
  '(?<who>(?![完光]|分(?!管))(?:(?!不(?!达标|合格|到位|称职)|达(?!标)|[最超到至满为扣减加每累了共])[^,;:。()\\d「」-]){1,12}?)??(?:每(?<each>{单位}))?'

const judgedBy = '(?:情节|情况|情形|情|性质|后果|程度|影响|责任|工作|完成)'

/** 视情节, 酌情, 根据情节轻重: somebody judges. */
export const judged = `(?:分别)?(?:(?:视|酌)(?:其|具体)?${judgedBy}{0,4}|(?<!察)(?:看|根据|依)(?:其|具体)?${judgedBy}{1,4})(?:轻重|大小|程度|情况)?(?:酌情)?,?(?:予以|给予|进行|适当|酌情|每(?<judgedEach>{单位})|分别|可|由){0,4}`

/** A number of the clause in whole hundredths; null when there is none, or none that can be kept exactly. */
export function amountOf(word: string | undefined): number | null {
  return word === undefined ? null : readNumeral(word)
}

/** An amount of points; null when it is missing or cannot be kept in hundredths. */
export function pointsOf(word: string | undefined): Centipoints | null {
  const amount = amountOf(word)
  return amount === null ? null : centipoints(amount)
}

/** 元, or 万元 as ten thousand of them. */
export function yuanOf(words: PhraseWords): RuleFields['yuan'] {
  const amount = amountOf(words['amount'])
  return amount === null ? null : fen(words['wan'] === undefined ? amount : amount * 10_000)
}

const people =
  /(?:人|人员|干部|专干|领导|者|同志|科室|单位|部门|班子|书记|主任|所长|站长|[组队村镇乡校院园班局科股士)）]长|医师|护士|代表|经理|教师|(?<![议议动委])员|[组队]|支书|主席|[^成]员|[村居两支]委|[村居]|支部|街道|社区|负责方|责任方|分管|户主)$/u

/** Who pays, where the words between 扣 and the amount name a person; 基础分 names no one. */
export function payerOf({ who }: PhraseWords): Partial<RuleFields> {
  const named = who?.replace(/的?(?:年度|月度|当月|个人)?(?:绩效|考核|综合|积)分$/u, '')
  return named !== undefined && people.test(named) ? { subject: ownWords(named) } : {}
}

/** 扣2分/次, 扣责任人每次2分: the unit beside the amount. */
export function trailingUnit({ after, each, judgedEach }: PhraseWords): Partial<RuleFields> {
  const unit = after ?? each ?? judgedEach
  return unit === undefined ? {} : { unit }
}

/** An effect with its amount of points, payer and unit; an amount that is not to be read is lost and asked about. */
export function pointsEffect(effect: 'deduct' | 'add' | 'award', words: PhraseWords): EffectReading {
  const points = pointsOf(words['amount'])
  const fields = { effect, points, ...payerOf(words), ...trailingUnit(words) }
  return points === null ? { fields, doubt: { kind: 'amount-lost' } } : { fields }
}

/** 酌情加1-3分, 视情记8-10分: the leading group decides the amount, which adds or sets the score. */
export function judgedWithin(direction: 'add' | 'award', words: PhraseWords): EffectReading {
  const [low, high] = [pointsOf(words['low']), pointsOf(words['high'])]
  const [min, max] = low !== null && high !== null && low > high ? [high, low] : [low, high]
  return {
    fields: {
      effect: 'discretionary',
      direction,
      ...payerOf(words),
      ...trailingUnit(words),
      ...(min === null ? {} : { min }),
      ...(max === null ? {} : { max }),
    },
  }
}

/** An effect whose amount the text has lost: it is asked about. */
export function lostAmount(effect: 'deduct' | 'add' | 'award'): EffectReading {
  return { fields: { effect, points: null }, doubt: { kind: 'amount-lost' } }
}
