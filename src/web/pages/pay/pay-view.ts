import { parseHundredths } from '../../../domain/primitives/centipoints.ts'
import { divideHalfUp } from '../../../domain/primitives/ratio.ts'
import type { PayRow } from '../../../http/contract/results.ts'

/** 5432.1 → 5,432.10: the sum of scores comes as a plain decimal and is shown like the money beside it. */
export function groupedDecimal(plain: string): string {
  const [whole = '0', fraction = ''] = plain.split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fraction.padEnd(2, '0')}`
}

/** The yuan typed, in fen, or null when it is no amount of money above 0. */
export function typedAmount(typed: string): number | null {
  const amount = parseHundredths(typed.replace(/[,，\s]/g, ''))
  return amount === null || amount <= 0 ? null : amount
}

/** The amount as the API takes it: plain yuan without thousands marks. */
export function plainAmount(typed: string): string {
  return typed.replace(/[,，\s]/g, '')
}

export function answersPayWords(row: Pick<PayRow, 'name' | 'office' | 'staffNumber'>, words: string): boolean {
  const sought = words.trim()
  return (
    sought === '' || row.name.includes(sought) || row.office.includes(sought) || row.staffNumber.startsWith(sought)
  )
}

/**
 * The scores of these people as they count in the sum, Σ(score × D/Y), in hundredths; half up, for show beside the
 * exact sum of the whole list.
 */
export function countedScore(rows: readonly Pick<PayRow, 'score' | 'days' | 'daysOfYear'>[]): number {
  const daysOfYear = rows[0]?.daysOfYear ?? 365
  const scoreDays = rows.reduce((sum, row) => sum + BigInt(row.score) * BigInt(row.days), 0n)
  return Number(divideHalfUp(scoreDays, BigInt(daysOfYear)))
}

/** The roster writes 在编 where it does not say which; the subtotals are labelled so too. */
export function employmentLabel(employment: PayRow['employment']): string {
  return employment ?? '在编'
}

/** What could not be taken from anyone's share, in fen; named under the list. */
export function unpaidRest(rows: readonly PayRow[]): number {
  return rows.reduce((sum, row) => sum + row.unpaidRestFen, 0)
}
