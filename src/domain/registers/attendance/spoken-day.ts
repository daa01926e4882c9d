import type { LocalDate } from '../../primitives/local-date.ts'

/** 3月2日. */
export function spokenDay(day: LocalDate): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`
}
