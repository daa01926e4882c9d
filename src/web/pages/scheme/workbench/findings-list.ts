import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'

export const findingKinds = ['all', 'error', 'warning', 'info'] as const
export type FindingKind = (typeof findingKinds)[number]

/** Open findings by severity, and the settled ones; each in the order given. `all` leaves notes out: nothing hangs on them. */
export function listFindings(
  findings: readonly Diagnostic[],
): Readonly<Record<FindingKind | 'settled', readonly Diagnostic[]>> {
  const open = findings.filter((finding) => finding.settled === undefined)
  const of = (severity: Diagnostic['severity']) => open.filter((finding) => finding.severity === severity)
  return {
    all: open.filter((finding) => finding.severity !== 'info'),
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
    settled: findings.filter((finding) => finding.settled !== undefined),
  }
}

/** Which way a key walks the list; null when it does not. */
export function stepKey(key: string): 1 | -1 | null {
  if (key === 'j' || key === 'J' || key === 'ArrowDown') return 1
  if (key === 'k' || key === 'K' || key === 'ArrowUp') return -1
  return null
}
