import { centipoints } from '../primitives/centipoints.ts'
import { readNumeral } from './clauses/numerals.ts'
import type { NamedTotal } from './named-total.ts'
import type { Section } from './section.ts'
import { allBlocks } from './plan-items.ts'
import type { PlannedCategory } from './planned-category.ts'
import type { StatedPoints, Stretch } from './stated-points.ts'

const figure = '(\\d{2,4}|[一二三四五六七八九十]*[百千])'
const base = new RegExp(
  `(每月|每季度?)?(?:个人)?(?:基础分|基本分|基[础本]积分|初始积分|起始积分|基准分|起评分|初始分|起始分|底分|原始分)(?:值|数)?(?:每人)?(?:每年|每月|每季度?)?(?:为|是|按|:|共|均为|统一为|设为|定为)?${figure}分`,
)
const otherMatter = /加分|奖励|奖惩|表彰|嘉奖|结果|运用|应用|兑现|等次|附则|否决|程序|组织|对象/
const deductions = /扣分|减分|倒扣|扣减/

export type BasePlan = { readonly category: PlannedCategory; readonly total: NamedTotal }

/**
 * 基础分100分,采取加减分的办法: a text that gives everyone points to lose and deals them out to no heading. They are one
 * item, moved by the clauses under the headings that speak of deductions or, where none does, under all that speak of
 * nothing else. They are the total too, if no other is named. Null where the text names no such points or has no such clause.
 */
export function basePlan(text: string, root: Section): BasePlan | null {
  const match = base.exec(text)
  const figures = match?.[2] ?? ''
  const hundredths = readNumeral(figures)
  if (match === null || hundredths === null) return null
  const sections = root.children.filter(
    (section) => deductsBelow(text, section) && !speaksOf(section, otherMatter),
  )
  const deducting = sections.filter((section) => speaksOf(section, deductions))
  const chosen = deducting.length > 0 ? deducting : sections
  const first = chosen[0]
  if (first === undefined) return null
  const digits = match.index + match[0].lastIndexOf(figures)
  const words = { start: match.index, end: match.index + match[0].length }
  const stated: StatedPoints = {
    points: centipoints(hundredths),
    digits: { start: digits, end: digits + figures.length },
    words,
    isClause: false,
  }
  const title = chosen.length === 1 && first.title !== '' ? first.title : '基础分'
  const blocks: Stretch[] = chosen.flatMap(allBlocks)
  const path = chosen.length === 1 ? first.path : []
  const item = { title, stated, source: chosen.length === 1 ? first.heading : words, path, blocks }
  const sheet = { title: '基础分', office: null, stated, source: words, path: [], items: [item] }
  const { points } = stated
  return {
    category: {
      title: '基础分',
      points,
      digits: stated.digits,
      source: words,
      path: [],
      sheets: [sheet],
      hasSection: true,
      ...windowOf(match[1]),
    },
    total: { points, digits: stated.digits, place: words },
  }
}

/** 每月基础分100分 is granted anew each month. */
function windowOf(often: string | undefined): Pick<PlannedCategory, 'window'> {
  return often === undefined ? {} : { window: often === '每月' ? 'month' : 'quarter' }
}

function speaksOf(section: Section, matter: RegExp): boolean {
  return matter.test(section.title)
}

function deductsBelow(text: string, section: Section): boolean {
  return allBlocks(section).some(({ start, end }) => /扣/.test(text.slice(start, end)))
}
