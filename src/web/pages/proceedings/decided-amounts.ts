import { parseHundredths } from '../../../domain/primitives/centipoints.ts'

/** What is filled in for one person; `gives` false: 不扣. */
export type TypedAmount = { readonly gives: boolean; readonly points?: string }

/** By 工号. */
export type TypedAmounts = Readonly<Record<string, TypedAmount | undefined>>

export type AmountFault = 'missing' | 'unreadable' | 'outside'

type Bounds = { readonly min: number | null; readonly max: number | null }

/** What is wrong with an amount; null: nothing. */
export function amountFault(typed: TypedAmount | undefined, { min, max }: Bounds): AmountFault | null {
  if (typed?.gives === false) return null
  const text = typed?.points?.trim() ?? ''
  if (text === '') return 'missing'
  const amount = parseHundredths(text)
  if (amount === null) return 'unreadable'
  const isOutside = amount <= 0 || (min !== null && amount < min) || (max !== null && amount > max)
  return isOutside ? 'outside' : null
}

/** The amounts as they are sent, one for each person; null while any is missing or wrong. */
export function amountsBody(
  people: readonly { readonly staffNumber: string }[],
  typed: TypedAmounts,
  bounds: Bounds,
): { staffNumber: string; points: string | null }[] | null {
  if (people.some(({ staffNumber }) => amountFault(typed[staffNumber], bounds) !== null)) return null
  return people.map(({ staffNumber }) => {
    const amount = typed[staffNumber]
    return { staffNumber, points: amount?.gives === false ? null : (amount?.points?.trim() ?? null) }
  })
}
