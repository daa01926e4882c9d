import { formatPoints, type Centipoints } from '../domain/primitives/centipoints.ts'
import { renderRule } from '../domain/scheme/render-rule.ts'
import type { Rule, Scheme } from '../domain/scheme/scheme.ts'

/** A scheme with what stands on its first page. */
export type SchemeEdition = {
  readonly town: string
  readonly scheme: Scheme
  /** null: a draft, and so it says. */
  readonly edition: {
    readonly version: number
    /** YYYY-MM-DD. */
    readonly effectiveFrom: string
    readonly basis: string
  } | null
}

export const suggestedMark = '（本系统建议值，非办法原文）'

/** 第1版，自2026年1月1日起施行 or 草案，尚未通过. */
export function editionWords({ edition }: SchemeEdition): string {
  if (edition === null) return '草案，尚未通过'
  const [year, month, day] = edition.effectiveFrom.split('-').map(Number)
  const from = `${String(year)}年${String(month)}月${String(day)}日`
  return `第${String(edition.version)}版，自${from}起施行`
}

export function pointsOrLost(points: Centipoints | null): string {
  return points === null ? '没有分值' : `${formatPoints(points)}分`
}

/** The rule in one sentence; a scheme file written by other hands may leave it out. */
export function sentenceOf(rule: Rule): string {
  return rule.sentence === '' ? renderRule(rule) : rule.sentence
}

/** The clause a rule rests on in the regulation's own words, or who says so instead. */
export function clauseWords({ source, origin }: Pick<Rule, 'source' | 'origin'>): string {
  const quote = source?.quote.trim() ?? ''
  if (origin === 'default') return quote === '' ? '本系统建议值，非办法原文' : `${quote}${suggestedMark}`
  if (quote === '') return '手工补充，不在原文'
  return origin === 'person' ? `${quote}（经手工修改）` : quote
}
