import { centipoints, formatHundredths, formatPoints } from '../../domain/primitives/centipoints.ts'
import { fen, formatYuan } from '../../domain/primitives/fen.ts'

/** Figures in sentences, from whole hundredths as the API sends them. The minus is U+2212, never a hyphen. */

export function pointsText(hundredths: number): string {
  return withTrueMinus(formatPoints(centipoints(hundredths)))
}

/** Two fixed decimals, for tables. */
export function pointsInTable(hundredths: number): string {
  return withTrueMinus(formatHundredths(hundredths))
}

/** A movement always carries its sign: +3, −2; 0 stays 0. */
export function changeText(hundredths: number): string {
  return hundredths > 0 ? `+${pointsText(hundredths)}` : pointsText(hundredths)
}

export function changeInTable(hundredths: number): string {
  return hundredths > 0 ? `+${pointsInTable(hundredths)}` : pointsInTable(hundredths)
}

/** 待评, never 0 or a dash, where nothing has been assessed yet. */
export function pointsOrPending(hundredths: number | null): string {
  return hundredths === null ? '待评' : pointsText(hundredths)
}

export function yuanText(amountFen: number): string {
  return withTrueMinus(formatYuan(fen(amountFen)))
}

/** 3次, 9500字, 85% (a completion), or the bare number where the rule names no unit. */
export function quantityText(hundredths: number, unit: string | null): string {
  return `${pointsText(hundredths)}${unit ?? ''}`
}

/** 2026-03-09 → 3月9日, short enough to stand before a reason. */
export function dayText(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
}

/** 2026 → 2026年, 2026-Q3 → 2026年第三季度, 2026-09 → 2026年9月. */
export function periodText(period: string): string {
  const year = `${period.slice(0, 4)}年`
  const part = period.slice(5)
  if (part === '') return year
  if (part.startsWith('Q')) return `${year}第${'一二三四'[Number(part.slice(1)) - 1] ?? ''}季度`
  return `${year}${String(Number(part))}月`
}

/** A moment in the town's time, to the minute: 2026-03-09 14:05. Asia/Shanghai has been UTC+8 without change since 1991. */
export function momentText(moment: string): string {
  const milliseconds = Date.parse(moment)
  if (Number.isNaN(milliseconds)) return moment
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

function withTrueMinus(text: string): string {
  return text.replace('-', '−')
}
