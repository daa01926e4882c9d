import { parseHundredths } from '../domain/primitives/centipoints.ts'
import { fen, type Fen } from '../domain/primitives/fen.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'

/** Yuan as typed, above 0; null when nothing was typed. */
export function readPerPerson(
  typed: string | undefined,
): Result<Fen | null, { readonly code: 'amount-not-yuan'; readonly typed: string }> {
  if (typed === undefined || typed.trim() === '') return accept(null)
  const amount = parseHundredths(typed.replaceAll(',', ''))
  return amount === null || amount <= 0 ? refuse({ code: 'amount-not-yuan', typed }) : accept(fen(amount))
}
