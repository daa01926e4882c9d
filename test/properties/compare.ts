import { assess } from '../../src/domain/scoring/assess.ts'
import type { ScoreSheet } from '../../src/domain/scoring/score-sheet.ts'
import { fen } from '../../src/domain/primitives/fen.ts'
import { perPersonAmount, sharePool, type PayList } from '../../src/domain/pay/share-pool.ts'
import { standings } from '../../src/domain/standing/standings.ts'
import { hundredthsOf, type Fraction } from './fraction.ts'
import { judge, type TownVerdict, type Verdict } from './oracle.ts'
import { townToAssessment } from './town-to-domain.ts'
import type { Town } from './town.ts'

/** Every figure in which the product and the oracle differ, in words; empty when they agree. */
export function disagreements(town: Town, verdict: TownVerdict = judge(town)): string[] {
  const assessment = townToAssessment(town)
  const sheets = assess(assessment)
  const found: string[] = []
  const differ = (place: string, product: unknown, oracle: unknown): void => {
    if (product !== oracle) found.push(`${place}: product ${String(product)}, oracle ${String(oracle)}`)
  }
  differ(
    'people',
    sheets.map((sheet) => sheet.staffNumber).join(),
    verdict.people.map((own) => own.staffNumber).join(),
  )
  for (const [index, sheet] of sheets.entries()) {
    const own = verdict.people[index]
    if (own !== undefined) compareSheet(sheet, own, differ)
  }
  const asked = town.perPerson === null ? null : fen(Math.round(town.perPerson * 100))
  const amount = perPersonAmount(assessment.scheme, asked)
  for (const provisional of [false, true]) {
    const pay = amount.ok ? sharePool(sheets, amount.value, { provisional }) : amount
    comparePay(standings(sheets, { provisional }), pay.ok ? pay.value : null, verdict, provisional, differ)
  }
  return found
}

function comparePay(
  ranks: readonly (number | null)[],
  pay: PayList | null,
  verdict: TownVerdict,
  provisional: boolean,
  differ: (place: string, product: unknown, oracle: unknown) => void,
): void {
  const mode = provisional ? 'provisional ' : ''
  if (pay !== null) differ(`${mode}pool`, pay.poolFen, toFen(verdict.poolFen))
  for (const [index, own] of verdict.people.entries()) {
    const standing = provisional ? own.provisional : own.final
    const line = pay?.lines[index]
    differ(`${own.staffNumber} ${mode}rank`, ranks[index], standing.rank)
    differ(`${own.staffNumber} ${mode}pay`, line?.payFen ?? null, toFen(standing.payFen))
    differ(`${own.staffNumber} ${mode}net`, line?.netFen ?? null, toFen(standing.netFen))
  }
}

function toFen(amount: bigint | null): number | null {
  return amount === null ? null : Number(amount)
}

function compareSheet(
  sheet: ScoreSheet,
  own: Verdict,
  differ: (place: string, product: unknown, oracle: unknown) => void,
): void {
  const at = sheet.staffNumber
  const items = sheet.categories.flatMap(({ sheets }) => sheets.flatMap((one) => one.items))
  for (const expected of own.items) {
    const scored = items.find((item) => item.itemId === expected.itemId)
    differ(`${at} ${expected.itemId}`, scored === undefined ? 'absent' : scored.score, toNumber(expected.score))
  }
  differ(`${at} items`, items.length, own.items.length)
  for (const expected of own.categories) {
    const scored = sheet.categories.find(({ categoryId }) => categoryId === expected.categoryId)
    differ(
      `${at} ${expected.categoryId}`,
      scored === undefined ? 'absent' : scored.score,
      toNumber(expected.score),
    )
    differ(`${at} ${expected.categoryId} soFar`, scored?.soFar, toNumber(expected.soFar))
  }
  differ(`${at} work`, sheet.work, toNumber(own.work))
  differ(`${at} reward`, sheet.reward, toNumber(own.reward))
  differ(`${at} score`, sheet.score, toNumber(own.score))
  differ(`${at} partial`, sheet.partial, own.score === null)
  differ(`${at} soFar`, sheet.soFar, toNumber(own.soFar))
  differ(`${at} money`, sheet.moneyFen, Number(own.moneyFen))
}

function toNumber(value: Fraction | null): number | null {
  return value === null ? null : Number(hundredthsOf(value))
}
