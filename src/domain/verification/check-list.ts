import { checkNames, type CheckName, type CheckOutcome, type Finding, type Gap, type GapCode } from './finding.ts'

/** Enough to see what is wrong; a file wrong in every line would bury it. */
const mostListed = 100

type Kept = { counted: number; findings: Finding[]; more: number; gaps: Gap[] }

/** Collects what was looked at, what does not hold and what could not be seen; nothing is both silent and passed. */
export function createCheckList() {
  const kept = new Map<CheckName, Kept>(
    checkNames.map((name) => [name, { counted: 0, findings: [], more: 0, gaps: [] }]),
  )
  const of = (name: CheckName): Kept => kept.get(name) ?? { counted: 0, findings: [], more: 0, gaps: [] }
  return {
    /** So many things of it were looked at. */
    counted(check: CheckName, count = 1): void {
      of(check).counted += count
    },
    broken(check: CheckName, finding: Finding): void {
      const one = of(check)
      if (one.findings.length < mostListed) one.findings.push(finding)
      else one.more += 1
    },
    gap(check: CheckName, code: GapCode, count = 1, what: string | null = null): void {
      of(check).gaps.push({ code, count, of: what })
    },
    hasBroken(check: CheckName): boolean {
      return of(check).findings.length > 0
    },
    outcomes(): readonly CheckOutcome[] {
      return checkNames.map((check) => {
        const { counted, findings, more, gaps } = of(check)
        const status = findings.length > 0 ? 'broken' : counted > 0 ? 'holds' : 'unchecked'
        return { check, status, counted, findings, more, gaps }
      })
    },
  }
}

export type CheckList = ReturnType<typeof createCheckList>
