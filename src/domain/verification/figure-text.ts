import { formatHundredths } from '../primitives/centipoints.ts'

/** Hundredths as they are printed: 96.50; a dash where there is none. */
export function pointsText(hundredths: number | null): string {
  return hundredths === null ? '—' : formatHundredths(hundredths)
}
