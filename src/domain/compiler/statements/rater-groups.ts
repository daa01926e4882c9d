import { parseHundredths } from '../../primitives/centipoints.ts'
import { quantity } from '../../primitives/quantity.ts'
import type { RaterGroup } from '../../scheme/scheme.ts'

const share =
  /(?:由|其中|和|及|、|^)?([\p{Script=Han}]{2,12}?)(?:评分|评议|评价|测评|打分|互评)?(?:\()?(?:各?占|权重为?|比例为?|按)?(\d{1,3}(?:\.\d{1,2})?)%/gu
const wholeShare = 10_000

/** 主要领导占40%、分管领导占30%、干部职工占30%: who rates with what weight; null unless the shares make up the whole. */
export function findRaterGroups(text: string): RaterGroup[] | null {
  const groups = [...text.matchAll(share)].flatMap((match) => {
    const hundredths = parseHundredths(match[2] ?? '')
    const group = (match[1] ?? '').replace(/(?:评分|评议|评价|测评|打分|权重|占)$/, '')
    return hundredths === null ? [] : [{ group, weight: quantity(hundredths) }]
  })
  const sum = groups.reduce((total, { weight }) => total + weight, 0)
  const isWhole = groups.length >= 2 && sum === wholeShare
  return isWhole && new Set(groups.map(({ group }) => group)).size === groups.length ? groups : null
}
