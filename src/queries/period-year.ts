/** 2026-Q3 → 2026. */
export function yearOfPeriod(period: string): number {
  return Number(period.slice(0, 4))
}
