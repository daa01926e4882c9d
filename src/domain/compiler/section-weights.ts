import { centipoints, parseHundredths } from '../primitives/centipoints.ts'
import type { Section } from './section.ts'
import type { StatedPoints } from './stated-points.ts'

/** 出勤考核(30%), 业务考核(权重50%). */
const weight = /\((?:占|权重|比重|占比)?(?:总分)?(?:为|:)?(\d{1,3}(?:\.\d{1,2})?)%\)$/
const whole = 10_000

/**
 * Headings side by side that state shares of a hundred which come to the whole: each share is as many points. Shares
 * that do not, and those beside headings with points, say something else.
 */
export function withWeights(section: Section): Section {
  const weights = section.children.map((child) => (child.stated === null ? weightOf(child) : null))
  const shares = weights.flatMap((stated) => (stated === null ? [] : [stated.points]))
  const isWhole = shares.length >= 2 && shares.reduce((sum, share) => sum + share, 0) === whole
  const children = section.children.map((child, i) => {
    const stated = isWhole ? (weights[i] ?? null) : null
    const title = stated === null ? child.title : child.title.replace(weight, '')
    return withWeights(stated === null ? child : { ...child, title, stated })
  })
  return { ...section, children }
}

function weightOf({ title, heading }: Section): StatedPoints | null {
  const figure = weight.exec(title)?.[1]
  const hundredths = parseHundredths(figure ?? '')
  if (hundredths === null) return null
  // A share is no figure of points: no sum repairs it.
  const nowhere = { start: heading.end, end: heading.end }
  return { points: centipoints(hundredths), digits: nowhere, words: nowhere, isClause: false }
}
