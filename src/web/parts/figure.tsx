import type { ReactNode } from 'react'
import { useText } from '../text/dictionary.ts'
import { changeInTable, changeText, pointsInTable, pointsText, yuanText } from '../text/figure.ts'
import { partsText } from '../text/parts.ts'

/** Any number on screen: tabular numerals, never broken over lines. */
export function Figure({ children }: { readonly children: ReactNode }) {
  return <span className="figure">{children}</span>
}

/** What is not known is said in words, never shown as 0 or a dash. */
export function Missing({ words }: { readonly words?: string }) {
  const text = useText(partsText)
  return <span className="figure-missing">{words ?? text.pending}</span>
}

/**
 * Points from whole hundredths. `table`: two fixed decimals; `change`: with its sign, deductions in a muted red and
 * additions in green (the sign says it too).
 */
export function Points({
  hundredths,
  table = false,
  change = false,
  missing,
}: {
  readonly hundredths: number | null
  readonly table?: boolean
  readonly change?: boolean
  readonly missing?: string
}) {
  if (hundredths === null) return missing === undefined ? <Missing /> : <Missing words={missing} />
  if (!change) return <Figure>{table ? pointsInTable(hundredths) : pointsText(hundredths)}</Figure>
  const tone = hundredths < 0 ? 'figure figure-deduction' : hundredths > 0 ? 'figure figure-addition' : 'figure'
  return <span className={tone}>{table ? changeInTable(hundredths) : changeText(hundredths)}</span>
}

/** Money from whole fen, with thousands marks and two decimals. */
export function Yuan({
  fen,
  change = false,
  missing,
}: {
  readonly fen: number | null
  readonly change?: boolean
  readonly missing?: string
}) {
  if (fen === null) return missing === undefined ? <Missing /> : <Missing words={missing} />
  if (!change) return <Figure>{yuanText(fen)}</Figure>
  const tone = fen < 0 ? 'figure figure-deduction' : fen > 0 ? 'figure figure-addition' : 'figure'
  return <span className={tone}>{fen > 0 ? `+${yuanText(fen)}` : yuanText(fen)}</span>
}
