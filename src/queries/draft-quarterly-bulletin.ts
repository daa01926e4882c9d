import type { BulletinDraft, BulletinHead } from '../commands/bulletin-store.ts'
import { backingOf, peopleFigures } from '../domain/bulletin/backing.ts'
import { quarterChanges } from '../domain/bulletin/corrected-figures.ts'
import { quarterlyBlocks, quarterlyFigures } from '../domain/bulletin/quarterly-blocks.ts'
import { isWithin } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { inForceWithin } from '../domain/scoring/scheme-of-year.ts'
import { assessmentPeriod, type AssessmentPeriod } from './assessment-period.ts'
import type { DraftAsked, DraftBulletinPorts, KindOfBulletin } from './draft-bulletin.ts'
import type { BulletinNotReady, BulletinWarning } from './drafted-bulletin.ts'
import { readAssessedYear, type AssessedYear } from './read-assessed-year.ts'

/** 季度通报: balances to the quarter's last day, and what moved within it. Only once the quarter is over. */
export async function draftQuarterly(
  ports: DraftBulletinPorts,
  { period: name, terms }: BulletinDraft,
  last: BulletinHead | null,
  { today, engineVersion, sha256 }: DraftAsked,
): Promise<Result<KindOfBulletin, BulletinNotReady>> {
  const period = assessmentPeriod(name, today, null)
  if (today <= period.span.last) return refuse({ code: 'quarter-running', lastDay: period.span.last })
  const assessed = await readAssessedYear(ports, period)
  if (!assessed.ok) return assessed
  const { sheets: all, assessment, versions } = assessed.value
  const sheets = all.filter(({ days }) => days.onRoster > 0)
  if (sheets.length === 0) return refuse({ code: 'nobody-on-roster', year: period.year })
  const ledgerPosition = await ports.ledger.lastPosition()
  const year = { figures: assessed.value, ledgerPosition }
  const people = peopleFigures(all, assessment.scheme)
  const before = last === null ? null : await ports.bulletins.find(last.id)
  // What the corrected one withheld, its correction does not tell.
  const isWithheld = terms.gradesOnly || before?.terms.gradesOnly === true
  const changes =
    before === null ? null : quarterChanges(before.backing?.assessed?.people ?? [], people, isWithheld)
  if (before !== null && changes?.length === 0 && before.terms.gradesOnly === terms.gradesOnly)
    return refuse({ code: 'bulletin-unchanged', number: before.number })
  const figures = { span: period.span, sheets, gradesOnly: terms.gradesOnly }
  return accept({
    audience: 'town',
    ledgerPosition,
    warnings: await warningsOf(ports, period, assessed.value),
    backing: (newSalt) => backingOf({ newSalt, year }, sha256),
    asOf: period.asOf,
    schemes: inForceWithin(versions, period.year)
      .filter(({ effectiveFrom }) => effectiveFrom <= period.asOf)
      .map(({ version, scheme, effectiveFrom }) => ({ version, title: scheme.title, effectiveFrom })),
    engineVersion,
    blocks: quarterlyBlocks(figures),
    figures: quarterlyFigures(figures),
    changes,
  })
}

async function warningsOf(
  ports: DraftBulletinPorts,
  { span, name }: AssessmentPeriod,
  { assessment, sheets }: AssessedYear,
): Promise<readonly BulletinWarning[]> {
  const unconfirmed = assessment.entries.filter(
    ({ state, occurredOn }) => state === 'recorded' && isWithin(occurredOn, span),
  ).length
  const closed = new Set((await ports.periods.closes()).map(({ month }) => month))
  const first = Number(span.first.slice(5, 7))
  const months = [first, first + 1, first + 2]
    .map((month) => `${name.slice(0, 4)}-${String(month).padStart(2, '0')}`)
    .filter((month) => !closed.has(month))
  const partial = sheets.filter((sheet) => sheet.partial).length
  return [
    ...(unconfirmed > 0 ? [{ code: 'unconfirmed' as const, count: unconfirmed }] : []),
    ...(months.length > 0 ? [{ code: 'months-open' as const, months }] : []),
    ...(partial > 0 ? [{ code: 'partial' as const, count: partial }] : []),
  ]
}
