import type { StoredVersion } from '../commands/draft-store.ts'
import type { DraftReading } from '../domain/compiler/replay-draft.ts'
import type { LedgerEntry } from '../domain/ledger/entry.ts'
import { yearSpan } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import type { Diagnostic, Interpretation } from '../domain/regulation/diagnostic.ts'
import { staffOfYear } from '../domain/roster/staff.ts'
import { rereadRuleIds } from '../domain/scheme/scheme-lineage.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { assess } from '../domain/scoring/assess.ts'
import { effectOfReading, type ReadingEffects } from '../domain/scoring/reading-effect.ts'
import { schemeOfYear } from '../domain/scoring/scheme-of-year.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'
import type { AssessmentPeriod } from './assessment-period.ts'
import { categoryIdOfMark, decisionsToday } from './earlier-ids.ts'
import type { AssessmentPorts } from './read-assessed-year.ts'

/** Which finding of the draft is asked about: its code and its place in the text. */
export type AskedFinding = { readonly code: Diagnostic['code']; readonly start: number; readonly end: number }

/** The draft as it is read now (null), or as it would be with this answer given last. */
export type ReplayDraft = (answer: Interpretation | null) => Pick<DraftReading, 'scheme' | 'diagnostics'>

/**
 * What each reading of a finding of the draft would change of the year's scores: the draft as if it had been in force
 * all year, read each way, against the way it is read now. Entries not yet confirmed are counted too; those without a
 * rule in the draft move nothing. Empty while there is nothing to compare by, or nothing to choose from.
 */
export async function readReadingEffects(
  stores: AssessmentPorts,
  replay: ReplayDraft,
  asked: AskedFinding,
  period: AssessmentPeriod,
): Promise<ReadingEffects> {
  const year = await readYearOfDraft(stores, period)
  const entries = year.entries.length
  if (entries === 0 || staffOfYear(year.roster, period.year).length === 0)
    return { entries, unmatched: 0, readings: [] }
  const { scheme: inUse, diagnostics } = replay(null)
  const placed = placeEntries(year, inUse)
  const { readings, chosen } = readingsOf(diagnostics, asked)
  const sheets = readings.length === 0 ? [] : assessDraft(year, inUse, placed.entries)
  return {
    entries,
    unmatched: placed.unmatched,
    readings: readings.map(({ key, interpretation }) => {
      if (key === chosen) return effectOfReading(key, sheets, sheets)
      const { scheme: reread } = replay(interpretation)
      const ids = rereadRuleIds(inUse, reread)
      const again = placed.entries.flatMap((entry) => {
        const ruleId = ids.get(entry.ruleId)
        return ruleId === undefined ? [] : [{ ...entry, ruleId }]
      })
      return effectOfReading(key, sheets, assessDraft(year, reread, again))
    }),
  }
}

/** The candidates, and which of them is in use: the chosen one, else the first. */
function readingsOf(diagnostics: readonly Diagnostic[], { code, start, end }: AskedFinding) {
  const finding = diagnostics.find(
    ({ code: other, span, readings }) =>
      other === code && span.start === start && span.end === end && readings !== undefined,
  )
  const readings = finding?.readings ?? []
  const chosen = finding?.settled?.act === 'choose-reading' ? finding.settled.reading : readings[0]?.key
  return { readings, chosen }
}

type YearOfDraft = Awaited<ReturnType<typeof readYearOfDraft>>

async function readYearOfDraft(stores: AssessmentPorts, period: AssessmentPeriod) {
  const entries = await stores.ledger.ofYear(period.year)
  return {
    period,
    versions: await stores.versions.list(),
    roster: await stores.roster.assignments(),
    marks: await stores.ratings.standingMarks(period.year),
    decisions: await stores.registers.decisions(period.year),
    entries: entries
      .filter(({ state }) => state !== 'reversed')
      .map((entry): LedgerEntry => ({ ...entry, state: 'confirmed' })),
  }
}

/** The draft as the version that follows all others and is in force all year. */
function asVersion({ versions, period }: YearOfDraft, scheme: Scheme): StoredVersion {
  return {
    version: Math.max(0, ...versions.map(({ version }) => version)) + 1,
    scheme,
    regulation: null,
    effectiveFrom: yearSpan(period.year).first,
    adoptedAt: new Date(0),
    adoptedBy: '',
    basis: '',
  }
}

function yearUnder(year: YearOfDraft, version: StoredVersion) {
  const ofYear = schemeOfYear([...year.versions, version], year.period.year, year.period.asOf)
  assert(ofYear !== null, 'the draft is taken to be in force all year')
  return ofYear
}

/** The entries with the ids of the draft's scheme; those whose rule it does not have are counted and left out. */
function placeEntries(year: YearOfDraft, scheme: Scheme) {
  const version = asVersion(year, scheme)
  const { history } = yearUnder(year, version)
  const entries = year.entries.flatMap((entry): readonly LedgerEntry[] => {
    const place = history?.placeOf(entry)
    return place?.found === true ? [{ ...entry, ruleId: place.ruleId, schemeVersion: version.version }] : []
  })
  return { entries, unmatched: year.entries.length - entries.length }
}

function assessDraft(year: YearOfDraft, scheme: Scheme, entries: readonly LedgerEntry[]): readonly ScoreSheet[] {
  const { period, versions, roster } = year
  const version = asVersion(year, scheme)
  const ofYear = yearUnder(year, version)
  return assess({
    scheme: ofYear.scheme,
    history: ofYear.history,
    year: period.year,
    asOf: period.asOf,
    roster,
    entries,
    marks: year.marks.flatMap((mark) => {
      const categoryId = categoryIdOfMark({ period, versions, version }, mark)
      return categoryId === null ? [] : [{ ...mark, categoryId }]
    }),
    registerDecisions: decisionsToday({ period, versions, version }, ofYear, year.decisions),
  })
}
