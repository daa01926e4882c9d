import { pointsToNumber, type Centipoints } from '../domain/primitives/centipoints.ts'
import { fenToYuan, type Fen } from '../domain/primitives/fen.ts'
import type { BookCell } from './workbook.ts'

/** Points with two decimals; what is not yet assessed is said in words, never 0. */
export function points(amount: Centipoints | null, missing = '待评'): BookCell {
  return amount === null ? missing : { number: pointsToNumber(amount), format: '0.00' }
}

export function yuan(amount: Fen): BookCell {
  return { number: fenToYuan(amount), format: '#,##0.00' }
}

export function figure(number: number): BookCell {
  return { number, format: '0' }
}
