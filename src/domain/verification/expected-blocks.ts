import { annualBlocks } from '../bulletin/annual-blocks.ts'
import type { BulletinBlock, BulletinContent } from '../bulletin/bulletin.ts'
import {
  annualChanges,
  correctionBlocks,
  payListChanges,
  quarterChanges,
  type CorrectedFigure,
} from '../bulletin/corrected-figures.ts'
import { monthlyBlocks } from '../bulletin/monthly-blocks.ts'
import { payDifferenceBlocks, payrollBlocks } from '../bulletin/payroll-blocks.ts'
import { quarterlyBlocks } from '../bulletin/quarterly-blocks.ts'
import { spanOfMonth } from '../ledger/month-close.ts'
import { payChanges } from '../pay/final-pay-list.ts'
import { daysInMonth, localDate, type DaySpan } from '../primitives/local-date.ts'
import type { Published } from './check-publications.ts'
import type { Reckoned } from './check-scores.ts'

/** A bulletin with what its words and tables follow from. */
export type Shown = {
  readonly one: Published & { readonly content: BulletinContent }
  /** Null where the file has not the entries. */
  readonly reckoned: Reckoned | null
  /** The one it corrects, as far as it is in the file. */
  readonly corrected: Published | null
}

/**
 * The words and tables a bulletin must have, made again of the figures; with scores or without. Null where this file
 * has not what they follow from. What says how to object, and what a month's table tells of other months, is not in it.
 */
export function expectedBlocks(
  { one, reckoned, corrected }: Shown,
  gradesOnly: boolean,
): readonly BulletinBlock[] | null {
  const { content, backing } = one
  const { correction } = content
  const first =
    correction === null || corrected?.content === null || corrected === null
      ? []
      : correctionBlocks(correction, {
          title: corrected.content.title,
          publishedOn: corrected.content.publishedOn,
        })
  const own = blocksOf(one, reckoned, corrected, gradesOnly)
  return own === null || backing === null ? null : [...first, ...own]
}

function blocksOf(
  { content, backing }: Shown['one'],
  reckoned: Reckoned | null,
  corrected: Published | null,
  gradesOnly: boolean,
): readonly BulletinBlock[] | null {
  const { result, payList } = backing ?? { result: null, payList: null }
  if (content.kind === 'annual')
    return result === null || reckoned === null
      ? null
      : annualBlocks(result, { gradesOnly, grades: reckoned.scheme.grades ?? [] })
  if (content.kind === 'payroll') {
    const before = corrected?.backing?.payList ?? null
    if (payList === null) return null
    if (content.correction === null) return payrollBlocks(payList)
    if (before === null) return null
    const lines = [...payList.lines, ...before.lines]
    return payDifferenceBlocks(
      payChanges(before, payList),
      (staffNumber) => lines.find((line) => line.staffNumber === staffNumber)?.office ?? '',
    )
  }
  if (reckoned === null) return null
  if (content.kind === 'quarterly')
    return quarterlyBlocks({
      span: spanOfQuarter(content.period),
      sheets: reckoned.sheets.filter(({ days }) => days.onRoster > 0),
      gradesOnly,
    })
  if (content.kind !== 'monthly') return null
  const span = spanOfMonth(content.period)
  const { sheets } = reckoned
  // The first words count what came late, which is of other months.
  return monthlyBlocks({ span, sheets, lateChanges: [], withoutBalance: gradesOnly, closedOver: null }).slice(1)
}

/** What a correction must say has changed, and of whom; null where the file has not both figures. */
export function expectedChanges(
  { one, corrected }: Shown,
  gradesOnly: boolean,
): readonly CorrectedFigure[] | null {
  const [before, after] = [corrected?.backing ?? null, one.backing]
  if (before === null || after === null) return null
  if (one.content.kind === 'annual')
    return before.result === null || after.result === null
      ? null
      : annualChanges(before.result, after.result, gradesOnly)
  if (one.content.kind === 'payroll')
    return before.payList === null || after.payList === null ? null : payListChanges(before.payList, after.payList)
  const [was, is] = [before.assessed, after.assessed]
  if (was === null || is === null || 'digest' in was || 'digest' in is) return null
  return quarterChanges(was.people, is.people, gradesOnly)
}

/** What stands in a bulletin beside its figures: that scores are withheld, how to object, what came late. */
export function isBeside(block: BulletinBlock, content: BulletinContent, place: number): boolean {
  if (block.kind === 'heading') return besideHeadings.has(block.text)
  if (block.kind === 'paragraph')
    return (content.kind === 'monthly' && place === 0) || besideWords.test(block.text)
  return (
    content.kind === 'monthly' &&
    block.kind === 'table' &&
    block.title === null &&
    block.columns.some(({ title }) => title === '发生日期')
  )
}

const besideHeadings = new Set(['公示与异议', '以前月份的迟录和变动', '结账时尚未了结的事项'])
const besideWords =
  /^各人的成绩不在本件公布，本人可在个人成绩单上查看。$|^公示期自|^以下记录所属的月份已经结账|仍然结账的原因：/

function spanOfQuarter(period: string): DaySpan {
  const [year = '', part = ''] = period.split('-')
  const last = Number(part.slice(1)) * 3
  const day = daysInMonth(Number(year), last)
  return {
    first: localDate(`${year}-${String(last - 2)}-1`),
    last: localDate(`${year}-${String(last)}-${String(day)}`),
  }
}
