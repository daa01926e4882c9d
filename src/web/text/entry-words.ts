import type { EntryState } from '../../domain/ledger/entry.ts'
import type { RuleEffect } from '../../domain/scheme/scheme.ts'
import { pointsText, quantityText } from './figure.ts'

export const entryStateWords: Readonly<Record<EntryState, string>> = {
  recorded: '待确认',
  confirmed: '已确认',
  reversed: '已冲销',
}

type Figures = {
  readonly effect: RuleEffect
  readonly quantity: number
  readonly unit: string | null
  readonly discretion: number | null
}

/** The figure of an entry in the unit its rule counts: 3次, 完成85%, 裁量5分; nothing where the rule only happens. */
export function entryFigure({ effect, quantity, unit, discretion }: Figures): string {
  switch (effect) {
    case 'proportional':
      return `完成${pointsText(quantity)}%`
    case 'discretionary':
      return discretion === null ? '裁量分未定' : `裁量${pointsText(discretion)}分`
    case 'deduct':
    case 'add':
    case 'money':
      return quantityText(quantity, unit)
    case 'award':
    case 'forfeit':
    case 'zero':
    case 'veto':
      return ''
  }
}
