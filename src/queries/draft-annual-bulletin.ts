import type { BulletinDraft, BulletinHead } from '../commands/bulletin-store.ts'
import { annualBlocks, annualFigures } from '../domain/bulletin/annual-blocks.ts'
import { backingOf } from '../domain/bulletin/backing.ts'
import { annualChanges } from '../domain/bulletin/corrected-figures.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { finalResult, resultChanges, type FinalResult } from '../domain/standing/final-result.ts'
import { assessmentPeriod } from './assessment-period.ts'
import { yearOfPeriod } from './period-year.ts'
import type { DraftAsked, DraftBulletinPorts, KindOfBulletin } from './draft-bulletin.ts'
import { latestApproved } from './draft-result.ts'
import type { BulletinNotReady } from './drafted-bulletin.ts'
import { readAssessedYear, type AssessedYear } from './read-assessed-year.ts'

/** 年度考核结果公示 of the year's latest approved result, as long as the year still comes to it. */
export async function draftAnnual(
  ports: DraftBulletinPorts,
  { period, terms }: BulletinDraft,
  last: BulletinHead | null,
  { today, engineVersion, sha256 }: DraftAsked,
): Promise<Result<KindOfBulletin, BulletinNotReady>> {
  const year = yearOfPeriod(period)
  const result = latestApproved(await ports.annualResults.list(), year)
  if (result === null) return refuse({ code: 'result-not-approved', year })
  const before = last === null ? null : await ports.bulletins.find(last.id)
  const earlier = before?.backing?.result ?? null
  if (before !== null && earlier?.number === result.number && before.terms.gradesOnly === terms.gradesOnly)
    return refuse({ code: 'bulletin-unchanged', number: before.number })
  const assessed = await readAssessedYear(ports, assessmentPeriod(period, today, result.asOf))
  if (!assessed.ok) return assessed
  if (!stillComesTo(assessed.value, result))
    return refuse({ code: 'result-outdated', year, number: result.number })
  const ledgerPosition = await ports.ledger.lastPosition()
  // What the corrected one withheld, its correction does not tell.
  const isWithheld = terms.gradesOnly || before?.terms.gradesOnly === true
  const tied = result.people.filter(({ tiedFor }) => tiedFor !== null).length
  return accept({
    audience: 'town',
    ledgerPosition,
    warnings: tied > 0 ? [{ code: 'tied', count: tied }] : [],
    backing: (newSalt) =>
      backingOf({ newSalt, year: { figures: assessed.value, ledgerPosition }, result }, sha256),
    asOf: result.asOf,
    schemes: result.schemes,
    engineVersion,
    blocks: annualBlocks(result, {
      gradesOnly: terms.gradesOnly,
      grades: assessed.value.assessment.scheme.grades ?? [],
    }),
    figures: annualFigures(result, terms.gradesOnly),
    changes: earlier === null ? null : annualChanges(earlier, result, isWithheld),
  })
}

function stillComesTo({ sheets, assessment }: AssessedYear, result: FinalResult): boolean {
  if (sheets.some(({ score }) => score === null)) return false
  const { people: _people, format: _format, ...head } = result
  return resultChanges(result, finalResult(head, sheets, assessment.scheme)).length === 0
}
