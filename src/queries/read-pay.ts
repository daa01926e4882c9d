import type { Fen } from '../domain/primitives/fen.ts'
import type { Result } from '../domain/primitives/result.ts'
import { perPersonAmount, sharePool, type PayList, type PayRefusal } from '../domain/pay/share-pool.ts'
import type { AssessedYear } from './read-assessed-year.ts'

/** The pay list of the year by the amount asked for, else the scheme's; refused with who is missing what. */
export function readPay({ version, sheets }: AssessedYear, perPerson: Fen | null): Result<PayList, PayRefusal> {
  const amount = perPersonAmount(version.scheme, perPerson)
  return amount.ok ? sharePool(sheets, amount.value) : amount
}
